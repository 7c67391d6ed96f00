from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Report
from tallystick.reading.places import find_places
from tests.reading.place_reports import place_of, read_places


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("A rocket fell near Ayn al-Assad airbase in Iraq.", "Ayn al-Assad airbase", ("Ain al-Asad Air Base", "Anbar", "IQ", "site")),
        ("The base at Ash Shaddadi was hit.", "Ash Shaddadi", ("Al-Shaddadi", "Hasakah", "SY", "site")),
        ("Two drones reached the al-Omar oilfield.", "al-Omar oilfield", ("Omar Oil Field", "Deir ez-Zor", "SY", "site")),
        ("A strike hit Boukamal in Syria.", "Boukamal", ("Abu Kamal", "Deir ez-Zor", "SY", "town")),
        ("Shells fell on Kherson overnight.", "Kherson", ("Kherson", "Kherson", "UA", "town")),
        ("Fighting went on in Hasaka Province.", "Hasaka Province", ("Hasakah", "Hasakah", "SY", "province")),
        ("Drones flew over the Odesa region.", "Odesa region", ("Odesa", "Odesa", "UA", "province")),
        ("Four died in Manbij district, Syria.", "Manbij district", ("Manbij District", "Aleppo", "SY", "district")),
        ("The raid took place in northeast Syria.", "northeast Syria", ("northeastern Syria", None, "SY", "region")),
        ("Ships burned in the southern Red Sea.", "southern Red Sea", ("Red Sea", None, None, "region")),
        ("Troops moved into western Anbar.", "western Anbar", ("western Anbar", "Anbar", "IQ", "region")),
        ("He was wounded in Mali.", "Mali", ("Mali", None, "ML", "country")),
        ("Three bodyguards died at Tower 22 in Jordan.", "Tower 22", ("Tower 22", "Mafraq", "JO", "site")),
        ("A missile hit Kramatorsk's station.", "Kramatorsk", ("Kramatorsk", "Donetsk", "UA", "town")),
    ],
)  # fmt: skip
def test_toponyms_are_resolved(nlp: Language, text: str, words: str, told: tuple[str | None, ...]) -> None:
    assert place_of(nlp, text, words) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [("Protests were held in the U.S. over the strike.", "U.S."), ("He flew from the US on Monday.", "US")],
)
def test_the_us_is_a_place_behind_a_preposition(nlp: Language, text: str, words: str) -> None:
    assert place_of(nlp, text, words)[2] == "US"


def test_quotes_are_in_the_order_of_the_text_and_apart(nlp: Language) -> None:
    text = "From Mosul in Nineveh they went to Tal Afar, then through Sinjar to Qamishli in northern Syria."
    quotes = [e.quote for e in read_places(nlp, text).values()]
    assert len(quotes) >= 5
    assert all(a.end <= b.start for a, b in itertools.pairwise(quotes))


def test_at_most_five_candidates_are_kept_best_first(nlp: Language) -> None:
    expression = read_places(nlp, "She lives in Paris.")["Paris"]
    assert 2 <= len(expression.candidates) <= 5
    assert expression.candidates[0] == expression.place


def test_an_empty_report_has_no_places(nlp: Language) -> None:
    assert read_places(nlp, "") == {}


_PIECES = st.sampled_from(
    [
        "Mosul",
        "al-",
        "Deir",
        "ez-Zor",
        "🚀",
        "Syria's",
        "U.S.",
        "(",
        ",",
        "in",
        "\n\n",
        "the",
        "base",
        "نينوى",
        "—",
        "T4",
        "’",
        "north",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_every_quote_is_literal_in_odd_text(nlp: Language, text: str) -> None:
    report = Report(id="r", text=text)
    for expression in find_places(nlp.make_doc(text), report, knowledge=load_knowledge(), gazetteer=load_gazetteer()):
        quote = expression.quote
        assert text[quote.start : quote.end] == quote.exact


def test_parts_of_speech_are_not_needed(nlp: Language) -> None:
    text = "Two people were killed in Aleppo, Syria."
    untagged: Doc = nlp.make_doc(text)
    found = find_places(untagged, Report(id="r", text=text), knowledge=load_knowledge(), gazetteer=load_gazetteer())
    assert [e.quote.exact for e in found] == ["Aleppo", "Syria"]

from __future__ import annotations

import hashlib

import pytest
from spacy.language import Language

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Report
from tallystick.reading.place_resolving import resolve_places


def resolved(nlp: Language, text: str, *names: str) -> list[str | None]:
    """The id of the place of each name in the text."""
    report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text)
    stretches = [(text.index(name), text.index(name) + len(name)) for name in names]
    places = resolve_places(nlp(text), report, stretches, knowledge=load_knowledge(), gazetteer=load_gazetteer())
    return [place.id if place else None for place in places]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Syria closed the road.", "Syria", "iso:SY"),
        ("Syrian troops came.", "Syrian", "iso:SY"),
        ("The US said so.", "US", "iso:US"),
        ("The Central Bank of Malta said so.", "Central Bank of Malta", "iso:MT"),
        ("The Russian Navy came.", "Russian Navy", "iso:RU"),
    ],
)
def test_a_stretch_is_resolved(nlp: Language, text: str, name: str, place: str) -> None:
    [found] = resolved(nlp, text, name)
    assert found == place


def test_stretches_are_resolved_in_the_order_asked(nlp: Language) -> None:
    assert resolved(nlp, "From Iran to Iraq.", "Iraq", "Iran") == ["iso:IQ", "iso:IR"]


def test_a_stretch_on_no_list_is_placed_by_its_neighbour(nlp: Language) -> None:
    found = resolved(nlp, "They met in Damascus, in the Tallow Rooms.", "Tallow Rooms", "Damascus")
    assert found[0] == "unlisted:damascus-tallow-rooms"


def test_a_stretch_with_no_place_near_stays_without(nlp: Language) -> None:
    assert resolved(nlp, "They met at Blurfle.", "Blurfle") == [None]


def test_of_namesakes_the_one_next_to_another_place_is_meant(nlp: Language) -> None:
    text = "They went from Homs to Tripoli."
    assert resolved(nlp, text, "Homs", "Tripoli")[1] == resolved(nlp, "They live in Tripoli, Lebanon.", "Tripoli")[0]

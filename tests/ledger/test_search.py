from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.ledger import Ledger
from tallystick.ledger.search import fold, terms_of
from tests.ledger.making import many, report, taken

DRONES = taken("Two drones struck the Ayn al-Asad base on Monday, officials said.", title="Base hit")
ROCKETS = taken(
    "Rockets fell near the Café Ünal. Nobody was hurt. " + "The search went on. " * 40 + "A drone was found at dusk."
)
ARABIC = taken("قُصِفَت قاعدة عين الأسد بطائرة مسيرة يوم الاثنين.", title="Base")
ALL = (DRONES, ROCKETS, ARABIC)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("struck", {DRONES}),
        ("DRONE", {DRONES, ROCKETS}),
        ("drone base", {DRONES}),
        ("cafe unal", {ROCKETS}),
        ("Ayn al-Asad", {DRONES}),
        ("asad-al", set()),
        ('"struck the ayn"', {DRONES}),
        ('"the struck"', set()),
        ('"struck the', {DRONES}),
        ("base", {DRONES, ARABIC}),
        ("قصفت", {ARABIC}),
        ("الاسد", {ARABIC}),
        ('"base hit two"', set()),
        ("nowhere", set()),
        ("", set()),
        ("- \" * ' ( )", set()),
    ],
)
def test_a_query_finds_the_reports_that_have_all_its_terms(ledger: Ledger, query: str, found: set[object]) -> None:
    ledger.add_reports(ALL)
    assert {hit.report_id for hit in ledger.search(query)} == {
        one.id for one, _ in ALL if (one, one.text.encode()) in found
    }


def test_a_word_in_the_title_counts_more(ledger: Ledger) -> None:
    in_text = taken("The river rose and the bridge was closed to all that day.", title="Weather")
    in_title = taken("The crossing was closed to all that day, and stayed so for a week.", title="Bridge shut")
    ledger.add_reports([in_text, in_title])
    assert [(hit.report_id, hit.rank) for hit in ledger.search("bridge")] == [(in_title[0].id, 1), (in_text[0].id, 2)]


def test_a_title_that_changes_is_found_under_its_new_words_only(ledger: Ledger) -> None:
    ledger.add_reports([taken("Shells fell.", title="Zebra", path="b")])
    ledger.add_reports([taken("Shells fell.", title="Aardvark", path="a")])
    assert [len(ledger.search(word)) for word in ("aardvark", "zebra", "shells")] == [1, 0, 1]


def test_a_snippet_is_literal_and_shows_the_term(ledger: Ledger) -> None:
    ledger.add_reports([ROCKETS])
    (hit,) = ledger.search("drone")
    assert ROCKETS[0].text[hit.snippet.start : hit.snippet.end] == hit.snippet.exact
    assert "drone was found" in hit.snippet.exact
    assert len(hit.snippet.exact) <= 200


def test_a_snippet_of_a_title_found_is_the_beginning(ledger: Ledger) -> None:
    ledger.add_reports([DRONES])
    (hit,) = ledger.search("hit")
    assert hit.snippet.exact == DRONES[0].text


def test_no_more_than_the_limit_is_given(ledger: Ledger) -> None:
    ledger.add_reports(many(9))
    assert [hit.rank for hit in ledger.search("village", limit=4)] == [1, 2, 3, 4]


@pytest.mark.parametrize("odd", ["x" * 5000, "a b " * 120_000, "\x00", "'\\':1A", "𞤀𞤁 ①", "a" + "\u0301" * 3000])
def test_odd_text_is_taken_in_and_found(ledger: Ledger, odd: str) -> None:
    ledger.add_reports([taken(f"landmark {odd}")])
    assert len(ledger.search("landmark")) == 1


hostile = st.text(
    st.sampled_from(list("ab\"'*:^-+(){}[]|&!<>\\%_;,. \x00\t\n")) | st.characters(), max_size=60
) | st.sampled_from(
    [
        "NEAR(a b)",
        "a AND",
        "NOT",
        "title:x",
        "a OR OR b",
        '"',
        '""',
        "a" * 3000,
        "a " * 500,
        "'; DROP TABLE report; --",
        "a:*",
        "<->",
    ]
)


@given(query=hostile)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_text_is_a_valid_query(ledger: Ledger, query: str) -> None:
    assert all(hit.rank >= 1 for hit in ledger.search(query))


@given(text=st.text(min_size=1, max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_a_report_is_found_by_its_own_first_words(ledger: Ledger, text: str) -> None:
    one = report(text)
    ledger.add_reports([(one, b"")])
    if terms_of(text):
        assert one.id in {hit.report_id for hit in ledger.search(text, limit=10_000)}


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)

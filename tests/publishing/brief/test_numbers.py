from __future__ import annotations

from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.record import Record
from tallystick.model.terms import EventKind, Status, Verdict
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.numbers import headline_numbers, lead, notches
from tests.publishing.example import TALLIES


def incident(key: str, **fields: object) -> Incident:
    return Incident.model_validate({"id": key, "kind": EventKind.RAID, **fields})


def test_background_rejected_and_vague_are_not_counted(index: Index) -> None:
    numbers = headline_numbers(index)
    assert (numbers.incidents, numbers.vague, numbers.background) == (7, 1, 1)


def test_copies_are_counted_once(index: Index) -> None:
    numbers = headline_numbers(index)
    assert (numbers.reports, numbers.families) == (6, 5)


def test_certainty_adds_up_to_the_incidents(index: Index) -> None:
    assert headline_numbers(index).signs == (
        ("confirmed", "confirmed", 3),
        ("reported", "reported", 3),
        ("claimed", "claimed only", 1),
    )


def test_harm_is_summed_and_says_for_how_many_it_is_told(index: Index) -> None:
    injured = headline_numbers(index).injured
    assert (injured.words, injured.told, injured.of) == ("3–5", 2, 7)


def test_one_open_count_leaves_the_sum_open() -> None:
    incidents = (incident("a", killed=Range(low=2, high=3)), incident("b", killed=Range(low=1)))
    assert headline_numbers(Index(Record(incidents=incidents))).killed.words == "at least 3"


def test_harm_that_nobody_tells_is_not_zero() -> None:
    assert headline_numbers(Index(Record(incidents=(incident("a"),)))).killed.words == "not told"


def test_lead_says_certainty_and_the_widest_gap(index: Index) -> None:
    words = " ".join(lead(index, headline_numbers(index)))
    assert "3 are confirmed, 3 are reported and not confirmed and 1 rests on a claim alone." in words
    assert "1 more is told too vaguely to say whether it is another, and is not counted." in words
    assert "of at least 12 attacks, 2 are told one by one on file and 10 or more are not." in words


def test_lead_is_short_where_all_are_alike() -> None:
    index = Index(Record(incidents=(incident("a", status=Status.CONTESTED), incident("b", status=Status.CONTESTED))))
    assert "All are contested." in lead(index, headline_numbers(index))


def test_notches_are_the_count_told_and_the_rest() -> None:
    assert notches(TALLIES[0]) == (2, 10)


def test_unchecked_tally_has_no_notches() -> None:
    check = TALLIES[0].reconciliation.model_copy(update={"verdict": Verdict.NOT_CHECKED})
    assert notches(TALLIES[0].model_copy(update={"reconciliation": check})) is None

"""What a count takes over from one told before it."""

from __future__ import annotations

from datetime import date

from tallystick.model.mention import TallyMention
from tallystick.model.terms import TallyUnit
from tests.reading.tellings import Read, of_type

MONITORS = "In August our monitors counted 41 attacks in Mali."


def by_value(read: Read, text: str) -> dict[int, TallyMention]:
    return {m.value: m for m in of_type(read(text, "2021-09-03"), TallyMention)}


def setting(tally: TallyMention) -> tuple[date | None, date | None, tuple[str, ...]]:
    return tally.since, tally.until, tally.scope.areas


AUGUST_IN_MALI = (date(2021, 8, 1), date(2021, 8, 31), ("ML",))


def test_harm_of_they_is_of_the_time_and_ground_of_the_attacks(read: Read) -> None:
    assert setting(by_value(read, f"{MONITORS} They left at least 173 people dead.")[173]) == AUGUST_IN_MALI


def test_a_lower_figure_is_of_the_time_and_ground_of_the_first(read: Read) -> None:
    tallies = by_value(read, f"{MONITORS} Local authorities give a lower figure of 37 attacks.")
    assert setting(tallies[37]) == AUGUST_IN_MALI
    assert tallies[37].counter != tallies[41].counter


def test_an_earlier_statement_gives_a_bare_number_of_the_same(read: Read) -> None:
    text = "The army has counted 61 attacks in Mali since 17 August. An earlier statement on Friday morning had spoken of 62."
    tally = by_value(read, text)[62]
    assert tally.unit is TallyUnit.ATTACKS
    assert (tally.since, tally.scope.areas) == (date(2021, 8, 17), ("ML",))


def test_what_the_militias_themselves_claim_are_claims(read: Read) -> None:
    text = "The army has counted 61 attacks in Mali since 17 August. The militias themselves have issued claims for 66."
    tally = by_value(read, text)[66]
    assert (tally.unit, tally.since) == (TallyUnit.CLAIMS, date(2021, 8, 17))


def test_a_count_of_other_time_takes_over_nothing(read: Read) -> None:
    tally = by_value(read, f"{MONITORS} The police recorded 12 killings in Niger in July.")[12]
    assert setting(tally) == (date(2021, 7, 1), date(2021, 7, 31), ("NE",))


def test_what_another_counts_without_pointing_back_takes_over_nothing(read: Read) -> None:
    tallies = by_value(read, f"{MONITORS} The mayor told a radio station that 24 troops were hurt.")
    assert 24 not in tallies or setting(tallies[24]) == (None, None, ())

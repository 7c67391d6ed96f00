from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from benchmarks.made import MadeReport, in_batches, make_reports
from tallystick.reading.verify import drop_misquoted

COUNT = 3000


@pytest.fixture(scope="module")
def made() -> list[MadeReport]:
    return list(make_reports(mentions=COUNT, seed=7))


def test_the_same_seed_gives_the_same_reports(made: list[MadeReport]) -> None:
    assert list(islice(make_reports(mentions=COUNT, seed=7), 50)) == made[:50]


def test_another_seed_gives_others(made: list[MadeReport]) -> None:
    assert next(make_reports(mentions=COUNT, seed=8)).report != made[0].report


def test_fewer_mentions_are_the_first_of_more(made: list[MadeReport]) -> None:
    few = list(make_reports(mentions=100, seed=7))
    assert few == made[: len(few)]


def test_there_are_as_many_mentions_as_asked_for(made: list[MadeReport]) -> None:
    assert COUNT <= sum(len(m.mentions) for m in made) <= COUNT + len(made[-1].mentions)


def test_every_quote_stands_in_its_report(made: list[MadeReport]) -> None:
    assert not any(drop_misquoted(m.mentions, m.report)[1] for m in made)


def test_every_mention_has_its_truth_and_an_id_of_its_own(made: list[MadeReport]) -> None:
    assert all(len(m.mentions) == len(m.truth) for m in made)
    ids = [mention.id for m in made for mention in m.mentions]
    assert len(set(ids)) == len(ids)


def test_copies_tell_of_the_incidents_of_what_they_copy(made: list[MadeReport]) -> None:
    truth = {m.report.id: m.truth for m in made}
    copies = [m for m in made if m.report.syndicated_from]
    assert copies
    assert all(m.truth == truth[m.report.syndicated_from or ""] for m in copies)


def test_what_a_report_counts_apart_are_different_incidents(made: list[MadeReport]) -> None:
    truth = {mention.id: number for m in made for mention, number in zip(m.mentions, m.truth, strict=True)}
    apart = [(mention.id, other) for m in made for mention in m.mentions for other in mention.counted_apart]
    assert apart
    assert all(truth[one] != truth[other] for one, other in apart)


def test_most_incidents_are_told_once_or_twice_and_some_very_often(made: list[MadeReport]) -> None:
    told = Counter(number for m in made for number in set(m.truth))
    assert sum(n <= 2 for n in told.values()) > len(told) / 2
    assert max(told.values()) >= 15


def test_nothing_is_told_of_a_day_to_come(made: list[MadeReport]) -> None:
    assert all((mention.when.end or date.min) <= (m.report.published_on or date.min) or mention.when.precision == "month"
               for m in made for mention in m.mentions)  # fmt: skip


def test_batches_hold_all_reports(made: list[MadeReport]) -> None:
    batches = list(in_batches(made, size=100))
    assert [m for batch in batches for m in batch] == made
    assert {len(batch) for batch in batches[:-1]} == {100}

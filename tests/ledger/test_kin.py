from __future__ import annotations

from datetime import date, timedelta

import pytest

from tallystick.ledger import Ledger
from tallystick.ledger import kin as kept
from tallystick.ledger.kin import Kin, KinOnFile

DAY = date(2031, 3, 10)


def kin(name: str, *passages: int, day: int = 0, words: int = 100, in_head: int = 2) -> Kin:
    """A report with those passages, of three keys each, the first few of them in its first half."""
    keys = tuple(tuple(10 * passage + n for n in range(3)) for passage in passages)
    return Kin(name, DAY + timedelta(days=day), words, False, len(keys) < 3, keys[:in_head], keys[in_head:], None)


def before(ledger: Ledger, one: Kin, *, most: int = 10) -> list[tuple[str, int]]:
    with ledger._database.read() as connection:
        return [(met.report_id, met.shared) for met in KinOnFile(connection).before(one, fewest=2, most=most)]


def after(ledger: Ledger, one: Kin) -> set[str]:
    with ledger._database.read() as connection:
        return {met.report_id for met in KinOnFile(connection).after(one, fewest=2)}


@pytest.fixture
def filed(ledger: Ledger) -> Ledger:
    several = [
        kin("most", 1, 2, 3, 4, day=-1),
        kin("two", 1, 2, 8, 9, day=-2),
        kin("earlier-two", 1, 2, 6, 7, day=-3),
        kin("single", 1, 11, 12, 13, day=-1),
        kin("short", 1, day=-4),
        kin("ends", 21, 22, 3, 4, day=-1),
        kin("shorter", 1, 2, 5, words=90),
        kin("longer", 1, 2, 5, words=110),
        kin("undated", 1, 2, 5)._replace(published=date.max),
    ]
    with ledger._database.write() as connection:
        kept.save(connection, several)
    return ledger


def test_what_shares_most_comes_first_and_of_equals_the_earliest(filed: Ledger) -> None:
    found = before(filed, kin("new", 1, 2, 3, 4))
    assert found == [("most", 4), ("earlier-two", 2), ("two", 2), ("shorter", 2), ("short", 1)]


def test_only_so_many_are_given(filed: Ledger) -> None:
    assert [name for name, _ in before(filed, kin("new", 1, 2, 3, 4), most=2)] == ["most", "earlier-two"]


def test_what_comes_later_is_found_apart(filed: Ledger) -> None:
    assert after(filed, kin("new", 1, 2, 3, 4)) == {"longer", "undated"}


def test_a_single_passage_of_a_short_text_is_enough(filed: Ledger) -> None:
    assert ("single", 1) in before(filed, kin("new", 1))


def test_a_passage_that_stands_twice_counts_twice(filed: Ledger) -> None:
    assert ("single", 2) in before(filed, kin("new", 1, 1, 30, 31))


def test_what_stands_at_the_end_of_both_is_no_ground(filed: Ledger) -> None:
    assert "ends" not in dict(before(filed, kin("new", 1, 2, 3, 4)))
    assert ("ends", 2) in before(filed, kin("new", 3, 4, 1, 2))


def test_a_text_without_a_passage_meets_none(filed: Ledger) -> None:
    assert before(filed, kin("new")) == []


def test_what_is_filed_anew_is_found_by_its_new_keys_alone(filed: Ledger) -> None:
    with filed._database.write() as connection:
        kept.save(connection, [kin("most", 41, 42, 43, 44, day=-1)])
    assert "most" not in dict(before(filed, kin("new", 1, 2, 3, 4)))
    assert ("most", 2) in before(filed, kin("new", 41, 42, 45))

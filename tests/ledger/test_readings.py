from __future__ import annotations

import pytest

from tallystick.ledger import Ledger
from tests.ledger.making import READER, many, mention, read_all, report


def test_what_a_reader_has_not_read_is_sorted(ledger: Ledger) -> None:
    ledger.add_reports(many(6))
    ids = sorted(one.id for one, _ in many(6))
    ledger.save_reading(ids[2], READER, [])
    assert ledger.unread(READER) == (*ids[:2], *ids[3:])


def test_a_newer_reader_reads_all_again(ledger: Ledger) -> None:
    ledger.add_reports(many(2))
    read_all(ledger)
    assert ledger.unread(READER) == ()
    assert len(ledger.unread("by-hand-2")) == 2


def test_a_reading_takes_the_place_of_an_older_one(ledger: Ledger) -> None:
    given, raw = many(1)[0]
    ledger.add_reports([(given, raw)])
    ledger.save_reading(given.id, READER, [mention(given), mention(given, id="m-other")])
    newer = mention(given, reader="by-hand-2")
    ledger.save_reading(given.id, "by-hand-2", [newer])
    assert ledger.mentions() == (newer,)


def test_mentions_come_back_sorted_by_id(ledger: Ledger) -> None:
    given, raw = many(1)[0]
    ledger.add_reports([(given, raw)])
    mentions = [mention(given, id=one) for one in ("m-b", "m-B", "m-a")]
    ledger.save_reading(given.id, READER, mentions)
    assert ledger.mentions() == (mentions[1], mentions[2], mentions[0])


def test_a_mention_of_another_report_is_refused(ledger: Ledger) -> None:
    ledger.add_reports(many(1))
    given = many(1)[0][0]
    with pytest.raises(ValueError, match="is not of report"):
        ledger.save_reading(given.id, READER, [mention(report("Another text."))])
    assert ledger.unread(READER) == (given.id,)


def test_the_unread_can_be_asked_for_with_a_day_or_without(ledger: Ledger) -> None:
    dated, undated = (r for r, _ in many(2))
    undated = undated.model_copy(update={"published_on": None})
    ledger.add_reports([(dated, b"dated"), (undated, b"undated")])
    assert ledger.unread(READER, dated=True) == (dated.id,)
    assert ledger.unread(READER, dated=False) == (undated.id,)

"""A quote that is not in the report takes its mention with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention, StatementMention
from tallystick.model.quote import Quote, quote_from, quotes_in
from tallystick.model.report import Report
from tallystick.model.terms import EventKind, StatementKind
from tallystick.model.when import When
from tallystick.reading.verify import drop_misquoted

TEXT = "Rebels attacked Gao on Friday — nobody was hurt."
REPORT = Report(id="r", text=TEXT)


def _statement(quote: Quote) -> StatementMention:
    return StatementMention(
        id="m-1", report_id="r", quote=quote, confidence=0.5, reader="x", statement_kind=StatementKind.CALL
    )


def _event(*, trigger: Quote, day: Quote | None = None) -> EventMention:
    return EventMention(
        id="m-2",
        report_id="r",
        quote=quote_from("r", TEXT, 0, 29),
        confidence=0.5,
        reader="x",
        event_kind=EventKind.ATTACK_UNSPECIFIED,
        trigger=trigger,
        when=When(quote=day),
    )


def test_a_literal_quote_stays() -> None:
    kept, dropped = drop_misquoted([_statement(quote_from("r", TEXT, 0, 6))], REPORT)
    assert (len(kept), dropped) == (1, 0)


def test_words_that_are_not_there_are_dropped() -> None:
    kept, dropped = drop_misquoted([_statement(Quote(report_id="r", start=0, end=6, exact="Ansaru"))], REPORT)
    assert (kept, dropped) == ((), 1)


def test_right_words_at_the_wrong_place_are_dropped() -> None:
    assert drop_misquoted([_statement(Quote(report_id="r", start=1, end=7, exact="Rebels"))], REPORT) == ((), 1)


def test_a_quote_of_another_report_is_dropped() -> None:
    assert drop_misquoted([_statement(Quote(report_id="q", start=0, end=6, exact="Rebels"))], REPORT) == ((), 1)


def test_an_offset_beyond_the_end_is_dropped() -> None:
    assert drop_misquoted([_statement(Quote(report_id="r", start=900, end=906, exact="Rebels"))], REPORT) == ((), 1)


def test_one_bad_quote_deep_inside_is_enough() -> None:
    bad = Quote(report_id="r", start=23, end=29, exact="Sunday")
    kept, dropped = drop_misquoted([_event(trigger=quote_from("r", TEXT, 7, 15), day=bad)], REPORT)
    assert (kept, dropped) == ((), 1)


def test_every_quote_of_a_mention_is_seen() -> None:
    event = _event(trigger=quote_from("r", TEXT, 7, 15), day=quote_from("r", TEXT, 20, 29))
    assert {q.exact for q in quotes_in(event)} == {"Rebels attacked Gao on Friday", "attacked", "on Friday"}


def test_a_noun_without_quotes_gives_none() -> None:
    assert list(quotes_in(ActorRef(name="Ansaru"))) == []


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_cut_of_the_text_is_a_literal_quote(one: int, other: int) -> None:
    quote = quote_from("r", TEXT, min(one, other), max(one, other))
    assert drop_misquoted([_statement(quote)], REPORT)[1] == 0

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger import Ledger
from tallystick.web.marking import MOST_LANES, Span, cut, spans_of

TEXTS = st.text(max_size=60)
SPANS = st.lists(
    st.builds(
        lambda a, b, layer, key: Span(min(a, b), max(a, b), layer, key, layer),
        st.integers(0, 60), st.integers(0, 60), st.sampled_from(["event", "claim", "value"]), st.sampled_from("abc"),
    ),
    max_size=8,
)  # fmt: skip


@given(TEXTS, SPANS)
def test_pieces_laid_together_are_the_text(text: str, spans: list[Span]) -> None:
    inside = [span for span in spans if span.end <= len(text)]
    assert "".join(piece.text for piece in cut(text, inside)) == text


@given(TEXTS, SPANS)
def test_a_character_bears_just_the_spans_that_lie_over_it(text: str, spans: list[Span]) -> None:
    inside = [span for span in spans if span.end <= len(text)]
    for piece in cut(text, inside):
        for at in range(piece.start, piece.start + len(piece.text)):
            assert set(piece.spans) == {span for span in inside if span.start <= at < span.end}


def _spans_by_report(ledger: Ledger) -> list[list[Span]]:
    with ledger.standing() as standing:
        return [spans_of(standing.mentions_in([report.id])) for report in ledger.reports()]


def test_mentions_that_overlap_are_drawn_on_lines_of_their_own(ledger: Ledger) -> None:
    for spans in _spans_by_report(ledger):
        drawn = [span for span in spans if span.lane is not None and span.lane < MOST_LANES - 1]
        for span, other in combinations(drawn, 2):
            assert span.lane != other.lane or span.end <= other.start or other.end <= span.start


def test_the_first_mention_of_a_text_is_drawn_next_to_its_words(ledger: Ledger) -> None:
    firsts = [spans[0] for spans in _spans_by_report(ledger) if spans]
    assert firsts
    assert {span.lane for span in firsts} == {0}


def test_a_piece_leads_to_the_longest_mention_that_begins_there() -> None:
    pieces = cut("Rockets hit Gao.", [Span(0, 16, "event", "long", lane=0), Span(0, 7, "claim", "short", lane=1)])
    assert [piece.begins for piece in pieces] == ["long", None]

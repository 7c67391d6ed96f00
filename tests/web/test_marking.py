from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.web.marking import Span, cut

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

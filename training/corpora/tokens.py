"""Text again from the tokens of a corpus that keeps no text."""

from __future__ import annotations

from collections.abc import Sequence

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'\u2019") | {"'s", "\u2019s", "n't", "//n", "''"}
_NO_SPACE_AFTER = frozenset("([{$")


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text, and the span of each token in it."""
    text, spans = "", []
    for token in tokens:
        if text and token not in _NO_SPACE_BEFORE and text[-1] not in _NO_SPACE_AFTER:
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans

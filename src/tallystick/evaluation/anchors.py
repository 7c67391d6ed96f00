"""Where a gold annotation stands in a text that was normalised after it was annotated."""

from __future__ import annotations

_FARTHEST_MOVE = 200  # code points that an annotation may stand off from its words


def find_start(name: str, text: str, told: int) -> int:
    """The place of ``name`` in ``text`` that is nearest to the code point that the gold tells.

    Raises:
        ValueError: the name is empty or does not stand within 200 code points of there.

    """
    behind = text.find(name, max(0, told))
    before = text.rfind(name, 0, max(0, told) + len(name))
    at = min((k for k in (behind, before) if k >= 0), key=lambda k: abs(k - told), default=-1)
    if not name or at < 0 or abs(at - told) > _FARTHEST_MOVE:
        raise ValueError(f"{name!r} does not stand at {told}")
    return at

"""The waterfall as an SVG picture: bars from left to right, each step beginning where the one before it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tallystick.publishing.svg import picture, tag, text, text_width, wrap
from tallystick.publishing.waterfall import Bar, Waterfall, chance, described, odds, silent_words

WIDE = 760.0
"""A picture with the words beside the bars, in units of its own; a narrower one leaves them to the table behind it."""
NARROW = 340.0

_ROW, _BAR, _SIZE = 24.0, 12.0, 12.0
_NAMES, _WEIGHTS, _GAP = 84.0, 40.0, 8.0
_TOP = 22.0
_TICKS = (-40, -20, -10, -5, 0, 5, 10, 20, 40)
_CLOSEST = 60.0
_MARGIN = 14.0
_STYLE = Path(__file__).parent / "waterfall.css"
_STYLE_ALONE = Path(__file__).parent / "waterfall_alone.css"

Fall = tuple[str, Waterfall]


def draw_waterfall(fall: Waterfall, *, key: str, name: str) -> str:
    """One waterfall for a page that holds its words in a table and colours it.

    ``key`` is unique on that page; ``name`` is what the picture shows.
    """
    drawn, height = _draw(fall, 0.0, NARROW)
    return picture(drawn, width=NARROW, height=height, name=name, description=described([(name, fall)]), key=key)


def waterfall_style() -> str:
    """How a waterfall looks on a page that sets ``--ink``, ``--soft``, ``--faint``, ``--for`` and ``--against``."""
    return _STYLE.read_text(encoding="utf-8")


def write_waterfalls(falls: Sequence[Fall], path: Path, *, name: str) -> None:
    """Write a picture that stands alone, with its own colours for light and dark. The same input gives the same bytes.

    Raises:
        OSError: if the file cannot be written.

    """
    width = WIDE + 2 * _MARGIN
    parts = [tag("style", waterfall_style(), _STYLE_ALONE.read_text(encoding="utf-8"))]
    at = 0.0
    for heading, fall in falls:
        lines = wrap(heading, WIDE, _SIZE + 1)
        parts += [text(line, x=0, y=at + 14 + 16 * n, class_="fall-heading") for n, line in enumerate(lines)]
        at += 16 * len(lines) + 6
        drawn, height = _draw(fall, at, WIDE)
        parts.append(drawn)
        at += height + 2 * _MARGIN
    moved = tag("g", *parts, transform=f"translate({_MARGIN} {_MARGIN})")
    drawn = picture(moved, width=width, height=at, name=name, description=described(falls), key="waterfall")
    path.write_text(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n", encoding="utf-8")


def _draw(fall: Waterfall, top: float, width: float) -> tuple[str, float]:
    """One waterfall and how high it is."""
    words_width = width * 0.42 if width >= WIDE else 0.0
    left, right = _NAMES + _WEIGHTS + _GAP, width - words_width - _GAP
    low, high = fall.bounds
    scale = (right - left) / (high - low or 1.0)

    def x(weight: float) -> float:
        return left + (weight - low) * scale

    rows: list[str] = []
    y = top + _TOP
    before = None
    for bar in (*fall.bars, Bar("together", chance(fall), 0.0, fall.weight)):
        is_sum = bar.name == "together"
        lines = wrap(bar.words, words_width - 3 * _GAP, _SIZE) if words_width else []
        height = max(_ROW, 14.0 * len(lines) + 8)
        middle = y + height / 2
        kind = "sum" if is_sum else "for" if bar.weight > 0 else "against"
        if before is not None and not is_sum:
            rows.append(tag("path", d=f"M{x(bar.start):.1f} {before:.1f}V{middle + _BAR / 2:.1f}", class_="fall-step"))
        before = middle - _BAR / 2
        rows += [
            text(bar.name, x=0, y=middle + 4, class_=f"fall-name {kind}"),
            text(f"{bar.weight:+.1f}", x=_NAMES + _WEIGHTS, y=middle + 4, class_=f"fall-weight {kind}"),
            tag(
                "rect",
                x=min(x(bar.start), x(bar.end)),
                y=middle - _BAR / 2,
                width=max(abs(bar.weight) * scale, 1.0),
                height=_BAR,
                class_=f"fall-bar {kind}",
            ),
            *(
                text(line, x=right + 2 * _GAP, y=middle + 4 + 14 * (n - (len(lines) - 1) / 2), class_="fall-words")
                for n, line in enumerate(lines)
            ),
        ]
        y += height
    axis = list(_axis(fall.bounds, x, top + _TOP, y, width))
    if fall.silent:
        for line in wrap(silent_words(fall), width, _SIZE):
            y += 16
            rows.append(text(line, x=0, y=y, class_="fall-words"))
    return tag("g", *axis, *rows), y + 4 - top


def _axis(
    bounds: tuple[float, float], x: Callable[[float], float], top: float, bottom: float, width: float
) -> Iterator[str]:
    """The line of even odds, and odds along the top where there is room."""
    shown: list[float] = []
    for weight in sorted(_TICKS, key=abs):
        at = x(weight)
        if not bounds[0] <= weight <= bounds[1] or any(abs(at - other) < _CLOSEST for other in shown):
            continue
        shown.append(at)
        yield tag("path", d=f"M{at:.1f} {top}V{bottom:.1f}", class_="fall-even" if weight == 0 else "fall-grid")
        words = "even odds" if weight == 0 else odds(weight)
        yield text(words, x=min(at, width - text_width(words, _SIZE) / 2), y=top - 6, class_="fall-tick")

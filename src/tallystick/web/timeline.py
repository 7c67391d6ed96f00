"""The timeline as a picture: lanes of marks, bars for uncertain days, and arrows from attack to response.

The names of the lanes stand beside it on the page, one a row (``static/css/timeline.css`` knows the heights), so that
they stay in view where the picture is wider than the window.
Where there are more cells than a reader can tell apart, a lane is a row of bars, as high as there are incidents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil

from tallystick.model.terms import Status
from tallystick.publishing.svg import curve, mark, picture, tag, text, text_width, title
from tallystick.publishing.words import days as days_in_words
from tallystick.web.lanes import Cell, Lane, Lanes

MOST_MARKS = 600
"""With more cells than these bars are drawn."""

_HEAD, _LANE, _FOOT, _LEFT, _RIGHT = 34.0, 24.0, 10.0, 8.0, 16.0
_TICK, _RING, _ROUND = 11.0, 7.5, 24.0
_STATUSES = tuple(Status)

Answers = Mapping[str, Sequence[str]]
"""The ids of incidents, and of those that each is said to answer."""


def draw_timeline(
    lanes: Lanes,
    *,
    answers: Answers,
    opens: Callable[[Lane, Cell], str],
    opens_stretch: Callable[[int], str],
    name_lane: Callable[[Lane], str],
    width: float,
) -> str:
    """The picture. ``opens`` says where a cell of a lane leads to, ``opens_stretch`` where a stretch does."""
    height = _HEAD + _LANE * len(lanes.lanes) + _FOOT
    step = (width - _LEFT - _RIGHT) / len(lanes.days)
    are_many = lanes.marks > MOST_MARKS
    drawn = list(_grid(lanes, step, height))
    place: dict[str, tuple[float, float]] = {}
    most = max((cell.number for lane in lanes.lanes for cell in lane.cells), default=1)
    for number, lane in enumerate(lanes.lanes):
        y = _HEAD + _LANE * number + _LANE / 2
        drawn.append(tag("path", d=f"M0 {y + _LANE / 2:.1f}H{width - _RIGHT:.1f}", class_="grid"))
        if are_many:
            drawn.append(_bars(lane, y + _LANE / 2, step, (_LANE - 4) / most))
            continue
        for cell in lane.cells:
            x = _LEFT + step * (cell.stretch + 0.5)
            drawn.append(_cell(lanes, cell, name_lane(lane), x, y, step, opens(lane, cell), answers))
            for id_ in cell.ids:
                place.setdefault(id_, (x, y))
    if are_many:
        drawn += _columns(lanes, step, height, opens_stretch)
    drawn += _arrows(answers, place)
    return picture(
        *drawn,
        width=width,
        height=height,
        name="Incidents over time",
        description=f"{len(lanes.lanes)} lanes, {len(lanes.days)} {lanes.unit}s from {lanes.days[0]} on.",
        key="timeline",
    )


def _bars(lane: Lane, base: float, step: float, scale: float) -> str:
    """The cells of a lane as bars, the lowest still to be seen."""
    heights = ((cell.stretch, max(cell.number * scale, 1.5)) for cell in lane.cells)
    path = (
        f"M{_LEFT + step * at:.1f} {base:.1f}v-{high:.1f}h{max(step - 1, 1):.1f}v{high:.1f}z" for at, high in heights
    )
    return tag("path", d="".join(path), class_="bars")


def _columns(lanes: Lanes, step: float, height: float, opens: Callable[[int], str]) -> Iterator[str]:
    """Over each stretch with incidents, what can be clicked."""
    numbers: Counter[int] = Counter()
    for lane in lanes.lanes:
        for cell in lane.cells:
            numbers[cell.stretch] += cell.number
    for stretch, number in sorted(numbers.items()):
        when = days_in_words(lanes.days[stretch], lanes.last_day(stretch))
        column = tag("rect", x=_LEFT + step * stretch, y=_HEAD, width=step, height=height - _HEAD, class_="reach")
        yield tag("a", title(f"{when}: {number:,} in these lanes"), column, href=opens(stretch))


def _cell(lanes: Lanes, cell: Cell, name: str, x: float, y: float, step: float, address: str, answers: Answers) -> str:
    number = cell.number
    when = days_in_words(lanes.days[cell.stretch], lanes.last_day(cell.stretch))
    parts = [title(f"{name}: {number} incident{'' if number == 1 else 's'}, {when}")]
    if number == 1:
        if cell.reach > cell.stretch:
            parts.append(
                tag(
                    "rect",
                    x=x - 4,
                    y=y - 4,
                    width=step * (cell.reach - cell.stretch) + 8,
                    height=8,
                    rx=4,
                    class_="span",
                )
            )
        parts.append(mark(_STATUSES[min(cell.certainty, len(_STATUSES) - 1)], x, y, 4.5))
        if answers.get(cell.ids[0]):
            parts.append(tag("circle", cx=x, cy=y, r=_RING, class_="answer"))
    else:
        radius = min(step / 2 + 3, _LANE / 2 - 2, 6 + number**0.5)
        parts += [
            tag("circle", cx=x, cy=y, r=max(radius, 6.5), class_="many"),
            text(_brief(number), x=x, y=y + 3.5, class_="many-number middle"),
        ]
    return tag("a", *parts, href=address)


def _grid(lanes: Lanes, step: float, height: float) -> Sequence[str]:
    """Lines and days at even steps, as near to each other as their words allow."""
    lines = []
    right = _LEFT + step * len(lanes.days) + _RIGHT
    ticks = [_tick(day, lanes.unit, is_first=number == 0) for number, day in enumerate(lanes.days)]
    every = ceil((max(text_width(words, _TICK) for words in ticks) + 12) / step)
    for number, words in list(enumerate(ticks))[::every]:
        x = _LEFT + step * number
        lines.append(tag("path", d=f"M{x:.1f} {_HEAD - 8:.1f}V{height:.1f}", class_="grid"))
        if x + 2 + text_width(words, _TICK) <= right:
            lines.append(text(words, x=x + 2, y=_HEAD - 13, class_="tick"))
    return lines


def _tick(day: date, unit: str, *, is_first: bool) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}" + (f" {day.year}" if is_first else "")


def _arrows(answers: Answers, place: Mapping[str, tuple[float, float]]) -> list[str]:
    """From each attack to what is said to answer it."""
    arrows = []
    for id_, attack in ((id_, each) for id_, answered in answers.items() for each in answered):
        if id_ in place and attack in place:
            (x1, y1), (x2, y2) = place[attack], place[id_]
            # In one column the arrow goes round the marks and comes from the right, else it comes from the left.
            side = 1 if x2 - x1 < _ROUND else -1
            bend = abs(y2 - y1) / 4 + 18
            tip = x2 + side * _RING
            route = ((x1, y1), (x1 + bend, y1), (tip + side * bend, y2), (tip, y2))
            head = f"M{tip + side * 6:.1f} {y2 - 4:.1f}L{tip:.1f} {y2:.1f}L{tip + side * 6:.1f} {y2 + 4:.1f}"
            arrows.append(tag("path", d=curve(route) + head, class_="arrow"))
    return arrows


def _brief(number: int) -> str:
    return str(number) if number < 1000 else f"{number / 1000:.0f}k"

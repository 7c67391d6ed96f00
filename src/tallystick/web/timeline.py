"""The timeline as a picture: lanes of marks, bars for uncertain days, and arrows from attack to response."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tallystick.model.incident import Incident
from tallystick.model.terms import Status
from tallystick.publishing.svg import curve, mark, picture, tag, text, title
from tallystick.publishing.words import days as days_in_words
from tallystick.web.lanes import Cell, Lane, Lanes

_HEAD, _LANE, _NAMES, _RIGHT = 34.0, 24.0, 216.0, 16.0
_STATUSES = tuple(Status)


def draw_timeline(
    lanes: Lanes,
    *,
    incidents: Mapping[str, Incident],
    opens: Callable[[Lane, Cell], str],
    name_lane: Callable[[Lane], str],
    width: float,
) -> str:
    """The picture. ``incidents`` are those known by their ids, of which the answers are drawn as arrows; ``opens`` says
    where a cell leads to.
    """
    height = _HEAD + _LANE * len(lanes.lanes) + 10
    step = (width - _NAMES - _RIGHT) / len(lanes.days)
    drawn = list(_grid(lanes, step, height))
    place: dict[str, tuple[float, float]] = {}
    for number, lane in enumerate(lanes.lanes):
        y = _HEAD + _LANE * number + _LANE / 2
        drawn.append(tag("path", d=f"M{_NAMES:.1f} {y + _LANE / 2:.1f}H{width - _RIGHT:.1f}", class_="grid"))
        drawn.append(text(_shortened(name_lane(lane)), x=_NAMES - 8, y=y + 4, class_="lane end"))
        for cell in lane.cells:
            x = _NAMES + step * (cell.stretch + 0.5)
            drawn.append(_cell(lanes, cell, x, y, step, opens(lane, cell), incidents))
            for id_ in cell.ids:
                place.setdefault(id_, (x, y))
    drawn += _arrows(incidents.values(), place)
    return picture(
        *drawn,
        width=width,
        height=height,
        name="Incidents over time",
        description=f"{len(lanes.lanes)} lanes, {len(lanes.days)} {lanes.unit}s from {lanes.days[0]} on.",
        key="timeline",
    )


def _cell(
    lanes: Lanes, cell: Cell, x: float, y: float, step: float, address: str, incidents: Mapping[str, Incident]
) -> str:
    number = len(cell.ids)
    when = days_in_words(lanes.days[cell.stretch], lanes.last_day(cell.stretch))
    parts = [title(f"{number} incident{'' if number == 1 else 's'}, {when}")]
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
        if (known := incidents.get(cell.ids[0])) is not None and known.responds_to:
            parts.append(tag("circle", cx=x, cy=y, r=7.5, class_="answer"))
    else:
        radius = min(step / 2 + 3, _LANE / 2 - 2, 6 + number**0.5)
        parts += [
            tag("circle", cx=x, cy=y, r=max(radius, 6.5), class_="many"),
            text(_brief(number), x=x, y=y + 3.5, class_="many-number middle"),
        ]
    return tag("a", *parts, href=address)


def _grid(lanes: Lanes, step: float, height: float) -> Sequence[str]:
    lines = []
    last = -1000.0
    for number, day in enumerate(lanes.days):
        x = _NAMES + step * number
        words = _tick(day, lanes.unit, is_first=number == 0)
        if x - last > 58:
            lines += [
                tag("path", d=f"M{x:.1f} {_HEAD - 8:.1f}V{height:.1f}", class_="grid"),
                text(words, x=x + 2, y=_HEAD - 13, class_="tick"),
            ]
            last = x
    return lines


def _tick(day: date, unit: str, *, is_first: bool) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}" + (f" {day.year}" if is_first else "")


def _arrows(incidents: Iterable[Incident], place: Mapping[str, tuple[float, float]]) -> list[str]:
    """From each attack to what is said to answer it."""
    arrows = []
    for incident in incidents:
        for answered in incident.responds_to:
            if incident.id in place and answered in place:
                (x1, y1), (x2, y2) = place[answered], place[incident.id]
                bend = abs(y2 - y1) / 2 + 18
                route = ((x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2))
                arrows.append(tag("path", d=curve(route), class_="arrow"))
    return arrows


def _brief(number: int) -> str:
    return str(number) if number < 1000 else f"{number / 1000:.0f}k"


def _shortened(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"

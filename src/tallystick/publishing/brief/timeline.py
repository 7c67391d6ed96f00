"""When it happened: a lane for each place, a mark for a day, a bar for a date that is only a span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallystick.model.exchange import Exchange
from tallystick.model.incident import Incident
from tallystick.publishing.brief.axis import DayAxis
from tallystick.publishing.brief.basemap import country_shape
from tallystick.publishing.svg import MARKS, curve, mark, picture, tag, text, text_width, title
from tallystick.publishing.words import days, plain

MOST_LANES = 24
_LANE = 26.0
_STEP = 13.0
_HEAD = 34.0
_FOOT = 10.0
_ROOM_FOR_NUMBER = 24.0
_MOST_ARROWS = 12


@dataclass(frozen=True)
class Bar:
    """An incident on the page: its days from left to right, its row within the lane."""

    incident: Incident
    left: float
    right: float
    row: int

    @property
    def middle(self) -> float:
        """Where its mark stands."""
        return (self.left + self.right) / 2


def is_drawn(incident: Incident) -> bool:
    """True if the incident has at least one day to be drawn at."""
    return incident.start is not None or incident.end is not None


def draw_timeline(
    incidents: Sequence[Incident],
    *,
    number: Mapping[str, int],
    exchanges: Sequence[Exchange] = (),
    width: float,
    key: str,
) -> str | None:
    """The dated incidents by place and day, with arrows from attack to response; null if none has a date.

    With more than ``MOST_LANES`` places the lanes are provinces, and with more than that, countries.
    """
    dated = [incident for incident in incidents if is_drawn(incident)]
    if not dated:
        return None
    narrow = width < 500
    lanes = _lanes(dated)
    left = 8.0 if narrow else max(text_width(name, 12.5) for name in lanes) + 18
    axis = _axis(dated, left, width - 28)
    drawn: list[str] = []
    at: dict[str, tuple[float, float]] = {}
    y = _HEAD
    for name, members in lanes.items():
        bars = _stack(members, axis)
        rows = 1 + max(bar.row for bar in bars)
        top = y + (16.0 if narrow else 0.0)
        height = max(_LANE, 12 + rows * _STEP)
        drawn.append(tag("path", d=f"M{0 if narrow else left:.1f} {y:.1f}H{width:.1f}", class_="lane"))
        label_y = y + 13 if narrow else top + height / 2 + 4
        drawn.append(
            text(name, x=left - 10 if not narrow else 2, y=label_y, class_="lane-name" + (" start" if narrow else ""))
        )
        for bar in bars:
            middle = top + 6 + _STEP / 2 + bar.row * _STEP + (height - 12 - rows * _STEP) / 2
            at[bar.incident.id] = (bar.middle, middle)
            drawn.append(_bar(bar, middle, number[bar.incident.id]))
        y = top + height
    height = y + _FOOT
    return picture(
        _arrow_head(key),
        *axis.grid(_HEAD, height - _FOOT),
        *drawn,
        *_arrows(exchanges, at, key),
        width=width,
        height=height,
        name="Timeline of the incidents",
        description=f"{len(dated)} incidents in {len(lanes)} lanes, {days(axis.first, axis.last)}.",
        key=key,
    )


def _lanes(incidents: Sequence[Incident]) -> dict[str, list[Incident]]:
    """Incidents by the finest name that keeps the lanes few; the lanes in the order of their first incident."""
    lanes: dict[str, list[Incident]] = {}
    for fineness in range(3):
        lanes = {}
        for incident in incidents:
            lanes.setdefault(_lane_name(incident, fineness), []).append(incident)
        if len(lanes) <= MOST_LANES:
            break
    return lanes


def _lane_name(incident: Incident, fineness: int) -> str:
    place = incident.place
    if place is None:
        return "Place not told"
    shape = country_shape(place.country)
    country = shape.name if shape else place.country or "At sea"
    return (place.name, f"{place.admin1}, {country}" if place.admin1 else country, country)[fineness]


def _axis(incidents: Sequence[Incident], left: float, right: float) -> DayAxis:
    known = [day for i in incidents for day in (i.start, i.end) if day]
    return DayAxis.around(known, left, right)


def _stack(incidents: Sequence[Incident], axis: DayAxis) -> list[Bar]:
    """Each incident in the first row of its lane where it covers no other."""
    ends: list[float] = []
    bars = []
    for incident in incidents:
        start, end = incident.start or axis.first, incident.end or axis.last
        left, right = axis.at(start), axis.at(end) + axis.a_day
        middle = (left + right) / 2
        label = 24 if right - left < _ROOM_FOR_NUMBER else 2
        reach_left, reach_right = min(left, middle - 7), max(right, middle) + label
        row = next((r for r, taken in enumerate(ends) if taken <= reach_left), len(ends))
        ends[row : row + 1] = [reach_right]
        bars.append(Bar(incident, left, right, row))
    return bars


def _bar(bar: Bar, y: float, number: int) -> str:
    incident = bar.incident
    kind = MARKS[incident.status]
    said = title(f"{number}. {plain(incident.kind)}, {days(incident.start, incident.end)}")
    past = " past" if incident.background else ""
    length = bar.right - bar.left
    if incident.start == incident.end:
        body = mark(incident.status, bar.middle, y, 5)
        words = text(str(number), x=bar.middle + 8, y=y + 3.5, class_="number")
    elif length < _ROOM_FOR_NUMBER:
        body = tag("rect", x=bar.left, y=y - 4.5, width=max(length, 10), height=9, rx=4.5, class_=f"span {kind}")
        words = text(str(number), x=bar.left + max(length, 10) + 3, y=y + 3.5, class_="number")
    else:
        body = tag("rect", x=bar.left, y=y - 4.5, width=length, height=9, rx=4.5, class_=f"span {kind}")
        words = text(str(number), x=bar.middle, y=y + 3.5, class_="number middle")
    return tag("g", said, body, words, class_=f"incident{past}")


def _arrow_head(key: str) -> str:
    head = tag("path", d="M0 0L8 3.5L0 7Z", class_="arrow-head")
    return tag(
        "defs",
        tag("marker", head, id=f"{key}-head", markerWidth=8, markerHeight=7, refX=7, refY=3.5, orient="auto"),
    )


def _arrows(exchanges: Sequence[Exchange], at: Mapping[str, tuple[float, float]], key: str) -> list[str]:
    """An arrow for each step: solid where a report states the cause, dotted where only the order is known.

    Where there are many, only those that a report states are drawn.
    """
    steps = [
        (exchange, before, after)
        for exchange in exchanges
        for before, after in pairwise(exchange.steps)
        if before in at and after in at
    ]
    if len(steps) > _MOST_ARROWS:
        steps = [step for step in steps if step[0].stated]
    drawn = []
    for exchange, before, after in steps:
        (x1, y1), (x2, y2) = at[before], at[after]
        drop = 9 if y2 >= y1 else -9
        bend = (y2 - y1) / 2 or 24
        line = curve(((x1, y1 + drop * 0.7), (x1, y1 + bend), (x2, y2 - bend), (x2, y2 - drop)))
        kind = "stated" if exchange.stated else "order"
        drawn.append(tag("path", title(exchange.text), d=line, class_=f"arrow {kind}", marker_end=f"url(#{key}-head)"))
    return drawn

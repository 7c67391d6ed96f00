"""Where it happened: sites and towns as marks, provinces, regions and countries as hatched areas, never as a pin."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallystick.model.incident import Incident
from tallystick.model.place import Place
from tallystick.model.terms import PlacePrecision, Status
from tallystick.publishing.brief.basemap import Shape, countries, country_shape, province_shape, provinces
from tallystick.publishing.brief.labels import Layout
from tallystick.publishing.brief.map_names import names_of_country
from tallystick.publishing.brief.projection import Frame, clip, fit_frame, groups_within
from tallystick.publishing.svg import MARKS, mark, path, picture, tag, text, text_width, title
from tallystick.publishing.words import listed

MOST_MAPS = 3
_REACH_KM = 700.0
_PROVINCES_UP_TO_KM = 3000.0
_PARALLELS = 16
_NAME_MAY_STICK_OUT = 0.6
_SCALES_KM = (5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Spot:
    """A place with the incidents there."""

    place: Place
    incidents: tuple[Incident, ...]

    @property
    def longitude(self) -> float:
        """Degrees east of its point, or of the middle of its area."""
        return self.place.longitude or 0.0

    @property
    def latitude(self) -> float:
        """Degrees north of its point, or of the middle of its area."""
        return self.place.latitude or 0.0


def find_spots(incidents: Iterable[Incident]) -> list[Spot]:
    """The places that can be drawn, those with most incidents first."""
    by_place: dict[str, list[Incident]] = {}
    places: dict[str, Place] = {}
    for incident in incidents:
        place = incident.place
        if place and place.latitude is not None and place.longitude is not None:
            places.setdefault(place.id, place)
            by_place.setdefault(place.id, []).append(incident)
    spots = [Spot(places[key], tuple(found)) for key, found in by_place.items()]
    return sorted(spots, key=lambda s: (-len(s.incidents), s.place.id))


def find_theatres(incidents: Iterable[Incident]) -> list[list[Spot]]:
    """The places in groups that lie apart from each other, the group with most incidents first."""
    spots = find_spots(incidents)
    groups = groups_within([(s.longitude, s.latitude) for s in spots], _REACH_KM)
    theatres = [[spots[i] for i in group] for group in groups]
    return sorted(theatres, key=lambda theatre: -sum(len(spot.incidents) for spot in theatre))


def draw_maps(incidents: Iterable[Incident], *, width: float, key: str) -> list[str]:
    """A map of each theatre, the first the largest, at most ``MOST_MAPS``."""
    half = width if width < 500 else (width - 12) / 2
    return [
        _draw(theatre, width=half if at else width, key=f"{key}{at}")
        for at, theatre in enumerate(find_theatres(incidents)[:MOST_MAPS])
    ]


def _draw(spots: list[Spot], *, width: float, key: str) -> str:
    frame = fit_frame(_extent(spots), width)
    layout = Layout(frame.width, frame.height)
    scale = _scale_bar(frame, layout)
    areas = sorted((s for s in spots if s.place.is_area), key=lambda s: -s.place.radius_km)
    points = [s for s in spots if not s.place.is_area]
    marks = [_point(spot, frame, layout) for spot in points]
    small = width < 500
    size = 10.5 if small else 12.5
    names = [_name(spot, frame, layout, size=size) for spot in points]
    names += [_name(spot, frame, layout, size=size) for spot in areas]
    whole = {s.place.country for s in areas if s.place.precision is PlacePrecision.COUNTRY}
    told = listed(f"{s.place.name} {len(s.incidents)}" for s in spots)
    return picture(
        _patterns(key),
        tag("rect", width=frame.width, height=frame.height, class_="sea"),
        *_land(frame),
        *(_area(spot, frame, key) for spot in areas),
        *_country_names(frame, layout, named=whole, size=9.5 if small else 11.5),
        *marks,
        *names,
        scale,
        tag("rect", x=0.5, y=0.5, width=frame.width - 1, height=frame.height - 1, class_="frame"),
        width=frame.width,
        height=frame.height,
        name="Map of the incidents",
        description=f"Incidents by place: {told}.",
        key=key,
    )


def _extent(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    """A box around the points and around areas smaller than a country; around countries if there is nothing else."""
    fine = [s for s in spots if s.place.precision is not PlacePrecision.COUNTRY] or list(spots)
    wests, souths, easts, norths = [], [], [], []
    for spot in fine:
        reach = spot.place.radius_km / 111.2 if spot.place.is_area else 0.0
        turn = reach / max(0.2, math.cos(math.radians(spot.latitude)))
        wests.append(spot.longitude - turn)
        easts.append(spot.longitude + turn)
        souths.append(spot.latitude - reach)
        norths.append(spot.latitude + reach)
    return min(wests), max(-85.0, min(souths)), max(easts), min(85.0, max(norths))


def _land(frame: Frame) -> list[str]:
    seen = [shape for shape in countries() if _is_in(shape, frame)]
    drawn = [tag("path", d=_outline(shape, frame), class_="land", fill_rule="evenodd") for shape in seen]
    if frame.span_km <= _PROVINCES_UP_TO_KM:
        inner = [p for shape in seen if shape.country for p in provinces(shape.country) if _is_in(p, frame)]
        drawn.append(tag("path", d="".join(_outline(shape, frame) for shape in inner), class_="province"))
    drawn.append(tag("path", d="".join(_outline(shape, frame) for shape in seen), class_="border"))
    return drawn


def _is_in(shape: Shape, frame: Frame) -> bool:
    west, south, east, north = frame.box
    left, bottom, right, top = shape.box
    return left < east and right > west and bottom < north and top > south


def _outline(shape: Shape, frame: Frame) -> str:
    rings = ([frame.to_page(*point) for point in ring] for ring in shape.rings)
    inside = (clip(ring, -20, -20, frame.width + 20, frame.height + 20) for ring in rings)
    return "".join(path(ring, closed=True) for ring in inside if ring)


def _patterns(key: str) -> str:
    """A hatch for each sign, drawn at an angle of its own."""
    angles = {"confirmed": 45, "reported": 45, "claimed": 135, "contested": 0, "denied": 90}
    return tag(
        "defs",
        *(
            tag(
                "pattern",
                tag("path", d="M0 0V7", class_=f"hatch {kind}"),
                id=f"{key}-{kind}",
                width=7,
                height=7,
                patternUnits="userSpaceOnUse",
                patternTransform=f"rotate({angle})",
            )
            for kind, angle in angles.items()
        ),
    )


def _surest(spot: Spot) -> Status:
    order = list(Status)
    return min((incident.status for incident in spot.incidents), key=order.index)


def _area(spot: Spot, frame: Frame, key: str) -> str:
    kind = MARKS[_surest(spot)]
    look = {"class_": f"area {kind}", "fill": f"url(#{key}-{kind})"}
    place = spot.place
    shape = province_shape(place) if place.precision is PlacePrecision.PROVINCE else None
    if place.precision is PlacePrecision.COUNTRY:
        shape = country_shape(place.country)
    if shape:
        return tag("path", title(_said(spot)), d=_outline(shape, frame), fill_rule="evenodd", **look)
    x, y = frame.to_page(spot.longitude, spot.latitude)
    ring = tag("circle", title(_said(spot)), cx=x, cy=y, r=frame.km(max(place.radius_km, 10)), **look)
    home = country_shape(place.country)
    if home is None:
        return ring
    within = f"{key}-in-{place.id}"
    cut = tag("clipPath", tag("path", d=_outline(home, frame)), id=within)
    return tag("defs", cut) + tag("g", ring, clip_path=f"url(#{within})")


def _said(spot: Spot) -> str:
    counts = Counter(MARKS[incident.status] for incident in spot.incidents)
    return f"{spot.place.name}: {listed(f'{n} {kind}' for kind, n in sorted(counts.items()))}"


def _point(spot: Spot, frame: Frame, layout: Layout) -> str:
    """One mark, or for several incidents a ring that is divided by status around their number."""
    x, y = frame.to_page(spot.longitude, spot.latitude)
    total = len(spot.incidents)
    radius = 5.5 if total == 1 else 7.5 + 2.2 * math.sqrt(total)
    layout.take((x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1))
    if total == 1:
        return tag(
            "g", title(_said(spot)), tag("circle", cx=x, cy=y, r=8, class_="halo"), mark(_surest(spot), x, y, 5.5)
        )
    counts = Counter(MARKS[incident.status] for incident in spot.incidents)
    around = 2 * math.pi * (radius - 2)
    at = 0.0
    arcs = []
    for kind in dict.fromkeys(MARKS.values()):
        share = counts[kind] / total * around
        if share:
            arcs.append(
                tag(
                    "circle",
                    cx=x,
                    cy=y,
                    r=radius - 2,
                    class_=f"ring {kind}",
                    stroke_dasharray=f"{share:.2f} {around:.2f}",
                    stroke_dashoffset=f"{-at:.2f}",
                    transform=f"rotate(-90 {x:.1f} {y:.1f})",
                )
            )
        at += share
    disc = tag("circle", cx=x, cy=y, r=radius, class_="halo")
    return tag("g", title(_said(spot)), disc, *arcs, text(str(total), x=x, y=y + 4, class_="count"))


def _name(spot: Spot, frame: Frame, layout: Layout, *, size: float) -> str:
    x, y = frame.to_page(spot.longitude, spot.latitude)
    if not (0 <= x <= frame.width and 0 <= y <= frame.height):
        return ""
    words = spot.place.name
    gap = 2.0 if spot.place.is_area else 11.0 + 2 * math.sqrt(len(spot.incidents))
    room = layout.place(x, y, gap, text_width(words, size) + 4, size + 5)
    if room is None:
        return ""
    kind = "name area-name" if spot.place.is_area else "name"
    label = text(words, x=room.x + 2, y=room.y + size * 0.35, class_=kind, font_size=size)
    if not room.leader or spot.place.is_area:
        return label
    end = room.x if room.x > x else room.x + text_width(words, size) + 4
    share = gap * 0.8 / max(math.hypot(end - x, room.y - y), gap)
    start = x + (end - x) * share, y + (room.y - y) * share
    return tag("path", d=path([start, (end, room.y)], closed=False), class_="leader") + label


def _country_names(frame: Frame, layout: Layout, *, named: set[str | None], size: float) -> list[str]:
    """Names of the countries in view, but for those that are ``named`` as places of incidents."""
    names = []
    for shape in countries():
        name = names_of_country(shape).get("en", "").upper()
        if not name or not _is_in(shape, frame) or (shape.country and shape.country in named):
            continue
        width = text_width(name, size) * 1.3
        best = _widest_room(shape, frame, width)
        room = layout.place(best[0] - width / 2, best[1], 0, width, size + 4) if best else None
        if room and not room.leader:
            names.append(text(name, x=room.x, y=room.y + size * 0.35, class_="country-name", font_size=size))
    return names


def _widest_room(shape: Shape, frame: Frame, width: float) -> tuple[float, float] | None:
    """The middle of the widest stretch of a country in the frame, among a few parallels; null if a name is too wide."""
    west, south, east, north = frame.box
    best, widest = None, width * _NAME_MAY_STICK_OUT
    for row in range(1, _PARALLELS):
        latitude = south + (north - south) * row / _PARALLELS
        for start, end in shape.spans(latitude):
            left, right = max(start, west), min(end, east)
            room = (right - left) * frame.squeeze * frame.unit
            if room > widest:
                widest = room
                best = frame.to_page((left + right) / 2, latitude)
    return best


def _scale_bar(frame: Frame, layout: Layout) -> str:
    longest = max((k for k in _SCALES_KM if frame.km(k) <= frame.width * 0.28), default=_SCALES_KM[0])
    x, y, length = 14.0, frame.height - 14.0, frame.km(longest)
    layout.take((x - 6, y - 20, x + length + 12, y + 8))
    bar = f"M{x:.1f} {y - 4:.1f}V{y:.1f}H{x + length:.1f}V{y - 4:.1f}"
    return tag("path", d=bar, class_="scale") + text(f"{longest} km", x=x + 2, y=y - 7, class_="scale-name")

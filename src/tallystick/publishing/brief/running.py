"""Running totals as a picture: what a counter said over time, above the curve of what is on file inside its count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tallystick.model.running import RunningPoint, RunningTotal
from tallystick.model.terms import Comparator
from tallystick.publishing.brief.axis import DayAxis
from tallystick.publishing.brief.phrases import country_name
from tallystick.publishing.svg import Point, path, picture, tag, text, text_width, title
from tallystick.publishing.words import day, listed, plain

_HEAD, _FOOT, _HEIGHT = 34.0, 12.0, 190.0
_UP = (Comparator.AT_LEAST, Comparator.MORE_THAN)
_DOWN = (Comparator.UP_TO, Comparator.NEARLY)
_BOUND = {Comparator.AT_LEAST: "≥", Comparator.MORE_THAN: ">", Comparator.UP_TO: "≤", Comparator.EXACT: ""}
_STEPS = (1, 2, 5)


def name_total(total: RunningTotal) -> str:
    """Who counts what, where and from when: "Attacks counted by the ministry in Iraq since 17 October 2023"."""
    who = f"counted by {total.counter}" if total.counter else f"as {total.told_by or 'a report'} has them"
    where = f" in {listed(country_name(a) or a for a in total.areas)}" if total.areas else ""
    since = f" since {day(total.since)}" if total.since else ""
    return f"{plain(total.unit).capitalize()} {who}{where}{since}"


def write_value(point: RunningPoint) -> str:
    """The value with its bound as a sign: "≥ 24", "about 30"."""
    sign = _BOUND.get(point.comparator, "about")
    return f"{sign} {point.value}" if sign else str(point.value)


def draw_running(
    total: RunningTotal,
    *,
    quoted: Callable[[RunningPoint], str],
    opens: Callable[[RunningPoint], str] | None = None,
    width: float,
    key: str,
) -> str:
    """The chart of one running total; ``quoted`` says of a point whose words it is, ``opens`` where it leads to."""
    days = [p.day for p in total.points] + [c.day for c in total.curve] + ([total.since] if total.since else [])
    most = max([p.value for p in total.points] + [c.incidents for c in total.curve])
    left, bottom = 14 + text_width(str(most), 11), _HEIGHT - _FOOT
    axis = DayAxis.around(days, left, width - 34)
    scale = (bottom - _HEAD - 12) / max(most, 1)

    def height(value: float) -> float:
        return bottom - value * scale

    drawn = [*axis.grid(_HEAD, bottom), *_levels(most, left, width, height), *_curve(total, axis, height, width)]
    at = [(axis.at(p.day) + axis.a_day, height(p.value)) for p in total.points]
    drawn.append(tag("path", d=path(at, closed=False), class_="total-line"))
    labels = _labels(total, at, width)
    for point, (x, y) in zip(total.points, at, strict=True):
        mark = _point(point, x, y, quoted(point))
        drawn.append(tag("a", mark, href=opens(point)) if opens else mark)
    drawn += [text(words, x=x, y=y, class_="number middle") for words, x, y in labels]
    return picture(
        *drawn,
        width=width,
        height=_HEIGHT,
        name=name_total(total),
        description=_describe(total),
        key=key,
    )


def _describe(total: RunningTotal) -> str:
    first, last = total.points[0], total.points[-1]
    return (
        f"From {write_value(first)} on {day(first.day)} to {write_value(last)} on {day(last.day)}, "
        f"{len(total.points)} totals; {first.on_file} and {last.on_file} incidents inside it are on file by then."
    )


def _levels(most: int, left: float, width: float, height: Callable[[float], float]) -> list[str]:
    """Lines across at round numbers, four at the most."""
    sizes = (step * 10**power for power in range(9) for step in _STEPS)
    step = next(s for s in sizes if most / s <= 4)
    lines = []
    for value in range(0, most + 1, step):
        y = height(value)
        lines.append(tag("path", d=f"M{left:.1f} {y:.1f}H{width - 30:.1f}", class_="grid" if value else "base"))
        lines.append(text(str(value), x=left - 6, y=y + 4, class_="tick end"))
    return lines


def _curve(total: RunningTotal, axis: DayAxis, height: Callable[[float], float], width: float) -> list[str]:
    """The incidents on file as a stair: it rises at the end of each day on which one happened."""
    x = axis.at(total.since if total.since and total.since >= axis.first else axis.first)
    end = axis.at(axis.last + timedelta(days=1))
    stair = f"M{x:.1f} {height(0):.1f}"
    for step in total.curve:
        stair += f"H{axis.at(step.day) + axis.a_day:.1f}V{height(step.incidents):.1f}"
    stair += f"H{end:.1f}"
    last = total.curve[-1].incidents if total.curve else 0
    words = text(f"{last} on file", x=min(end, width - 34), y=height(last) - 6, class_="on-file end")
    return [
        tag("path", d=f"{stair}V{height(0):.1f}Z", class_="on-file-area"),
        tag("path", d=stair, class_="on-file-line"),
        words if last else "",
    ]


def _labels(total: RunningTotal, at: list[Point], width: float) -> list[tuple[str, float, float]]:
    """The values that there is room for, above their points: the last total first, then from the first on."""
    placed: list[tuple[str, float, float]] = []
    order = [len(at) - 1, *range(len(at) - 1)]
    for point, (x, y) in ((total.points[n], at[n]) for n in order):
        words = write_value(point)
        half = text_width(words, 10.5) / 2 + 3
        middle = min(max(x, half), width - half)
        level = y - (13 if point.comparator in _UP else 9)
        clear_of_points = all(abs(px - middle) > half + 5 or not level - 15 < py < level + 6 for px, py in at)
        clear_of_labels = all(
            abs(other - middle) > half + text_width(said, 10.5) / 2 + 3 or abs(height - level) > 12
            for said, other, height in placed
        )
        if clear_of_points and clear_of_labels:
            placed.append((words, middle, level))
    return placed


def _point(point: RunningPoint, x: float, y: float, said: str) -> str:
    parts = [title(f"{write_value(point)}, {day(point.day)}. {said}{f' {point.why}' if point.why else ''}")]
    if point.comparator in (*_UP, *_DOWN):
        rise = -9 if point.comparator in _UP else 9
        tip = 3 if rise < 0 else -3
        parts.append(tag("path", d=f"M{x:.1f} {y:.1f}v{rise}m-3 {tip}l3 {-tip}l3 {tip}", class_="bound"))
    parts.append(tag("circle", cx=x, cy=y, r=4, class_=f"total {point.mark or ''}".strip()))
    if point.mark == "contradicted":
        parts.append(tag("path", d=f"M{x - 6:.1f} {y - 6:.1f}l12 12m0 -12l-12 12", class_="clash"))
    return tag("g", *parts)

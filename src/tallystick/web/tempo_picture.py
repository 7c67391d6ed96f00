"""The tempo as a picture: a bar a week, stacked by kind, with a ring over the weeks in which attacks were answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tallystick.publishing.svg import picture, tag, text, text_width, title
from tallystick.publishing.words import days
from tallystick.web.tempo import Tempo

WIDTH, HEIGHT = 1060.0, 232.0
_LEFT, _RIGHT, _HEAD, _FOOT = 40.0, 8.0, 26.0, 22.0
_STEPS = (1, 2, 5)
_TICK = 11.0


def draw_tempo(tempo: Tempo, *, name_kind: Callable[[str | None], str], opens: Callable[[int], str]) -> str:
    """The picture of at least one week. ``opens`` gives the address of the list of a week, by its number."""
    step = (WIDTH - _LEFT - _RIGHT) / len(tempo.weeks)
    base = HEIGHT - _FOOT
    lines = _lines(max(tempo.totals))
    scale = (base - _HEAD) / lines[-1]
    drawn = []
    for line in lines:
        y = base - line * scale
        drawn.append(tag("path", d=f"M{_LEFT:.1f} {y:.1f}H{WIDTH - _RIGHT:.1f}", class_="grid" if line else "base"))
        drawn.append(text(f"{line:,}", x=_LEFT - 6, y=y + 3.5, class_="tick end"))
    month, free = 0, 0.0
    for number, week in enumerate(tempo.weeks):
        x = _LEFT + step * number
        words = _month(week, is_first=not month)
        if week.month != month and x >= free and number + 2 < len(tempo.weeks):
            drawn.append(text(words, x=x + 2, y=HEIGHT - 6, class_="tick"))
            free = x + 2 + text_width(words, _TICK)
        month = week.month
        if tempo.totals[number]:
            drawn.append(_bar(tempo, number, x, step, base, scale, name_kind, opens(number)))
    return picture(
        *drawn,
        width=WIDTH,
        height=HEIGHT,
        name="Incidents by week",
        description=f"{sum(tempo.totals)} incidents in {len(tempo.weeks)} weeks from {tempo.weeks[0]} on.",
        key="tempo",
    )


def _bar(
    tempo: Tempo,
    number: int,
    x: float,
    step: float,
    base: float,
    scale: float,
    name_kind: Callable[[str | None], str],
    address: str,
) -> str:
    """The bar of a week, of which all the height can be clicked."""
    held = [(at, layer, layer.numbers[number]) for at, layer in enumerate(tempo.layers) if layer.numbers[number]]
    told = ", ".join(f"{many} {name_kind(layer.value).lower()}" for _, layer, many in held)
    answers = tempo.answers[number]
    answered = f"; {answers} said to answer an attack" if answers else ""
    parts = [
        title(f"{days(tempo.weeks[number], tempo.last_day(number))}: {told}{answered}"),
        tag("rect", x=x, y=_HEAD - 20, width=step, height=base - _HEAD + 20, class_="reach"),
    ]
    y = base
    for at, layer, many in held:
        y -= many * scale
        kind = "rest" if layer.value is None else f"k{at}"
        parts.append(tag("rect", x=x + 2, y=y, width=step - 4, height=max(many * scale - 1, 1), class_=f"layer {kind}"))
    if answers:
        parts.append(tag("circle", cx=x + step / 2, cy=y - 8, r=4.5, class_="answer"))
    return tag("a", *parts, href=address)


def _lines(most: int) -> list[int]:
    """Where the lines are drawn: three to five round numbers from nought on, the last not below ``most``."""
    unit = 1
    while True:
        for step in _STEPS:
            if step * unit * 4 >= most:
                return [step * unit * number for number in range(max(2, -(-most // (step * unit))) + 1)]
        unit *= 10


def _month(day: date, *, is_first: bool) -> str:
    return f"{day:%b} {day.year}" if is_first or day.month == 1 else f"{day:%b}"

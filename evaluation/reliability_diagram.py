"""The reliability diagram: how often something is right, by how sure it was said to be."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.evaluation.calibration import Bin

_SIDE, _MARGIN = 320, 48
_LARGEST = 12  # radius in pixels of the dot with the most cases


def draw_reliability(table: Sequence[Bin], *, title: str, cases: str = "mentions") -> str:
    """The diagram as SVG: a dot for each bin, its area by its cases; on the dashed line said and right are equal.

    ``cases`` names what is counted.
    """
    most = max((each.cases for each in table), default=1)
    dots = "".join(
        f'<circle cx="{_across(each.said):.1f}" cy="{_up(each.true):.1f}" '
        f'r="{_LARGEST * (each.cases / most) ** 0.5:.1f}" fill="#1d3f5e" fill-opacity="0.75">'
        f"<title>said {each.said:.2f}, right {each.true:.2f}, {each.cases} {cases}</title></circle>"
        for each in table
        if each.cases
    )
    ticks = "".join(
        f'<text x="{_across(t):.1f}" y="{_up(0) + 16}" text-anchor="middle">{t:g}</text>'
        f'<text x="{_across(0) - 8}" y="{_up(t) + 4:.1f}" text-anchor="end">{t:g}</text>'
        for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    size = _SIDE + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        f'role="img" aria-label="{title}" font-family="sans-serif" font-size="12">'
        f'<rect width="{size}" height="{size}" fill="white"/>'
        f'<rect x="{_across(0)}" y="{_up(1)}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>'
        f'<path d="M{_across(0)} {_up(0)}L{_across(1)} {_up(1)}" stroke="#888" stroke-dasharray="4 4"/>{dots}{ticks}'
        f'<text x="{_across(0.5)}" y="{size - 8}" text-anchor="middle">said</text>'
        f'<text x="14" y="{_up(0.5)}" text-anchor="middle" transform="rotate(-90 14 {_up(0.5)})">right</text>'
        f'<text x="{_across(0.5)}" y="24" text-anchor="middle">{title}</text></svg>\n'
    )


def _across(share: float) -> float:
    return _MARGIN + _SIDE * share


def _up(share: float) -> float:
    return _MARGIN + _SIDE * (1 - share)

"""Tables for the tests of this room."""

from __future__ import annotations

from hypothesis import strategies as st

from tallystick.analysis.capture.table import Table


def table(lists: int, **counts: int) -> Table:
    """``table(2, n10=5, n01=10, n11=5)``: a digit for each list."""
    return Table(
        lists, {frozenset(n for n, digit in enumerate(name[1:]) if digit == "1"): c for name, c in counts.items()}
    )


HEPATITIS = table(3, n111=28, n110=21, n101=17, n011=18, n100=69, n010=55, n001=63)
"""Hepatitis A at a college in Taiwan, by blood test, hospital and questionnaire: Chao and others (2001), table 1."""


@st.composite
def tables(draw: st.DrawFn, lists: tuple[int, ...] = (2, 3, 4)) -> Table:
    """Any table, the empty ones too."""
    many = draw(st.sampled_from(lists))
    patterns = [frozenset(n for n in range(many) if bits >> n & 1) for bits in range(1, 2**many)]
    return Table(many, {p: draw(st.integers(0, 60)) for p in patterns})

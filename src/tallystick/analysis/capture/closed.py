"""Estimates in closed form: two independent lists, and the lower bound."""

from __future__ import annotations

import math

from tallystick.analysis.capture.table import Table

NORMAL_95 = 1.6448536269514722
"""The 95th percentile of the normal distribution: a two-sided interval of 90 %."""


def chapman(table: Table) -> float:
    """Chapman's (1951) estimate of the whole from two lists that are independent: (n1+1)(n2+1)/(m+1) - 1."""
    return (table.on(0) + 1) * (table.on(1) + 1) / (table.on(0, 1) + 1) - 1


def chapman_interval(table: Table) -> tuple[float, float]:
    """The 90 % interval beside Chapman's estimate, on the scale of the logit: Sadinle (2009), which holds its level
    with few matches too. Never below what was seen.
    """
    both, first, second = table.on(0, 1) + 0.5, table.only(0) + 0.5, table.only(1) + 0.5
    spread = math.sqrt(1 / both + 1 / first + 1 / second + both / (first * second))
    unseen = first * second / both
    low, high = (table.seen - 0.5 + unseen * math.exp(sign * NORMAL_95 * spread) for sign in (-1, 1))
    return max(low, float(table.seen)), high


def lower_bound(table: Table) -> float:
    """What the whole comes to at least, where some incidents are harder to hear of than others.

    Chao's (1987) bound in the form of Rivest and Baillargeon (2007) for lists of unequal reach: those told once are
    multiplied list by list and held against those told twice, bias corrected as by Chapman; with two lists it is
    Chapman's estimate, with lists of equal reach Chao's bound. By the inequality of Cauchy and Schwarz it is at most
    the whole, but for chance, if whatever makes an incident harder to hear of makes it so for every list. Lists that
    avoid each other's incidents are outside this.
    """
    once = sum(table.only(i) * table.only(j) for i, j in table.pairs())
    twice = sum(table.only(i, j) for i, j in table.pairs())
    return table.seen + once / (twice + 1)

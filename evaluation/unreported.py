"""Whether the estimate of the unreported keeps its word: made populations whose size is known.

python -m evaluation.unreported [--populations N] [--seed N] [--alone] [--published]

Each setting makes populations of incidents, lets two to four lists tell some of them, and counts how often the 90 %
interval holds the truth and how often the estimate is refused. Settings marked with a star meet the assumptions.
``--alone`` shows, for three lists, what the model of the lowest AIC would do by itself; ``--published`` estimates a
published table whose truth is known.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallystick.analysis.capture.estimate import Estimate, estimate_whole
from tallystick.analysis.capture.loglinear import models_of, profile, sizes
from tallystick.analysis.capture.table import Table

Told = NDArray[np.bool_]


@dataclass(frozen=True)
class Setting:
    """How populations are made. ``reach`` is each list's chance to tell an incident.

    ``depends`` adds to the log odds that the second list tells what the first does; ``uneven`` is the standard
    deviation, in log odds, of how easily incidents are heard of.
    """

    name: str
    size: int
    reach: tuple[float, ...]
    depends: float = 0.0
    uneven: float = 0.0
    holds: bool = True


HEPATITIS = Table(
    3,
    {
        frozenset(n for n, digit in enumerate(pattern) if digit == "1"): count
        for pattern, count in {"111": 28, "110": 21, "101": 17, "011": 18, "100": 69, "010": 55, "001": 63}.items()
    },
)
"""Three lists of an outbreak at a college in Taiwan, by Chao and others (2001)."""
WELL, POOR = (0.5, 0.4, 0.3, 0.3), (0.3, 0.25, 0.2, 0.2)


def settings() -> Iterator[Setting]:
    """Two, three and four lists: independent, dependent in a pair, of uneven incidents, and sparse."""
    for lists in (2, 3, 4):
        for size in (60, 150, 400):
            yield Setting("independent", size, WELL[:lists])
        yield Setting("independent, sparse", 150, POOR[:lists])
        for strength, words in ((1.0, "drawn together"), (2.0, "drawn together strongly"), (-1.0, "avoiding")):
            for size in (60, 150, 400) if lists > 2 else (150,):
                yield Setting(f"a pair {words}", size, WELL[:lists], depends=strength, holds=lists > 2)
        for spread in (0.5, 1.0):
            yield Setting(f"uneven incidents, {spread}", 150, WELL[:lists], uneven=spread, holds=False)
    for lists in (2, 3):
        yield Setting("independent, very sparse", 60, (0.12, 0.1, 0.08)[:lists])


def tell(setting: Setting, random: np.random.Generator) -> Table:
    """One made population, as the lists tell it."""
    odds = np.log(np.array(setting.reach) / (1 - np.array(setting.reach)))
    ease = random.normal(0.0, setting.uneven, (setting.size, 1)) if setting.uneven else np.zeros((setting.size, 1))
    told: Told = random.random((setting.size, len(odds))) < _share(odds + ease)
    if setting.depends:
        pull = setting.depends * (told[:, 0] - setting.reach[0])
        told[:, 1] = random.random(setting.size) < _share(odds[1] + ease[:, 0] + pull)
    return Table.of((frozenset(np.flatnonzero(row).tolist()) for row in told), len(odds))


def _share(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def score(setting: Setting, populations: int, seed: int) -> str:
    """One row: refused, covered with its standard error, the middle estimate and bound over the truth, the width."""
    random = np.random.default_rng([seed, *setting.name.encode(), setting.size, len(setting.reach)])
    answers = [estimate_whole(tell(setting, random)) for _ in range(populations)]
    given = [a for a in answers if a.refused is None]
    row = f"{'*' if setting.holds else ' '} | {len(setting.reach)} | {setting.name} | {setting.size} | "
    row += f"{1 - len(given) / populations:.2f} | "
    if not given:
        return row + "- | - | - | -"
    covered = sum(_covers(a, setting.size) for a in given) / len(given)
    error = math.sqrt(max(covered * (1 - covered), 0.25 / len(given)) / len(given))
    totals = [a.total for a in given if a.total is not None]
    widths = [a.high / a.low for a in given if a.high and a.low]
    least = [a.at_least for a in given if a.at_least is not None]
    return (
        f"{row}{covered:.2f} ± {error:.2f} | {np.median(totals) / setting.size:.2f} | "
        f"{np.median(least) / setting.size:.2f} | {np.median(widths):.2f}"
    )


def _covers(answer: Estimate, size: int) -> bool:
    return answer.low is not None and answer.high is not None and answer.low <= size <= answer.high


def best_alone(table: Table) -> tuple[float, float]:
    """The 90 % interval by the profile likelihood of the model of the lowest AIC, as if it had not been chosen."""
    unseen = sizes(table.seen)
    fits = [(2 * len(terms) - 2 * fit.max(), fit) for terms in models_of(3) for fit in [profile(table, terms, unseen)]]
    _, best = min(fits, key=lambda each: each[0])
    inside = unseen[best >= best.max() - 2.7055 / 2]
    return table.seen + float(inside.min()), table.seen + float(inside.max())


def score_alone(populations: int, seed: int) -> None:
    """Prints how often that interval holds the truth, for each setting of three lists that meets the assumptions."""
    for setting in settings():
        if len(setting.reach) == 3 and setting.holds and "very" not in setting.name:
            random = np.random.default_rng([seed, *setting.name.encode(), setting.size, 3])
            found = [best_alone(tell(setting, random)) for _ in range(populations)]
            held = sum(low <= setting.size <= high for low, high in found) / populations
            print(f"{setting.name}, {setting.size}: the best model alone covers {held:.2f}", flush=True)


def main() -> None:
    """Prints a table of all settings, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--populations", type=int, default=300, help="made in each setting (half as many with four lists)"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--published", action="store_true")
    asked = parser.parse_args()
    if asked.published:
        print("hepatitis A, 271 seen, about 545 in truth:", estimate_whole(HEPATITIS))
        return
    if asked.alone:
        score_alone(asked.populations, asked.seed)
        return
    print("holds | lists | setting | size | refused | covered | middle/truth | bound/truth | high/low")
    print("|".join(["---"] * 9))
    for setting in settings():
        many = asked.populations if len(setting.reach) < 4 else max(1, asked.populations // 2)
        print(score(setting, many, asked.seed), flush=True)


if __name__ == "__main__":
    main()

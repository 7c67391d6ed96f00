"""The fitted linkage written down: its parameters, and the card that says what it is and how well it does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.linkage_pairs import Pairs
from tallystick.evaluation.calibration import Bin, calibration_error
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage.model import PARAMETERS, Model

ROOT = Path(__file__).parents[1]
CARD = ROOT / "docs" / "reference" / "linkage-model.md"
IMAGE = ROOT / "docs" / "images" / "reliability-linkage.svg"

_HEAD = """# The linkage model

How likely two tellings are of one incident is worked out by adding weights: one that all pairs begin with, and one for
each feature by the level that the two come to (Fellegi and Sunter 1969; Splink does the adding). The weights are in
bits: +1 doubles the odds. They ship in `tallystick/resolution/linkage/parameters.json` and are never learnt from a
user's reports, so a ledger of two reports is linked by the same model as one of a million.

This page is written by `python -m evaluation.fit_linkage ../shared/gold --write --date DAY`; why it is fitted so is in
[a decision](../decisions/linkage-training.md).
"""
_FOLDS = """Five folds over incidents. Log loss in bits over held-out pairs (less is better); F1 of pairs of tellings
of two briefs that end in one cluster, one of them at least of a held-out incident.
"""
_LIMITS = """## What to expect of it

- The gold is small: some hundred pairs of one incident, most of them on bases in Iraq and Syria in the autumn of 2023.
  The weights stay near those set by hand wherever the gold tells nothing of a level.
- Labels of FA-KES are crowd work and were grouped by day, governorate, actor and number of dead, which favours pairs
  that agree on these. Those and the Gun Violence Corpus (other events, another country) count half.
- Two attacks on one place on one day are told apart by kind, weapon, time of day, counts and words alone. Where reports
  tell none of these, they are joined.
- The probability is of a pair. What becomes of it in a cluster, and under what one report tells apart, is told in
  [the reasons for a join](../explanation/the-road.md).
"""


@dataclass(frozen=True)
class Tried:
    """One way to fit, on what it was not fitted on: the log loss of pairs in bits, of the sources it is judged by and
    of each, and precision, recall and F1 of pairs put into one cluster.
    """

    name: str
    loss: float
    losses: Mapping[str, float]
    clustered: Mapping[str, tuple[float, float, float]]

    @property
    def told(self) -> str:
        """A line of text."""
        losses = ", ".join(f"{source} {loss:.2f}" for source, loss in self.losses.items())
        scores = ", ".join(f"{source} {f1:.3f}" for source, (_, _, f1) in self.clustered.items())
        return f"{self.name}: loss {self.loss:.3f} ({losses}); clusters F1 {scores}"


@dataclass(frozen=True)
class Fitted:
    """The model of the chosen way, fitted on all, and what was tried."""

    model: Model
    chosen: Tried
    tried: tuple[Tried, ...]
    sources: tuple[Pairs, ...]
    table: tuple[Bin, ...]

    @property
    def told(self) -> str:
        """What was chosen, and whether its probabilities are what they say."""
        bins = "".join(
            f"  {b.low:.1f} to {b.high:.1f}: {b.cases:4d} pairs, said {b.said:.2f}, one incident {b.true:.2f}\n"
            for b in self.table
        )
        return f"chosen: {self.chosen.name}; calibration error {calibration_error(self.table):.3f}\n{bins}"


def write_parameters(fitted: Fitted, *, version: str, shares: Mapping[str, float]) -> None:
    """Writes the parameters file, with what the model was fitted on and how well it did."""
    odds: dict[str, dict[str, dict[str, float]]] = {}
    for (feature, level), each in fitted.model.odds.items():
        odds.setdefault(feature, {})[level] = {"m": round(each.m, 8), "u": round(each.u, 8)}
    written = {
        "version": version,
        "fitted": {
            "way": fitted.chosen.name,
            "pairs": {
                p.source: {"one incident": int(p.same.sum()), "two": int((~p.same).sum()), "share": shares[p.source]}
                for p in fitted.sources
            },
            "held-out log loss in bits": round(fitted.chosen.loss, 3),
            "calibration error": round(calibration_error(fitted.table), 3),
        },
        "prior": round(fitted.model.prior, 8),
        "odds": odds,
    }
    PARAMETERS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def write_card(fitted: Fitted, *, version: str) -> None:
    """Writes the model card."""
    CARD.write_text("\n".join(_card(fitted, version)), encoding="utf-8")


def _card(fitted: Fitted, version: str) -> Iterator[str]:
    yield _HEAD
    yield f"Version {version}, fitted by {fitted.chosen.name}.\n"
    yield "## What it was fitted on\n"
    yield from _table(
        ("source", "labelled candidate pairs", "of one incident", "incidents"),
        (
            (p.source, str(len(p.same)), str(int(p.same.sum())), str(len({i for pair in p.incidents for i in pair})))
            for p in fitted.sources
        ),
    )
    yield "## How well it does on incidents that it was not fitted on\n"
    yield _FOLDS
    yield from _table(
        ("way", "loss, briefs", *(f"clusters F1, {source}" for source in fitted.chosen.clustered)),
        ((t.name, f"{t.loss:.3f}", *(f"{f1:.3f}" for _, _, f1 in t.clustered.values())) for t in fitted.tried),
    )
    yield "## Whether its probabilities are what they say\n"
    yield f"Held-out pairs of the briefs; expected calibration error {calibration_error(fitted.table):.3f}.\n"
    yield from _table(
        ("said", "pairs", "mean said", "of one incident"),
        ((f"{b.low:.1f} to {b.high:.1f}", str(b.cases), f"{b.said:.2f}", f"{b.true:.2f}") for b in fitted.table),
    )
    yield f"![{IMAGE.stem}](../images/{IMAGE.name})\n"
    yield "## The weights\n"
    yield f"All pairs begin at {fitted.model.prior_bits:+.1f} bits. What one of the two does not tell adds none.\n"
    yield from _table(("feature", "level", "bits set by hand", "bits fitted"), _weights(fitted.model))
    yield _LIMITS.rstrip() + "\n"


def _weights(model: Model) -> Iterator[Sequence[str]]:
    for comparison in COMPARISONS:
        for level in comparison.all_levels:
            yield comparison.feature, level.name, f"{level.bits:+.1f}", f"{model.bits_of(comparison, level):+.1f}"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""

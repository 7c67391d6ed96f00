"""The linkage model: the comparisons with their trained parameters, as settings for Splink."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.features.comparison import Comparison, Level
from tallystick.resolution.linkage.dialect import Dialect, in_dialect

PARAMETERS = Path(__file__).parent / "parameters.json"


@dataclass(frozen=True)
class Odds:
    """How often a level is met: ``m`` among pairs of one incident, ``u`` among other candidate pairs; both 0 to 1."""

    m: float
    u: float

    @property
    def bits(self) -> float:
        """The weight of the level: log2 of m / u (Fellegi and Sunter 1969)."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True)
class Model:
    """Trained parameters: ``prior`` is the probability that a candidate pair is of one incident, before anything is
    known of it; ``odds`` are by feature and level. ``version`` changes with every training.
    """

    version: str
    prior: float
    odds: Mapping[tuple[str, str], Odds]

    @property
    def prior_bits(self) -> float:
        """Where all pairs begin, in log2 odds."""
        return math.log2(self.prior / (1 - self.prior))

    def bits_of(self, comparison: Comparison, level: Level) -> float:
        """The weight of a level, in log2 odds."""
        return self.odds[comparison.feature, level.name].bits

    def settings(self, dialect: Dialect = Dialect.DUCKDB) -> dict[str, Any]:
        """The model as Splink takes it, for the engine that it is to run on."""
        return {
            "link_type": "dedupe_only",
            "unique_id_column_name": "unique_id",
            "probability_two_random_records_match": self.prior,
            "comparisons": [self._comparison(c, dialect) for c in COMPARISONS],
            "blocking_rules_to_generate_predictions": [],
            "retain_matching_columns": False,
        }

    def _comparison(self, comparison: Comparison, dialect: Dialect) -> dict[str, Any]:
        untold = {
            "sql_condition": in_dialect(comparison.untold, dialect),
            "label_for_charts": "untold",
            "is_null_level": True,
        }
        return {
            "output_column_name": comparison.feature.replace(" ", "_"),
            "comparison_description": comparison.feature,
            "comparison_levels": [
                untold,
                *(
                    {
                        "sql_condition": in_dialect(level.condition, dialect),
                        "label_for_charts": level.name,
                        "m_probability": self.odds[comparison.feature, level.name].m,
                        "u_probability": self.odds[comparison.feature, level.name].u,
                    }
                    for level in comparison.all_levels
                ),
            ],
        }


@lru_cache(maxsize=4)
def load_model(path: Path = PARAMETERS) -> Model:
    """The model whose parameters are in a file. A level that came after the training weighs what the expert gave it."""
    written = json.loads(path.read_text(encoding="utf-8"))
    odds = {
        (feature, level): Odds(m=pair["m"], u=pair["u"])
        for feature, levels in written["odds"].items()
        for level, pair in levels.items()
    }
    return Model(version=written["version"], prior=written["prior"], odds={**expert_model().odds, **odds})


def expert_model(*, prior_bits: float = -5.0) -> Model:
    """The model that the levels' own ``bits`` make: where training starts from."""
    odds = {(c.feature, level.name): odds_of(level.bits) for c, level in _all_levels()}
    return Model(version="expert", prior=1 / (1 + 2.0**-prior_bits), odds=odds)


def odds_of(bits: float) -> Odds:
    """Two probabilities whose ratio makes that weight, where only the ratio counts."""
    return Odds(m=0.5 * 2.0 ** min(0.0, bits), u=0.5 * 2.0 ** -max(0.0, bits))


def _all_levels() -> Iterator[tuple[Comparison, Level]]:
    for comparison in COMPARISONS:
        for level in comparison.all_levels:
            yield comparison, level

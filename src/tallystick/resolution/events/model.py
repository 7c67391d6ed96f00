"""The weights of the linkage of events, as they lie in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from tallystick.resolution.events.comparisons import COMPARISONS, Comparison
from tallystick.resolution.linkage.model import odds_of

FOLDER = Path(__file__).parent


class KindHead(BaseModel):
    """A linear reading of the kind of event: a row of weights for each kind, the intercept last."""

    model_config = ConfigDict(frozen=True)

    kinds: tuple[str, ...]
    cues: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]


class EventModel(BaseModel):
    """What decides whether two mentions tell one event.

    ``weights`` holds, by comparison and level, the binary logarithm of how much likelier that level is of one event
    than of two; ``prior`` the probability that two mentions of one incident tell one event. ``documents`` is the
    likeness from which documents are of one incident, ``threshold`` the probability from which clusters join.
    ``fitted_on`` names the incidents that the weights were fitted on.
    """

    model_config = ConfigDict(frozen=True)

    version: str
    prior: float
    threshold: float
    documents: float
    weights: dict[str, dict[str, float]]
    fitted_on: tuple[str, ...]
    kinds: KindHead | None = None

    def settings_of(self, comparison: Comparison) -> dict[str, Any]:
        """A comparison as Splink takes it. Only the ratio of the two probabilities of a level counts."""
        return {
            "output_column_name": comparison.name,
            "comparison_levels": [
                {
                    "sql_condition": level.condition,
                    "label_for_charts": level.name,
                    "m_probability": odds.m,
                    "u_probability": odds.u,
                }
                for level in comparison.levels
                for odds in (odds_of(self.weights.get(comparison.name, {}).get(level.name, 0.0)),)
            ],
        }

    def settings(self) -> list[dict[str, Any]]:
        """All comparisons as Splink takes them."""
        return [self.settings_of(each) for each in COMPARISONS]


def load_event_model(name: str) -> EventModel:
    """The model of that name that ships with the package: ``news`` or ``gun-violence``."""
    return EventModel.model_validate_json((FOLDER / f"{name}.json").read_text(encoding="utf-8"))

"""How likely a mention is right: fitted on gold, not guessed.

The numbers lie in ``confidence.yaml``, written by ``python -m evaluation.fit_confidence``, with where they come from.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Modality, Role
from tallystick.model.when import When
from tallystick.reading.frame import Frame
from tallystick.reading.phrases import is_plural
from tallystick.reading.place_ranks import rank_of

_UNTOLD = (EventKind.ATTACK_UNSPECIFIED, EventKind.OTHER_VIOLENCE)
_TOWN, _PROVINCE = 2, 4
_LOGIT_MOST = 4.0


@dataclass(frozen=True)
class Confidence:
    """A logistic model of events, and for each other kind of mention the share of them that is right."""

    intercept: float
    weights: Mapping[str, float]
    kinds: Mapping[str, float]

    def of_event(self, features: Mapping[str, float]) -> float:
        """The probability that an event with these features is one as a careful coder would code it."""
        logit = self.intercept + sum(self.weights[name] * value for name, value in features.items())
        return round(1 / (1 + math.exp(-logit)), 3)


@cache
def load_confidence() -> Confidence:
    """What comes with the package."""
    told = yaml.safe_load(resources.files("tallystick.reading").joinpath("confidence.yaml").read_text("utf-8"))
    return Confidence(intercept=told["intercept"], weights=told["weights"], kinds=told["kinds"])


def confidence_of(kind: str) -> float:
    """How many of all mentions of a kind are right: claim, tally, relation or statement."""
    return load_confidence().kinds[kind]


def features_of(frame: Frame, when: When) -> dict[str, float]:
    """What is told of an event, and how, as numbers mostly 0 or 1."""
    head = frame.head
    strength = min(t.strength for t in frame.triggers if t.token == head)
    place = min((rank_of(e) for e in frame.places), default=9)
    published = when.basis is DateBasis.PUBLICATION
    roles = {p.role for p in frame.participants}
    likely = frame.trigger_probability
    return {
        "verb": strength == "verb",
        "verb of use": strength == "use",
        "weapon alone": strength == "weapon",
        "word of harm alone": strength in ("effect", "weak"),
        "several": head.pos_ in ("NOUN", "PROPN") and is_plural(head),
        "kind told": frame.kind not in _UNTOLD,
        "town told": place <= _TOWN,
        "province told": _TOWN < place <= _PROVINCE,
        "day told": when.is_known and when.precision is DatePrecision.DAY and not published,
        "day of publication": when.is_known and published,
        "weapon told": bool(frame.weapons),
        "doer told": Role.PERPETRATOR in roles,
        "known doer": any(p.role is Role.PERPETRATOR and p.actor_id is not None for p in frame.participants),
        "target told": Role.TARGET in roles,
        "victim told": Role.VICTIM in roles,
        "harm told": frame.casualties.killed is not None or frame.casualties.injured is not None,
        "reporter told": frame.reporter is not None,
        "confirmed": frame.status_cue == "confirmed",
        "claimed only": frame.status_cue == "claimed_only",
        "unconfirmed": frame.status_cue == "unconfirmed",
        "alleged": frame.modality is Modality.ALLEGED,
        "not told as done": frame.modality not in (Modality.ACTUAL, Modality.ALLEGED),
        "background": frame.background,
        "only a setting": frame.is_setting,
        "words in the sentence, in twenties": min(len(frame.sentence), 80) / 20,
        "told again": min(len(frame.stretches) - 1, 3),
        "asked of the encoder": likely is not None,
        "log odds by the encoder": 0.0 if likely is None else _log_odds(likely),
    }


def _log_odds(probability: float) -> float:
    least = 1 / (1 + math.exp(_LOGIT_MOST))
    clipped = min(max(probability, least), 1 - least)
    return math.log(clipped / (1 - clipped))

"""Where a text says that nobody was killed or injured, and where it says that this is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from tallystick.reading.lexicon import phrases_of


@dataclass(frozen=True)
class NoHarm:
    """The words that say so, as offsets in the text of the stretch, and whether they say it of the dead alone."""

    start: int
    end: int
    of_dead_only: bool


def read_no_harm(stretch: Span) -> NoHarm | None:
    """What a stretch says of nobody being harmed; None where it does not, or says that it is not known."""
    text = stretch.text
    found = _nobody().search(text)
    if found is None or _unknown().search(text):
        return None
    clause = re.split(r"[.;,]", text[found.start() :], maxsplit=1)[0]
    dead_only = not _hurt().search(clause) and _dead().search(clause) is not None
    return NoHarm(found.start(), found.end(), dead_only)


def _any_of(key: str) -> str:
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases_of("harm", key)) + ")"


@cache
def _nobody() -> re.Pattern[str]:
    nouns, people = _any_of("no_harm_nouns"), _any_of("no_harm_people")
    verbs = "(?:" + "|".join(_any_of(key) for key in ("no_harm_dead", "no_harm_hurt")) + ")"
    return re.compile(
        rf"\b(?:no|without|not any|nor any|zero|neither|any)\b[^.;]{{0,40}}?\b{nouns}\b"
        rf"|\b(?:no[- ]one|nobody|none|no (?:\w+ ){{0,4}}{people})\b[^.;]{{0,30}}?\b{verbs}\b"
        rf"|\bneither\b[^.;]{{0,40}}?\b{verbs}\b"
        rf"|\b{verbs}\s+(?:no[- ]one|nobody)\b"
        rf"|\b{_any_of('no_harm_phrases')}",
        re.IGNORECASE,
    )


@cache
def _unknown() -> re.Pattern[str]:
    what = _any_of("not_told_of")
    return re.compile(
        rf"\b(?:no {what}|no immediate {what})\s+(?:on|of|about)\b|\b{_any_of('not_told')}", re.IGNORECASE
    )


@cache
def _dead() -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of('no_harm_dead')}\b", re.IGNORECASE)


@cache
def _hurt() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('no_harm_hurt')}|{_any_of('no_harm_of_both')})\b", re.IGNORECASE)

"""Copies made by rule from reports of our own: what editors do to agency copy, one change a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

DATA = Path(__file__).parent / "data" / "reprints"
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+")

Pieces = Mapping[str, Any]
Change = Callable[[Sequence[str], Pieces, Random], str]


@dataclass(frozen=True)
class Made:
    """A text, the family that it is of, and by which change it came about."""

    text: str
    family: str
    change: str


def load_pieces() -> Pieces:
    """What editors put around and into agency copy."""
    pieces: Pieces = yaml.safe_load((DATA / "pieces.yaml").read_text("utf-8"))
    return pieces


def load_same_events() -> list[list[str]]:
    """Events, each as told by writers apart."""
    events: list[list[str]] = yaml.safe_load((DATA / "same-event.yaml").read_text("utf-8"))
    return events


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, roughly."""
    return [" ".join(s.split()) for s in _SENTENCE.split(text) if s.strip()]


def make_copies(text: str, family: str, pieces: Pieces, rng: Random) -> Iterator[Made]:
    """The text as each of the changes leaves it."""
    sentences = sentences_of(text)
    for name, change in CHANGES.items():
        yield Made(change(sentences, pieces, rng), family, name)


def make_bulletins(pieces: Pieces, rng: Random, *, days: int) -> Iterator[Made]:
    """Bulletins of a few forms, one a day, with figures and places of their own: none is a copy of another."""
    for form, words in enumerate(pieces["bulletins"]):
        for day in range(days):
            figures = {letter: rng.randint(2, 400) for letter in "abcdefg"}
            places = dict(zip("xyzw", rng.sample(pieces["places"], 4), strict=True))
            yield Made(words.format(**figures, **places), f"bulletin {form}.{day}", "bulletin")


def make_round_up(texts: Sequence[str]) -> str:
    """The first sentences of several reports under one roof."""
    return "\n\n".join(" ".join(sentences_of(text)[:3]) for text in texts)


def _slug(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    before, behind = rng.choice(pieces["slugs"])
    return f"{before}{' '.join(sentences)}{behind}"


def _wrapped(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    return f"{rng.choice(pieces['captions'])}\n\n{' '.join(sentences)}\n\n{rng.choice(pieces['footers'])}"


def _cut(share: float) -> Change:
    return lambda sentences, _pieces, _rng: " ".join(sentences[: max(2, round(len(sentences) * share))])


def _lead(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    """A lead in other words that names what the first sentences name."""
    words = re.findall(r"\w[\w'’-]*", " ".join(sentences[:2]))
    names = list(dict.fromkeys(w for w in words[1:] if w[0].isupper() or w[0].isdigit()))
    return f"{rng.choice(pieces['lead_openings'])} {', '.join(names[:5])}{rng.choice(pieces['lead_endings'])}"


def _new_lead(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    return " ".join([_lead(sentences, pieces, rng), *sentences[1:]])


def _new_start(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    return " ".join([_lead(sentences, pieces, rng), rng.choice(pieces["second_leads"]), *sentences[2:]])


def _added(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    own = rng.sample(pieces["passages"], 2)
    at = rng.randint(1, len(sentences))
    return " ".join([*sentences[:at], own[0], *sentences[at:], own[1]])


def _house_style(sentences: Sequence[str], pieces: Pieces, _rng: Random) -> str:
    text = " ".join(sentences)
    for old, new in pieces["house_style"]:
        text = text.replace(old, new)
    return text


def _shortened(sentences: Sequence[str], _pieces: Pieces, _rng: Random) -> str:
    return " ".join(s for at, s in enumerate(sentences) if at % 4 != 3)


def _heavy(sentences: Sequence[str], pieces: Pieces, rng: Random) -> str:
    kept = sentences[1 : max(3, round(len(sentences) * 0.8))]
    text = _house_style([_lead(sentences, pieces, rng), *kept], pieces, rng)
    return _slug([text, rng.choice(pieces["passages"])], pieces, rng)


CHANGES: Mapping[str, Change] = {
    "agency slug and credit": _slug,
    "caption and footer": _wrapped,
    "cut to 60 %": _cut(0.6),
    "cut to 40 %": _cut(0.4),
    "another lead": _new_lead,
    "another lead of two sentences": _new_start,
    "passages added": _added,
    "house style and spelling": _house_style,
    "every fourth sentence left out": _shortened,
    "lead, cut, style and slug together": _heavy,
}

"""The one string by which a MUC-4 slot names somebody or something best.

Sections 7.9 to 7.18 of the fill rules: the head of the noun phrase with what tells it apart, without determiner; people
that attacked as individuals, what they belong to as organisation.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from tallystick.reading.english_words import is_english


@cache
def load_task() -> dict[str, Any]:
    """What the task asks, as data (``muc.yaml``)."""
    text = resources.files("tallystick.evaluation").joinpath("muc.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def thing_string(phrase: str) -> str | None:
    """A thing without determiner, number and what only says where it is ("two banks in the north" → "banks").

    None for a stretch of land, which is no target (7.12).
    """
    words = _bare(phrase.removeprefix("the front of ").removeprefix("front of ")).split()
    while len(words) > 1 and _opens(words[0]):
        words = words[1:]
    behind = (i for i, word in enumerate(words) if i and word.lower() in load_task()["place_words"])
    words = words[: next(behind, len(words))]
    head = words[: words.index("of")] if "of" in words else words
    return None if head and head[-1].lower() in load_task()["areas"] else " ".join(words)


def is_name(phrase: str) -> bool:
    """True for a phrase that is more than words of the language, whatever its case (7.18: victims by name only)."""
    return any(not is_english(word.lower().removesuffix("'s")) for word in phrase.split() if word.isalpha())


def doer_strings(phrase: str) -> tuple[str | None, str | None]:
    """The people and the organisation in the name of a doer ("rebels of the front" → the whole of it, and "front")."""
    words = phrase.split()
    while len(words) > 1 and _opens(words[0]):
        words = words[1:]
    body = _behind_people(" ".join(words))
    if words[-1].lower() in load_task()["fighters"]:
        return people_string(phrase), _bare(" ".join((body or " ".join(words)).split()[:-1])) or None
    return (None, _bare(phrase)) if body is None else (people_string(phrase), _bare(body))


def _behind_people(phrase: str) -> str | None:
    """What people belong to: "front" in "rebels of the front"; None for a phrase that is not put that way."""
    told = re.fullmatch(r"(?P<people>.+?) (?:of|from|belonging to) (?:the )?(?P<body>.+)", phrase)
    return told["body"] if told and told["people"].split()[-1].lower() in load_task()["fighters"] else None


def _bare(body: str) -> str:
    """A name without its abbreviation in brackets."""
    return body.split(" (", maxsplit=1)[0]


def people_string(phrase: str) -> str:
    """People without article and without a word of doubt ("the alleged urban commandos" → "urban commandos")."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in load_task()["people_openers"]:
        words = words[1:]
    return " ".join(words)


def _opens(word: str) -> bool:
    return word.lower() in load_task()["openers"] or word[0].isdigit()

"""The words that the rules go by, as data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The word list of that name, parsed once.

    Raises:
        FileNotFoundError: if the package holds no such list.
    """
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """One list of a word file as a set."""
    return frozenset(str(word) for word in load_lexicon(name)[key])


@cache
def phrases_of(name: str, key: str) -> tuple[str, ...]:
    """One list of a word file in its order."""
    return tuple(str(word) for word in load_lexicon(name)[key])

"""The words of ``words.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def load_words() -> dict[str, list[str]]:
    """The lists by their names; most hold parts of regular expressions."""
    loaded: dict[str, list[str]] = yaml.safe_load((files(__package__) / "words.yaml").read_text(encoding="utf-8"))
    return loaded


def any_of(name: str) -> str:
    """The pattern of one of a list's words."""
    return f"(?:{'|'.join(load_words()[name])})"

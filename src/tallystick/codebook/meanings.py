"""What every field means, read from ``fields.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

FIELDS = "fields.yaml"
_ANY = "Any"


@cache
def load_meanings() -> Mapping[str, Mapping[str, str]]:
    """The meaning of each field, by the noun that it stands in; under ``Any`` what a name means wherever it stands."""
    text = (files(__package__) / FIELDS).read_text(encoding="utf-8")
    return {noun: dict(fields) for noun, fields in yaml.safe_load(text).items()}


def meaning_of(noun: str, field: str) -> str:
    """What a field of a noun ("Incident", "status") means. Raises KeyError for one that is not explained."""
    held = load_meanings()
    own = held.get(noun, {})
    return own[field] if field in own else held[_ANY][field]

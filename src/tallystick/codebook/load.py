"""The codebook: label, definition and mappings of every controlled term, read from the YAML files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

from tallystick.codebook.entry import Entry
from tallystick.codebook.meanings import FIELDS

SOURCES = "sources.yaml"


@cache
def load_codebook() -> Mapping[str, Mapping[str, Entry]]:
    """Every entry, by the name of its list ("EventKind") and its code ("drone_attack")."""
    return {
        name: {str(code): Entry.model_validate(fields) for code, fields in terms.items()}
        for path in sorted(files(__package__).iterdir(), key=lambda p: p.name)
        if path.name.endswith(".yaml") and path.name not in (SOURCES, FIELDS)
        for name, terms in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


@cache
def load_sources() -> Mapping[str, str]:
    """Where the columns that the entries map to are defined, by the name of the other codebook ("ACLED")."""
    text = (files(__package__) / SOURCES).read_text(encoding="utf-8")
    return {str(name): str(citation) for name, citation in yaml.safe_load(text).items()}


def entry(term: StrEnum) -> Entry:
    """The codebook's entry for a term. Raises KeyError for a term of a list that the codebook does not hold."""
    return load_codebook()[type(term).__name__][term.value]

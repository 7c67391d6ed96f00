"""Nouns that take less memory: those of one make share the set of fields that pydantic keeps with each."""

from __future__ import annotations

from pydantic import BaseModel


def share_field_sets(noun: BaseModel, shared: dict[frozenset[str], set[str]]) -> None:
    """Lets a noun, and every noun inside it, use one of the ``shared`` sets, to which new ones are added.

    It is two fifths of what a mention takes. Nothing reads these sets but to leave out of JSON what was not given.
    """
    fields = noun.model_fields_set
    object.__setattr__(noun, "__pydantic_fields_set__", shared.setdefault(frozenset(fields), fields))
    for value in noun.__dict__.values():
        for inside in value if isinstance(value, tuple) else (value,):
            if isinstance(inside, BaseModel):
                share_field_sets(inside, shared)

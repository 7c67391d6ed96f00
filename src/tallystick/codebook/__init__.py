"""The controlled terms in words, and how they map to other codebooks."""

from tallystick.codebook.entry import Entry
from tallystick.codebook.kinds import is_compatible_kind, is_same_family, looser_kinds, more_specific_kind
from tallystick.codebook.load import entry, load_codebook, load_sources
from tallystick.codebook.meanings import load_meanings, meaning_of
from tallystick.codebook.render import render_codebook

__all__ = [
    "Entry",
    "entry",
    "is_compatible_kind",
    "is_same_family",
    "load_codebook",
    "load_meanings",
    "load_sources",
    "looser_kinds",
    "meaning_of",
    "more_specific_kind",
    "render_codebook",
]

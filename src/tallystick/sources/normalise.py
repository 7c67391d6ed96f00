"""The one change that a text goes through: done once, before it is hashed and before any offset is counted."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters, but for tab and line break
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # marks and overrides of the writing direction
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise_text(raw: str) -> str:
    r"""The text as it is stored, hashed and quoted from.

    In this order: every line break becomes ``\n``; spaces that forbid a break become plain ones; characters that show
    nothing are taken out (controls, soft hyphens, zero-width spaces, byte order and direction marks; the joiners
    U+200C and U+200D stay, since Persian and emoji are spelt with them); lone surrogates, which no encoding can
    carry, become U+FFFD; characters are composed (Unicode NFC); white space at the very end goes. All else stays,
    curly quotes and leading spaces too. Normalising twice is the same as normalising once.
    """
    text = _LINE_BREAKS.sub("\n", raw)
    text = _FIXED_SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _LONE_SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text).rstrip()

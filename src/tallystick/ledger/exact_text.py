"""Text that a database may refuse, kept exactly."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_REFUSED = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(\\|0|u[0-9a-f]{4})")


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\\":
        return "\\\\"
    return "\\0" if char == "\x00" else f"\\u{ord(char):04x}"


def _unescape(match: re.Match[str]) -> str:
    body = match.group(1)
    if body == "\\":
        return "\\"
    return "\x00" if body == "0" else chr(int(body[1:], 16))


class ExactText(TypeDecorator[str]):
    r"""A text column that gives back every string exactly.

    PostgreSQL refuses the character NUL, and no database takes a lone surrogate, which Python makes of a file name
    that is not UTF-8. Both are stored as ``\0`` and ``\uXXXX``, and a backslash as two.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as it is stored."""
        return None if value is None else _REFUSED.sub(_escape, value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as it came in."""
        return None if value is None else _ESCAPE.sub(_unescape, value)

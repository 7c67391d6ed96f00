"""The manifest of a format: what a file of it is known by, what it holds, what can be set, and who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tallystick.sources.taken import Found

HEAD = 4096
"""How many bytes of a file are looked at to know its format."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """Something of a format that the user may set, by ``--option FORMAT.NAME=VALUE``.

    ``read`` is given it by this name, as text; ``default`` is what holds where the user says nothing.
    """

    name: str
    meaning: str
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """A format.

    ``name`` is one word, as options and lists use it, and ``reads`` one line on what is read and how many reports
    that makes. ``suffixes`` are the endings of its file names, in small letters and with the dot; the longest that
    fits counts. ``opens`` says of the first ``HEAD`` bytes of a file whether they are of this format, whatever the
    file is called; without it the name alone counts.

    ``read`` is given the path of a file, the size limit in megabytes, and each option by its name. It gives an
    article, or an error about one part of the file, for each in turn; an error that it raises ends the file.
    """

    name: str
    reads: str
    suffixes: frozenset[str]
    media_types: frozenset[str]
    read: Callable[..., Iterator[Found]]
    opens: Callable[[bytes], bool] | None = None
    options: tuple[Option, ...] = ()

    def ending_of(self, name: str) -> str | None:
        """The longest of its endings that a file name has; None if it has none. The empty one fits no dot at all."""
        name = name.lower()
        fitting = [each for each in self.suffixes if (name.endswith(each) if each else "." not in name)]
        return max(fitting, key=len, default=None)

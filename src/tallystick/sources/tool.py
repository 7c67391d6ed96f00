"""What made a text of bytes: the program, with the versions of all that the text depends on."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from tallystick import __version__

_DEPENDS_ON = ("trafilatura", "lxml", "charset-normalizer")


@cache
def tool() -> str:
    """Names and versions, as ``tallystick 0.3.0, trafilatura 2.0.0, …``."""
    named = [f"{name} {version(name)}" for name in _DEPENDS_ON]
    return ", ".join([f"tallystick {__version__}", *named])

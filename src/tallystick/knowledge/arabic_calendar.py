"""The names of months and week days in Arabic."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def arabic_calendar() -> dict[str, dict[int, list[str]]]:
    """The names of ``months`` by number, January is 1, and of ``weekdays``, Monday is 0."""
    text = (files("tallystick.knowledge") / "data" / "arabic_calendar.yaml").read_text("utf-8")
    loaded: dict[str, dict[int, list[str]]] = yaml.safe_load(text)
    return loaded

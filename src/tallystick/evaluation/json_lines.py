"""Gold data that is laid out as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.faults import OTHERWISE, not_gold

_Made = TypeVar("_Made")


def load_lines(path: Path, make: Callable[[dict[str, Any]], _Made], *, form: str) -> tuple[_Made, ...]:
    """What is made of each line that is not empty.

    Raises:
        TallystickError: E102 if the file cannot be read, E601 if it is not laid out as ``form`` says.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise TallystickError(Code.E102, path=path, cause=error.strerror or error) from error
    try:
        return tuple(make(json.loads(line)) for line in lines if line.strip())
    except OTHERWISE as fault:
        raise not_gold(path, fault, form=form) from fault

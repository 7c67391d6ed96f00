"""What is raised over gold data that is not what it should be."""

from __future__ import annotations

from pathlib import Path

from tallystick.errors import Code, TallystickError

OTHERWISE = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What reading data raises that is laid out otherwise, or holds a code that is not in the codebook."""


def not_gold(path: Path, fault: Exception, *, form: str) -> TallystickError:
    """The E601 of what was raised over a file, in one line."""
    cause = f"{type(fault).__name__}: {' '.join(str(fault).split())}"
    return TallystickError(Code.E601, path=path, form=form, cause=cause)

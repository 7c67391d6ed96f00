"""Python's search for garbage in circles, put off while much is made that is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage in circles in here, where none is made: it would go through all that is kept time and
    again. It takes a seventh of the time of resolving 20,000 mentions, and more with more.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tallystick.resolution.uncollected import uncollected


@pytest.fixture(autouse=True)
def _nothing_is_frozen() -> Iterator[None]:
    """A server that another test ran in this process froze what it keeps."""
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_nothing_is_collected_inside_and_all_goes_on_behind() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="any"), uncollected():
        raise ValueError("any")
    assert gc.isenabled()


def test_what_was_off_before_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_search_goes_on_where_what_is_kept_was_frozen() -> None:
    gc.freeze()
    with uncollected():
        assert gc.isenabled()

from __future__ import annotations

import gc

from tallystick.resolution.uncollected import uncollected


def test_the_search_is_put_off_and_goes_on_after() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_not_put_off_in_a_process_that_froze_what_it_keeps() -> None:
    gc.freeze()
    try:
        with uncollected():
            assert gc.isenabled()
    finally:
        gc.unfreeze()
    assert gc.isenabled()

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tallystick.model.mention import EventMention
from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.levels import UNTOLD, levels_of
from tallystick.resolution.telling import tellings_of
from tests.resolution.build import KNOWS, TOWN, event, report

FEATURES = [comparison.feature for comparison in COMPARISONS]


def levels(*events: EventMention) -> NDArray[np.int8]:
    tellings = tellings_of(events, [report(e.report_id) for e in events], batches={})
    links = link(tellings, KNOWS)
    return levels_of(links.left, links.right, links.table)


def test_a_pair_has_the_number_of_its_level_in_each_comparison() -> None:
    kind = FEATURES.index("kind")
    (row,) = levels(event("a"), event("b", place=TOWN))
    assert COMPARISONS[kind].all_levels[row[kind]].name == "same kind"


def test_what_one_side_does_not_tell_has_no_level() -> None:
    (row,) = levels(event("a", killed=(2, 2, 2)), event("b"))
    assert row[FEATURES.index("killed")] == UNTOLD


def test_rows_are_in_the_order_of_the_pairs_asked_for() -> None:
    tellings = tellings_of([event("a"), event("b"), event("c", day=None)], [report(name) for name in "abc"], batches={})
    table = link(tellings, KNOWS).table
    left, right = np.array([0, 0, 1], dtype=np.int32), np.array([1, 2, 2], dtype=np.int32)
    forward, backward = levels_of(left, right, table), levels_of(left[::-1], right[::-1], table)
    assert (forward == backward[::-1]).all()
    assert (forward[0] != forward[1]).any()


@pytest.mark.parametrize(
    ("shared", "level"),
    [
        ("alpha bravo charlie delta echo foxtrot golf hotel", "the same words"),
        ("alpha bravo charlie", "much the same words"),
        ("alpha", "partly the same words"),
        ("", "other words"),
    ],
)
def test_the_level_of_the_wording_is_the_share_of_words_that_both_use(shared: str, level: str) -> None:
    wording = FEATURES.index("wording")
    ours = event("a", words=f"{shared} india juliett kilo lima")
    theirs = event("b", words=f"{shared} mike november oscar papa")
    (row,) = levels(ours, theirs)
    assert COMPARISONS[wording].all_levels[row[wording]].name == level

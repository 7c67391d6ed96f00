from __future__ import annotations

import pytest

from tallystick.analysis.unreported import estimate_unreported
from tallystick.model.terms import Comparator, TallyUnit
from tests.analysis import builders as b


@pytest.mark.parametrize(
    ("comparator", "missing", "least", "most"),
    [
        (Comparator.EXACT, 19, 19, 19),
        (Comparator.AT_LEAST, 19, 19, None),
        (Comparator.MORE_THAN, 20, 20, None),
        (Comparator.UP_TO, None, 0, 19),
    ],
)
def test_the_bounds_follow_the_comparator(
    comparator: Comparator, missing: int | None, least: int, most: int | None
) -> None:
    (one,) = estimate_unreported([b.tally(24, comparator, 5, missing=missing)])
    assert (one.least, one.most) == (least, most)


def test_an_open_bound_is_said_as_or_more() -> None:
    (one,) = estimate_unreported([b.tally(24, Comparator.AT_LEAST, 5, missing=19)])
    assert one.text.startswith("19 or more counted and not told one by one")


def test_people_are_no_incidents() -> None:
    assert estimate_unreported([b.tally(24, Comparator.EXACT, 5, unit=TallyUnit.KILLED)]) == ()


def test_what_is_too_vague_to_count_may_be_one_of_the_missing() -> None:
    tally = b.tally(24, Comparator.EXACT, 5, missing=19)
    check = tally.reconciliation.model_copy(update={"vague": ("v1", "v2")})
    (one,) = estimate_unreported([tally.model_copy(update={"reconciliation": check})])
    assert (one.least, one.most) == (17, 19)

from __future__ import annotations

import pytest

from tallystick.resolution.events.kinds import GENERIC, features_of, with_kinds
from tallystick.resolution.events.model import KindHead
from tests.resolution.events.build import telling

WIDTH = features_of([telling("a")], ()).shape[1]


def head(*kinds: str, first: float) -> KindHead:
    """A head that reads the first kind by the first direction of meaning."""
    rows = [(first, *[0.0] * (WIDTH - 1)), *[(0.0,) * WIDTH for _ in kinds[1:]]]
    return KindHead(kinds=kinds, cues=(), weights=tuple(rows))


def test_the_likeliest_kind_is_told() -> None:
    assert with_kinds([telling("a")], head("death", "injury", first=5.0))[0].kind == "death"


def test_the_kinds_of_a_mention_add_up_to_one() -> None:
    assert sum(with_kinds([telling("a")], head("death", "injury", first=1.0))[0].kinds) == pytest.approx(1.0)


def test_what_is_told_of_no_event_in_particular_has_no_kind() -> None:
    found = with_kinds([telling("a")], head(GENERIC, "death", first=5.0))[0]
    assert found.kind == ""
    assert sum(found.kinds) < 0.5


def test_without_a_head_nothing_is_read() -> None:
    assert with_kinds([telling("a")], None) == [telling("a")]

"""Which documents of a gold set are scored."""

from __future__ import annotations

from tallystick.evaluation.bench import Bench, Half
from tallystick.reading.reader import Reading


class _Silent:
    name = "silent"

    def read(self, report: object) -> Reading:
        raise AssertionError(report)


_NAMES = [f"article {number}" for number in range(40)]


def _cut(**options: object) -> list[str]:
    return list(Bench(_Silent(), **options).cut(_NAMES, name=str))  # type: ignore[arg-type]


def test_the_halves_share_no_document_and_leave_none_out() -> None:
    read, unread = _cut(half=Half.READ), _cut(half=Half.UNREAD)
    assert sorted(read + unread) == sorted(_NAMES)
    assert min(len(read), len(unread)) > 10


def test_a_document_stays_in_its_half_whatever_stands_beside_it() -> None:
    kept = _cut(half=Half.READ)
    assert Bench(_Silent(), half=Half.READ).cut(kept, name=str) == kept  # type: ignore[arg-type]


def test_a_limit_counts_within_the_half() -> None:
    assert _cut(half=Half.UNREAD, limit=3) == _cut(half=Half.UNREAD)[:3]


def test_both_halves_are_scored_unless_one_is_named() -> None:
    assert _cut() == _NAMES

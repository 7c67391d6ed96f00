"""Which documents of a gold set are scored, and in which letters."""

from __future__ import annotations

from tallystick.evaluation.bench import Bench, Half, Letters, make_report
from tallystick.model.report import Report
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


class _Listening:
    name = "listening"
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.texts: list[str] = []

    def read_ahead(self, reports: object) -> None: ...

    def read(self, report: Report, **_: object) -> Reading:
        self.texts.append(report.text)
        return Reading(report_id=report.id, mentions=(), dates=(), places=(), actors=())


def test_documents_are_read_in_the_letters_asked_for_and_offsets_hold() -> None:
    report = make_report("A mine hit a bus on the Hauptstraße in Lashkar Gah.", name="a", language="en")
    reader = _Listening()
    list(Bench(reader, letters=Letters.UPPER).read([report]))
    assert reader.texts == ["A MINE HIT A BUS ON THE HAUPTSTRAßE IN LASHKAR GAH."]


def test_documents_are_read_as_written_unless_letters_are_named() -> None:
    report = make_report("A mine hit a bus.", name="a", language="en")
    reader = _Listening()
    list(Bench(reader).read([report]))
    assert reader.texts == ["A mine hit a bus."]

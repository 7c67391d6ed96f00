"""Itemised lists, as in releases of a day's strikes: each line a place and a number of events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from tallystick.model.mention import Revised, TallyPart
from tallystick.reading.document import Document
from tallystick.reading.numbers import number_before
from tallystick.reading.tally_areas import find_areas
from tallystick.reading.tally_counts import Count
from tallystick.reading.tally_units import EVENTS, event_unit

_BULLET = re.compile(r"^\s*(?:[-–—*•·o]+\s+|\d+[.)]\s+)")
_AT = re.compile(r"^\W*(?:near|in|at|around|outside|(?:north|south|east|west) of)\s+(?P<place>[^,:;]{2,40})[,:]", re.I)


@dataclass(frozen=True)
class Draft:
    """A count on its way to a mention: its sentence, its parts, and the count that it replaces.

    ``replaced_is_count`` is true if the draft behind it is that count.
    """

    sentence: Span
    count: Count
    parts: tuple[TallyPart, ...] = ()
    revises: Revised | None = None
    replaced_is_count: bool = False

    @property
    def position(self) -> int:
        """Where its number stands in the text."""
        return int(self.sentence.doc[self.count.number.start].idx)


@dataclass(frozen=True)
class ItemList:
    """The items of one run of lines, and the code points they take up."""

    items: tuple[TallyPart, ...]
    start: int
    end: int


def find_lists(document: Document) -> tuple[ItemList, ...]:
    """The runs of at least two lines that each tell how many events were at a place, in order."""
    lists: list[ItemList] = []
    run: list[tuple[TallyPart, int, int]] = []
    for line in _lines(document):
        item = _item(document, line)
        if item is not None:
            run.append((item, line.start_char, line.end_char))
            continue
        lists += _closed(run)
        run = []
    return (*lists, *_closed(run))


def _closed(run: Sequence[tuple[TallyPart, int, int]]) -> list[ItemList]:
    return [ItemList(tuple(i for i, _, _ in run), run[0][1], run[-1][2])] if len(run) > 1 else []


def _lines(document: Document) -> Iterator[Span]:
    """The lines of a report that have any words."""
    start = document.report.body_start
    for line in document.report.text[start:].splitlines(keepends=True):
        span = document.doc.char_span(start, start + len(line.rstrip()), alignment_mode="contract")
        if line.strip() and span is not None and len(span):
            yield span
        start += len(line)


def _item(document: Document, line: Span) -> TallyPart | None:
    """The place of a line and how many events it tells there; null for a line that is no item."""
    placed = _AT.match(line.text)
    if line.text.rstrip().endswith(":") or (placed is None and _BULLET.match(line.text) is None):
        return None
    for token in line:
        if event_unit(token, of_violence=True) is None:
            continue
        number = number_before(token, articles=True)
        if number is None:
            continue
        place = next((e for i in range(line.start, token.i) if (e := document.place_at.get(i)) is not None), None)
        if place is not None and place.place is not None:
            return TallyPart(scope=place.place.id, value=number.value)
        return TallyPart(scope=placed["place"], value=number.value) if placed is not None else None
    return None


def is_item(lists: Sequence[ItemList], position: int) -> bool:
    """True for a code point inside a list."""
    return any(each.start <= position < each.end for each in lists)


def with_lists(document: Document, drafts: Sequence[Draft], lists: Sequence[ItemList]) -> list[Draft]:
    """The counts of a report, each with the items of its list as parts, and a total with its subtotals.

    A list belongs to the count in the line above it; below a bare heading ("Iraq") to the last count before. What
    counts of a list are counts of the time that the total tells.
    """
    made = list(drafts)
    subtotals = {i: own for own in lists if (i := _above(document, made, own)) is not None}
    total = next((i for i in reversed(range(min(subtotals, default=0))) if made[i].count.unit in EVENTS), None)
    if total is not None and len(subtotals) > 1:
        whole = made[total]
        for i in subtotals:
            made[i] = replace(made[i], count=replace(made[i].count, window=made[i].count.window or whole.count.window))
        if not whole.parts:
            made[total] = replace(whole, parts=tuple(_subtotal(document, made[i]) for i in subtotals))
    for i, own in subtotals.items():
        made[i] = replace(made[i], parts=own.items)
    for own in lists:
        if own not in subtotals.values():
            i = next((i for i in reversed(range(len(made))) if made[i].position < own.start), None)
            if i is not None and made[i].count.unit in EVENTS and i not in subtotals:
                made[i] = replace(made[i], parts=(*made[i].parts, *own.items))
    return made


def heads_list(document: Document, count: Count, lists: Sequence[ItemList]) -> bool:
    """True for a count of events in the line right above a list, however few they are."""
    position = int(document.doc[count.number.start].idx)
    return count.unit in EVENTS and any(_is_right_above(document, position, own) for own in lists)


def _above(document: Document, drafts: Sequence[Draft], own: ItemList) -> int | None:
    for i, draft in reversed(list(enumerate(drafts))):
        if draft.count.unit in EVENTS and _is_right_above(document, draft.position, own):
            return i
    return None


def _is_right_above(document: Document, position: int, own: ItemList) -> bool:
    between = document.report.text[position : own.start].splitlines()[1:]
    return position < own.start and not any(line.strip() for line in between)


def _subtotal(document: Document, draft: Draft) -> TallyPart:
    areas = find_areas(document, draft.sentence, draft.count, ())
    return TallyPart(scope=areas[0] if areas else draft.sentence.text.strip(), value=draft.count.number.value)

"""Itemised lists, as in releases of a day's strikes: each line a place and a number of events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Span

from tallystick.model.mention import Revised, TallyPart
from tallystick.reading.document import Document
from tallystick.reading.numbers import number_before
from tallystick.reading.tally_areas import find_areas
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_ground import code_of
from tallystick.reading.tally_units import EVENTS

_BULLET = re.compile(r"^\s*(?:[-–—*•·o]+\s+|\d+[.)]\s+)")
_NEAR = 5
_PUT = frozenset({"near", "in", "at", "around", "outside"})
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
    """The items of one run of lines or sentences, the code points they take up, and where what stands above begins."""

    items: tuple[TallyPart, ...]
    start: int
    end: int
    head: int


@dataclass(frozen=True)
class _Item:
    part: TallyPart
    start: int
    end: int


def find_lists(document: Document) -> tuple[ItemList, ...]:
    """The runs of at least two lines, or of sentences, that each tell how many events were at a place."""
    return (*_in_lines(document), *_in_prose(document))


def _in_lines(document: Document) -> Iterator[ItemList]:
    run: list[_Item] = []
    above = head = 0
    for line in _lines(document):
        part = _item(document, line)
        if part is not None:
            head = head if run else above
            run.append(_Item(part, line.start_char, line.end_char))
        else:
            yield from _closed(run, head)
            run = []
        above = line.start_char
    yield from _closed(run, head)


def _closed(run: Sequence[_Item], head: int) -> Iterator[ItemList]:
    if len(run) > 1:
        yield ItemList(tuple(i.part for i in run), run[0].start, run[-1].end, head)


def _in_prose(document: Document) -> Iterator[ItemList]:
    """The lists of a release told in sentences ("In Syria, five strikes hit … Near Mosul, two strikes …").

    Such sentences may also tell things apart. They are a list only if they add up to what the sentence above tells.
    """
    run: list[_Item] = []
    above: Span | None = None
    for sentence in document.sentences:
        part = _item_told(document, sentence) if "\n" not in sentence.text.strip() else None
        if part is not None:
            run.append(_Item(part, sentence.start_char, sentence.end_char))
            continue
        yield from _summed(above, run)
        run, above = [], sentence
    yield from _summed(above, run)


def _summed(above: Span | None, run: Sequence[_Item]) -> Iterator[ItemList]:
    """The lists in a run of sentences: each below the sentence whose number it adds up to."""
    tops: list[_Item] = []
    rest = list(run)
    while rest:
        first, *rest = rest
        length = _length_of_sum(rest, first.part.value)
        tops.append(first)
        if length > 1:
            yield from _closed(rest[:length], first.start)
            rest = rest[length:]
    total = sum(each.part.value for each in tops)
    if above is not None and len(tops) == len(run) and total in _numbers_of_events(above):
        yield from _closed(run, above.start_char)


def _length_of_sum(items: Sequence[_Item], value: int) -> int:
    """How many of the items at the front add up to a number; zero if they do not."""
    sums = accumulate(each.part.value for each in items)
    return next((n for n, total in enumerate(sums, start=1) if total == value), 0)


def _numbers_of_events(sentence: Span) -> set[int]:
    """The numbers of events that a sentence tells."""
    numbers = (number_before(t) for t in sentence if event_unit(t, of_violence=True) is not None)
    return {n.value for n in numbers if n is not None}


def _item_told(document: Document, sentence: Span) -> TallyPart | None:
    """The place of "Near Raqqa, two strikes …" and "Two strikes near Raqqa …", and how many events are told there."""
    if (part := _item(document, sentence)) is not None:
        return part
    for token in sentence:
        number = number_before(token, articles=True) if event_unit(token, of_violence=True) is not None else None
        if number is None:
            continue
        behind = (e for i in range(token.i + 1, token.i + _NEAR) if (e := document.place_at.get(i)) is not None)
        place = next((e for e in behind if e.place is not None), None)
        is_put = any(t.lower_ in _PUT for t in sentence.doc[token.i + 1 : token.i + 3])
        return TallyPart(scope=code_of(place), value=number.value) if place is not None and is_put else None
    return None


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
            return TallyPart(scope=code_of(place), value=number.value)
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
    subtotals = {i: own for own in lists if (i := _above(made, own)) is not None}
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
    """True for a count of events in the line or sentence right above a list, however few they are."""
    position = int(document.doc[count.number.start].idx)
    return count.unit in EVENTS and any(_is_right_above(position, own) for own in lists)


def _above(drafts: Sequence[Draft], own: ItemList) -> int | None:
    for i, draft in reversed(list(enumerate(drafts))):
        if draft.count.unit in EVENTS and _is_right_above(draft.position, own):
            return i
    return None


def _is_right_above(position: int, own: ItemList) -> bool:
    return own.head <= position < own.start


def _subtotal(document: Document, draft: Draft) -> TallyPart:
    areas = find_areas(document, draft.sentence, draft.count, ())
    return TallyPart(scope=areas[0] if areas else draft.sentence.text.strip(), value=draft.count.number.value)

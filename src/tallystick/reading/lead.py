"""What the opening of a report leaves open, taken from what it tells next."""

from __future__ import annotations

from tallystick.model.expression import PlaceExpression
from tallystick.reading.carrying import is_within, takes_day
from tallystick.reading.contradictions import are_alike
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.timing import is_day_of_telling
from tallystick.reading.told import Told

_SENTENCES = 3  # how far behind the opening its place may be told
_COARSE = 4  # a region: anything finer than that is a place


def complete_the_lead(document: Document, told: Told) -> None:
    """Gives the news that opens a report the day and the place told next, where it tells none itself.

    "Air strikes killed 11 people in the north, it was reported on Monday. The strikes on the market in Ost on Saturday
    were …": news opens with what happened and goes on with where and when. What is told next must not be told as
    another event or of another day.
    """
    news = [f for f in told.in_order() if not f.background and not f.is_setting]
    if not news:
        return
    lead = news[0]
    ends = [s.end for s in document.sentences if s.start >= lead.sentence.start][: _SENTENCES + 1]
    for frame in news[1:]:
        if frame.sentence.start >= ends[-1]:
            return
        if not _may_be_the_same(lead, frame):
            continue
        if takes_day(document, lead, frame) and not is_day_of_telling(document, frame):
            lead.dates, lead.when = frame.dates, frame.dates[0].when
        elif not _share_days(lead, frame):
            continue
        if _is_coarse(lead) and len(fine := _finer_places(lead, frame)) == 1:
            lead.places = fine


def _is_coarse(frame: Frame) -> bool:
    return min((rank_of(e) for e in frame.places), default=9) >= _COARSE


def _may_be_the_same(lead: Frame, frame: Frame) -> bool:
    if frame.told_as_new or frame.apart or any(c.lower_ in ("a", "an") for c in frame.head.lefts):
        return False
    fine = {e.place.id for e in frame.places if e.place is not None and rank_of(e) < _COARSE}
    apart = bool(fine) and not _is_coarse(lead) and not fine & {e.place.id for e in lead.places if e.place is not None}
    return not apart and are_alike(lead.kind, frame.kind)


def _share_days(lead: Frame, frame: Frame) -> bool:
    if lead.when.start is None or lead.when.end is None or frame.when.start is None or frame.when.end is None:
        return True
    return frame.when.overlaps(lead.when)


def _finer_places(lead: Frame, frame: Frame) -> tuple[PlaceExpression, ...]:
    return tuple(e for e in frame.places if rank_of(e) < _COARSE and is_within(e, lead.places))

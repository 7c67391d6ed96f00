"""What the opening of a report leaves open, taken from what it tells next."""

from __future__ import annotations

from tallystick.model.expression import PlaceExpression
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.placing import rank_of
from tallystick.reading.told import Told

_SENTENCES = 3  # how far behind the opening its place may be told
_COARSE = 4  # a region: anything finer than that is a place


def place_the_lead(document: Document, told: Told) -> None:
    """Gives the news that opens a report the place told next, where it tells none itself or only a region.

    "Air strikes killed 11 people in the north on Sunday. The strikes on the market in Ost were …": news opens with
    what happened and goes on with where. What is told next must not be told as another event or of another day.
    """
    news = [f for f in told.in_order() if not f.background and not f.is_setting]
    if not news or min((rank_of(e) for e in news[0].places), default=9) < _COARSE:
        return
    lead = news[0]
    ends = [s.end for s in document.sentences if s.start >= lead.sentence.start][: _SENTENCES + 1]
    for frame in news[1:]:
        if frame.sentence.start >= ends[-1]:
            return
        if _may_be_the_same(lead, frame) and len(fine := _finer_places(lead, frame)) == 1:
            lead.places = fine
            return


def _may_be_the_same(lead: Frame, frame: Frame) -> bool:
    if frame.told_as_new or frame.apart or any(c.lower_ in ("a", "an") for c in frame.head.lefts):
        return False
    if lead.when.start is None or lead.when.end is None or frame.when.start is None or frame.when.end is None:
        return True
    return frame.when.start <= lead.when.end and lead.when.start <= frame.when.end


def _finer_places(lead: Frame, frame: Frame) -> tuple[PlaceExpression, ...]:
    countries = {e.place.country for e in lead.places if e.place is not None}
    return tuple(
        e
        for e in frame.places
        if rank_of(e) < _COARSE and e.place is not None and (not countries or e.place.country in countries)
    )

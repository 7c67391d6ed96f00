"""Who does what to whom in an event."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import Participant
from tallystick.model.terms import Role
from tallystick.reading.ascribing import find_later_ascription, find_responsible, find_suspecter
from tallystick.reading.blame import find_blame, find_counter_blame, find_later_blame
from tallystick.reading.denials import find_denier
from tallystick.reading.document import Document
from tallystick.reading.doers import find_doers, find_identity
from tallystick.reading.frame import Frame
from tallystick.reading.interception import find_defender
from tallystick.reading.participant_names import as_alleged, participant_of
from tallystick.reading.targets import find_targets
from tallystick.reading.told import Told

_BY = Role.ATTRIBUTOR


def find_participants(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """The perpetrator, the targets and those who fended it off, each with the words that name them."""
    denier = find_denier(document, frame)
    blamed = find_blame(document, frame) if denier is None else find_counter_blame(document, frame) or None
    found = list(_find_doers(document, frame) if blamed is None else blamed)
    found += find_targets(document, frame, taken={p.quote.start for p in found})
    found += [p for p in (denier, find_defender(document, frame)) if p is not None]
    return tuple(found)


def _find_doers(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """Who did it; who is only suspected or said to have done it is alleged, beside whoever says so."""
    said = find_responsible(document, frame)
    if said is not None:
        doer, speaker = said
        return _ascribe((participant_of(document, doer, Role.PERPETRATOR),), participant_of(document, speaker, _BY))
    doers, suspecter = find_doers(document, frame), find_suspecter(frame)
    if not doers or suspecter is None or suspecter.pos_ == "PRON":
        return doers
    return _ascribe(doers, participant_of(document, suspecter, _BY))


def _ascribe(doers: tuple[Participant, ...], by: Participant) -> tuple[Participant, ...]:
    return (*(as_alleged(d) for d in doers), by)


def take_later_doer(document: Document, sentence: Span, told: Told) -> None:
    """Lets the event told last have the doer whom a sentence right behind it tells, or blames, without an event.

    A doer whom the report states by name stays; one who is only described ("gunmen") gives way.
    """
    if not told.events or sentence.start > _end_of_telling(told) + 1:
        return
    event = told.events[-1]
    stated = [p for p in event.participants if p.role is Role.PERPETRATOR]
    blamed = (
        find_later_blame(document, sentence)
        or find_identity(document, sentence)
        or find_later_ascription(document, sentence)
    )
    if not blamed or any(p.actor_id is not None and not p.inferred for p in stated):
        return
    event.participants = (*blamed, *(p for p in event.participants if p not in stated))
    event.stretches.append(sentence)


def _end_of_telling(told: Told) -> int:
    """The end of the sentence that tells last of the event told last."""
    return max(int(s[-1].sent.end) for s in told.events[-1].stretches)

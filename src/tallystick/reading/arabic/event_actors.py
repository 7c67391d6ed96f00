"""Who did what an Arabic sentence tells, to what, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.model.actor import Participant
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.terms import (
    ActorType,
    ParticipantType,
    PlacePrecision,
    Role,
)
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import (
    verbs_in,
    words_in,
)
from tallystick.reading.arabic.triggers import Trigger
from tallystick.reading.arabic.words import fold

_NEAR = 5
_BY = "ل"  # "shelling of the army's", written onto the name
_SPEAKER = 3  # words from a verb of saying to the side that says it
_SIDES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.ARMED_GROUP, ActorType.MILITIA)


def participants_of(
    passage: Passage, sentence: range, trigger: Trigger, behind: range, place: PlaceExpression | None
) -> Iterator[Participant]:
    """Who did it, who says so of another, and the site that was hit."""
    doer = _doer(passage, trigger, behind)
    said_by = _speaker_before(passage, range(sentence.start, trigger.at))
    is_alleged = doer is not None and said_by is not None and not _is_same(said_by, doer)
    if doer is None:
        doer, said_by = _accused(passage, sentence)
        is_alleged = True
    if doer is not None:
        yield _participant(Role.PERPETRATOR, doer).model_copy(update={"alleged": is_alleged})
        if is_alleged and said_by is not None:
            yield _participant(Role.ATTRIBUTOR, said_by)
    if place is not None and place.place is not None and place.place.precision is PlacePrecision.SITE:
        yield Participant(role=Role.TARGET, type=ParticipantType.FACILITY, name=place.place.name, quote=place.quote)


def _is_same(one: ActorExpression, other: ActorExpression) -> bool:
    return one.actor_id == other.actor_id and one.name == other.name


def _speaker_before(passage: Passage, words: range) -> ActorExpression | None:
    """The side that tells it: a name soon behind a verb of saying. What it says of another's deed it only alleges."""
    for at in words:
        if passage.words[at].is_one_of(words_in("announcing")):
            near = range(at + 1, min(at + 1 + _SPEAKER, words.stop))
            return next((actor for _, actor in passage.actors_in(near) if actor.type in _SIDES), None)
    return None


def _accused(passage: Passage, sentence: range) -> tuple[ActorExpression | None, ActorExpression | None]:
    """Whom a sentence says to be accused, and by whom: the last and the first name behind the verb."""
    for at in sentence:
        if passage.words[at].is_one_of(verbs_in("accusing")):
            named = [actor for _, actor in passage.actors_in(range(at + 1, min(at + 1 + _NEAR, sentence.stop)))]
            if named:
                return named[-1], named[0] if len(named) > 1 else None
    return None, None


def _doer(passage: Passage, trigger: Trigger, behind: range) -> ActorExpression | None:
    """Whose deed it is; no doer by a word for anybody who is armed."""
    doer = _named_doer(passage, trigger, behind)
    return None if doer is not None and fold(doer.quote.exact) in words_in("anybody") else doer


def _named_doer(passage: Passage, trigger: Trigger, behind: range) -> ActorExpression | None:
    """The actor whose deed the words tell.

    The name right behind the verb; of a noun, the adjective behind it ("غارة إسرائيلية"), a name with "of" written onto
    it, or the subject of "carried out" before or behind it; of what was shot down, whose it was or who fired it.
    """
    words = passage.words
    if trigger.is_down:
        return _owner(passage, behind) or _subject_of(passage, behind)
    near = range(trigger.at + 1, min(trigger.at + 3, behind.stop))
    for named, actor in passage.actors_in(near):
        if trigger.is_verb or named.first == trigger.at + 1 or actor.quote.exact.endswith("ة"):
            return actor
    if trigger.is_verb:
        return None
    reach = range(trigger.at + 1, min(trigger.at + _NEAR, behind.stop))
    possessor = next((a for n, a in passage.actors_in(reach) if words[n.first].written.startswith(_BY)), None)
    before = range(max(0, trigger.at - 4), trigger.at)
    return possessor or _subject_of(passage, reach) or _subject_of(passage, before)


def _subject_of(passage: Passage, words: range) -> ActorExpression | None:
    """The first actor behind a verb of doing within a run of words."""
    for at in words:
        if passage.words[at].is_one_of(verbs_in("doing", "firing")):
            return next((actor for _, actor in passage.actors_in(range(at + 1, at + 4))), None)
    return None


def _owner(passage: Passage, words: range) -> ActorExpression | None:
    """Whose weapon it is: the adjective right behind it."""
    behind = {weapon.last + 1 for weapon in passage.weapons if weapon.first in words}
    return next((actor for named, actor in passage.actors_in(words) if named.first in behind), None)


def _participant(role: Role, actor: ActorExpression) -> Participant:
    kind = {
        ActorType.STATE: ParticipantType.STATE,
        ActorType.PERSON: ParticipantType.PERSON,
        ActorType.UNNAMED_SET: ParticipantType.GROUP_OF_PEOPLE,
    }.get(actor.type, ParticipantType.ORGANISATION)
    return Participant(role=role, type=kind, name=actor.name, actor_id=actor.actor_id, quote=actor.quote)

"""What follows a name in its noun phrase: a body, a role, armed people, a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.reading.actor_text import ActorText, keys_of, organ_words

_REACH = 5
_UNIT_KEYS = frozenset({"brigade", "battalion", "division", "regiment", "batalion"})
_ORGAN_OF_MODIFIER = {
    "defence": Organ.DEFENCE_MINISTRY,
    "military": Organ.ARMED_FORCES,
    "army": Organ.ARMED_FORCES,
    "intelligence": Organ.INTELLIGENCE,
    "police": Organ.POLICE,
    "foreign": Organ.FOREIGN_MINISTRY,
    "interior": Organ.INTERIOR_MINISTRY,
    "navy": Organ.NAVY,
}


class Kind(Enum):
    """What sort of noun heads a phrase."""

    ORGAN = "body of a state"
    GOVERNMENT = "government"
    MEDIA = "state media"
    ROLE = "role"
    ARMED = "armed people"
    SET = "armed groups"
    LOOSE = "groups"
    PEOPLE = "people"
    PLACE = "place"


@dataclass(frozen=True)
class Phrase:
    """The head of a noun phrase: its words and what it is. ``organ`` is the body that it speaks of, if any."""

    first: int
    last: int
    kind: Kind
    organ: Organ | None = None
    sponsored: bool = False


def read_phrase(text: ActorText, start: int) -> Phrase | None:
    """The telling noun of the phrase that a word opens, at most a few words on."""
    found: Phrase | None = None
    i = start
    while i < len(text) and i - start < _REACH + (found is not None) and (i == start or text.is_joined(i)):
        step = _noun_at(text, i)
        if step is not None:
            found = step if found is None else _chain(found, step)
            i = step.last + 1
            continue
        if found is not None or not text.fits_phrase(i) or text.key(i) in keys_of("ties"):
            break
        i += 1
    return found


def organ_id(state: KnownActor, organ: Organ | None, knowledge: KnowledgeBase) -> str:
    """The id of the state's body of that sort, of its armed forces for an unknown branch, else of the state itself."""
    if organ is None:
        return state.id
    found = knowledge.organ_of(state.id, organ)
    if found is None and organ in (Organ.ARMY, Organ.AIR_FORCE, Organ.NAVY):
        found = knowledge.organ_of(state.id, Organ.ARMED_FORCES)
    return found.id if found is not None else state.id


def organ_of_words(text: ActorText, first: int, last: int) -> Organ | None:
    """The body of a state that the words before a role speak of ("defence official")."""
    found = (_ORGAN_OF_MODIFIER.get(text.key(i)) for i in range(first, last + 1))
    return next((organ for organ in found if organ is not None), None)


def _noun_at(text: ActorText, i: int) -> Phrase | None:
    place = text.phrase_at(i, "place_nouns")
    if place:
        return Phrase(i, i + place - 1, Kind.PLACE)
    length, organ_code = _organ_at(text, i)
    role = text.phrase_at(i, "roles")
    armed = text.phrase_at(i, "armed_people")
    sets = text.phrase_at(i, "armed_sets")
    people = text.phrase_at(i, "people_nouns")
    best = max(length, role, armed, sets, people)
    if best == 0:
        loose = text.phrase_at(i, "loose_sets")
        return Phrase(i, i + loose - 1, Kind.LOOSE) if loose else None
    last = i + best - 1
    if sets == best:
        return Phrase(i, last, Kind.SET, sponsored=text.key(i) in keys_of("sponsored"))
    if armed == best:
        return Phrase(i, last, Kind.ARMED)
    if role == best:
        return Phrase(i, last, Kind.ROLE, organ_of_words(text, i, last))
    if people == best:
        return Phrase(i, last, Kind.PEOPLE)
    if organ_code == "government":
        return Phrase(i, last, Kind.GOVERNMENT)
    if organ_code == "media":
        return Phrase(i, last, Kind.MEDIA)
    return Phrase(i, last, Kind.ORGAN, Organ(organ_code))


def _organ_at(text: ActorText, i: int) -> tuple[int, str]:
    table = organ_words()
    best, code, built = 0, "", ""
    for length in range(1, 5):
        at = i + length - 1
        if at >= len(text) or (length > 1 and not text.is_joined(at)):
            break
        built = f"{built} {text.key(at)}".strip()
        if built in table:
            best, code = length, table[built]
    if best == 1 and text.key(i) in _UNIT_KEYS and text.is_capital(i) and not text.key(i - 1)[:1].isdigit():
        return 0, ""
    return best, code


def _chain(found: Phrase, step: Phrase) -> Phrase:
    """Two nouns in a row: the last is the head ("army spokesman"), the body that the first told is kept."""
    if step.kind is Kind.PLACE and found.kind is not Kind.PLACE:
        return found
    if step.kind is Kind.LOOSE and found.kind in (Kind.ORGAN, Kind.GOVERNMENT):
        return Phrase(found.first, step.last, found.kind, found.organ)
    if found.kind in (Kind.SET, Kind.ARMED) and step.kind in (Kind.LOOSE, Kind.SET, Kind.ARMED, Kind.ORGAN):
        return Phrase(found.first, step.last, Kind.SET, sponsored=found.sponsored)
    return Phrase(found.first, step.last, step.kind, step.organ or found.organ, found.sponsored)

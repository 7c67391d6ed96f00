"""What follows a name in its noun phrase: a body, a role, armed people, a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_text import ActorText, by_first_word, keys_of, organ_words

_REACH = 5
_UNIT_KEYS = frozenset({"brigade", "battalion", "division", "regiment", "batalion"})
_OFTEN_ADJECTIVES = frozenset({"general", "national", "major", "chief"})
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


_CIVIL = frozenset(
    {
        Organ.DEFENCE_MINISTRY,
        Organ.FOREIGN_MINISTRY,
        Organ.INTERIOR_MINISTRY,
        Organ.HEALTH_MINISTRY,
        Organ.INTELLIGENCE,
        Organ.PRESIDENCY,
    }
)
_WHOLE = {"government": Kind.GOVERNMENT, "media": Kind.MEDIA}
_LISTS = (
    ("people_nouns", Kind.PEOPLE),
    ("roles", Kind.ROLE),
    ("armed_people", Kind.ARMED),
    ("armed_sets", Kind.SET),
    ("place_nouns", Kind.PLACE),
)


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
        step = noun_at(text, i)
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


def type_of_organ(organ: Organ | None) -> ActorType:
    """What sort of actor a body of a state is."""
    return ActorType.GOVERNMENT_BODY if organ in _CIVIL else ActorType.ARMED_FORCES


def organ_of_words(text: ActorText, first: int, last: int) -> Organ | None:
    """The body of a state that the words before a role speak of ("defence official")."""
    found = (_ORGAN_OF_MODIFIER.get(text.key(i)) for i in range(first, last + 1))
    return next((organ for organ in found if organ is not None), None)


def noun_at(text: ActorText, i: int) -> Phrase | None:
    """The telling noun, of one word or more, that starts at a word."""
    length = text.longest_at(i, _openings())
    if not length:
        return None
    key = " ".join(text.key(k) for k in range(i, i + length))
    if key in _OFTEN_ADJECTIVES and _is_no_noun(text, i):
        return None
    kind, organ = _nouns()[key]
    last = i + length - 1
    if kind is Kind.ARMED and text.is_joined(last + 1) and text.key(last + 1) in keys_of("aircraft_nouns"):
        return None
    if key in _UNIT_KEYS and text.is_capital(i) and not text.key(i - 1)[:1].isdigit():
        return Phrase(i, last, Kind.LOOSE) if key in keys_of("loose_sets") else None
    if kind is Kind.ROLE:
        return Phrase(i, last, kind, organ_of_words(text, i, last))
    return Phrase(i, last, kind, organ, kind is Kind.SET and key.split(" ")[0] in keys_of("sponsored"))


def _is_no_noun(text: ActorText, i: int) -> bool:
    """True for "general command", "National Guard": words that here only describe."""
    describes_next = text.is_joined(i + 1) and (text.key(i + 1) in keys_of("name_nouns") or text.token(i).pos_ == "ADJ")
    return describes_next or (text.key(i) == "national" and text.is_capital(i) and not text.is_caseless(i))


@cache
def _nouns() -> dict[str, tuple[Kind, Organ | None]]:
    """Every telling noun with what it is; a word of several lists is what the last of them here says."""
    nouns: dict[str, tuple[Kind, Organ | None]] = dict.fromkeys(keys_of("loose_sets"), (Kind.LOOSE, None))
    for key, code in organ_words().items():
        if code in _WHOLE:
            nouns[key] = (_WHOLE[code], None)
        else:
            nouns[key] = (Kind.ORGAN, Organ(code))
    for name, kind in _LISTS:
        nouns.update(dict.fromkeys(keys_of(name), (kind, None)))
    return nouns


@cache
def _openings() -> dict[str, frozenset[str]]:
    return by_first_word(_nouns())


def _chain(found: Phrase, step: Phrase) -> Phrase:
    """Two nouns in a row: the last is the head ("army spokesman"), the body that the first told is kept."""
    if step.kind is Kind.PLACE and found.kind is not Kind.PLACE:
        return found
    if step.kind in (Kind.LOOSE, Kind.PEOPLE) and found.kind in (Kind.ORGAN, Kind.GOVERNMENT):
        return Phrase(found.first, step.last, found.kind, found.organ)
    if found.kind in (Kind.SET, Kind.ARMED) and step.kind in (Kind.LOOSE, Kind.SET, Kind.ARMED, Kind.ORGAN):
        return Phrase(found.first, step.last, Kind.SET, sponsored=found.sponsored)
    return Phrase(found.first, step.last, step.kind, step.organ or found.organ, found.sponsored)

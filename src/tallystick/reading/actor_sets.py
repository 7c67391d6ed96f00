"""Armed actors without a name: "gunmen", "Iran-backed militias", "separatists loyal to X", "its proxies"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallystick.knowledge.actors import KnownActor
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_members import NAMED, OWNERS, name_held_before, whose_members
from tallystick.reading.actor_phrases import Kind, Phrase, read_phrase
from tallystick.reading.actor_text import ActorText, keys_of
from tallystick.reading.actor_tied import KnownNames

_LONGEST_LEAD = 6
_NO_NAMES = frozenset({"NORP", "GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"})
_BY = frozenset({"by", "to", "with", "from"})
_RELATIVES = frozenset({"that", "which", "who"})
_COPULAS = frozenset({"are", "is", "were", "was"})
_LINKS = _RELATIVES | _COPULAS | {"said", "be", "being", "reportedly", "allegedly", "believed"}
_HARDLY_PART = frozenset({"VBZ", "VBD", "VBP", "VB", "IN", "DT", "CC", "TO", "RB", "MD"})


def find_unnamed_sets(text: ActorText, board: Board, known: KnownNames) -> Iterator[Found]:
    """Armed people and groups that no name is given for, in order."""
    i = 0
    while i < len(text):
        phrase = _set_at(text, i)
        if phrase is None or not board.is_open(phrase.first, phrase.last):
            i += 1
            continue
        i = phrase.last + 1
        found = _read_set(text, phrase, board, known)
        if found is not None:
            yield found


def _read_set(text: ActorText, phrase: Phrase, board: Board, known: KnownNames) -> Found | None:
    named = name_held_before(text, phrase.first, board)
    if named is not None:
        return replace(named, last=phrase.last, name=named.name or text.between(named.first, named.last))
    first = phrase.first
    while (
        first > 0
        and phrase.first - first < _LONGEST_LEAD
        and text.is_joined(first)
        and board.is_open(first - 1, first - 1)
    ):
        if not _is_modifier(text, first - 1):
            break
        first -= 1
    while text.is_hyphened(first) and board.is_free(first - 1, first - 1):
        first -= 1
    if first < phrase.first and (named := _named_right_before(text, first, board)) is not None:
        return replace(named, last=phrase.last, name=named.name or text.between(named.first, named.last))
    if phrase.kind is Kind.LOOSE and not _bears_arms(text, first, phrase.first - 1):
        return None
    if _only_describes(text, phrase):
        return None
    written = text.between(first, phrase.last)
    backer = _backer_behind(text, phrase.last, known)
    if backer is not None:
        last, actor = backer
        why = f'unnamed actors told to be tied to {actor.name} ("{text.between(first, last)}")'
        return Found(first, last, ActorType.UNNAMED_SET, why, backer_id=actor.id)
    if (whose := whose_members(text, first, phrase.last, board)) is not None:
        return whose
    if phrase.sponsored:
        owner = _owner_before(text, first, board)
        if owner is not None:
            why = f'"{written}" of {owner.name or text.between(owner.first, owner.last)}'
            return Found(first, phrase.last, ActorType.UNNAMED_SET, why, backer_id=owner.actor_id)
    if named := _name_before(text, first, phrase):
        return named
    kind = ActorType.GROUP_OF_PEOPLE if phrase.kind is Kind.ARMED else ActorType.UNNAMED_SET
    if phrase.kind is Kind.ROLE:
        kind = ActorType.GROUP_OF_PEOPLE if text.key(phrase.last) in keys_of("members") else ActorType.PERSON
    return Found(first, phrase.last, kind, f'armed actors without a name: "{written}"')


def _named_right_before(text: ActorText, first: int, board: Board) -> Found | None:
    """The named group whose members are described at length ("Red Dawn separatist fighters")."""
    held = board.at(first - 1)
    if held is None or held.type not in NAMED or held.last != first - 1 or text.words[held.last].possessive:
        return None
    return held if text.is_joined(first) else None


def _name_before(text: ActorText, first: int, phrase: Phrase) -> Found | None:
    """An unknown name with the plain noun for its members behind it ("Red Dawn fighters")."""
    last = phrase.first - 1
    if first > last or phrase.kind is Kind.ROLE or text.is_caseless(first):
        return None
    tokens = [text.token(i) for i in range(first, last + 1)]
    if any(t.pos_ != "PROPN" or t.ent_type_ in _NO_NAMES for t in tokens) or _bears_arms(text, first, last):
        return None
    if any(not text.is_capital(i) or text.key(i) in keys_of("name_nouns") for i in range(first, last + 1)):
        return None
    if last == first and text.starts_sentence(first) and not text.written(first).isupper():
        return None
    if text.may_be_place(first, last):
        return None
    why = "a name before a word for armed people; not in the knowledge base"
    return Found(first, phrase.last, ActorType.ARMED_GROUP, why, name=text.between(first, last))


def _set_at(text: ActorText, i: int) -> Phrase | None:
    if not (text.phrase_at(i, "armed_sets") or text.phrase_at(i, "armed_people") or text.phrase_at(i, "loose_sets")):
        return None
    phrase = read_phrase(text, i)
    if phrase is None or phrase.first != i or phrase.kind not in (Kind.ARMED, Kind.SET, Kind.LOOSE, Kind.ROLE):
        return None
    if phrase.kind is Kind.ROLE and phrase.organ is not None:
        return None
    return phrase


def _backer_behind(text: ActorText, last: int, known: KnownNames) -> tuple[int, KnownActor] | None:
    """The last word and the backer of "… backed by Iran", "… loyal to X"; of "… are backed by Iran", which tells more
    than it calls, none."""
    i = last + 1
    if text.key(i) in _COPULAS:
        return None
    while i < len(text) and text.is_joined(i) and text.key(i) in _LINKS:
        i += 1
    if i + 2 >= len(text) or text.key(i) not in keys_of("ties") or text.key(i + 1) not in _BY:
        return None
    i += 2
    while i < len(text) and text.key(i) in ("the", "") and i not in known:
        i += 1
    if i not in known or not text.is_joined(i):
        return None
    hit, actor = known[i]
    return hit.last, actor


def _owner_before(text: ActorText, first: int, board: Board) -> Found | None:
    """The actor that "its" or "their" before a set points to: the one right before "and"."""
    i = first - 1
    while i >= 0 and text.key(i) not in OWNERS and first - i < 3:
        i -= 1
    if i < 0 or text.key(i) not in OWNERS:
        return None
    i -= 1
    if text.key(i) in ("and", "or", "with", "through", "via"):
        i -= 1
    owner = board.at(i)
    return owner if owner is not None and owner.actor_id is not None else None


def _is_modifier(text: ActorText, i: int) -> bool:
    key = text.key(i)
    if key in keys_of("determiners") or (key in keys_of("locative") and text.token(i).pos_ == "ADP"):
        return False
    token = text.token(i)
    return token.tag_ not in _HARDLY_PART and text.fits_phrase(i) and token.tag_ not in ("CD", "VBG")


def _bears_arms(text: ActorText, first: int, last: int) -> bool:
    return any(text.key(i) in keys_of("armed_adjectives") for i in range(first, last + 1))


def _only_describes(text: ActorText, phrase: Phrase) -> bool:
    """True for a word that here only says what sort of act it was ("a terrorist attack")."""
    after = phrase.last + 1
    if text.key(phrase.last) not in keys_of("only_as_noun") or not text.is_joined(after):
        return False
    token = text.last_token(phrase.last)
    return (
        token.dep_ in ("amod", "compound") and token.head.i > token.i and text.key(after) not in ("held", "controlled")
    )

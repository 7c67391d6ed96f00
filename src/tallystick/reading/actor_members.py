"""Plain nouns for the members of a named actor: "Hamas fighters", "rebels of the Lake Front", "its gunmen"."""

from __future__ import annotations

from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_names import NameHit
from tallystick.reading.actor_phrases import Kind, read_phrase
from tallystick.reading.actor_text import ActorText
from tallystick.reading.lexicon import words_of

OWNERS = frozenset({"its", "their", "his"})
NAMED = frozenset({ActorType.ARMED_GROUP, ActorType.MILITIA, ActorType.BRAND, ActorType.FACADE, ActorType.PARTY})
_OF = frozenset({"of", "from"})
_LONGEST_WAY = 5


def extend_over_members(text: ActorText, hit: NameHit) -> int:
    """The last word of a name with the plain noun for its members behind it ("Houthi rebels", "Hamas fighters")."""
    return members_behind(text, hit.last) or hit.last


def members_behind(text: ActorText, last: int) -> int | None:
    """The last word of the plain noun for members behind a name, over a short form in brackets; null without one."""
    bracket = text.bracket_end(last)
    start = (last if bracket is None else bracket) + 1
    is_close = text.is_joined(start) if bracket is None else start < len(text) and text.gap(start).strip() == ")"
    phrase = read_phrase(text, start) if is_close and not text.words[last].possessive else None
    if phrase is None or phrase.first != start:
        return None
    if phrase.kind in (Kind.ARMED, Kind.SET, Kind.LOOSE, Kind.ORGAN):
        return phrase.last
    return None


def name_held_before(text: ActorText, i: int, board: Board) -> Found | None:
    """The named actor whose members a plain noun speaks of, right before it or before its short form in brackets."""
    for back in (1, 2):
        held = board.at(i - back)
        if held is not None and held.type in NAMED and members_behind(text, held.last) is not None:
            return held if back == 1 or text.bracket_end(held.last) == i - 1 else None
    return None


def whose_members(text: ActorText, first: int, last: int, board: Board) -> Found | None:
    """The named actor whose members armed people are: "rebels of the Lake Front", "the group said its fighters".

    None of "a splinter group of the Lake Front", which is another group.
    """
    i = last + 1
    if any(text.key(word) in words_of("roles", "apart_from") for word in range(first, i)):
        return None
    if text.key(i) == "belonging" and text.key(i + 1) == "to":
        i += 1
    if text.is_joined(i) and (text.key(i) in _OF or text.key(i) == "to"):
        for ahead in range(i + 1, min(i + 1 + _LONGEST_WAY, len(text))):
            held = board.at(ahead)
            if held is not None:
                return _members(text, held, first, held.last) if held.type in NAMED and held.first == ahead else None
            if not text.is_joined(ahead) or not (text.key(ahead) in ("the", "") or text.fits_phrase(ahead)):
                break
    if text.key(first - 1) in OWNERS:
        sentence = text.token(first).sent
        # In the sentence itself, else in the one before it.
        for start in (sentence.start, text.doc[max(0, sentence.start - 1)].sent.start):
            before = [f for f in board.found if f.last < first and f.type in NAMED and text.token(f.first).i >= start]
            if before:
                return _members(text, max(before, key=_last), first, last)
    return None


def _members(text: ActorText, named: Found, first: int, last: int) -> Found:
    name = named.name or text.between(named.first, named.last)
    return Found(first, last, named.type, f"members of {name}", named.actor_id, name)


def _last(found: Found) -> int:
    return found.last

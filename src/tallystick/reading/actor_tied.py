"""Actors told by the one that backs them: "Iran-backed militias", "pro-Iran groups", "the Iran-backed Houthis"."""

from __future__ import annotations

from tallystick.knowledge.actors import KnownActor
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Found
from tallystick.reading.actor_members import extend_over_members
from tallystick.reading.actor_names import NameHit
from tallystick.reading.actor_phrases import Kind, read_phrase, type_of_organ
from tallystick.reading.actor_text import ActorText, keys_of

KnownNames = dict[int, tuple[NameHit, KnownActor]]
"""The known names of a report, by each of their words."""


def read_tied(text: ActorText, hit: NameHit, backer: KnownActor, known: KnownNames) -> Found | None:
    """What an actor backs, where the name is followed by "-backed" and the like, or preceded by "pro-".

    It is a known actor with that backer ("Iran-backed Houthis") or an unnamed set. Null where neither stands there.
    """
    tie = _tie_after(text, hit, backer, known)
    is_pro = text.key(hit.first - 1) in keys_of("tie_prefixes") and text.is_joined(hit.first)
    if tie is None and not is_pro:
        return None
    first = hit.first - 1 if is_pro else hit.first
    start = hit.last + 1 if tie is None else tie + 1
    named = _named_ahead(text, start, known)
    if named is not None:
        ahead, actor = named
        last = extend_over_members(text, ahead)
        why = f"known name, told to be tied to {backer.name}"
        return Found(first, last, actor.type, why, actor.id, actor.name, backer.id)
    phrase = read_phrase(text, start)
    if phrase is None or phrase.kind in (Kind.PLACE, Kind.PEOPLE, Kind.MEDIA):
        return None
    why = f'unnamed actors told to be tied to {backer.name} ("{text.between(first, phrase.last)}")'
    kind = ActorType.PERSON if phrase.kind is Kind.ROLE else ActorType.UNNAMED_SET
    if phrase.kind in (Kind.ORGAN, Kind.GOVERNMENT) and type_of_organ(phrase.organ) is ActorType.GOVERNMENT_BODY:
        kind = ActorType.GOVERNMENT_BODY
    return Found(_lead(text, first, known), phrase.last, kind, why, backer_id=backer.id)


def _tie_after(text: ActorText, hit: NameHit, backer: KnownActor, known: KnownNames) -> int | None:
    """The index of the word of tie behind a name, over an abbreviation of it in brackets."""
    i = hit.last + 1
    if i < len(text) and "(" in text.gap(i):
        inner = known.get(i)
        if inner is not None and inner[1].id == backer.id:
            i = inner[0].last + 1
    if i >= len(text) or text.key(i) not in keys_of("ties"):
        return None
    gap = text.gap(i).lstrip(")")
    if text.key(i) in keys_of("loose_ties") and not text.is_hyphened(i):
        return None
    return i if gap.strip(" -‐‑–\n") == "" else None


def _named_ahead(text: ActorText, start: int, known: KnownNames) -> tuple[NameHit, KnownActor] | None:
    """A known actor other than a state that the tie describes, a few modifiers on."""
    i = start
    while i < len(text) and i - start < 4 and text.is_joined(i):
        ahead = known.get(i)
        if ahead is not None and ahead[1].type is not ActorType.STATE:
            return ahead
        if not text.fits_phrase(i):
            return None
        i += 1
    return None


def _lead(text: ActorText, first: int, known: KnownNames) -> int:
    """The first word, taken back over a nationality word before the backer ("Iranian IRGC-backed")."""
    i = first - 1
    if i >= 0 and text.is_joined(first) and i in known and known[i][1].type is ActorType.STATE:
        return known[i][0].first if not text.words[i].possessive else first
    return first

"""What sort of people a word stands for: civilians, combatants, women, children, or people and no more."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from tallystick.model.terms import ActorType, CasualtyGroup
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import read_number

_ARMED = (ActorType.ARMED_GROUP, ActorType.MILITIA, ActorType.ARMED_FORCES, ActorType.COALITION)
_OF_AGE = 18  # years; who is younger is a child (Convention on the Rights of the Child, article 1)


def is_sort_of_people(noun: Token) -> bool:
    """True for a word that tells what sort of people somebody is: "villager", "jihadist", "girl", "member"."""
    word = _lemma_of(noun)
    return word in _groups_by_word() or word in words_of("harm", "members") | words_of("harm", "others")


def is_person_by_age(token: Token) -> bool:
    """True for the "old" of "a 3-year-old and two adults", which stands for the person."""
    if token.lower_ not in ("old", "olds") or _age_at(token) is None:
        return False
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return behind is None or behind.pos_ not in ("NOUN", "PROPN", "ADJ")


def groups_of(document: Document, token: Token) -> tuple[CasualtyGroup, ...]:
    """The groups that a word, as it stands, puts people in."""
    if is_person_by_age(token):
        return _with_age((), _age_at(token))
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod", "poss"):
        return ()
    word = _lemma_of(token)
    if word in words_of("harm", "members") and any(
        (actor := document.actor_at.get(t.i)) is not None and actor.type in _ARMED for t in token.subtree
    ):
        return (CasualtyGroup.COMBATANTS,)
    groups = _groups_by_word().get(word) or _groups_by_word().get(token.lower_, ())
    old = next((c for c in token.lefts if c.lower_ == "old" and not is_person_by_age(c)), None)
    return groups if old is None else _with_age(groups, _age_at(old))


def _with_age(groups: tuple[CasualtyGroup, ...], age: int | None) -> tuple[CasualtyGroup, ...]:
    if age is None or age >= _OF_AGE or CasualtyGroup.CHILDREN in groups:
        return groups
    return (*groups, CasualtyGroup.CHILDREN)


def _age_at(old: Token) -> int | None:
    """The age in years that "12-year-old" tells; None where it tells none."""
    if old.i < 4 or [t.lower_ for t in old.doc[old.i - 3 : old.i]] != ["-", "year", "-"]:
        return None
    return read_number(old.doc[old.i - 4].lower_)


def _lemma_of(noun: Token) -> str:
    """The lemma in small letters, also of the "Terrorists" of a headline, which a tagger takes for a name."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" else lemma


@cache
def _groups_by_word() -> dict[str, tuple[CasualtyGroup, ...]]:
    lists: dict[str, list[str]] = load_lexicon("harm")["groups"]
    words = {word for names in lists.values() for word in names}
    return {word: tuple(g for g in CasualtyGroup if word in lists[g.value]) for word in words}

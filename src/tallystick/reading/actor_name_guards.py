"""Where the name of a state or another actor stands in the text and means none."""

from __future__ import annotations

from collections.abc import Container

from tallystick.reading.actor_names import Form, NameHit
from tallystick.reading.actor_text import ActorText

_NAMED_SORTS = frozenset({"ORG", "GPE", "LOC", "FAC"})


def is_dateline(text: ActorText, hit: NameHit) -> bool:
    """True for the city of "BEIRUT Syrian warplanes bombed …": in capitals, and what follows is a new beginning."""
    written = text.written(hit.last)
    if not hit.meanings or hit.form is not Form.METONYM or not written.isupper():
        return False
    if text.is_caseless(hit.first):
        return False
    return text.starts_sentence(hit.first) and text.is_capital(hit.last + 1)


def ends_name(text: ActorText, hit: NameHit, known: Container[int]) -> bool:
    """True for the "Jordan" of "Puerto Jordan" and the "Pakistan" of "Tehreek-e-Jihad Pakistan".

    ``known`` are the words that belong to known names.
    """
    before = hit.first - 1
    if hit.form is not Form.NAME or not text.is_joined(hit.first) or text.words[before].possessive:
        return False
    if before in known or not text.is_capital(before) or text.token(before).pos_ != "PROPN":
        return False
    sorts = {text.token(i).ent_type_ for i in (before, hit.last)}
    return (len(sorts) == 1 and sorts <= _NAMED_SORTS) or text.may_be_place(before, hit.last)


def lies_in_person(text: ActorText, hit: NameHit) -> bool:
    """True for one word inside the longer name of a person ("Abdel Fattah al-Burhan")."""
    around = (hit.first - 1, hit.first, hit.first + 1)
    if hit.first < hit.last or around[0] < 0 or around[-1] >= len(text):
        return False
    tokens = [text.token(i) for i in around]
    return all(t.ent_type_ == "PERSON" for t in tokens) and len({t.i for t in tokens}) == len(tokens)


def is_part_of_person(text: ActorText, hit: NameHit) -> bool:
    """True for "Jordan" in "Michael Jordan"."""
    token = text.token(hit.first)
    if token.ent_type_ != "PERSON" or hit.form is not Form.NAME:
        return False
    neighbours = [t for t in (token.i - 1, token.i + 1) if 0 <= t < len(token.doc)]
    return any(token.doc[t].ent_type_ == "PERSON" for t in neighbours)

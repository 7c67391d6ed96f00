"""Verbs in the number of those whom they are said of."""

from __future__ import annotations

import re

from tallystick.attribution.naming import ARTICLE
from tallystick.attribution.words import load_words
from tallystick.model.actor import ActorRef

_OF = re.compile(r"\s+(?:of|in|for|from|and)\s+|,|/")
_MANY = {"is": "are", "was": "were", "has": "have", "does": "do"}
_STATE = 2  # letters of the id of a state


def is_plural(actor: ActorRef) -> bool:
    """True for a name that takes a plural verb: "Houthis", "Sons of the Storm", "Iran-backed militias".

    Told by the noun that heads it. States, and names whose "s" is no plural, are singular.
    """
    if actor.id is not None and len(actor.id) == _STATE:
        return False
    head = _OF.split(actor.name)[0].split()[-1]
    if head.isupper() or ARTICLE.match(head) or head.casefold() in load_words()["singular"]:
        return False
    return head.casefold() in load_words()["plural"] or re.search(r"[^su]s$", head) is not None


def agree(verb: str, *actors: ActorRef) -> str:
    """A verb, given as it stands with one ("claims", "is"), in the number of those whom it is said of."""
    if len(actors) == 1 and not is_plural(actors[0]):
        return verb
    return _MANY.get(verb) or re.sub(r"s$", "", re.sub(r"ies$", "ys", verb))

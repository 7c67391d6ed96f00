"""Actors as keys and as words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef

_ARTICLES = ("A", "An", "The")


def key(actor: ActorRef) -> str:
    """What makes two pointers the same actor: the id, or for a name outside the knowledge base the name, folded."""
    return actor.id or f"name:{fold_name(actor.name) or actor.name}"


def called(actor: ActorRef) -> str:
    """The name as it stands inside a sentence: words that only describe somebody lose the capital of their article."""
    article, _, rest = actor.name.partition(" ")
    return f"{article.lower()} {rest}" if actor.id is None and rest and article in _ARTICLES else actor.name


def start(sentence: str) -> str:
    """A sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]


def names(actors: Iterable[ActorRef], *, last: str = "and") -> str:
    """The names in a row: "A, B and C"."""
    return in_a_row([called(actor) for actor in actors], last=last)


def in_a_row(words: Sequence[str], *, last: str = "and") -> str:
    """Words in a row, of which there is one at least: "a, b and c"."""
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final

"""Names that the knowledge base does not hold: candidates for it, with the words in which they were met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from tallystick.attribution.actors import named_in
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import Mention
from tallystick.model.quote import Quote

MOST_CONTEXTS = 3
MOST_NEAREST = 3

LEAST_LIKE = 80
"""How like a known name must be to be named beside an unknown one, of 100 (rapidfuzz, token sort ratio). Our choice:
one word of four may differ, or a few letters."""


class UnknownName(Noun):
    """A name of nobody known. ``contexts`` are words that name it, of at most three reports; ``reports`` counts all.

    ``may_be`` are the known actors with the names most like it, the likest first: a hint for a person, never a link.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    reports: int
    contexts: tuple[Quote, ...]
    may_be: tuple[ActorRef, ...] = ()


def unknown_names(mentions: Iterable[Mention], *, knowledge: KnowledgeBase) -> tuple[UnknownName, ...]:
    """The names that the knowledge base does not hold, those of most reports first."""
    names: dict[str, set[str]] = defaultdict(set)
    told: dict[str, dict[str, Quote]] = defaultdict(dict)
    for mention in mentions:
        for key, name, _ in named_in(mention):
            if not knowledge.has(key):
                names[key].add(name)
                told[key].setdefault(mention.report_id, mention.quote)
    found = [_unknown(key, names[key], list(told[key].values()), knowledge) for key in names]
    return tuple(sorted(found, key=lambda one: (-one.reports, one.id)))


def _unknown(key: str, names: set[str], quotes: Sequence[Quote], knowledge: KnowledgeBase) -> UnknownName:
    first, *rest = sorted(names, key=lambda name: (-len(name), name))
    contexts = sorted(quotes, key=lambda q: (q.report_id, q.start))[:MOST_CONTEXTS]
    return UnknownName(
        id=key,
        name=first,
        aliases=tuple(sorted(rest)),
        reports=len(quotes),
        contexts=tuple(contexts),
        may_be=_nearest(first, knowledge),
    )


def _nearest(name: str, knowledge: KnowledgeBase) -> tuple[ActorRef, ...]:
    choices = _known_names(knowledge)
    likest = process.extract(
        fold_name(name), list(choices), scorer=fuzz.token_sort_ratio, limit=10, score_cutoff=LEAST_LIKE
    )
    ids = dict.fromkeys(actor_id for known, _, _ in likest for actor_id in choices[known])
    return tuple(knowledge.ref(actor_id) for actor_id in list(ids)[:MOST_NEAREST])


@lru_cache(maxsize=8)
def _known_names(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """The ids of the actors that bear each folded name."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor in knowledge.actors:
        for name in actor.names():
            if actor.id not in found[fold_name(name)]:
                found[fold_name(name)].append(actor.id)
    return {name: tuple(ids) for name, ids in found.items()}

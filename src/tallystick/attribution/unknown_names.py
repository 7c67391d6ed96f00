"""Names that the knowledge base does not hold: candidates for it, with the words in which they were met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from rapidfuzz import fuzz, process

from tallystick.attribution.named import Named, named_in
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name
from tallystick.model.actor import Candidate, LikeName
from tallystick.model.mention import Mention

MOST_QUOTES = 3
"""How many reports are quoted with a name."""

MOST_LIKE = 3

LEAST_LIKE = 80
"""How like a known name must be to be named beside an unknown one, of 100 (rapidfuzz, token sort ratio). Our choice:
one word of four may differ, or a few letters."""


def longest(names: Set[str]) -> str:
    """The name under which an unknown actor is shown."""
    return min(names, key=lambda name: (-len(name), name))


def describes(mention: Mention, actor_id: str) -> bool:
    """True if a mention names that actor with words that describe it."""
    return any(one.described is not None for one in _of(mention, actor_id))


def first_by_report(mentions: Iterable[Mention]) -> list[Mention]:
    """The first mention of each report, by id, of the first reports by id: those that are quoted."""
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.report_id, m.id)):
        first.setdefault(mention.report_id, mention)
    return list(first.values())[:MOST_QUOTES]


def candidate_of(
    actor_id: str, name: str, naming: Sequence[Mention], *, reports: int, knowledge: KnowledgeBase
) -> Candidate:
    """What is known of a name that no knowledge base holds.

    ``naming`` are mentions that name it: those that are ``first_by_report`` among all, and among all that describe it;
    ``reports`` counts all reports that name it.
    """
    described = [
        next(one.described for one in _of(mention, actor_id) if one.described is not None)
        for mention in first_by_report(m for m in naming if describes(m, actor_id))
    ]
    return Candidate(
        reports=reports,
        contexts=tuple(mention.quote for mention in first_by_report(naming)),
        described=tuple(described),
        may_be=_likest(name, knowledge),
    )


def _of(mention: Mention, actor_id: str) -> list[Named]:
    return [one for one in named_in(mention) if one.actor_id == actor_id]


def _likest(name: str, knowledge: KnowledgeBase) -> tuple[LikeName, ...]:
    choices = _known_names(knowledge)
    likest = process.extract(_in_order(name), list(choices), scorer=fuzz.ratio, limit=10, score_cutoff=LEAST_LIKE)
    scores: dict[str, float] = {}
    for known, score, _ in likest:
        for actor_id in choices[known]:
            scores.setdefault(actor_id, score)
    return tuple(
        LikeName(id=actor_id, name=knowledge.actor(actor_id).name, likeness=round(score / 100, 2))
        for actor_id, score in list(scores.items())[:MOST_LIKE]
    )


@lru_cache(maxsize=8)
def _known_names(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """The ids of the actors that bear each name, folded and its words in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor in knowledge.actors:
        for name in map(_in_order, actor.names()):
            if actor.id not in found[name]:
                found[name].append(actor.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _in_order(name: str) -> str:
    """The ratio of two names whose words are in order is their token sort ratio, and much the faster."""
    return " ".join(sorted(fold_name(name).split()))

"""CEAF-REE: role fillers scored as entities, one predicted to one gold.

Du, Rush, Cardie: GRIT, EACL 2021, section 4.2, and its ``eval.py``: a predicted entity is right if all its strings are
strings of the gold entity that it is aligned to.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tallystick.evaluation.score import f_score, share

Entity = frozenset[str]
"""The strings that name one person, group or thing."""

_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True)
class Tally:
    """Fillers counted: predicted and right, predicted, gold and found, gold."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Right among the predicted, 0 where nothing was."""
        return share(self.right, self.predicted)

    @property
    def recall(self) -> float:
        """Found among the gold, 0 where there is none."""
        return share(self.found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return f_score(self.precision, self.recall)


def normalise_string(text: str) -> str:
    """Lower-cased, without ASCII punctuation, articles and spare blanks, as the peers' scorers have it."""
    bare = text.lower().translate(_PUNCTUATION)
    return " ".join(_ARTICLE.sub(" ", bare).split())


def as_entity(strings: Collection[str]) -> Entity:
    """The entity of some strings, each normalised."""
    return frozenset(normalise_string(s) for s in strings)


def align(predicted: Sequence[Entity], gold: Sequence[Entity]) -> dict[int, int]:
    """The one-to-one alignment, predicted to gold, with the most right entities.

    Similarity is 1 or 0, so the best assignment is a maximum matching: each predicted entity takes a gold one, and
    one that finds its place taken asks the holder to move (augmenting paths, Kuhn).
    """
    holder: dict[int, int] = {}

    def place(entity: int, tried: set[int]) -> bool:
        for place_, wanted in enumerate(gold):
            if place_ in tried or not predicted[entity] <= wanted:
                continue
            tried.add(place_)
            if place_ not in holder or place(holder[place_], tried):
                holder[place_] = entity
                return True
        return False

    for entity in range(len(predicted)):
        place(entity, set())
    return {entity: place_ for place_, entity in holder.items()}


def count_fillers(predicted: Sequence[Entity], gold: Sequence[Entity]) -> Tally:
    """The tally of one role of one document."""
    right = len(align(predicted, gold))
    return Tally(right=right, predicted=len(predicted), found=right, gold=len(gold))


def merge_entities(entities: Sequence[Entity]) -> list[Entity]:
    """The entities of several templates of a document: one whose strings another holds already, or the other way
    round, is not taken again (GRIT's ``preprocess.py``)."""
    merged: list[Entity] = []
    for entity in entities:
        if entity and not any(entity <= other or other <= entity for other in merged):
            merged.append(entity)
    return merged


def pool(tallies: Mapping[str, Tally]) -> Tally:
    """The micro average: all tallies added up."""
    return sum(tallies.values(), Tally())

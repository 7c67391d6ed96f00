"""Entities scored: the layers of a reading against spans and types of re3d."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.re3d_gold import Entity, load_re3d
from tallystick.evaluation.score import ErrorCase, Figure, Score, f_score, figures_of, share
from tallystick.evaluation.span_pairs import pair_spans
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ToponymUse
from tallystick.pipeline import default_knowledge
from tallystick.reading.place_context import nationalities_of
from tallystick.reading.reader import Reading

TYPES = ("Location", "Organisation", "Person", "Nationality", "Temporal", "Weapon")
_AROUND = 60
_NOTES = (
    "Places and venues are Location, adjectives of countries Nationality, dates Temporal, weapons of events Weapon; "
    "actors are Person or Organisation. A state is listed as a place, and counts as one.",
    "A found span counts if type and span agree: 'exact' asks for the same span, else one shared character will do. "
    "Gold entities may lie in one another; each found one answers one of them.",
)


@dataclass
class TypeCount:
    """How many entities of a type are asked for, found, and rightly found."""

    asked: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0

    def figures(self, name: str) -> Iterator[Figure]:
        """Precision, recall and F1 by shared characters, and the exact F1."""
        yield from figures_of(name, right=self.right, found=self.found, asked=self.asked)
        exact = f_score(share(self.exact, self.found), share(self.exact, self.asked))
        yield Figure(f"{name}: F1, exact", exact, self.asked)


@dataclass
class EntityCount:
    """Entities counted over documents, by type."""

    types: dict[str, TypeCount] = field(default_factory=lambda: defaultdict(TypeCount))
    errors: list[ErrorCase] = field(default_factory=list)

    def add(self, gold: Sequence[Entity], found: Sequence[Entity], *, document: str, text: str) -> None:
        """Count one document."""
        for name in TYPES:
            asked, answers = ([e for e in entities if e.type == name] for entities in (gold, found))
            pairs = pair_spans(asked, answers)
            count = self.types[name]
            count.asked += len(asked)
            count.found += len(answers)
            count.right += len(pairs)
            count.exact += len(pair_spans(asked, answers, exact=True))
            missed = (e for i, e in enumerate(asked) if i not in pairs)
            false = (e for k, e in enumerate(answers) if k not in set(pairs.values()))
            self.errors.extend(_error(e, text, document, "missed", f"{e.text} ({name})", "nothing") for e in missed)
            self.errors.extend(_error(e, text, document, "false", "nothing", f"{e.text} ({name})") for e in false)

    def figures(self) -> Iterator[Figure]:
        """The figures of each type, and of all together."""
        total = TypeCount()
        for name in TYPES:
            count = self.types[name]
            yield from count.figures(name)
            for each in ("asked", "found", "right", "exact"):
                setattr(total, each, getattr(total, each) + getattr(count, each))
        yield from total.figures("all types")


def score_re3d(gold: Path, bench: Bench) -> Score:
    """Entities of a folder in the layout of re3d: spans and types.

    Raises:
        TallystickError: E102 or E601 if a file cannot be read or is laid out otherwise.

    """
    loaded, notes = load_re3d(gold)
    documents = bench.cut(loaded, name=lambda document: document.report.path or "")
    count = EntityCount()
    for document, reading in zip(documents, bench.read([d.report for d in documents]), strict=True):
        text = document.report.text
        count.add(document.entities, list(entities_of(reading)), document=document.report.path or "", text=text)
    skipped = sorted({e.type for d in documents for e in d.entities} - set(TYPES))
    unlisted = f"No layer lists {', '.join(skipped)}; they are left out." if skipped else ""
    told = (*notes, *_NOTES, *filter(None, [unlisted]))
    return Score("re3d", len(documents), tuple(count.figures()), tuple(count.errors), told)


def entities_of(reading: Reading) -> Iterator[Entity]:
    """What the layers and the weapons of a reading come to in re3d's types, each span and type once."""
    seen = set()
    for quote, type_ in _typed(reading):
        entity = Entity(quote.start, quote.end, type_, quote.exact)
        if entity not in seen:
            seen.add(entity)
            yield entity


def _typed(reading: Reading) -> Iterable[tuple[Quote, str]]:
    nationalities = nationalities_of(default_knowledge()).words
    for place in reading.places:
        is_adjective = place.use is ToponymUse.ASSOCIATED and fold_name(place.quote.exact) in nationalities
        yield place.quote, "Nationality" if is_adjective else "Location"
    for actor in reading.actors:
        if actor.type is not ActorType.STATE and not actor.is_pronoun:
            yield actor.quote, "Person" if actor.type is ActorType.PERSON else "Organisation"
    for date in reading.dates:
        yield date.quote, "Temporal"
    for mention in reading.mentions:
        if isinstance(mention, EventMention):
            yield from ((weapon.quote, "Weapon") for weapon in mention.weapons)


def _error(entity: Entity, text: str, document: str, kind: str, expected: str, got: str) -> ErrorCase:
    around = text[max(0, entity.start - _AROUND) : entity.end + _AROUND]
    return ErrorCase(document, kind, expected, got, around)

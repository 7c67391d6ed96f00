"""Which relations between actors the brief shows: those that reports assert, and what is known of the same actors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import Grade, Predicate

MOST_NODES = 36
_FAMILIES = {
    Predicate.BACKED_BY: "backing",
    Predicate.SUBORDINATE_TO: "backing",
    Predicate.CONTROLS: "backing",
    Predicate.BRAND_OF: "brand",
    Predicate.FRONT_FOR: "brand",
    Predicate.MEDIA_OUTLET_OF: "brand",
    Predicate.ALLIED_WITH: "alliance",
}
_STRONG = (Grade.SELF_ACKNOWLEDGED, Grade.OFFICIAL_FINDING, Grade.DIRECT)
_STRENGTH = list(Grade)


@dataclass(frozen=True)
class Edge:
    """A relation between two actors, each by its id (``name:…`` for one without).

    ``stated`` is true if reports assert it, false if it is from the knowledge base; ``sources`` are those reports or
    that citation. ``is_accepted`` is true if a person accepted what reports assert.
    """

    subject: str
    predicate: Predicate
    object: str
    grade: Grade
    stated: bool
    sources: tuple[str, ...]
    years: str
    is_accepted: bool = False

    @property
    def upper(self) -> str:
        """The actor to draw above: the one that backs, commands, holds the members or uses the brand."""
        return self.subject if self.predicate is Predicate.CONTROLS else self.object

    @property
    def lower(self) -> str:
        """The actor to draw below."""
        return self.object if self.predicate is Predicate.CONTROLS else self.subject

    @property
    def family(self) -> str:
        """The family of its predicate: backing, member, brand or alliance."""
        return _FAMILIES.get(self.predicate, "member")

    @property
    def is_strong(self) -> bool:
        """True for a relation that is acknowledged, officially found or directly evidenced."""
        return self.grade in _STRONG


@dataclass(frozen=True)
class Network:
    """Actors by id with their names, those met in the reports, and the relations between them."""

    names: Mapping[str, str]
    met: frozenset[str]
    edges: tuple[Edge, ...]


def gather_network(
    relations: Sequence[RelationMention],
    known: Sequence[KnownRelation],
    *,
    names: Mapping[str, str],
    met: Iterable[str],
    sources: Mapping[str, str],
    accepted: Collection[str] = (),
) -> Network:
    """The relations that reports assert, with those known among the actors met and their backers.

    ``names`` is by actor id, ``met`` the ids of the actors met, ``sources`` how to cite a report by its id,
    ``accepted`` the ids of the relations that a person accepted.
    ``established`` ties no two actors and is left out, and so is what is told of somebody without a name. Where there
    are too many actors to draw, only what reports assert is kept.
    """
    said = [
        _stated(r, sources, is_accepted=r.id in accepted)
        for r in relations
        if r.predicate is not Predicate.ESTABLISHED and not r.unnamed
    ]
    seen = {*met, *(end for edge in said for end in (edge.subject, edge.object))}
    held = [_known(k) for k in known if k.predicate is not Predicate.ESTABLISHED]
    near = [e for e in held if {e.subject, e.object} <= seen or (e.lower in seen and e.family == "backing")]
    shown = seen | _ends(near)
    edges = _merge([*said, *near, *(e for e in held if {e.subject, e.object} <= shown)])
    if len(_ends(edges)) > MOST_NODES:
        edges = [edge for edge in edges if edge.stated]
    called = {_key(ref): ref.name for r in relations for ref in (r.subject, r.object)}
    ends = {end: names.get(end) or called.get(end) or end for end in sorted(_ends(edges))}
    return Network(ends, frozenset(seen), tuple(edges))


def _ends(edges: Iterable[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.subject, edge.object)}


def _key(ref: ActorRef) -> str:
    return ref.id or f"name:{ref.name}"


def _stated(relation: RelationMention, sources: Mapping[str, str], *, is_accepted: bool) -> Edge:
    source = sources.get(relation.report_id, "a report")
    ends = _key(relation.subject), relation.predicate, _key(relation.object)
    return Edge(
        *ends,
        grade=relation.grade,
        stated=True,
        sources=(source,),
        years=_years(relation),
        is_accepted=is_accepted,
    )


def _known(relation: KnownRelation) -> Edge:
    ends = relation.subject, relation.predicate, relation.object
    return Edge(*ends, grade=relation.grade, stated=False, sources=(relation.citation,), years=_years(relation))


def _merge(edges: Iterable[Edge]) -> list[Edge]:
    """One edge for what several reports say alike, with all of them as its sources and the strongest grade; accepted
    if what one of them says is.
    """
    alike: dict[tuple[str, str, str, bool], list[Edge]] = {}
    for edge in edges:
        alike.setdefault((edge.subject, edge.predicate, edge.object, edge.stated), []).append(edge)
    merged = [
        replace(
            same[0],
            grade=min((edge.grade for edge in same), key=_STRENGTH.index),
            sources=tuple(dict.fromkeys(source for edge in same for source in edge.sources)),
            years=next((edge.years for edge in same if edge.years), ""),
            is_accepted=any(edge.is_accepted for edge in same),
        )
        for same in alike.values()
    ]
    return sorted(merged, key=lambda e: (not e.stated, e.upper, e.lower, e.predicate))


def _years(relation: RelationMention | KnownRelation) -> str:
    since, until = relation.since, relation.until
    if since and until:
        return f"{since.year}–{until.year}"
    return f"since {since.year}" if since else f"until {until.year}" if until else ""

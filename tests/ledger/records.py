"""Random records, odd text among them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from tallystick.model.actor import Actor, ActorRef
from tallystick.model.attribution import Attribution, ChainStep
from tallystick.model.base import Noun
from tallystick.model.claim import Claim, ClaimCover
from tallystick.model.incident import Conflict, ConflictValue, Incident, Join, Tombstone
from tallystick.model.mention import Range, StatementMention, TallyPart, TallyScope
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.relation import Relation
from tallystick.model.tally import Outside, Reconciliation, Tally
from tallystick.model.terms import (
    ActorType,
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    ClaimMode,
    ClaimStatus,
    Comparator,
    Confidence,
    EventKind,
    Grade,
    Likelihood,
    Modality,
    PlacePrecision,
    Predicate,
    Quantifier,
    RelationStanding,
    ReviewState,
    StatementKind,
    Status,
    TallyUnit,
    Verdict,
    WeaponKind,
)

N = TypeVar("N", bound=Noun)

words = st.text(st.characters(exclude_categories=()), max_size=12)
# No claim or tally has the id of an incident.
ids = st.text("abc-019AZ", min_size=1, max_size=8)
counts = st.integers(0, 10**9)
unit_interval = st.floats(0, 1)


def some(one: st.SearchStrategy[N]) -> st.SearchStrategy[tuple[N, ...]]:
    return st.lists(one, max_size=2).map(tuple)


def filed(one: st.SearchStrategy[N]) -> st.SearchStrategy[tuple[N, ...]]:
    """Nouns as a record has them: one an id, sorted by id."""
    by_id = st.lists(one, max_size=3, unique_by=lambda noun: str(getattr(noun, "id")))  # noqa: B009
    return by_id.map(lambda nouns: tuple(sorted(nouns, key=lambda noun: str(getattr(noun, "id")))))  # noqa: B009


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    start, exact = draw(st.integers(0, 10**6)), draw(words)
    return Quote(report_id=draw(ids), start=start, end=start + len(exact), exact=exact)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, best, high = sorted(draw(st.tuples(counts, counts, counts)))
    return Range(low=low, best=draw(st.sampled_from([best, None])), high=draw(st.sampled_from([high, None])))


actor_refs = st.builds(ActorRef, id=st.none() | ids, name=words)
places = st.builds(
    Place,
    id=ids,
    name=words,
    admin1=st.none() | words,
    country=st.none() | st.text("ABC", min_size=2, max_size=2),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    precision=st.sampled_from(PlacePrecision),
    radius_km=st.floats(0, 1e6),
)
attributions = st.builds(
    Attribution,
    actors=some(actor_refs),
    mode=st.sampled_from(AttributionMode),
    attributor=st.none() | actor_refs,
    role=st.sampled_from(AttributionRole),
    basis=st.sampled_from(AttributionBasis),
    likelihood=st.sampled_from(Likelihood),
    confidence=st.sampled_from(Confidence),
    confidence_why=words,
    chain=some(st.builds(ChainStep, text=words, quotes=some(quotes()), citation=st.none() | words)),
)
conflicts = st.builds(
    Conflict, field=words, values=some(st.builds(ConflictValue, value=words, mention_ids=st.tuples(ids))), rule=words
)
incidents = st.builds(
    Incident,
    id=ids,
    kind=st.sampled_from(EventKind),
    weapons=st.lists(st.sampled_from(WeaponKind), max_size=2).map(tuple),
    weapon_count=st.none() | ranges(),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    place=st.none() | places,
    target=st.none() | words,
    target_actor=st.none() | actor_refs,
    attributed_to=some(attributions),
    killed=st.none() | ranges(),
    status=st.sampled_from(Status),
    review_state=st.sampled_from(ReviewState),
    background=st.booleans(),
    conflicts=some(conflicts),
    joins=some(st.builds(Join, left=ids, right=ids, score=unit_interval, reasons=st.tuples(words))),
)
reconciliations = st.builds(
    Reconciliation,
    inside=st.tuples(ids),
    outside=some(st.builds(Outside, incident_id=ids, why=words)),
    missing=st.none() | counts,
    verdict=st.sampled_from(Verdict),
    note=words,
)
tallies = st.builds(
    Tally,
    id=ids.map("t".__add__),
    report_id=ids,
    quote=quotes(),
    counter=st.none() | actor_refs,
    unit=st.sampled_from(TallyUnit),
    scope=st.builds(TallyScope, actor=st.none() | actor_refs, areas=st.tuples(ids)),
    since=st.none() | st.dates(max_value=date(2099, 1, 1)),
    comparator=st.sampled_from(Comparator),
    value=counts,
    parts=some(st.builds(TallyPart, scope=words, value=counts)),
    reconciliation=reconciliations,
)
claims = st.builds(
    Claim,
    id=ids.map("k".__add__),
    report_id=ids,
    quote=quotes(),
    claimant=actor_refs,
    covers=st.builds(ClaimCover, incident_ids=st.tuples(ids), quantifier=st.sampled_from(Quantifier)),
    mode=st.sampled_from(ClaimMode),
    status=st.sampled_from(ClaimStatus),
)
relations = st.builds(
    Relation,
    id=ids,
    report_id=ids,
    quote=quotes(),
    modality=st.sampled_from(Modality),
    confidence=unit_interval,
    reader=words,
    subject=actor_refs,
    predicate=st.sampled_from(Predicate),
    object=actor_refs,
    grade=st.sampled_from(Grade),
    standing=st.sampled_from(RelationStanding),
    decided_by=st.none() | counts,
)
statements = st.builds(
    StatementMention,
    id=ids,
    report_id=ids,
    quote=quotes(),
    confidence=unit_interval,
    reader=words,
    statement_kind=st.sampled_from(StatementKind),
    by=st.none() | actor_refs,
    about=st.none() | words,
)
actors = st.builds(
    Actor, id=ids, name=words, type=st.sampled_from(ActorType), aliases=st.tuples(words), known=st.booleans()
)
tombstones = st.builds(Tombstone, id=ids, points_to=st.none() | ids, why=words)


def records() -> st.SearchStrategy[Record]:
    """What a derivation can come to, without reports, mentions and failures, which are saved apart."""
    return st.builds(
        Record,
        incidents=filed(incidents),
        tallies=filed(tallies),
        claims=filed(claims),
        relations=filed(relations),
        statements=filed(statements),
        actors=filed(actors),
        tombstones=filed(tombstones),
    )

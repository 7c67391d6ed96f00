"""What is new since the last derivation, and the tellings on file that it is compared with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tallystick.derivation.candidates import candidates
from tallystick.derivation.deciding import Deciding
from tallystick.derivation.found import Found
from tallystick.derivation.loading import Tellings
from tallystick.derivation.neighbourhood import TELLINGS, Neighbourhood
from tallystick.derivation.rows import placed_tellings, ties_of
from tallystick.ledger.index import Placed
from tallystick.ledger.kin import Kin
from tallystick.ledger.standing import Standing
from tallystick.model.decision import Decision
from tallystick.model.mention import Mention, RelationMention
from tallystick.model.report import Report
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import link
from tallystick.resolution.proposals import decided_relations
from tallystick.resolution.resolve import tells_an_event
from tallystick.resolution.telling import last_days_told, tellings_of


@dataclass(frozen=True)
class Fresh:
    """What is new.

    ``reports`` are those that changed, and those of the families of such; ``mentions`` are theirs as they are, ``gone``
    the rows of theirs as they were. ``recast`` are those that now have other words than before, ``kin`` is what is
    filed of whose words reports have. From the tellings of ``seeds`` on the change spreads; those ``judged`` stay where
    they are, in incidents that were accepted, rejected or edited, or no longer are. ``relations`` are those that the
    reports tell, and those on which a decision was taken or taken back; ``decisions`` are all in force.
    """

    reports: frozenset[str]
    dirt: int
    recast: tuple[Report, ...]
    kin: tuple[Kin, ...]
    mentions: tuple[Mention, ...]
    gone: tuple[Placed, ...]
    near: Neighbourhood
    tellings: Tellings
    deciding: Deciding
    seeds: frozenset[str]
    judged: frozenset[str]
    relations: tuple[RelationMention, ...]
    decisions: tuple[Decision, ...]


def look(
    standing: Standing,
    *,
    dirt: int,
    dirty: Collection[str],
    found: Found,
    decisions: Iterable[Decision],
    taken: Iterable[Decision],
    knows: Knows,
) -> Fresh:
    """Reads what is new, and compares it with what is on file.

    ``decisions`` are those in force, ``taken`` those that were taken, or taken back, since the last derivation.
    """
    before = {report.id: report for report in standing.reports([report.id for report in found.reports])}
    recast = tuple(report for report in found.reports if before[report.id] != report)
    reports = _of_their_families(standing, found.reports, frozenset(dirty) | {report.id for report in recast})
    tellings = Tellings(standing, found.reports, knows.outlet_of)
    mentions = standing.mentions_in(reports)
    tellings.know(mentions)
    events = [m for m in mentions if tells_an_event(m)]
    ours = tellings_of(events, tellings.reports(reports), batches={}, told_until=last_days_told(mentions))
    rows = list(placed_tellings(ours, left=(), incident_of={}))
    gone = standing.placed_in(reports)
    on_file = [row for row in candidates(standing, ours, knows) if row.report_id not in reports]
    compared = sorted([*ours, *tellings.to_compare(on_file)], key=lambda t: t.key)
    links = link(compared, knows, fresh={row.mention_id for row in rows})
    in_force = tuple(decisions)
    deciding = Deciding(standing, in_force)
    near = Neighbourhood(standing, fresh=rows, gone=(row for row in gone if row.sort in TELLINGS), ties=ties_of(links))
    taken = tuple(taken)
    moved = _held_by((d for d in taken if d.pairs or d.mention_id is not None), deciding, near)
    judged = _held_by((d for d in taken if d.act.judges or d.act.settles), deciding, near)
    near.seeds = {*near.fresh, *near.gone, *moved}
    return Fresh(
        reports=reports,
        dirt=dirt,
        recast=recast,
        kin=found.kin,
        mentions=mentions,
        gone=tuple(gone),
        near=near,
        tellings=tellings,
        deciding=deciding,
        seeds=frozenset(near.seeds),
        judged=judged,
        relations=_relations(standing, mentions, reports, taken),
        decisions=in_force,
    )


def _held_by(decisions: Iterable[Decision], deciding: Deciding, near: Neighbourhood) -> frozenset[str]:
    """The tellings on file on which these decisions were taken, those on relations left out."""
    held = (deciding.held_by(decision) for decision in decisions if decision.is_on_events)
    return frozenset(i for ids in held for i in ids if near.is_known(i))


def _relations(
    standing: Standing, mentions: Iterable[Mention], reports: frozenset[str], taken: Iterable[Decision]
) -> tuple[RelationMention, ...]:
    """The relations that the changed reports tell, and those on which a decision was taken."""
    on_relations = [decision for decision in taken if decision.relation is not None]
    elsewhere = {quote.report_id for decision in on_relations for quote in decision.anchors} - reports
    told = [m for m in standing.mentions_in(elsewhere) if isinstance(m, RelationMention)]
    decided = decided_relations(told, on_relations)
    return (*(m for m in mentions if isinstance(m, RelationMention)), *(m for m in told if m.id in decided))


def _of_their_families(standing: Standing, found: Sequence[Report], report_ids: frozenset[str]) -> frozenset[str]:
    """These reports, and all that are or were of their families: who wrote one hangs on who wrote the others."""
    then = standing.families(report_ids)
    originals = {r.syndicated_from or r.id for r in found if r.id in then}
    return then | {r.id for r in found if (r.syndicated_from or r.id) in originals}

"""How every entry of the journal stands now: whether it holds and, if not, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tallystick.model.decision import Act, Decision, in_force, undone
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention, RelationMention
from tallystick.model.names import overruled_on_names
from tallystick.resolution.constraints import constraints_from
from tallystick.resolution.decisions import overruled_in, place_decisions
from tallystick.resolution.proposals import decided_relations


class State(StrEnum):
    """How an entry stands."""

    HOLDS = "holds"
    UNDONE = "undone"
    OVERRULED = "overruled"
    OVERRULED_IN_PART = "overruled in part"
    WITHOUT_ITS_WORDS = "without its words"


@dataclass(frozen=True)
class Standing:
    """The state of an entry, the later entry that took it back or overruled it, and the incident that it is on now."""

    state: State
    by: int | None = None
    incident_id: str | None = None

    def __str__(self) -> str:
        return self.state if self.by is None else f"{self.state} by {self.by}"


def standing_of(
    journal: Sequence[Decision], incidents: Sequence[Incident], mentions: Sequence[Mention]
) -> dict[int, Standing]:
    """How each entry stands, by number, with the incidents and mentions as they are on file."""
    holding = in_force(journal)
    placed = place_decisions(incidents, mentions, holding)
    home = {d.id: name for name, decisions in placed.by_incident.items() for d in decisions}
    standing = {d.id: Standing(State.HOLDS, incident_id=home.get(d.id)) for d in journal}
    standing |= {number: Standing(State.UNDONE, by) for number, by in undone(journal).items()}
    standing |= {d.id: Standing(State.WITHOUT_ITS_WORDS) for d in placed.orphans}
    for name, decisions in placed.by_incident.items():
        for decision, by in overruled_in(decisions):
            standing[decision.id] = Standing(State.OVERRULED, by.id, name)
    standing |= dict(_on_relations(holding, [m for m in mentions if isinstance(m, RelationMention)]))
    standing |= {d.id: Standing(State.OVERRULED, by.id) for d, by in overruled_on_names(holding)}
    constraints = constraints_from(holding, [m for m in mentions if isinstance(m, EventMention)])
    for number, lost in constraints.overruled.items():
        state = State.OVERRULED_IN_PART if lost.in_part else State.OVERRULED
        standing[number] = Standing(state, lost.by, home.get(number))
    return standing


def _on_relations(holding: Sequence[Decision], relations: Sequence[RelationMention]) -> Iterator[tuple[int, Standing]]:
    """How the decisions on relations stand: of several verdicts on one relation the latest holds."""
    ours = [d for d in holding if d.relation is not None]
    found = decided_relations(relations, ours)
    placed = {d.id for decisions in found.values() for d in decisions}
    yield from ((d.id, Standing(State.WITHOUT_ITS_WORDS)) for d in ours if d.id not in placed)
    for decisions in found.values():
        verdicts = [d for d in decisions if d.act is not Act.UNSURE]
        yield from ((d.id, Standing(State.OVERRULED, verdicts[-1].id)) for d in verdicts[:-1])

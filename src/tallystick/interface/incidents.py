"""The table of incidents."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from tallystick.codebook import entry
from tallystick.interface.columns import (
    COUNT,
    DAY,
    FLAG,
    TEXT,
    TEXTS,
    Column,
    actor_columns,
    make_table,
    place_columns,
    range_columns,
)
from tallystick.interface.source import Source, record_of
from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.terms import CasualtyGroup

ATTRIBUTIONS = pa.list_(
    pa.struct(
        [
            ("actors", TEXTS),
            ("mode", TEXT),
            ("attributor", TEXT),
            ("role", TEXT),
            ("basis", TEXT),
            ("likelihood", TEXT),
            ("confidence", TEXT),
        ]
    )
)


def incidents(source: Source) -> pa.Table:
    """The incidents of a ledger, one a row, rejected ones among them (``review_state``). Raises as ``open`` does."""
    return make_table(COLUMNS, record_of(source).incidents)


def _attributions(incident: Incident) -> list[dict[str, object]]:
    return [
        {
            "actors": [actor.name for actor in each.actors],
            "mode": each.mode,
            "attributor": each.attributor.name if each.attributor else None,
            "role": each.role,
            "basis": each.basis,
            "likelihood": each.likelihood,
            "confidence": each.confidence,
        }
        for each in incident.attributed_to
    ]


def _killed_of(group: CasualtyGroup) -> Callable[[Incident], Range | None]:
    return lambda i: i.killed_of(group)


def _may_be(incident: Incident) -> list[str]:
    return [other.id for other in incident.may_be]


COLUMNS: tuple[Column[Incident], ...] = (
    Column("id", TEXT, "stable id", lambda i: i.id),
    Column("kind", TEXT, "what happened (code)", lambda i: i.kind),
    Column("start", DAY, "first day on which it may have happened", lambda i: i.start),
    Column("end", DAY, "last day on which it may have happened", lambda i: i.end),
    Column("date_precision", TEXT, "how fine the date is (code)", lambda i: i.date_precision),
    Column("date_basis", TEXT, "what the date rests on (code)", lambda i: i.date_basis),
    *place_columns(lambda i: i.place),
    Column("weapons", TEXTS, "with what (codes)", lambda i: i.weapons),
    *range_columns("weapon_count", "projectiles or aircraft", lambda i: i.weapon_count),
    Column("target", TEXT, "what was attacked, in the words of a report", lambda i: i.target),
    *actor_columns("target_actor", "whose it is", lambda i: i.target_actor),
    Column("status", TEXT, "did it happen? (code)", lambda i: i.status),
    Column("claimed_by", TEXTS, "who claims it?", lambda i: [actor.name for actor in i.claimed_by]),
    Column("attributed_to", ATTRIBUTIONS, "who is said to have done it, by whom, and how sure is that?", _attributions),
    Column("review_state", TEXT, "has a reviewer passed it? (code)", lambda i: i.review_state),
    *actor_columns("perpetrator", "who did it, only where reports state it as fact", lambda i: i.perpetrator),
    *range_columns("killed", "people killed", lambda i: i.killed),
    *range_columns("injured", "people injured", lambda i: i.injured),
    Column("outcome", TEXT, "what came of the projectiles (code)", lambda i: i.outcome),
    Column("background", FLAG, "true for history told as background", lambda i: i.background),
    Column("sources", COUNT, "how many outlets originally reported it", lambda i: i.sources),
    Column("origins", TEXTS, "who originally reported it", lambda i: [origin.name for origin in i.origins]),
    Column(
        "informants", TEXTS, "on whose word reports tell it, outlets aside", lambda i: [a.name for a in i.informants]
    ),
    Column("responds_to", TEXTS, "ids of incidents that it answers", lambda i: i.responds_to),
    Column("may_be", TEXTS, "told too vaguely: ids of incidents that it may be, likeliest first", _may_be),
    Column("conflicts", TEXTS, "fields on which reports disagree", lambda i: [c.field for c in i.conflicts]),
    Column("mentions", TEXTS, "ids of the mentions that tell it", lambda i: i.mentions),
    *(
        column
        for group in CasualtyGroup
        for column in range_columns(
            f"killed_{group.value}", f"{entry(group).label.lower()} among the killed", _killed_of(group)
        )
    ),
)

"""Why the mentions of an incident are held for one, ready for the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tallystick.model.incident import Incident, MayBe
from tallystick.publishing.brief.index import Index
from tallystick.publishing.waterfall import Waterfall, chance, make_waterfall, probability
from tallystick.publishing.waterfall_picture import draw_waterfall


@dataclass(frozen=True)
class JoinWords:
    """Why two mentions are held for one incident, ``ends`` being the reports that tell them.

    ``verdict`` is how likely it is that they are one. ``fall`` and its picture are null where the join rests on no
    comparison.
    """

    ends: str
    verdict: str
    reasons: tuple[str, ...]
    fall: Waterfall | None
    picture: Markup | None


@dataclass(frozen=True)
class Doubt:
    """Another incident that a vague one may be."""

    incident: Incident
    maybe: MayBe


def join_words(incident: Incident, index: Index) -> Iterator[JoinWords]:
    """Each join with its waterfall drawn."""
    for at, join in enumerate(incident.joins):
        left, right = index.teller(join.left), index.teller(join.right)
        fall = make_waterfall(join)
        ends = f"Two passages of {left}" if left == right else f"{left} and {right}"
        name = f"Why these are held to tell of one incident: {ends}"
        key = f"f{index.number[incident.id]}-{at}"
        picture = Markup(draw_waterfall(fall, key=key, name=name)) if fall else None
        verdict = chance(fall) if fall else probability(join.score)
        yield JoinWords(ends, verdict, join.reasons, fall, picture)


def may_be(incident: Incident, index: Index) -> tuple[Doubt, ...]:
    """The incidents on the page that this one may be, the likeliest first."""
    return tuple(Doubt(index.by_id[each.id], each) for each in incident.may_be if each.id in index.by_id)

"""Which incidents a tally covers: surely, as far as is told, and at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tallystick.model.counting import set_vague_apart
from tallystick.model.incident import Incident
from tallystick.model.mention import TallyMention
from tallystick.model.tally import Outside, Unsure
from tallystick.reconciliation.file import File
from tallystick.reconciliation.scope import why_elsewhere, why_other_sort
from tallystick.reconciliation.strictness import why_unsure
from tallystick.reconciliation.window import Window, why_outside_window

_VAGUE = "told too vaguely to say whether it is another"


class Cover(NamedTuple):
    """The incidents of a tally.

    ``inside`` fit all that is told, of which ``strict`` are surely covered and ``vague`` set apart. ``by_day`` and
    ``by_scope`` are outside for a doubt alone, of their day or of their sort: read leniently they count too.
    ``told_here`` is how many of those inside the tally's own report tells.
    """

    inside: tuple[Incident, ...]
    vague: tuple[Incident, ...]
    strict: tuple[Incident, ...]
    by_day: tuple[Incident, ...]
    by_scope: tuple[Incident, ...]
    outside: tuple[Outside, ...]
    unsure: tuple[Unsure, ...]
    told_here: int

    @property
    def lenient(self) -> tuple[Incident, ...]:
        """All that the tally may cover."""
        return (*self.inside, *self.vague, *self.by_day, *self.by_scope)


def cover(tally: TallyMention, window: Window, file: File, area_name: Callable[[str], str]) -> Cover:
    """The incidents on file that a tally covers, may cover and does not."""
    fitting: list[Incident] = []
    by_day: list[Incident] = []
    by_scope: list[Incident] = []
    outside: list[Outside] = []
    doubts: dict[str, str] = {}
    ties = file.tied(tally)
    for incident in file.within_reach(tally, window.since, window.until):
        setting = ties.setting(incident)
        untimely = why_outside_window(incident, window.since, window.until)
        if untimely and not untimely.may and not setting.told_here:
            continue
        elsewhere = why_elsewhere(
            tally,
            incident,
            setting,
            in_area=file.in_area,
            around_area=file.around_area,
            same_side=file.same_side,
            area_name=area_name,
        )
        if elsewhere and not elsewhere.may and not setting.told_here:
            continue
        other = why_other_sort(tally, incident, setting, same_side=file.same_side)
        bars = [bar for bar in (untimely, elsewhere, other) if bar]
        if not bars:
            fitting.append(incident)
            why = why_unsure(tally, incident, setting, window, in_area=file.in_area, same_side=file.same_side)
            if why:
                doubts[incident.id] = why
            continue
        if all(bar.may for bar in bars):
            (by_day if untimely else by_scope).append(incident)
            doubts[incident.id] = "; ".join(bar.words for bar in bars)
        elif (untimely or elsewhere or (other and other.far)) and not setting.told_here:
            continue
        outside.append(Outside(incident_id=incident.id, why=bars[0].words))
    inside, vague = set_vague_apart(fitting)
    doubts |= {i.id: f"{_VAGUE}; {doubts[i.id]}" if i.id in doubts else _VAGUE for i in vague}
    return Cover(
        inside=inside,
        vague=vague,
        strict=tuple(i for i in inside if i.id not in doubts),
        by_day=tuple(by_day),
        by_scope=tuple(by_scope),
        outside=tuple(outside),
        unsure=tuple(Unsure(incident_id=i, why=doubts[i]) for i in sorted(doubts)),
        told_here=sum(1 for i in inside if i.id in ties.told_here),
    )

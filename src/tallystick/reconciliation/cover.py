"""Which incidents a tally covers: surely, as far as is told, and at most."""

from __future__ import annotations

from typing import NamedTuple

from tallystick.model.countable import Countable
from tallystick.model.counting import set_vague_apart
from tallystick.model.mention import TallyMention
from tallystick.model.tally import Outside, Unsure
from tallystick.reconciliation.file import File
from tallystick.reconciliation.fitting import Fitting
from tallystick.reconciliation.window import Window, why_not_surely_then, why_outside_window

_VAGUE = "told too vaguely to say whether it is another"


class Cover(NamedTuple):
    """The incidents of a tally.

    ``inside`` fit all that is told, of which ``strict`` are surely covered and ``vague`` set apart. ``by_day`` and
    ``by_scope`` are outside for a doubt alone, of their day or of their sort: read leniently they count too.
    ``told_here`` is how many of those inside the tally's own report tells.
    """

    inside: tuple[Countable, ...]
    vague: tuple[Countable, ...]
    strict: tuple[Countable, ...]
    by_day: tuple[Countable, ...]
    by_scope: tuple[Countable, ...]
    outside: tuple[Outside, ...]
    unsure: tuple[Unsure, ...]
    told_here: int

    @property
    def lenient(self) -> tuple[Countable, ...]:
        """All that the tally may cover."""
        return (*self.inside, *self.vague, *self.by_day, *self.by_scope)


def cover(tally: TallyMention, window: Window, file: File, fitting: Fitting) -> Cover:
    """The incidents on file that a tally covers, may cover and does not."""
    unbarred: list[Countable] = []
    by_day: list[Countable] = []
    by_scope: list[Countable] = []
    outside: list[Outside] = []
    doubts: dict[str, str] = {}
    ties = file.tied(tally)
    fit_of = fitting.fit(tally, ties)
    for incident in file.within_reach(tally, window.since, window.until):
        told_here = incident.id in ties.told_here
        untimely = why_outside_window(incident, window.since, window.until)
        if untimely and not untimely.may and not told_here:
            continue
        fit = fit_of(incident)
        elsewhere, other = fit.elsewhere, fit.other
        if elsewhere and not elsewhere.may and not told_here:
            continue
        bars = [bar for bar in (untimely, elsewhere, other) if bar]
        if not bars:
            unbarred.append(incident)
            reasons = [r for r in (fit.unsettled, why_not_surely_then(incident, window), fit.unsure) if r]
            if reasons:
                doubts[incident.id] = "; ".join(reasons)
            continue
        if all(bar.may for bar in bars):
            (by_day if untimely else by_scope).append(incident)
            doubts[incident.id] = "; ".join(bar.words for bar in bars)
        elif (untimely or elsewhere or (other and other.far)) and not told_here:
            continue
        outside.append(Outside(incident_id=incident.id, why=bars[0].words))
    inside, vague = set_vague_apart(unbarred)
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

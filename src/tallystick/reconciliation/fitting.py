"""Whether incidents are of what a tally counts, whatever their days: asked once for all tallies of one scope."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.reconciliation.bar import Bar
from tallystick.reconciliation.file import File, Ties
from tallystick.reconciliation.scope import NOT_EXHAUSTIVE, Setting, why_elsewhere, why_other_sort
from tallystick.reconciliation.strictness import why_unsettled, why_unsure

Likeness = tuple[str, str, bool, tuple[str, ...]]


class Fit(NamedTuple):
    """What bars an incident from a tally but its day: that it lies ``elsewhere``, or is of an ``other`` sort. Where
    nothing does, why it is not surely counted: that it is ``unsettled`` itself, or that its scope leaves it open.
    """

    elsewhere: Bar | None = None
    other: Bar | None = None
    unsettled: str | None = None
    unsure: str | None = None


class Fitting:
    """Fits incidents to tallies. It keeps its answers until it is asked for a tally of another likeness."""

    def __init__(self, file: File, area_name: Callable[[str], str]) -> None:
        self._file = file
        self._area_name = area_name
        self._likeness: Likeness | None = None
        self._kept: dict[str, Fit] = {}

    def likeness(self, tally: TallyMention) -> Likeness:
        """What is alike in two tallies that an incident fits alike, unless the report of one of them tells it."""
        is_exhaustive = NOT_EXHAUSTIVE.search(tally.quote.exact) is None
        countries = tuple(sorted(self._file.tied(tally).countries))
        return tally.scope.model_dump_json(), tally.unit.value, is_exhaustive, countries

    def fit(self, tally: TallyMention, ties: Ties) -> Callable[[Countable], Fit]:
        """How incidents fit a tally that is tied to them so."""
        likeness = self.likeness(tally)
        if likeness != self._likeness:
            self._likeness, self._kept = likeness, {}
        kept = self._kept

        def fit_of(incident: Countable) -> Fit:
            setting = ties.setting(incident)
            if setting.answers or setting.told_here:
                return self._fit(tally, incident, setting)
            if incident.id not in kept:
                kept[incident.id] = self._fit(tally, incident, setting)
            return kept[incident.id]

        return fit_of

    def _fit(self, tally: TallyMention, incident: Countable, setting: Setting) -> Fit:
        file = self._file
        elsewhere = why_elsewhere(
            tally,
            incident,
            setting,
            in_area=file.in_area,
            around_area=file.around_area,
            same_side=file.same_side,
            area_name=self._area_name,
        )
        if elsewhere and not elsewhere.may and not setting.told_here:
            return Fit(elsewhere)
        other = why_other_sort(tally, incident, setting, same_side=file.same_side)
        if elsewhere or other:
            return Fit(elsewhere, other)
        unsure = why_unsure(tally, incident, setting, in_area=file.in_area, same_side=file.same_side)
        return Fit(unsettled=why_unsettled(incident), unsure=unsure)

"""Checks every quoted count against the incidents on file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tallystick.model.countable import Countable
from tallystick.model.mention import Mention, TallyMention
from tallystick.model.presence import Presence
from tallystick.model.report import Report
from tallystick.model.tally import Reconciliation, Tally
from tallystick.reconciliation.cover import cover
from tallystick.reconciliation.file import File
from tallystick.reconciliation.fitting import Fitting
from tallystick.reconciliation.gaps import find_gaps
from tallystick.reconciliation.note import describe
from tallystick.reconciliation.readings import read_both_ways
from tallystick.reconciliation.revision import revision_said
from tallystick.reconciliation.scope import InArea, SameSide, lies_nowhere
from tallystick.reconciliation.sums import AreaWithin, sums_of
from tallystick.reconciliation.window import window_of

_AS_TOLD = {
    "id", "report_id", "quote", "counter", "quoted_by", "unit", "scope", "since", "comparator", "value", "value_low",
    "value_high", "parts", "revises",
}  # fmt: skip


def reconcile(
    tallies: Sequence[TallyMention],
    incidents: Sequence[Countable],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    *,
    in_area: InArea,
    same_side: SameSide,
    around_area: InArea = lies_nowhere,
    area_within: AreaWithin = str.__eq__,
    area_name: Callable[[str], str] = str,
    presences: Iterable[Presence] = (),
) -> Iterator[Tally]:
    """Each tally with the incidents inside and outside it, what is missing, and a verdict. They are checked one by one,
    as they are asked for, those of one scope after each other.

    An incident told too vaguely to say whether it is another one inside is named apart, and not counted again.

    Named as outside, with the reason, are those that a reader could expect inside: the other incidents of the tally's
    own report, and those in its window and area that touch one of its sides or tell none. The rest is elsewhere.

    Args:
        tallies: the counts as the reports quote them.
        incidents: all incidents on file that the tallies may concern: those that share a day with the window of one,
            those without a day, and those that their reports tell, whatever their days.
        mentions: all mentions of the reports that tell ``tallies``.
        reports: these reports; a tally without an end counts up to the day of its own.
        in_area: whether an incident lies in an area of a tally's scope (a country code or a place id).
        same_side: whether two actors fight on one side; null where that is not known.
        around_area: whether an incident is told to lie in an area that holds another.
        area_within: whether an area lies in another, or is it.
        area_name: how an area is called in words.
        presences: who is where by the incidents on file that are not among ``incidents``, or by all.

    """
    file = File(incidents, mentions, in_area=in_area, around_area=around_area, same_side=same_side, presences=presences)
    fitting = Fitting(file, area_name)
    by_id = {r.id: r for r in reports}
    told: dict[str, dict[str, TallyMention]] = defaultdict(dict)
    for mention in (*mentions, *tallies):
        if isinstance(mention, TallyMention):
            told[mention.report_id][mention.id] = mention

    def check(tally: TallyMention) -> Tally:
        report = by_id.get(tally.report_id)
        window = window_of(tally, report)
        covered = cover(tally, window, file, fitting)
        read = read_both_ways(tally, covered)
        sums = sums_of(
            tally,
            list(told[tally.report_id].values()),
            same_side=file.same_side,
            area_within=area_within,
            area_name=area_name,
        )
        revision = revision_said(tally, report)
        return Tally(
            **{name: getattr(tally, name) for name in _AS_TOLD},
            until=window.until,
            since_inclusive=window.since_inclusive,
            until_inclusive=window.until_inclusive,
            in_headline=report is not None and tally.quote.start < report.body_start,
            revision=revision,
            reconciliation=Reconciliation(
                inside=tuple(i.id for i in covered.inside),
                vague=tuple(i.id for i in covered.vague),
                outside=covered.outside,
                missing=read.missing,
                verdict=read.verdict,
                note=describe(tally, covered, read, sums, until=window.until),
                strict=read.strict,
                lenient=read.lenient,
                unsure=covered.unsure,
                gaps=find_gaps(tally, covered, read, revision),
                sums=sums,
            ),
        )

    return map(check, sorted(tallies, key=fitting.likeness))

"""The headline numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, Status, TallyUnit, Verdict
from tallystick.publishing.brief.index import Index, span
from tallystick.publishing.brief.phrases import tally_words
from tallystick.publishing.svg import MARK_NAMES, MARKS
from tallystick.publishing.words import count, days, listed

MOST_NOTCHES = 60
_COUNTS_INCIDENTS = (TallyUnit.ATTACKS, TallyUnit.STRIKES)


@dataclass(frozen=True)
class Harm:
    """People killed or injured over all incidents that tell it."""

    words: str
    told: int
    of: int


@dataclass(frozen=True)
class Numbers:
    """What the front of the brief says. ``signs`` are (mark, name, incidents) for each status met, surest first."""

    incidents: int
    vague: int
    background: int
    signs: tuple[tuple[str, str, int], ...]
    reports: int
    families: int
    killed: Harm
    injured: Harm
    days: str
    published: str


def headline_numbers(index: Index) -> Numbers:
    """Counts over the incidents that are not background, nor told too vaguely to say whether they are others; rejected
    ones are not counted.
    """
    current = index.counted
    counts = Counter(MARKS[incident.status] for incident in current)
    return Numbers(
        incidents=len(current),
        vague=len(index.vague),
        background=len(index.background),
        signs=tuple((sign, name, counts[sign]) for sign, name in MARK_NAMES.items() if counts[sign]),
        reports=len(index.record.reports),
        families=len(index.families()),
        killed=_harm(current, "killed"),
        injured=_harm(current, "injured"),
        days=days(*span(day for i in current for day in (i.start, i.end))),
        published=days(*span(report.published_on for report in index.record.reports)),
    )


def _harm(incidents: Sequence[Incident], field: str) -> Harm:
    """Sums of lows and of highs; a count without an upper bound leaves the sum without one."""
    told: list[Range] = [value for i in incidents if (value := getattr(i, field)) is not None]
    lows = sum(value.low or 0 for value in told)
    highs = [value.high for value in told]
    high = None if None in highs else sum(n for n in highs if n is not None)
    words = count(Range(low=lows, high=high)) if told else "not told"
    return Harm("some" if words == "some" and told else words, len(told), len(incidents))


def lead(index: Index, numbers: Numbers) -> list[str]:
    """The first paragraph, sentence by sentence."""
    copies = f", {_of(numbers.families, 'text')} without copies," if numbers.families < numbers.reports else ""
    sources = f"{_of(numbers.reports, 'report')}{copies}"
    if not numbers.incidents:
        return [f"{sources} {'tells' if numbers.reports == 1 else 'tell'} of no incident that is not background."]
    when = "" if numbers.days == "no date" else f", {numbers.days}"
    said = [f"{sources} {'tells' if numbers.reports == 1 else 'tell'} of {_of(numbers.incidents, 'incident')}{when}."]
    said.append(_certainty(index))
    if numbers.vague:
        few = numbers.vague == 1
        said.append(
            f"{numbers.vague} more {'is' if few else 'are'} told too vaguely to say whether "
            f"{'it is another' if few else 'they are others'}, and {'is' if few else 'are'} not counted."
        )
    if numbers.background:
        verb = "is" if numbers.background == 1 else "are"
        said.append(f"{numbers.background} more {verb} told as background and {verb} not counted.")
    said += _gap(index.record.tallies)
    return said


def _certainty(index: Index) -> str:
    counts = Counter(incident.status for incident in index.counted)
    words = {
        Status.CONFIRMED: ("is confirmed", "are confirmed"),
        Status.REPORTED: ("is reported and not confirmed", "are reported and not confirmed"),
        Status.CLAIMED_ONLY: ("rests on a claim alone", "rest on a claim alone"),
        Status.CONTESTED: ("is contested", "are contested"),
        Status.DENIED: ("is denied", "are denied"),
        Status.DISCOUNTED: ("is discounted", "are discounted"),
        Status.RETRACTED: ("is retracted", "are retracted"),
    }
    told = [f"{n} {words[status][n > 1]}" for status in Status if (n := counts[status])]
    if len(counts) == 1:
        (status, total), *_ = counts.items()
        return f"{'It' if total == 1 else 'All'} {words[status][total > 1]}."
    return f"{listed(told)}.".capitalize()


def _gap(tallies: Sequence[Tally]) -> list[str]:
    """The widest gap between a count that is quoted and the incidents on file."""
    short = [t for t in tallies if t.unit in _COUNTS_INCIDENTS and t.reconciliation.verdict is Verdict.INCOMPLETE]
    checked = [(tally, *found) for tally in short if (found := notches(tally))]
    if not checked:
        return []
    widest, inside, missing = max(checked, key=lambda item: (item[2], item[0].id))
    more = " or more" if widest.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN) else ""
    return [
        f"The counts quoted run higher: of {tally_words(widest)}, {inside or 'none'} {'is' if inside == 1 else 'are'} "
        f"told one by one on file and {missing}{more} {'is' if missing == 1 and not more else 'are'} not."
    ]


def notches(tally: Tally) -> tuple[int, int] | None:
    """How much of a tally's count is told one by one and how much is not; null where it was not checked."""
    check = tally.reconciliation
    if check.verdict is Verdict.NOT_CHECKED or check.missing is None:
        return None
    return max(tally.value - check.missing, 0), check.missing


def _of(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

"""What a reconciliation says, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.model.tally import ListedSum, Tally
from tallystick.model.terms import Comparator, Status, TallyUnit, Verdict
from tallystick.reconciliation.count import Counted, bounds
from tallystick.reconciliation.cover import Cover
from tallystick.reconciliation.readings import Readings

_COMPARATORS = {
    Comparator.EXACT: "",
    Comparator.AT_LEAST: "at least ",
    Comparator.MORE_THAN: "more than ",
    Comparator.ABOUT: "about ",
    Comparator.NEARLY: "nearly ",
    Comparator.UP_TO: "up to ",
}
_ONE = {
    TallyUnit.ATTACKS: "attack",
    TallyUnit.STRIKES: "strike",
    TallyUnit.CLAIMS: "claim",
    TallyUnit.PROJECTILES: "projectile",
    TallyUnit.SITES: "site",
}
_ONE_BY_ONE = (TallyUnit.ATTACKS, TallyUnit.STRIKES)


def describe(
    tally: TallyMention, covered: Cover, read: Readings, sums: Sequence[ListedSum], *, until: date | None
) -> str:
    """The reconciliation in a few plain sentences."""
    said = f"This report says {quantity(tally)}{window(tally, until)}"
    added = " ".join(s.why for s in sums)
    counted, vague = read.counted, _vague(len(covered.vague))
    if counted.number is None:
        return _join(f"{said}; {_why_not_checked(tally, covered.inside)}.", vague, added)
    found = _found(tally, covered.inside, counted.number, covered.told_here)
    return _join(
        f"{said}; {found}; {_rest(tally, counted.number, read)}.",
        _both_ways(read),
        vague,
        _untold(covered.inside, counted),
        _claimed_only(covered.inside),
        added,
    )


def quantity(tally: TallyMention | Tally) -> str:
    """The value with its comparator and unit: "at least 24 attacks"."""
    return f"{_COMPARATORS[tally.comparator]}{tally.value} {_unit(tally.unit, tally.value)}"


def window(tally: TallyMention | Tally, until: date | None) -> str:
    """The days counted, with a blank before: " since 2023-10-17", " from … to …", " up to …" or nothing."""
    if tally.since and tally.until:
        if tally.since == tally.until:
            return f" on {tally.since}"
        return f" from {tally.since} to {tally.until}"
    if tally.since:
        return f" since {tally.since}"
    return f" up to {until}" if until else ""


def _found(tally: TallyMention, inside: Sequence[Countable], number: int, told_here: int) -> str:
    if tally.unit in _ONE_BY_ONE:
        if number == 0:
            return "none is told one by one on file"
        return f"{number} {'is' if number == 1 else 'are'} told one by one on file ({told_here} in this report)"
    if tally.unit is TallyUnit.CLAIMS:
        return f"{number} of the {len(inside)} incidents on file inside it {'is' if number == 1 else 'are'} claimed"
    verb = "comes" if len(inside) == 1 else "come"
    return f"the {len(inside)} {_plural('incident', len(inside))} on file inside it {verb} to {number}"


def _rest(tally: TallyMention, number: int, read: Readings) -> str:
    high = bounds(tally)[1]
    if read.verdict is Verdict.NOT_CHECKED:
        return "it does not say from when it counts, so that more are on file is no contradiction"
    if read.verdict is Verdict.EXCEEDED:
        more = number - tally.value
        return f"that is {more} more than it says, so one incident may stand on file twice or the count may be narrower"
    if high is not None and number > high:
        return f"that is {number - tally.value} more than it says, but not all of them are surely covered"
    if read.missing is None:
        return "it sets no lower bound, so nothing need be missing"
    if read.missing == 0:
        return "none is missing"
    verb = "is" if read.missing == 1 else "are"
    if tally.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return f"{read.missing} or more are not"
    if tally.comparator in (Comparator.ABOUT, Comparator.NEARLY):
        return f"about {read.missing} {verb} not"
    return f"{read.missing} {verb} not"


def _both_ways(read: Readings) -> str:
    """What the count comes to under either reading of its scope, where they differ."""
    strict, lenient = read.strict.number or 0, read.lenient.number or 0
    if strict == lenient:
        return ""
    judged = {
        Verdict.CONSISTENT_LENIENTLY: ": the count holds only if read leniently",
        Verdict.CONSISTENT_STRICTLY: ": the count holds only if read strictly",
        Verdict.BETWEEN_READINGS: ": the count lies between the two",
    }.get(read.verdict, "")
    return f"Read strictly it covers {strict} of those on file, read leniently {lenient}{judged}."


def _why_not_checked(tally: TallyMention, inside: Sequence[Countable]) -> str:
    if not inside:
        return "no incident on file falls inside it, so it is not checked"
    what = {TallyUnit.SITES: "a site", TallyUnit.PROJECTILES: "how many were fired"}.get(tally.unit, "how many")
    if len(inside) == 1:
        return f"the one incident on file inside it does not tell {what}: not checked"
    return f"none of the {len(inside)} incidents on file inside it tells {what}: not checked"


def _untold(inside: Sequence[Countable], counted: Counted) -> str:
    if not counted.untold:
        return ""
    return f"Of these {len(inside)} {_plural('incident', len(inside))}, {counted.untold} tell no number."


def _vague(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return "1 more inside it is told too vaguely to say whether it is another, and is not counted."
    return f"{number} more inside it are told too vaguely to say whether they are others, and are not counted."


def _claimed_only(inside: Sequence[Countable]) -> str:
    number = sum(1 for i in inside if i.status is Status.CLAIMED_ONLY)
    if not number:
        return ""
    return f"{number} of those on file {'is' if number == 1 else 'are'} told by the claimant alone."


def _unit(unit: TallyUnit, number: int) -> str:
    return _plural(_ONE[unit], number) if unit in _ONE else unit.value


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def _join(*sentences: str) -> str:
    return " ".join(s for s in sentences if s)

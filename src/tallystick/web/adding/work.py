"""What is done with a parcel: its reports taken in or fetched, read, joined with what is on file; what came of it."""

from __future__ import annotations

from typing import Protocol

from tallystick.ledger import Ledger
from tallystick.model.change import Change, Subject, What
from tallystick.model.report import Failure
from tallystick.pipeline import Taking, bring_up_to_date, read_unread, take_in
from tallystick.reading.triage import TRIAGE
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.visiting import Found, take_in_addresses
from tallystick.web.adding.job import Outcome, Stage
from tallystick.web.adding.parcel import MOST_MB, Parcel


class Tell(Protocol):
    """Is told what became otherwise of a job; raises if the work is to stop."""

    def __call__(self, **news: object) -> None:
        """``news`` are fields of the job."""


def add_reports(ledger: Ledger, parcel: Parcel, *, fetcher: Fetcher, tell: Tell) -> tuple[Outcome, tuple[Failure, ...]]:
    """Takes a parcel's reports in and reads all that is unread.

    Gives back what came of it, and what failed. Raises as ``pipeline.take_in`` and what follows it there do.
    """
    with ledger.standing() as standing:
        # Only derivations that changed something have a number in the history.
        before = next((each.number for each in standing.latest_derivations(most=1)), 0)
    if parcel.addresses:
        taking = _fetch(ledger, parcel, fetcher=fetcher, tell=tell)
    else:
        taking = take_in(ledger, parcel.paths, published=parcel.published, max_mb=MOST_MB, names=parcel.names)
    tell(stage=Stage.READING, failures=taking.failures, done=0, total=0)
    unread = read_unread(ledger, on_step=lambda done, total: tell(done=done, total=total))
    failures = (*taking.failures, *unread)
    if unread:
        ledger.save_failures(failures)
    tell(stage=Stage.DERIVING, failures=failures)
    bring_up_to_date(ledger)
    aside = {*ledger.read_by(TRIAGE)} & {*taking.met}
    # Of an incident that changed several times meanwhile, the first tells whether it is new.
    became = {change.id: change.what for change in reversed(changes_after(ledger, before))}
    with ledger.standing() as standing:
        mentions = len(standing.mentions_in(taking.new))
    return Outcome(
        new=taking.new,
        known=tuple(id_ for id_ in taking.met if id_ not in taking.new),
        aside=tuple(sorted(aside)),
        mentions=mentions,
        incidents=tuple(sorted(id_ for id_, what in became.items() if what is What.ADDED)),
        changed=tuple(sorted(id_ for id_, what in became.items() if what is What.CHANGED)),
    ), failures


def _fetch(ledger: Ledger, parcel: Parcel, *, fetcher: Fetcher, tell: Tell) -> Taking:
    found: list[Found] = []

    def on_found(one: Found, done: int, total: int) -> None:
        found.append(one)
        tell(found=tuple(found), done=done, total=total)

    tell(stage=Stage.FETCHING)
    return take_in_addresses(ledger, parcel.addresses, fetcher=fetcher, published=parcel.published, on_found=on_found)


def changes_after(ledger: Ledger, derivation: int) -> list[Change]:
    """What became of incidents after the derivation of that number."""
    dated = ledger.changes(after=derivation)
    return [each.change for each in dated if each.change.subject is Subject.INCIDENT]

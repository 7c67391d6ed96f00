"""Addresses into a ledger: pages, and the pages that feeds lead to, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.report import Failure
from tallystick.pipeline import Taking
from tallystick.sources.fetching.address import parse_address
from tallystick.sources.fetching.fetched import FEED_TYPES
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.sources.taken import Taken, failure_from
from tallystick.sources.visit import Part, Visit, visit

MOST_PAGES = 100
"""How many pages of a feed are fetched at once."""


@dataclass(frozen=True)
class Found:
    """What came of a page or of an entry of a feed: the report, if there is one, and what was wrong.

    ``page`` is the address that had to be fetched for it; null if it had come already. Without a report and without
    anything wrong, the page was fetched before and not fetched again.
    """

    shown: str
    page: str | None
    report_id: str | None = None
    is_new: bool = False
    failures: tuple[Failure, ...] = ()


OnFound = Callable[[Found, int, int], None]
"""Is told what was found, how many entries are done and how many there are."""


def take_in_addresses(
    ledger: Ledger,
    addresses: Sequence[str],
    *,
    fetcher: Fetcher,
    published: date | None = None,
    on_found: OnFound | None = None,
) -> Taking:
    """Takes pages and feeds into the ledger. Nothing that is wrong with one address or entry stops the others.

    What has come is on file before the next is fetched. A page that a feed leads to is fetched once only, at most
    ``MOST_PAGES`` at a time, with E136 if more are left; a feed of which nothing was left is asked only whether it has
    changed. With ``published``, which may correct what is on file, all is fetched anew.
    """
    takings = [
        _take_in(ledger, given, fetcher=fetcher, published=published, on_found=on_found)
        for given in dict.fromkeys(addresses)
    ]
    return Taking(
        new=tuple(chain.from_iterable(taking.new for taking in takings)),
        met=tuple(chain.from_iterable(taking.met for taking in takings)),
        failures=tuple(chain.from_iterable(taking.failures for taking in takings)),
    )


def _take_in(
    ledger: Ledger, given: str, *, fetcher: Fetcher, published: date | None, on_found: OnFound | None
) -> Taking:
    try:
        address = parse_address(given)
        before = ledger.retrieval(str(address))
        known = before if before and before.media_type in FEED_TYPES and published is None else None
        visited = visit(address, fetcher=fetcher, published=published, known=known)
    except TallystickError as error:
        failed = failure_from(given, error)
        ledger.save_failures([failed])
        return Taking((), (), (failed,))
    found, left = _take_in_parts(ledger, visited, again=published is not None, on_found=on_found)
    failures = [*visited.warnings, *chain.from_iterable(each.failures for each in found)]
    if left:
        failures.append(failure_from(given, TallystickError(Code.E136, path=given, count=left, limit=MOST_PAGES)))
    ledger.save_failures(failures, tried=[given, *(each.page for each in found if each.page)])
    if visited.feed and all(part.page is None or ledger.retrieval(part.page) for part in visited.parts):
        ledger.keep_retrieval(visited.feed)
    met = dict.fromkeys(each.report_id for each in found if each.report_id)
    new = dict.fromkeys(each.report_id for each in found if each.report_id and each.is_new)
    return Taking(tuple(new), tuple(met), tuple(failures))


def _take_in_parts(ledger: Ledger, visited: Visit, *, again: bool, on_found: OnFound | None) -> tuple[list[Found], int]:
    """What was found, and how many pages were left out."""
    found: list[Found] = []
    fetched = left = 0
    for number, part in enumerate(visited.parts, start=1):
        if part.page and not again and ledger.retrieval(part.page):
            found.append(Found(part.shown, part.page))
        elif part.page and fetched == MOST_PAGES:
            left += 1
            continue
        else:
            fetched += part.page is not None
            found.append(_take_in_part(ledger, part))
        if on_found is not None:
            on_found(found[-1], number, len(visited.parts))
    return found, left


def _take_in_part(ledger: Ledger, part: Part) -> Found:
    report_id, is_new = None, False
    failures: list[Failure] = []
    for item in part.read():
        if not isinstance(item, Taken):
            failures.append(item)
            continue
        failures += item.warnings
        report_id = item.report.id
        is_new = bool(ledger.add_reports([(item.report, item.raw, item.origin)]))
        if item.retrieval is not None:
            ledger.keep_retrieval(item.retrieval)
    return Found(part.shown, part.page, report_id, is_new, tuple(failures))

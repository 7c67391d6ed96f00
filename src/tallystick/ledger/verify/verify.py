"""All checks of a ledger, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sqlalchemy import Connection

from tallystick.ledger.archive import Archive
from tallystick.ledger.ledger import Ledger
from tallystick.ledger.verify import chains, database, filed, hashes, ids, nouns
from tallystick.ledger.verify.finding import MOST_NAMED, Faults, Finding, find
from tallystick.ledger.verify.named import KEPT

Check = Callable[[Connection], Faults]


def _checks(archive: Archive | None) -> Mapping[str, Check]:
    return {**_OF_THE_DATABASE, "archive": partial(hashes.archive, archive=archive), **_OF_WHAT_IT_HOLDS}


_OF_THE_DATABASE: Mapping[str, Check] = {
    "database": database.pages,
    "foreign keys": database.foreign_keys,
    "append-only guards": database.guards,
    "search index": database.search_index,
}
_OF_WHAT_IT_HOLDS: Mapping[str, Check] = {
    "reports": hashes.reports,
    "sources": hashes.sources,
    **{kept.nouns: partial(nouns.check, kept) for kept in KEPT},
    "journal chain": chains.journal,
    "custody chain": chains.custody,
    "custody of sources": chains.sources,
    "ids once given": ids.minted,
    "ids that point on": ids.pointers,
    "index": filed.references,
    "index of incidents": filed.incidents,
    "index of copies": filed.copies,
}


def verify(ledger: Ledger, *, most_named: int = MOST_NAMED) -> Iterator[Finding]:
    """Checks a ledger against itself, and gives what each check found, at most so many of its faults by name.

    All of one state, whatever others write meanwhile. Rows are streamed: what is held at once does not grow with the
    ledger, but for the ids that point on.
    """
    with ledger._database.read() as connection:
        for name, check in _checks(ledger.database.archive).items():
            yield find(name, check(connection), most_named=most_named)

"""All checks of a ledger, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sqlalchemy import Connection

from tallystick.ledger.ledger import Ledger
from tallystick.ledger.verify import database, filed, hashes, ids, nouns
from tallystick.ledger.verify.finding import Faults, Finding, find
from tallystick.ledger.verify.named import KEPT

CHECKS: Mapping[str, Callable[[Connection], Faults]] = {
    "database": database.pages,
    "foreign keys": database.foreign_keys,
    "append-only guards": database.guards,
    "search index": database.search_index,
    "archive": hashes.archive,
    "reports": hashes.reports,
    "sources": hashes.sources,
    **{kept.nouns: partial(nouns.check, kept) for kept in KEPT},
    "journal numbers": ids.journal,
    "ids once given": ids.minted,
    "ids that point on": ids.pointers,
    "index": filed.references,
    "index of incidents": filed.incidents,
    "index of copies": filed.copies,
}


def verify(ledger: Ledger) -> Iterator[Finding]:
    """Checks a ledger against itself, and gives what each check found.

    All of one state, whatever others write meanwhile. Rows are streamed: what is held at once does not grow with the
    ledger, but for the ids that point on.
    """
    with ledger._database.read() as connection:
        for name, check in CHECKS.items():
            yield find(name, check(connection))

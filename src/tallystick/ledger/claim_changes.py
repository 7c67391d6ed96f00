"""What becomes of claims and tallies as they are saved: compared with what is on file, each with its reasons."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import JsonValue, TypeAdapter
from sqlalchemy import Connection, Table, select

from tallystick.ledger import changes, schema
from tallystick.ledger.causes import News
from tallystick.ledger.compare import changes_of
from tallystick.ledger.index import chunks_of
from tallystick.ledger.payload import noun_from
from tallystick.model.change import Change, Subject, What
from tallystick.model.claim import Claim
from tallystick.model.digest import MEMBERS, digest_of_claim, digest_of_tally
from tallystick.model.tally import Tally

N = TypeVar("N", Claim, Tally)
Digest = dict[str, JsonValue]

_CLAIM = TypeAdapter(Claim)
_TALLY = TypeAdapter(Tally)
_NOW = sys.maxsize


@dataclass(frozen=True)
class _Found:
    """A change, and the ids of the report and the incidents that it rests on."""

    change: Change
    rests_on: frozenset[str]


def changed_claims(
    connection: Connection,
    claims: Iterable[Claim],
    made: Iterable[Change],
    news: News,
    *,
    among: Collection[str] | None = None,
) -> list[Change]:
    """What becomes of the claims on file, of those ``among`` them if given, when these are put in their place. Why:
    what is new of their reports, and what was ``made`` of the incidents that they cover.
    """
    before, now = _on_file(connection, schema.claim, _CLAIM, among), {claim.id: claim for claim in claims}
    found = _compare(Subject.CLAIM, digest_of_claim, before, now, lambda claim: claim.covers.incident_ids)
    because = _by_id((_NOW, change) for change in (*made, *_of_reports(news)))
    return [_explain(each, because) for each in found]


def changed_tallies(
    connection: Connection,
    tallies: Iterable[Tally],
    made: Iterable[Change] = (),
    news: News | None = None,
    *,
    among: Collection[str] | None = None,
) -> list[Change]:
    """The same of tallies. One is checked when it is read, which may be long after what it counts has changed: why is
    also what became of that since the tally last changed.
    """
    before, now = _on_file(connection, schema.tally, _TALLY, among), {tally.id: tally for tally in tallies}
    found = _compare(Subject.TALLY, digest_of_tally, before, now, _counted)
    last = changes.last_numbers(connection, [each.change.id for each in found])
    since = min((last.get(each.change.id, 0) for each in found), default=0)
    earlier = changes.history(connection, ids={i for each in found for i in each.rests_on}, after=since)
    now_made = [(_NOW, change) for change in (*made, *_of_reports(news or News()))]
    because = _by_id([*((each.derivation.number, each.change) for each in earlier), *now_made])
    return [_explain(each, because, after=last.get(each.change.id, 0)) for each in found]


def _on_file(
    connection: Connection, table: Table, adapter: TypeAdapter[N], among: Collection[str] | None
) -> dict[str, N]:
    every = select(table.c.payload)
    queries = [every] if among is None else [every.where(table.c.id.in_(chunk)) for chunk in chunks_of(among)]
    nouns = (noun_from(adapter, payload) for query in queries for payload in connection.scalars(query))
    return {noun.id: noun for noun in nouns}


def _compare(
    subject: Subject,
    digest: Callable[[N], Digest],
    before: Mapping[str, N],
    now: Mapping[str, N],
    reach: Callable[[N], Sequence[str]],
) -> list[_Found]:
    """What became of each. It rests on its report; if it changed, on the incidents that went and came too, or where
    there are none on all that it reaches.
    """
    old, new = ({i: digest(noun) for i, noun in nouns.items()} for nouns in (before, now))
    found = []
    for change in changes_of(subject, old, new):
        noun = now.get(change.id) or before[change.id]
        incidents: Collection[str] = ()
        if change.what is What.CHANGED:
            incidents = _moved(change) or reach(noun)
        found.append(_Found(change, frozenset({noun.report_id, *incidents})))
    return found


def _moved(change: Change) -> set[str]:
    """The incidents that went and came."""
    members = [field for field in change.fields if field.field in MEMBERS]
    values = [each for field in members for each in (field.before, field.after) if isinstance(each, list)]
    return {str(one).partition(":")[0] for each in values for one in each}


def _counted(tally: Tally) -> Sequence[str]:
    return (*tally.reconciliation.inside, *tally.reconciliation.vague)


def _of_reports(news: News) -> Iterator[Change]:
    """Of each report what is new of it, as a reason for what it tells."""
    for i in news.reports:
        yield Change(subject=Subject.REPORT, id=i, what=What.ADDED, reports=(i,))
    for i, reader in news.readers.items():
        yield Change(subject=Subject.REPORT, id=i, what=What.CHANGED, readers=(reader,))


def _by_id(made: Iterable[tuple[int, Change]]) -> Mapping[str, list[tuple[int, Change]]]:
    found: dict[str, list[tuple[int, Change]]] = defaultdict(list)
    for number, change in made:
        found[change.id].append((number, change))
    return found


def _explain(found: _Found, because: Mapping[str, list[tuple[int, Change]]], *, after: int = 0) -> Change:
    """The change, with the reasons of all that was made of what it rests on after that derivation."""
    behind = [change for i in found.rests_on for number, change in because.get(i, ()) if number > after]
    return found.change.model_copy(
        update={
            "reports": tuple(sorted({i for each in behind for i in each.reports})),
            "decisions": tuple(sorted({n for each in behind for n in each.decisions})),
            "readers": tuple(sorted({name for each in behind for name in each.readers})),
        }
    )

"""The ledger: what the other rooms and the commands see of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import Self

from tallystick.ledger import delta, derived, filed, incidents, manifests, minting, reports
from tallystick.ledger import turn as turns
from tallystick.ledger.causes import news_between
from tallystick.ledger.database import Database
from tallystick.ledger.delta import Delta
from tallystick.ledger.filed import Filing
from tallystick.ledger.history import History
from tallystick.ledger.intake import Intake
from tallystick.ledger.standing import Standing
from tallystick.ledger.turn import OvertakenError, Turn
from tallystick.ledger.views import Views
from tallystick.model.incident import Incident, MintedId, Tombstone
from tallystick.model.manifest import Manifest
from tallystick.model.record import Record
from tallystick.model.tally import Tally


class Ledger(Intake, History, Views):
    """An open ledger; make one with ``open_ledger``.

    Two things in it are never edited: the reports as they came in, and the decisions people took. All else is
    derived from them and can be made again. Every method that writes does so in one transaction, unless it says
    otherwise. It may be used from several threads and processes at once.

    A fault of the database while in use raises TallystickError: E321 no space left, E322 locked by another process,
    E323 the server went away, E301 any other. The step at hand is then undone, and all before it stands.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections to the database."""
        self._database.close()

    @property
    def location(self) -> str:
        """Where the ledger is: its path, or its URL without the password."""
        return self._database.name

    @property
    def database(self) -> Database:
        """The database that it is in, for what stands beside the record there."""
        return self._database

    @property
    def reached_at(self) -> str:
        """What another process opens the ledger by: its path, or its URL with the password. Never to be shown."""
        return self._database.name if self._database.is_sqlite else self._database.url

    def seal(self) -> Manifest:
        """What the ledger holds at this moment, in hashes that all of it hangs on."""
        with self._database.read() as connection:
            return manifests.manifest(connection)

    def changed_since(self, manifest: Manifest) -> tuple[str, ...]:
        """What of that manifest is not in the ledger as it was, in words; nothing if all is."""
        with self._database.read() as connection:
            return tuple(manifests.changes(connection, manifest))

    # What is derived

    def save_derived(
        self,
        record: Record,
        minted: Iterable[MintedId] = (),
        *,
        filing: Filing | None = None,
        turn: Turn | None = None,
    ) -> None:
        """Puts what a record derives in place of what was derived before, adds ids newly given, closes the batch, and
        adds to history what changed.

        The record's reports, mentions and failures are left alone, since they are on file already; of its reports
        only ``syndicated_from`` is kept. Of the ids in ``minted`` those already on file may be among them.

        Args:
            record: what was derived.
            minted: ids of incidents.
            filing: what the next derivation goes by to make again only what a change concerns; if not given, it makes
                all of it again.
            turn: the moment before its inputs were read; this one, if not given.

        Raises:
            OvertakenError: if another derivation was saved since that moment; nothing is written. Derive again.
            ValueError: if an id was given before for something else.

        """
        with self._database.write() as connection:
            now = turn or turns.now(connection)
            before = turns.take(connection, now)
            derived_from = {report.id for report in record.reports}
            news = news_between(connection, before, now, derived_from=derived_from)
            derived.save(connection, record, news, dirt=filing.dirt if filing is not None else 0)
            minting.save(connection, minted)
            reports.close_batch(connection, derived_from)
            filed.replace(connection, record, filing)

    @contextmanager
    def standing(self) -> Iterator[Standing]:
        """What stands at this moment, to be read piece by piece while the context is open."""
        with self._database.read() as connection:
            yield Standing(connection)

    def save_delta(self, change: Delta, *, turn: Turn) -> None:
        """Writes only what a derivation changes, closes the batch, and adds to history what changed.

        Raises:
            OvertakenError: if another derivation was saved since ``turn``; nothing is written. Derive again.
            ValueError: if an id was given before for something else.

        """
        with self._database.write() as connection:
            before = turns.take(connection, turn)
            delta.save(connection, change, news_between(connection, before, turn, derived_from=change.reports))
            reports.close_batch(connection, change.reports)

    def save_tallies(self, tallies: Iterable[Tally], *, turn: Turn, of: int | None = None) -> int | None:
        """Puts tallies that were reconciled anew in place of what they were, and gives the number of the derivation
        under which history has what that changed, null if nothing did. Given back as ``of``, it takes in more.

        Raises:
            OvertakenError: if a derivation was saved since ``turn``; nothing is written. Reconcile again.

        """
        with self._database.write() as connection:
            if turns.last(connection).number != turn.number:
                raise OvertakenError
            return delta.save_tallies(connection, tuple(tallies), of=of)

    def record(self) -> Record:
        """All that the ledger says at this moment, its tallies as they were last checked (``pipeline.read_record``
        checks them).
        """
        with self._database.read() as connection:
            return derived.record(connection)

    def minted(self) -> tuple[MintedId, ...]:
        """All incident ids ever given, sorted by id."""
        with self._database.read() as connection:
            return minting.all_minted(connection)

    def incident(self, incident_id: str) -> tuple[Incident, Tombstone | None]:
        """The incident of that id, and null; or the one it points on to, and the tombstone that says why.

        Raises:
            TallystickError: E302 if the id was never shown, E330 if it was, and stands for none any more.

        """
        with self._database.read() as connection:
            return incidents.incident(connection, incident_id)

    def incident_of_mention(self, mention_id: str) -> Incident:
        """The incident that a mention tells.

        Raises:
            TallystickError: E325 if there is none.

        """
        with self._database.read() as connection:
            return incidents.incident_of_mention(connection, mention_id)

    def last_id(self, incident_id: str) -> str:
        """Where an id that was once shown leads to: the incident, or the last id on the way where none stands.

        Raises:
            TallystickError: E302 if the id was never shown.

        """
        with self._database.read() as connection:
            return incidents.last_id(connection, incident_id)

    def ids_pointing_to(self, incident_id: str) -> tuple[str, ...]:
        """The ids that were once shown and now lead to that one, sorted."""
        with self._database.read() as connection:
            return incidents.ids_pointing_to(connection, incident_id)

    def incidents(
        self,
        *,
        kind: Iterable[str] | None = None,
        country: Iterable[str] | None = None,
        place_id: Iterable[str] | None = None,
        status: Iterable[str] | None = None,
        review_state: Iterable[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Incident, ...]:
        """The incidents that fit all filters given, sorted by id; each filter is a set of values that fit.

        ``since`` and ``until`` are days, both inclusive. An incident fits if it may have happened between them, so
        one without a known day always does.
        """
        equal = {
            "kind": kind,
            "country": country,
            "place_id": place_id,
            "status": status,
            "review_state": review_state,
        }
        with self._database.read() as connection:
            return incidents.incidents(connection, equal=equal, since=since, until=until)

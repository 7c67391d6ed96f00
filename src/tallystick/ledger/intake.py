"""What came into a ledger: reports, what was read in them, what failed; and the search for their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select

from tallystick.ledger import custody, failures, originals, readings, reports, retrievals, schema, search
from tallystick.ledger.database import Database
from tallystick.ledger.reports import Incoming
from tallystick.ledger.search import Hit
from tallystick.model.custody import CustodyEntry
from tallystick.model.mention import Mention
from tallystick.model.report import Failure, Report
from tallystick.model.retrieval import Retrieval


class Intake:
    """The part of a ledger that all else is derived from, beside the decisions."""

    _database: Database

    # Reports

    def add_reports(self, taken: Iterable[Incoming]) -> tuple[str, ...]:
        """Takes in reports, each with the bytes it was read from and, if known, how they came; gives the new ids.

        A report that is there already only gains a source. Reports are committed a few hundred at a time, so that
        a kill loses little; taking the same in again completes it. Whether a report is a copy of another is
        derived, and ``syndicated_from`` is not taken from here.
        """
        new: list[str] = []
        for chunk in reports.in_chunks(taken):
            with self._database.write() as connection:
                new.extend(reports.add(connection, chunk, archive=self._database.archive))
        return tuple(new)

    def reports(self) -> tuple[Report, ...]:
        """All reports, sorted by id."""
        with self._database.read() as connection:
            return reports.all_reports(connection)

    def report(self, report_id: str) -> Report:
        """The report of that id. Raises KeyError if there is none."""
        with self._database.read() as connection:
            return reports.report_of(connection, report_id)

    def has_report(self, report_id: str) -> bool:
        """True if there is a report of that id."""
        with self._database.read() as connection:
            return reports.is_there(connection, report_id)

    def batch_of(self) -> dict[str, int]:
        """The batch of each report, by id, from 1: all reports between two derivations are one batch."""
        with self._database.read() as connection:
            return reports.batches(connection)

    def raw_bytes(self, report_id: str) -> bytes:
        """The bytes that a report was read from.

        Raises:
            KeyError: if there is no such report.
            TallystickError: E337 if the bytes are missing or damaged, E338 if their folder is not named.

        """
        with self._database.read() as connection:
            return reports.raw_bytes(connection, report_id, archive=self._database.archive)

    def custody_of(self, report_id: str) -> tuple[CustodyEntry, ...]:
        """How a report came in, each time from another source, oldest first; none for an unknown id."""
        with self._database.read() as connection:
            return custody.of_report(connection, report_id)

    def custody(self) -> Iterator[CustodyEntry]:
        """The whole chain of custody, oldest first, as it is at this moment."""
        with self._database.read() as connection:
            yield from custody.all_entries(connection)

    def original(self, sha256: str) -> bytes:
        """The original bytes of that hash. Raises as ``raw_bytes``."""
        with self._database.read() as connection:
            return originals.raw_bytes(connection, self._database.archive, sha256)

    def surplus_originals(self) -> tuple[str, ...]:
        """The files of the archive folder that no report came from, such as a kill leaves; none without a folder."""
        archive = self._database.archive
        if archive is None:
            return ()
        with self._database.read() as connection:
            return tuple(archive.surplus(connection.scalars(select(schema.archive.c.sha256))))

    def save_failures(self, failed: Iterable[Failure], *, tried: Iterable[str] = ()) -> None:
        """Notes inputs that failed, in place of what was said before of their paths and of those in ``tried``."""
        with self._database.write() as connection:
            failures.save(connection, failed, tried)

    def failures(self) -> tuple[Failure, ...]:
        """What failed when last tried, sorted by path, code and message."""
        with self._database.read() as connection:
            return failures.latest(connection)

    def keep_retrieval(self, retrieval: Retrieval) -> None:
        """Notes how an address was fetched, in place of what was noted of it before."""
        with self._database.write() as connection:
            retrievals.keep(connection, retrieval)

    def keep_new_retrievals(self, kept: Iterable[Retrieval]) -> None:
        """Notes those of addresses of which nothing was noted before, as a web archive tells them."""
        with self._database.write() as connection:
            retrievals.keep_new(connection, kept)

    def retrieval(self, address: str) -> Retrieval | None:
        """How an address was fetched when last all that it holds was taken in; None if it never was."""
        with self._database.read() as connection:
            return retrievals.latest(connection, address)

    def search(self, query: str, *, limit: int = 100) -> tuple[Hit, ...]:
        """The reports that have all words of the query in title or text, best first.

        Case and accents do not count; a word finds all that begin with it; words in quotation marks must follow
        one another. Any text is a valid query. In PostgreSQL the first 200,000 characters of a text are searched.
        """
        with self._database.read() as connection:
            return search.find(connection, query, limit=limit)

    # Readings

    def unread(self, reader: str, *, dated: bool | None = None) -> tuple[str, ...]:
        """The ids of the reports that this reader, a name with a version, has not read; sorted. ``dated`` leaves out
        the reports without a day of publication, or all others.
        """
        with self._database.read() as connection:
            return readings.unread(connection, reader, dated=dated)

    def read_by(self, reader: str) -> tuple[str, ...]:
        """The ids of the reports whose reading on file is this reader's; sorted."""
        with self._database.read() as connection:
            return readings.read_by(connection, reader)

    def save_reading(self, report_id: str, reader: str, mentions: Sequence[Mention]) -> None:
        """Puts a reading in place of any older one of that report, by whatever reader.

        Raises:
            ValueError: if a mention is not of that report.

        """
        with self._database.write() as connection:
            readings.save(connection, report_id, reader, mentions)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, sorted by id."""
        with self._database.read() as connection:
            return readings.all_mentions(connection)

    def mentions_of(self, mention_ids: Sequence[str]) -> tuple[Mention, ...]:
        """The mentions of those ids, some thousands at most, sorted by id; those not on file are left out."""
        with self._database.read() as connection:
            return readings.mentions_of(connection, mention_ids)

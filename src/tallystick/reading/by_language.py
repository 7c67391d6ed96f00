"""Several readers as one, each for the languages that it reads."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.report import Report
from tallystick.reading.reader import GivesAccount, Reader, Reading, ReadsAhead, ReadsWithKnowledge


class ReaderByLanguage:
    """Gives each report to the first reader of its language; one whose language is not known to the first of all."""

    def __init__(self, first: Reader, *others: Reader) -> None:
        self._readers = (first, *others)
        self.name = "+".join(reader.name for reader in self._readers)
        self.languages = frozenset().union(*(reader.languages for reader in self._readers))
        known = [r.fingerprint for r in self._readers if isinstance(r, ReadsWithKnowledge)]
        self.fingerprint = "+".join(dict.fromkeys(known))

    def read_ahead(self, reports: Sequence[Report]) -> None:
        """Lets each reader that can prepare for its reports."""
        for reader in self._readers:
            own = [report for report in reports if self._reader_of(report) is reader]
            if own and isinstance(reader, ReadsAhead):
                reader.read_ahead(own)

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        """The reading of a report by the reader of its language."""
        return self._reader_of(report).read(report, year=year)

    def account(self) -> str:
        """What those readers tell of their work that give account of it."""
        return " ".join(told for r in self._readers if isinstance(r, GivesAccount) and (told := r.account()))

    def _reader_of(self, report: Report) -> Reader:
        return next((r for r in self._readers if report.language in r.languages), self._readers[0])

"""The reports on file and what was read in them, piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, extract, func, select

from tallystick.ledger import families, reports, schema
from tallystick.ledger.kin import KinOnFile
from tallystick.ledger.names import with_decided_names
from tallystick.ledger.payload import noun_from
from tallystick.ledger.pieces import Pieces
from tallystick.model.mention import Mention
from tallystick.model.report import Report

_MENTION: TypeAdapter[Mention] = TypeAdapter(Mention)
_HEAD = [schema.report.c[name] for name in Report.model_fields if name in schema.report.c and name != "text"]


class OnFile(Pieces):
    """The reports, the families of copies that they are of, and their mentions."""

    def count_reports(self) -> int:
        """How many reports are on file."""
        return self._connection.scalar(select(func.count()).select_from(schema.report)) or 0

    def latest_reports(self, *, most: int) -> list[str]:
        """The ids of the reports that came in last, the very last first; at most so many."""
        table = schema.report
        return list(self._connection.scalars(select(table.c.id).order_by(table.c.number.desc()).limit(most)))

    def report_ids(self, *, after: str, most: int) -> list[str]:
        """The ids of the reports that come after one, in their order; at most so many."""
        id_ = schema.report.c.id
        return list(self._connection.scalars(select(id_).where(id_ > after).order_by(id_).limit(most)))

    def has_reports(self, least: int) -> bool:
        """True if so many reports are on file, without counting them."""
        report = schema.report.c.number
        nth = select(report).order_by(report).limit(1).offset(max(0, least - 1))
        return least == 0 or self._connection.scalar(nth) is not None

    def count_years(self) -> dict[int, int]:
        """How many reports were published in each year; undated ones are left out."""
        published = schema.report.c.published_on
        year = extract("year", published)
        query = select(year, func.count()).where(published.is_not(None)).group_by(year)
        return {int(row[0]): int(row[1]) for row in self._connection.execute(query)}

    def heads(self, report_ids: Collection[str]) -> tuple[Report, ...]:
        """Those reports, sorted by id, without their texts and without whose words they have."""
        rows = self._of(select(*_HEAD), schema.report.c.id, report_ids)
        found = (Report.model_validate({**row._mapping, "text": ""}) for row in rows)
        return tuple(sorted(found, key=lambda report: report.id))

    def published(self, report_ids: Collection[str]) -> dict[str, date | None]:
        """The day of publication of each of those reports, null if it bears none."""
        query = select(schema.report.c.id, schema.report.c.published_on)
        return {row.id: row.published_on for row in self._of(query, schema.report.c.id, report_ids)}

    def reports(self, report_ids: Collection[str]) -> tuple[Report, ...]:
        """Those reports, sorted by id."""
        return reports.reports_of(self._connection, report_ids)

    def batch_of(self, report_ids: Collection[str]) -> dict[str, int]:
        """The batch of each of those reports."""
        query = select(schema.report.c.id, schema.report.c.batch)
        return {row.id: row.batch for row in self._of(query, schema.report.c.id, report_ids)}

    def families(self, report_ids: Collection[str]) -> frozenset[str]:
        """Those reports and all that were of their families when last derived."""
        return families.of(self._connection, report_ids)

    def kin(self) -> KinOnFile:
        """Whose copies the reports were when last derived."""
        return KinOnFile(self._connection)

    def mentions(self, mention_ids: Collection[str]) -> tuple[Mention, ...]:
        """Those mentions, sorted by id."""
        return self._mentions(schema.mention.c.id, mention_ids)

    def mention_ids(self, *, after: str, most: int) -> list[str]:
        """The ids of the mentions that come after one, in their order; at most so many."""
        id_ = schema.mention.c.id
        return list(self._connection.scalars(select(id_).where(id_ > after).order_by(id_).limit(most)))

    def count_mentions(self) -> int:
        """How many mentions were read."""
        return self._connection.scalar(select(func.count()).select_from(schema.mention)) or 0

    def mentions_in(self, report_ids: Collection[str]) -> tuple[Mention, ...]:
        """All mentions of those reports, sorted by id."""
        return self._mentions(schema.mention.c.report_id, report_ids)

    def claim_mentions_in(self, report_ids: Collection[str]) -> tuple[Mention, ...]:
        """The claims that those reports tell, sorted by id."""
        query = select(schema.mention.c.payload).where(schema.mention.c.kind == "claim")
        return self._sorted(self._of(query, schema.mention.c.report_id, report_ids))

    def _mentions(self, column: ColumnElement[Any], ids: Collection[str]) -> tuple[Mention, ...]:
        return self._sorted(self._of(select(schema.mention.c.payload), column, ids))

    def _sorted(self, rows: Iterable[Row[Any]]) -> tuple[Mention, ...]:
        mentions = with_decided_names(self._connection, (noun_from(_MENTION, row.payload) for row in rows))
        return tuple(sorted(mentions, key=lambda m: m.id))

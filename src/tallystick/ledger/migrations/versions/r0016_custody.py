"""The chain of custody, and the journal as a chain.

What came in before has an entry each, in the order in which it came, with what was recorded of it. Its bytes stay in
the table.
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from tallystick.ledger.exact_text import ExactText

revision = "0016"
down_revision: str | None = "0015"

_EXACT = ExactText()


def upgrade() -> None:
    """Adds the table and its guards, and links what is on file."""
    op.create_table(
        "custody",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("source_id", sa.Text, sa.ForeignKey("report_source.id"), nullable=False, unique=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("chain", sa.Text, nullable=False),
    )
    op.add_column("decision", sa.Column("chain", sa.Text, nullable=False, server_default=""))
    _enter_sources()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        guard = sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'decision_no_update'")
        made_by = op.get_bind().scalar(guard)
        if made_by is not None:
            op.execute("DROP TRIGGER decision_no_update")
        _link_journal()
        if made_by is not None:
            op.get_bind().exec_driver_sql(made_by)
    else:
        op.execute(
            "CREATE TRIGGER custody_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON custody "
            "FOR EACH STATEMENT EXECUTE FUNCTION tallystick_append_only()"
        )
        op.execute("ALTER TABLE decision DISABLE TRIGGER USER")
        _link_journal()
        op.execute("ALTER TABLE decision ENABLE TRIGGER USER")


def _guard_sqlite() -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER custody_no_{verb.lower()} BEFORE {verb} ON custody BEGIN "
            "SELECT RAISE(ABORT, 'custody is append-only'); END"
        )


def _enter_sources() -> None:
    connection = op.get_bind()
    columns = "id, report_id, raw_sha256, taken_at, path, url"
    rows = connection.execute(sa.text(f"SELECT {columns} FROM report_source ORDER BY batch, taken_at, id")).all()
    entry = sa.text("INSERT INTO custody VALUES (:number, :source_id, :payload, :chain)")
    dialect = connection.dialect
    chain = ""
    for number, row in enumerate(rows, start=1):
        told = {
            "source_id": row.id, "report_id": row.report_id, "raw_sha256": row.raw_sha256, "taken_at": row.taken_at,
            "path": _EXACT.process_result_value(row.path, dialect),
            "url": _EXACT.process_result_value(row.url, dialect),
        }  # fmt: skip
        said = {name: value for name, value in told.items() if value is not None}
        payload = json.dumps(said, sort_keys=True, separators=(",", ":"))
        chain = hashlib.sha256(f"{chain}\n{payload}".encode()).hexdigest()
        connection.execute(entry, {"number": number, "source_id": row.id, "payload": payload, "chain": chain})


def _link_journal() -> None:
    connection = op.get_bind()
    chain = ""
    for row in connection.execute(sa.text("SELECT id, payload FROM decision ORDER BY id")).all():
        chain = hashlib.sha256(f"{chain}\n{row.payload}".encode()).hexdigest()
        linked = {"id": row.id, "chain": chain}
        connection.execute(sa.text("UPDATE decision SET chain = :chain WHERE id = :id"), linked)

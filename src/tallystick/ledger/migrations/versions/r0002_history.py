"""History: what each derivation changed, and what the derived state on file was made from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"

APPEND_ONLY = ("derivation", "change")


def upgrade() -> None:
    """Makes the tables of history. What was derived so far was made from all decisions and readings on file."""
    op.create_table(
        "derivation",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False, index=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "change",
        sa.Column("derivation", sa.Integer, sa.ForeignKey("derivation.number"), primary_key=True),
        sa.Column("incident_id", sa.Text, primary_key=True, index=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "turn",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("decision", sa.Integer, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO turn SELECT 0, COALESCE(MAX(id), 0), 0 FROM decision")
    op.add_column("reading", sa.Column("number", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_reading_number", "reading", ["number"])
    guard = _guard_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_postgresql
    for table in APPEND_ONLY:
        guard(table)


def _guard_sqlite(table: str) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _guard_postgresql(table: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION tallystick_append_only()"
    )

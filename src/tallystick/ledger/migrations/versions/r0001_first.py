"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

APPEND_ONLY = ("archive", "report_source", "decision", "minted_id")


def upgrade() -> None:
    """Makes the tables, the search index and the triggers that keep history as it is."""
    _make_inputs()
    _make_history()
    _make_derived()
    if op.get_bind().dialect.name == "sqlite":
        _make_sqlite_search()
        _guard_sqlite()
    else:
        _make_postgresql_search()
        _guard_postgresql()


def _make_inputs() -> None:
    op.create_table(
        "archive",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("zlib", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("batch", sa.Integer, nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published_on", sa.Date, index=True),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("body_start", sa.Integer, nullable=False),
        sa.Column("raw_sha256", sa.Text, sa.ForeignKey("archive.sha256"), nullable=False),
    )
    op.create_table(
        "report_source",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), nullable=False, index=True),
        sa.Column("raw_sha256", sa.Text, sa.ForeignKey("archive.sha256"), nullable=False),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("taken_at", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published_on", sa.Date),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("body_start", sa.Integer, nullable=False),
    )
    op.create_table("closed_batch", sa.Column("batch", sa.Integer, primary_key=True, autoincrement=False))
    op.create_table(
        "failure",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )


def _make_history() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "minted_id",
        sa.Column("incident_id", sa.Text, primary_key=True),
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), nullable=False),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("batch", sa.Integer, nullable=False),
    )


def _make_derived() -> None:
    op.create_table(
        "reading",
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("reader", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "mention",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column(
            "report_id", sa.Text, sa.ForeignKey("reading.report_id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "syndication",
        sa.Column("report_id", sa.Text, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("syndicated_from", sa.Text, nullable=False),
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("country", sa.Text),
        sa.Column("place_id", sa.Text, index=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("review_state", sa.Text, nullable=False),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("ix_incident_days", "incident", ["first_day", "last_day"])
    op.create_index("ix_incident_country_days", "incident", ["country", "first_day"])
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("points_to", sa.Text),
        sa.Column("payload", sa.Text, nullable=False),
    )
    for name in ("tally", "claim", "relation", "statement", "actor"):
        op.create_table(name, sa.Column("id", sa.Text, primary_key=True), sa.Column("payload", sa.Text, nullable=False))


def _make_sqlite_search() -> None:
    # The words come folded and divided by spaces: the plainest tokeniser leaves them as they are.
    op.execute("CREATE VIRTUAL TABLE report_search USING fts5(title, text, tokenize='ascii')")


def _make_postgresql_search() -> None:
    op.execute(
        "CREATE TABLE report_search (report_id TEXT PRIMARY KEY REFERENCES report (id), words TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_report_search_words ON report_search USING gin (words)")


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN "
                f"SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION tallystick_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION tallystick_append_only()"
        )

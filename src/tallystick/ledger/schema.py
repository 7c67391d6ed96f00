"""The tables. The search index is made in the migrations, since its form differs between databases."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from tallystick.ledger.exact_text import ExactText

METADATA = MetaData()

# What came in.

archive = Table(
    "archive",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    # The bytes as gzip, or zlib if they came before schema 0016; empty where they lie in the folder beside the ledger.
    Column("zlib", LargeBinary, nullable=False),
)

report = Table(
    "report",
    METADATA,
    # The search index of SQLite points at this number; it means nothing else.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("batch", Integer, nullable=False, index=True),
    Column("text", ExactText, nullable=False),
    Column("path", ExactText),
    Column("url", ExactText),
    Column("publisher", ExactText),
    Column("title", ExactText),
    Column("published_on", Date, index=True),
    Column("published_basis", Text, nullable=False),
    Column("language", ExactText),
    Column("body_start", Integer, nullable=False),
    Column("raw_sha256", ForeignKey("archive.sha256"), nullable=False),
)

report_source = Table(
    "report_source",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("raw_sha256", ForeignKey("archive.sha256"), nullable=False),
    Column("batch", Integer, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("path", ExactText),
    Column("url", ExactText),
    Column("publisher", ExactText),
    Column("title", ExactText),
    Column("published_on", Date),
    Column("published_basis", Text, nullable=False),
    Column("language", ExactText),
    Column("body_start", Integer, nullable=False),
)

# Who took in what, when and with what; each entry linked to the one before by its hash. Never changed.
custody = Table(
    "custody",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("source_id", ForeignKey("report_source.id"), nullable=False, unique=True),
    Column("payload", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

closed_batch = Table("closed_batch", METADATA, Column("batch", Integer, primary_key=True, autoincrement=False))

failure = Table(
    "failure",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("path", ExactText, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", ExactText, nullable=False),
)

retrieval = Table(
    "retrieval",
    METADATA,
    Column("address", ExactText, primary_key=True),
    Column("final", ExactText, nullable=False),
    Column("at", Text, nullable=False),
    Column("media_type", ExactText, nullable=False),
    Column("etag", ExactText),
    Column("last_modified", ExactText),
)

# What people decided, and the ids that were once given. Neither is ever changed.

decision = Table(
    "decision",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("payload", Text, nullable=False),
    # The name that it is on, folded, or that what it takes back is on; null for all other decisions.
    Column("name", ExactText, index=True),
    # The hash that links the entry to the one before.
    Column("chain", Text, nullable=False, server_default=""),
)

minted_id = Table(
    "minted_id",
    METADATA,
    Column("incident_id", Text, primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("exact", ExactText, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
)

# What people saved for themselves. It decides nothing.

saved_view = Table(
    "saved_view",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", ExactText, nullable=False),
    Column("address", ExactText, nullable=False),
    Column("by", ExactText, nullable=False),
    Column("at", Text, nullable=False),
)

# What each derivation changed. Never changed either.

derivation = Table(
    "derivation",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)

change = Table(
    "change",
    METADATA,
    Column("derivation", ForeignKey("derivation.number"), primary_key=True),
    Column("subject_id", Text, primary_key=True),
    Column("payload", Text, nullable=False),
    Index("ix_change_incident_id", "subject_id"),
)

# What was read and derived, and can be made again.

# One row: what the derived state on file was made from.
turn = Table(
    "turn",
    METADATA,
    Column("number", Integer, nullable=False),
    Column("decision", Integer, nullable=False),
    Column("reading", Integer, nullable=False),
)

reading = Table(
    "reading",
    METADATA,
    Column("report_id", ForeignKey("report.id"), primary_key=True),
    Column("reader", Text, nullable=False, index=True),
    # Counts up with every reading saved.
    Column("number", Integer, nullable=False, server_default="0", index=True),
)

mention = Table(
    "mention",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("report_id", ForeignKey("reading.report_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    # How sure the reader was, from 0 to 1.
    Column("confidence", Float),
    Index("ix_mention_confidence", "kind", "confidence", "id"),
)

syndication = Table(
    "syndication",
    METADATA,
    Column("report_id", ForeignKey("report.id"), primary_key=True),
    Column("syndicated_from", Text, nullable=False),
)

incident = Table(
    "incident",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("country", Text),
    Column("place_id", Text, index=True),
    Column("status", Text, nullable=False),
    Column("review_state", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    # The number of the derivation that wrote the row: what one has seen of the table can be brought up to date by it.
    Column("written", Integer, nullable=False, server_default="1", index=True),
    Column("payload", Text, nullable=False),
    Index("ix_incident_days", "first_day", "last_day"),
    Index("ix_incident_country_days", "country", "first_day"),
)

tombstone = Table(
    "tombstone",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("points_to", Text, index=True),
    Column("payload", Text, nullable=False),
)


def _payloads(name: str) -> Table:
    return Table(name, METADATA, Column("id", Text, primary_key=True), Column("payload", Text, nullable=False))


tally = Table(
    "tally",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("payload", Text, nullable=False),
    # Counts up with every saving of tallies: what one has seen of the table can be brought up to date by it.
    Column("written", Integer, nullable=False, server_default="1", index=True),
)
claim = _payloads("claim")
relation = _payloads("relation")
statement = _payloads("statement")
actor = _payloads("actor")

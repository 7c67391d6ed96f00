"""The tables that a derivation leaves for the next, so that it works only on what has changed since."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, Integer, Table, Text

from tallystick.ledger.exact_text import ExactText
from tallystick.ledger.schema import METADATA

# One row, or none before the first derivation: what beside reports, readings and decisions it was made from.
basis = Table("basis", METADATA, Column("inputs", ExactText, primary_key=True))

# Reports that came in, were read or were restated since. One that changes twice has two rows; ``before`` holds, as
# JSON, what then changed of what is said of it, as it was.
dirty_report = Table(
    "dirty_report",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report_id", Text, nullable=False),
    Column("before", Text),
)

# Every mention that was derived from. ``sort`` is its kind, or of an event how closely it tells day and place; the days
# are null where its window is open or very wide, or it tells nothing of when and where; ``weekday`` is all that one
# without days tells of when.
telling = Table(
    "telling",
    METADATA,
    Column("mention_id", Text, primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("incident_id", Text, index=True),
    Column("sort", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("place_id", ExactText),
    Column("weekday", Integer, index=True),
    Index("ix_telling_place_days", "place_id", "first_day", "last_day"),
    Index("ix_telling_days", "first_day", "last_day"),
)

# The places that mentions tell.
place = Table(
    "place",
    METADATA,
    Column("id", ExactText, primary_key=True),
    Column("country", Text, index=True),
    Column("latitude", Float, index=True),
    Column("payload", Text, nullable=False),
)

# Pairs of mentions whose comparison was worth keeping.
tie = Table(
    "tie",
    METADATA,
    Column("left_id", Text, primary_key=True),
    Column("right_id", Text, primary_key=True),
    Column("weight", Float, nullable=False),
    Index("ix_tie_right", "right_id"),
)

# Which incidents name which others.
reference = Table(
    "reference",
    METADATA,
    Column("incident_id", Text, primary_key=True),
    Column("names_id", Text, primary_key=True),
    Index("ix_reference_names", "names_id"),
)

# Who is named for which incident: by a claim, a denied one too, or by anybody else.
claimant = Table(
    "claimant",
    METADATA,
    Column("incident_id", Text, primary_key=True),
    Column("actor_key", ExactText, primary_key=True),
    Index("ix_claimant_actor", "actor_key"),
)

# Who is where, by the incident that tells it; of those that tell it and are neither background nor rejected.
presence = Table(
    "presence",
    METADATA,
    Column("incident_id", Text, primary_key=True),
    Column("payload", Text, nullable=False, index=True),
)

# Which report names which actors in what words.
naming = Table(
    "naming",
    METADATA,
    Column("mention_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("report_id", Text, nullable=False, index=True),
    Column("actor_id", ExactText, nullable=False),
    Column("name", ExactText, nullable=False),
    Column("type", Text, nullable=False),
    Column("is_described", Boolean, nullable=False),
    Index("ix_naming_actor", "actor_id", "mention_id", "number"),
)

# Between whom each relation stands that a report tells.
relation_end = Table(
    "relation_end",
    METADATA,
    Column("relation_id", Text, primary_key=True),
    Column("actor_key", ExactText, primary_key=True),
    Index("ix_relation_end_actor", "actor_key"),
)

# Which reports are copies, by the original of their family.
copy = Table(
    "copy",
    METADATA,
    Column("report_id", Text, primary_key=True),
    Column("original_id", Text, nullable=False, index=True),
)

# What is kept of each report's text to find its copies, and the report that it was taken from. ``passages`` are the
# min-hashes of both halves of the text as JSON.
sketch = Table(
    "sketch",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("report_id", Text, nullable=False, unique=True),
    Column("published", Date, nullable=False),
    Column("words", Integer, nullable=False),
    Column("credited", Boolean, nullable=False),
    Column("is_short", Boolean, nullable=False),
    Column("passages", Text, nullable=False),
    Column("parent_id", Text, index=True),
)

# Which sketches have which min-hash, by the day on which the report came out, counted from year 1; whether the hash is
# of the first half of the text; and whether that is a short one.
passage_key = Table(
    "passage_key",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("is_head", Boolean, nullable=False),
    Column("is_short", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# The days that each tally counts, and whether it names an area: to find the tallies that an incident touches.
tally_window = Table(
    "tally_window",
    METADATA,
    Column("tally_id", Text, primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("since", Date, index=True),
    Column("until", Date),
    Column("names_area", Boolean, nullable=False),
    Column("countries", Text),
    Column("is_stale", Boolean, nullable=False, index=True),
)

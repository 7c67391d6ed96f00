"""What a derivation leaves for the next, so that it works only on what has changed since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Makes the tables, empty: the next derivation is a full one, and fills them."""
    op.create_table("basis", sa.Column("inputs", sa.Text, primary_key=True))
    op.create_table(
        "dirty_report",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report_id", sa.Text, nullable=False),
    )
    op.create_table(
        "telling",
        sa.Column("mention_id", sa.Text, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False, index=True),
        sa.Column("incident_id", sa.Text, index=True),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("country", sa.Text),
        sa.Column("place_id", sa.Text, index=True),
    )
    op.create_index("ix_telling_country_days", "telling", ["country", "first_day"])
    op.create_index("ix_minted_id_report_id", "minted_id", ["report_id"])
    op.create_table(
        "copy",
        sa.Column("report_id", sa.Text, primary_key=True),
        sa.Column("original_id", sa.Text, nullable=False, index=True),
    )
    _make_pairs()
    _make_names()


def _make_pairs() -> None:
    op.create_table(
        "tie",
        sa.Column("left_id", sa.Text, primary_key=True),
        sa.Column("right_id", sa.Text, primary_key=True),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_index("ix_tie_right", "tie", ["right_id"])
    for name, one, other, index in (
        ("reference", "incident_id", "names_id", "ix_reference_names"),
        ("claimant", "incident_id", "actor_key", "ix_claimant_actor"),
        ("relation_end", "relation_id", "actor_key", "ix_relation_end_actor"),
    ):
        op.create_table(name, sa.Column(one, sa.Text, primary_key=True), sa.Column(other, sa.Text, primary_key=True))
        op.create_index(index, name, [other])


def _make_names() -> None:
    op.create_table(
        "naming",
        sa.Column("mention_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Text, nullable=False, index=True),
        sa.Column("actor_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
    )
    op.create_index("ix_naming_actor", "naming", ["actor_id", "mention_id", "number"])
    op.create_table(
        "tally_window",
        sa.Column("tally_id", sa.Text, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False, index=True),
        sa.Column("since", sa.Date, index=True),
        sa.Column("until", sa.Date),
        sa.Column("names_area", sa.Boolean, nullable=False),
        sa.Column("is_stale", sa.Boolean, nullable=False, index=True),
    )

"""Run by Alembic: migrates the ledger whose connection ``open_ledger`` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from tallystick.ledger.account_schema import ACCOUNTS
from tallystick.ledger.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=[METADATA, ACCOUNTS],
    version_table="tallystick_schema",
    transactional_ddl=True,
)
context.run_migrations()

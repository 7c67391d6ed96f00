from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, text

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger import open as opening
from tallystick.ledger.account_schema import ACCOUNTS
from tallystick.ledger.schema import METADATA
from tests.ledger.making import content, derive, many, read_all

LATER = """
from alembic import op

revision = "later"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("ALTER TABLE actor ADD COLUMN later INTEGER")
{fault}
"""


def later_tallystick(folder: Path, *, fault: str = "") -> Path:
    """The migrations with one more revision."""
    shutil.copytree(opening.MIGRATIONS, folder)
    head = max(path.stem for path in (folder / "versions").glob("r*.py"))[1:5]
    (folder / "versions" / "r9999_later.py").write_text(LATER.format(head=head, fault=fault))
    return folder


def test_the_migrations_make_the_tables_of_the_schema(ledger: Ledger) -> None:
    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not str(name).startswith("report_search")

    both = MetaData()
    for table in (*METADATA.tables.values(), *ACCOUNTS.tables.values()):
        table.to_metadata(both)
    with ledger._database.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": opening.VERSION_TABLE, "include_name": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, both) == []


def test_an_older_ledger_is_brought_up_to_date_with_all_that_it_holds(
    location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(location) as ledger:
        ledger.add_reports(many(3))
        read_all(ledger)
        derive(ledger)
        before = content(ledger)
    monkeypatch.setattr(opening, "MIGRATIONS", later_tallystick(tmp_path / "later"))
    with open_ledger(location, create=False) as ledger:
        assert content(ledger) == before
        with ledger._database.read() as connection:
            assert connection.scalar(text("SELECT count(later) FROM actor")) == 0


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(location) as ledger:
        ledger.add_reports(many(3))
        before = content(ledger)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", later_tallystick(tmp_path / "later", fault="    raise RuntimeError('no')"))
        with pytest.raises(RuntimeError, match="no"):
            open_ledger(location)
    with open_ledger(location) as ledger:
        assert content(ledger) == before


def test_a_newer_ledger_is_refused(location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", later_tallystick(tmp_path / "later"))
        open_ledger(location).close()
    with pytest.raises(TallystickError) as caught:
        open_ledger(location)
    assert caught.value.code is Code.E307
    assert "later" in str(caught.value)

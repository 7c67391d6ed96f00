from __future__ import annotations

from tests.ledger.server import IS_THERE, MUST_BE_THERE, SERVER


def test_the_suite_ran_on_postgresql_where_a_server_is_expected() -> None:
    assert IS_THERE or not MUST_BE_THERE, (
        f"no PostgreSQL server answers at {SERVER}: start one (docs/how-to/postgresql.md), give its URL in "
        "TALLYSTICK_TEST_POSTGRESQL, or set that to 'none' to do without"
    )

"""The views that people saved: addresses of the application, each under a name."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import Connection, delete, insert, select, update

from tallystick.errors import Code, TallystickError
from tallystick.ledger import schema
from tallystick.ledger.database import Database
from tallystick.model.view import View

LONGEST_NAME = 80
_LONGEST_ID = 40


class Views:
    """The part of a ledger that keeps saved views. They are no decisions; a backup carries them."""

    _database: Database

    def views(self) -> tuple[View, ...]:
        """All saved views, sorted by name."""
        with self._database.read() as connection:
            return tuple(sorted(_all(connection), key=lambda view: (view.name.casefold(), view.id)))

    def view(self, view_id: str) -> View:
        """One of them. Raises TallystickError E842 if there is none of that id."""
        with self._database.read() as connection:
            return _one(connection, view_id)

    def save_view(self, name: str, address: str, *, by: str) -> View:
        """Saves an address under a name.

        Raises:
            TallystickError: E801 if the name is empty, too long or of several lines, E841 if a view bears it already.

        """
        named = _checked(name)
        with self._database.write() as connection:
            held = _all(connection)
            _refuse_taken(named, held, but_for=None)
            made = View(
                id=_new_id(named, {v.id for v in held}), name=named, address=address, by=by, at=datetime.now(UTC)
            )
            connection.execute(insert(schema.saved_view).values(**{**made.model_dump(), "at": made.at.isoformat()}))
        return made

    def rename_view(self, view_id: str, name: str) -> None:
        """Gives a view another name; its id stays. Raises as ``save_view`` and ``view`` do."""
        named = _checked(name)
        with self._database.write() as connection:
            _one(connection, view_id)
            _refuse_taken(named, _all(connection), but_for=view_id)
            connection.execute(update(schema.saved_view).where(schema.saved_view.c.id == view_id).values(name=named))

    def delete_view(self, view_id: str) -> None:
        """Deletes a view. Raises as ``view`` does."""
        with self._database.write() as connection:
            _one(connection, view_id)
            connection.execute(delete(schema.saved_view).where(schema.saved_view.c.id == view_id))


def _all(connection: Connection) -> list[View]:
    return [View.model_validate(dict(row)) for row in connection.execute(select(schema.saved_view)).mappings()]


def _one(connection: Connection, view_id: str) -> View:
    row = (
        connection.execute(select(schema.saved_view).where(schema.saved_view.c.id == view_id)).mappings().one_or_none()
    )
    if row is None:
        raise TallystickError(Code.E842, id=view_id)
    return View.model_validate(dict(row))


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise TallystickError(Code.E801, name="name", value=plain, wanted=f"1 to {LONGEST_NAME} characters")
    return plain


def _refuse_taken(name: str, held: list[View], *, but_for: str | None) -> None:
    if any(view.name.casefold() == name.casefold() and view.id != but_for for view in held):
        raise TallystickError(Code.E841, name=name)


def _new_id(name: str, taken: Container[str]) -> str:
    """The name as an address has it ("drones-in-iraq"), with a number behind it if that is taken."""
    plain = "-".join(re.findall(r"\w+", name.casefold()))[:_LONGEST_ID].strip("-_") or "view"
    numbered = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(each for each in numbered if each not in taken)

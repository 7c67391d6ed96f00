"""A fault of the database: one clear error, and a ledger as whole as before."""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tests.ledger.making import content, derive, many, read_all
from tests.ledger.server import SERVER

FEW, MORE = 4, 200


def add(ledger: Ledger) -> None:
    ledger.add_reports(many(MORE))


def save_derived(ledger: Ledger) -> None:
    derive(ledger)


def decide(ledger: Ledger) -> None:
    ledger.append_decision(Act.ACCEPT, by="ada", reason="long " * 40_000)


STEPS: tuple[Callable[[Ledger], None], ...] = (add, save_derived, decide)


def filled(location: str | Path) -> tuple[object, ...]:
    """A ledger with something to lose, made; what it holds."""
    with open_ledger(location) as ledger:
        ledger.add_reports(many(FEW))
        read_all(ledger)
        derive(ledger)
        ledger.append_decision(Act.ACCEPT, by="ada")
        return content(ledger)


def error_of(ledger: Ledger, step: Callable[[Ledger], None]) -> TallystickError:
    with pytest.raises(TallystickError) as caught:
        step(ledger)
    return caught.value


def fails_for_want_of_space(location: str, step: Callable[[Ledger], None], room: int) -> bool:
    """Does a step in a process whose files may only grow to a size; true if that gave E321."""

    def work() -> None:
        with open_ledger(location) as ledger:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            try:
                step(ledger)
            except TallystickError as error:
                os._exit(0 if error.code is Code.E321 and location in str(error) else 1)
            os._exit(2)

    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    return process.exitcode == 0


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("room", [0, 4096, 50_000])
def test_a_file_that_cannot_grow_costs_only_the_step_at_hand(
    tmp_path: Path, step: Callable[[Ledger], None], room: int
) -> None:
    location = str(tmp_path / "ledger.db")
    before = filled(location)
    if step is save_derived:
        with open_ledger(location) as ledger:
            ledger.add_reports(many(MORE))
            before = content(ledger)
    assert fails_for_want_of_space(location, step, room)
    with open_ledger(location) as ledger:
        assert content(ledger) == before
        step(ledger)
        assert content(ledger) != before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB. Only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def grow_for_ever(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_costs_only_the_step_at_hand(small_disk: Path, step: Callable[[Ledger], None]) -> None:
    location = small_disk / "ledger.db"
    before = filled(location)
    ballast = small_disk / "ballast"
    with open_ledger(location) as ledger:
        if step is save_derived:
            ledger.add_reports(many(MORE))
            before = content(ledger)
        with pytest.raises(OSError, match="No space"):
            grow_for_ever(ballast)
        error = error_of(ledger, step)
        assert error.code is Code.E321
        assert str(location) in str(error)
        assert content(ledger) == before
        ballast.unlink()
        step(ledger)
        assert content(ledger) != before


def test_a_full_disk_of_the_server_costs_only_the_step_at_hand(postgresql: str) -> None:
    before = filled(postgresql)
    with open_ledger(postgresql) as ledger:
        with ledger._database.write() as connection:
            # What the server raises when it cannot extend a file, raised where the 100th report is put down.
            connection.execute(
                text(
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                    "IF NEW.path = '100.txt' THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; "
                    "END IF; RETURN NEW; END $$"
                )
            )
            connection.execute(
                text("CREATE TRIGGER full_disk BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION full_disk()")
            )
        assert error_of(ledger, add).code is Code.E321
        assert content(ledger) == before
        with ledger._database.write() as connection:
            connection.execute(text("DROP TRIGGER full_disk ON report"))
        add(ledger)
        assert len(ledger.reports()) == MORE


@pytest.mark.parametrize("step", STEPS)
def test_a_ledger_locked_for_too_long_costs_only_the_step_at_hand(
    location: str, step: Callable[[Ledger], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled(location)
    monkeypatch.setenv("TALLYSTICK_LOCK_SECONDS", "0.2")
    with open_ledger(location) as ledger, open_ledger(location) as other:
        with other._database.write():
            error = error_of(ledger, step)
            assert error.code is Code.E322
            assert "more than 0.2 s" in str(error)
            assert content(ledger) == before
        step(ledger)


@pytest.mark.parametrize("seconds", ["soon", "-1", "inf"])
def test_how_long_to_wait_must_be_a_number(location: str, seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYSTICK_LOCK_SECONDS", seconds)
    with pytest.raises(TallystickError) as caught:
        open_ledger(location)
    assert caught.value.code is Code.E328


def test_a_server_that_goes_away_costs_only_the_step_at_hand(postgresql: str) -> None:
    before = filled(postgresql)

    def cut_off(ledger: Ledger) -> None:
        with ledger._database.write() as connection:
            connection.execute(text("DELETE FROM incident"))
            mine = connection.scalar(text("SELECT pg_backend_pid()"))
            with psycopg.connect(SERVER, autocommit=True) as server:
                server.execute("SELECT pg_terminate_backend(%s)", (mine,))
            connection.execute(text("DELETE FROM mention"))

    with open_ledger(postgresql) as ledger:
        error = error_of(ledger, cut_off)
        assert error.code is Code.E323
        assert "\n" not in str(error)
        assert content(ledger) == before
        add(ledger)

"""The plugin of how-to/add-a-format.md, installed as the page has it."""

from __future__ import annotations

import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.sources.adapters import adapters
from tallystick.sources.plugins import load_plugins
from tests.cli.conftest import call
from tests.docs.console import missing_line, run_step, steps_of

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-format.md"
BULLETINS = """\
2023-11-07
Rockets near a depot
Two rockets struck a depot near Mosul on Tuesday. Nobody was hurt.
====
2023-11-08
Drone shot down
A drone was shot down over the base on Wednesday.
"""


def block(language: str) -> str:
    """The page's one block in that language."""
    (found,) = PAGE.read_text(encoding="utf-8").split(f"   ```{language}\n")[1:]
    return textwrap.dedent(found.split("   ```\n")[0])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for packages that Python looks into; what it held is forgotten afterwards."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    for each in (load_plugins, adapters):
        each.cache_clear()
    yield folder
    for each in (load_plugins, adapters):
        each.cache_clear()
    sys.modules.pop("sitrep", None)


def install(site: Path, source: str) -> None:
    """Sets the page's package down as pip would: the module, and beside it what the package says of itself."""
    project = tomllib.loads(block("toml"))
    (site / "sitrep.py").write_text(source, encoding="utf-8")
    about = site / "tallystick_sitrep-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Name: {project['project']['name']}\nVersion: {project['project']['version']}\n")
    groups = project["project"]["entry-points"].items()
    points = (f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in named.items()) for group, named in groups)
    (about / "entry_points.txt").write_text("\n".join(points))


def test_the_format_of_the_page_is_listed_and_read(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(site, block("python"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bulletins.sitrep").write_text(BULLETINS, encoding="utf-8")
    for step in steps_of(PAGE):
        printed = run_step(step.command)
        assert (line := missing_line(step, printed)) is None, f"{step.command}\nnot found: {line}\nin:\n{printed}"
    listed = call("reports", "--ledger", tmp_path / "lake.db", "--format", "json")
    assert '"published_on": "2023-11-08"' in listed.out
    assert "Drone shot down" in listed.out


def test_the_reader_of_the_page_has_at_most_thirty_lines() -> None:
    assert len(block("python").strip().splitlines()) <= 30


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        pytest.param("import nothing_of_this_name\n", "nothing_of_this_name", id="import fails"),
        pytest.param("ADAPTER = 7\n", "is a int, not an Adapter", id="no adapter"),
        pytest.param("raise SystemExit(3)\n", "SystemExit: 3", id="leaves"),
    ],
)
def test_a_broken_plugin_is_one_line_and_loses_nothing(site: Path, tmp_path: Path, source: str, cause: str) -> None:
    install(site, source)
    (tmp_path / "a.txt").write_text("date 2023-11-07 Two rockets struck a depot near Mosul.", encoding="utf-8")
    said = call("ingest", tmp_path / "a.txt", "--ledger", tmp_path / "lake.db")
    assert said.code == 1
    assert "1 new reports" in said.err
    (line,) = [each for each in said.err.splitlines() if each.startswith("[E141]")]
    assert cause in line
    assert call("doctor", "--ledger", tmp_path / "none.db").code == 1


def test_a_plugin_that_fails_on_a_file_costs_that_file(site: Path, tmp_path: Path) -> None:
    broken = block("python").replace("    for number, part in", "    raise KeyError('x')\n    for number, part in")
    install(site, broken)
    (tmp_path / "a.sitrep").write_text(BULLETINS, encoding="utf-8")
    (tmp_path / "b.txt").write_text("date 2023-11-07 Two rockets struck a depot near Mosul.", encoding="utf-8")
    said = call("ingest", tmp_path / "a.sitrep", tmp_path / "b.txt", "--ledger", tmp_path / "lake.db")
    assert "1 new reports" in said.err
    assert "a.sitrep: reading it as sitrep failed (KeyError: 'x')" in said.err


def test_an_option_that_no_format_has_is_told(tmp_path: Path) -> None:
    said = call("ingest", tmp_path, "--option", "text.colour=red", "--ledger", tmp_path / "lake.db")
    assert (said.code, "E142" in said.err) == (2, True)

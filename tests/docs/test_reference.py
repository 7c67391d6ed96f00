from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import tallystick
from tallystick.cli import app
from tallystick.errors import Code
from tallystick.publishing.schema import export_schemas

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Callable[[], str]] = runpy.run_path(str(DOCS / "generate.py"))["PAGES"]


def page(name: str) -> str:
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_from_the_code_is_in_step(name: str) -> None:
    assert page(name) == PAGES[name](), "run: python docs/generate.py"


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    yield name, command
    for own, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {own}")


def test_every_command_is_documented_with_what_it_does_and_every_option() -> None:
    sections = dict(part.split("\n", 1) for part in page("commands.md").split("\n## ")[1:])
    every = dict(commands(get_command(app), "tallystick"))
    assert set(sections) == set(every)
    for name, command in every.items():
        assert command.help, name
        for param in command.params:
            assert param.help or param.name == "help", f"{name}: {param.name} says nothing of itself"
            dots = "..." if param.nargs == -1 else ""
            written = (
                param.opts if param.param_type_name == "option" else [f"{param.metavar or param.name.upper()}{dots}"]
            )
            assert all(f"`{each}`" in sections[name] for each in written), f"{name}: {param.name}"


def test_every_error_code_is_documented() -> None:
    assert [code.name for code in Code if f"| `{code.name}` |" not in page("errors.md")] == []


def test_every_output_is_documented_with_every_field() -> None:
    text = page("outputs.md")
    for schema in export_schemas().values():
        for field in schema.get("properties", {}):
            assert f"| `{field}` |" in text
        for field in schema.get("fields", ()):
            assert f"| `{field['name']}` |" in text


@pytest.mark.parametrize("name", [n for n in tallystick.__all__ if n != "__version__"])
def test_every_name_of_the_python_interface_is_documented(name: str) -> None:
    assert f"tallystick.{name}\n" in page("python.md")

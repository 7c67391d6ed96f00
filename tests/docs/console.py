"""The shell sessions of a page: its ```console blocks, each command with the output that the page shows."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from tallystick.cli import app
from tallystick.errors import TallystickError

_BLOCK = re.compile(r"^ *```console\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command as the page has it, and the lines shown below it."""

    command: str
    shown: tuple[str, ...]


def steps_of(page: Path) -> list[Step]:
    steps = []
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^ *\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.strip().split("\n")
            steps.append(Step(command, tuple(shown)))
    return steps


def python_of(page: Path) -> list[str]:
    return _PYTHON.findall(page.read_text(encoding="utf-8"))


def run_step(command: str) -> str:
    """What a command prints. Tallystick runs in this process, anything else in a shell."""
    if not command.startswith("tallystick "):
        return subprocess.run(command, shell=True, capture_output=True, text=True, check=True).stdout
    done = CliRunner().invoke(app, shlex.split(command)[1:])
    if isinstance(done.exception, TallystickError):
        return f"{done.output}{done.exception}\n"
    assert done.exit_code in (0, 1), f"{command}\n{done.output}\n{done.exception!r}"
    return done.output


def missing_line(step: Step, printed: str) -> str | None:
    """The first line shown that the output does not hold, in order; ``…`` stands for anything, space for any space."""
    rest = printed
    for line in step.shown:
        parts = (r"\s+".join(map(re.escape, part.split())) for part in line.split("…"))
        found = re.search(r"[^\n]*".join(parts), rest) if line != "…" else None
        if found is not None:
            rest = rest[found.end() :]
        elif line != "…":
            return line
    return None

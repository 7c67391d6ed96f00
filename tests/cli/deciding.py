"""What the tests of decisions ask of a ledger on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Said, call


def rows(*arguments: object) -> list[dict[str, Any]]:
    """What a command lists, as JSON."""
    return [json.loads(line) for line in call(*arguments, "--format", "json").lines]


def incidents(ledger: Path) -> dict[str, dict[str, Any]]:
    """The incidents by their kind."""
    return {row["kind"]: row for row in rows("incidents", "--ledger", ledger)}


def journal(ledger: Path) -> list[dict[str, Any]]:
    return rows("review", "journal", "--ledger", ledger)


def review(ledger: Path, *arguments: object, by: str = "ann") -> Said:
    said = call("review", *arguments, "--ledger", ledger, "--by", by)
    assert said.code == 0, said.err
    return said


def version(ledger: Path, name: str) -> str:
    shown = json.loads(call("show", name, "--ledger", ledger, "--json").out)
    return str(shown["version"])

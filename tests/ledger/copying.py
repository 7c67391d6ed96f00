"""A ledger of SQLite, copied with the folder of its original bytes."""

from __future__ import annotations

import shutil
from pathlib import Path


def copy_ledger(path: Path, to: Path) -> Path:
    """Copies a ledger that nobody has open, and gives the path of the copy."""
    shutil.copy(path, to)
    originals = Path(f"{path}.archive")
    if originals.exists():
        shutil.copytree(originals, f"{to}.archive")
    return to

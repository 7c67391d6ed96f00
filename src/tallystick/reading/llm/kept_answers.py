"""The answers of the language model, kept by what was asked, so that nothing is paid for twice."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tallystick.errors import Code, TallystickError


@dataclass(frozen=True)
class KeptAnswer:
    """An answer as the model gave it; null text for one that was too long to be given whole."""

    text: str | None


class KeptAnswers:
    """A file of answers; in memory alone where none is named.

    Raises:
        TallystickError: E327 if the file cannot be written.

    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = Lock()
        try:
            self._database = sqlite3.connect(path if path is not None else ":memory:", check_same_thread=False)
            self._database.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, asker TEXT, text TEXT)")
        except sqlite3.Error as error:
            raise TallystickError(Code.E327, path=path, cause=error) from None

    def find(self, asker: str, passage: str) -> KeptAnswer | None:
        """What was answered before; null if it was not asked yet."""
        with self._lock:
            row = self._database.execute("SELECT text FROM answers WHERE key = ?", (_key(asker, passage),)).fetchone()
        return None if row is None else KeptAnswer(row[0])

    def keep(self, asker: str, passage: str, answer: str | None) -> None:
        """Keeps an answer, or with null that it was too long. ``asker`` stands for model, prompt and settings."""
        with self._lock, self._database:
            self._database.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (_key(asker, passage), asker, answer)
            )


def _key(asker: str, passage: str) -> str:
    return hashlib.sha256(json.dumps([asker, passage]).encode()).hexdigest()

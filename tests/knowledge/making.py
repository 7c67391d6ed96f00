"""Packs made for a test."""

from __future__ import annotations

from pathlib import Path

MANIFEST = "name: {name}\ntitle: A war\nlicence: CC0-1.0\ncitation: our own notes\n"
GUARD = "- {id: lake-guard, name: Lake Guard, type: militia, citation: our own notes}\n"


def make_pack(folder: Path, *, name: str = "lake-war", manifest: str = "", **files: str) -> Path:
    """A pack in a new folder; ``files`` are texts by kind, ``manifest`` is added to the usual lines."""
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(MANIFEST.format(name=name) + manifest, encoding="utf-8")
    for kind, text in files.items():
        (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")
    return folder

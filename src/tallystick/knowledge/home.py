"""Where the packs that a user added are kept, and how they come and go."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.pack import MANIFEST, Pack, files_of, open_pack, packaged_packs
from tallystick.knowledge.rows import Fault
from tallystick.knowledge.validate import find_faults, find_faults_in

VARIABLE = "TALLYSTICK_KNOWLEDGE"


def knowledge_home() -> Path:
    """The folder of the added packs: $TALLYSTICK_KNOWLEDGE, or ``tallystick/knowledge`` in the user's data folder.

    The data folder is $XDG_DATA_HOME, or ``~/.local/share``.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "tallystick" / "knowledge"


def added_packs(home: Path | None = None) -> tuple[Pack, ...]:
    """The packs in a folder (by default the ``knowledge_home``), by name; the folder may be a pack itself.

    Raises:
        TallystickError: E401 if a ``pack.yaml`` does not fit.

    """
    home = home or knowledge_home()
    if (home / MANIFEST).is_file():
        return (open_pack(home),)
    manifests = [path for path in home.glob(f"*/{MANIFEST}") if not path.parent.name.startswith(".")]
    return tuple(sorted((open_pack(path.parent) for path in manifests), key=lambda pack: pack.name))


def check_pack(folder: Path, home: Path | None = None) -> list[Fault]:
    """What is wrong with the pack in a folder, beside the packaged packs and those already added under other names."""
    name = open_pack(folder).name if (folder / MANIFEST).is_file() else None
    others = [pack for pack in added_packs(home) if pack.name != name and pack.folder.resolve() != folder.resolve()]
    return find_faults_in(folder, beside=(*packaged_packs(), *others))


def add_pack(folder: Path, home: Path | None = None, *, replace: bool = False) -> Pack:
    """Copies a pack to the added ones, whole or not at all, and gives back the copy. ``check_pack`` comes first.

    Raises:
        TallystickError: E403 if there is a pack of that name and it is not to be replaced, or the name is a packaged
            one; E404 if the folder of the added packs is a pack itself or cannot be written to.

    """
    home = _writable(home)
    pack = open_pack(folder)
    target = home / pack.name
    if pack.name in {one.name for one in packaged_packs()} or (target.exists() and not replace):
        raise TallystickError(Code.E403, name=pack.name)
    try:
        home.mkdir(parents=True, exist_ok=True)
        # A copy that breaks off is never seen: names with a dot are passed over, and renaming is one step.
        with tempfile.TemporaryDirectory(prefix=".adding-", dir=home) as workshop:
            copy, old = Path(workshop) / "new", Path(workshop) / "old"
            copy.mkdir()
            for path in files_of(folder):
                shutil.copyfile(path, copy / path.name)
            if target.exists():
                target.rename(old)
            try:
                copy.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
    except OSError as error:
        raise TallystickError(Code.E404, path=home, cause=str(error)) from error
    return open_pack(target)


def remove_pack(name: str, home: Path | None = None) -> Pack:
    """Deletes the added pack of that name and gives back what it was.

    Raises:
        TallystickError: E404 if the folder of the added packs is a pack itself or cannot be written to, E405 if no such
            pack was added, E406 if another added pack speaks of what it holds.

    """
    home = _writable(home)
    packs = {pack.name: pack for pack in added_packs(home)}
    if name not in packs:
        raise TallystickError(Code.E405, name=name)
    others = [pack for pack in packs.values() if pack.name != name]
    before = set(find_faults(others, beside=(*packaged_packs(), packs[name])))
    broken = [fault for fault in find_faults(others, beside=packaged_packs()) if fault not in before]
    if broken:
        raise TallystickError(Code.E406, name=name, cause=broken[0])
    try:
        with tempfile.TemporaryDirectory(prefix=".removing-", dir=home) as workshop:
            packs[name].folder.rename(Path(workshop) / name)
    except OSError as error:
        raise TallystickError(Code.E404, path=home, cause=str(error)) from error
    return packs[name]


def _writable(home: Path | None) -> Path:
    home = home or knowledge_home()
    if (home / MANIFEST).is_file():
        raise TallystickError(Code.E404, path=home, cause="is a pack itself")
    return home

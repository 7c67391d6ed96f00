"""Packs: folders of knowledge, each with a ``pack.yaml`` that says what it is and on whose word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field, StringConstraints, ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.model.base import Noun

DATA = Path(__file__).parent / "data"
MANIFEST = "pack.yaml"
KINDS = ("actors", "relations", "sites", "publishers")
_CORE = "core"

Told = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Manifest(Noun):
    """What ``pack.yaml`` says.

    ``citation`` is of the pack as a whole; every row cites its own source beside it. ``since`` and ``until`` are the
    first and last year of the war, ``countries`` ISO 3166-1 alpha-2 codes. ``replaces`` lists the ids (of publishers:
    the domains) of rows of other packs that this pack puts its own row in place of.
    """

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Told
    licence: Told
    citation: Told
    since: int | None = Field(default=None, ge=1000, le=9999)
    until: int | None = Field(default=None, ge=1000, le=9999)
    countries: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")], ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """A pack on disk. ``digest`` is the SHA-256 of its files: a pack that was edited is another pack."""

    folder: Path
    manifest: Manifest
    digest: str

    @property
    def name(self) -> str:
        """The pack's name."""
        return self.manifest.name

    def files(self, kind: str) -> tuple[Path, ...]:
        """The files that hold rows of a kind (one of ``KINDS``), in order of name."""
        return tuple(path for path in files_of(self.folder) if _kind_of(path) == kind)


def open_pack(folder: Path) -> Pack:
    """The pack in a folder, its rows unread.

    Raises:
        TallystickError: E402 if the folder holds no ``pack.yaml``, E401 if that does not fit.

    """
    path = folder / MANIFEST
    if not path.is_file():
        raise TallystickError(Code.E402, path=folder)
    try:
        manifest = Manifest.model_validate(yaml.load(path.read_text("utf-8"), Loader=YamlLoader))
    except ValidationError as error:
        raise TallystickError(Code.E401, path=path, cause=first_cause(error)) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise TallystickError(Code.E401, path=path, cause=" ".join(str(error).split())) from error
    return Pack(folder=folder, manifest=manifest, digest=_digest(files_of(folder)))


@cache
def packaged_packs() -> tuple[Pack, ...]:
    """The packs that come with Tallystick: the core first, then one a region by name."""
    packs = [open_pack(path.parent) for path in sorted((DATA / "packs").glob(f"*/{MANIFEST}"))]
    return tuple(sorted(packs, key=lambda pack: pack.name != _CORE))


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that belong to a pack: ``pack.yaml`` and ``actors.yaml``, ``actors-….yaml`` and so on."""
    return tuple(sorted(p for p in folder.glob("*.yaml") if p.name == MANIFEST or _kind_of(p) is not None))


def fingerprint(packs: Iterable[Pack]) -> str:
    """Twelve hexadecimal digits that stand for all that is known: the packs, the gazetteer and the spellings.

    They change if anything in it changes, and so does what a reader finds.
    """
    told = hashlib.sha256(_shared_digest().encode())
    for pack in packs:
        told.update(f"{pack.name} {pack.digest}\n".encode())
    return told.hexdigest()[:12]


def first_cause(error: ValidationError) -> str:
    """The first thing that a row or manifest does not fit in: the field and what is wrong with it."""
    first = error.errors()[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field}: {first['msg']}" if field else first["msg"]


def _kind_of(path: Path) -> str | None:
    kind = path.stem.partition("-")[0]
    return kind if kind in KINDS else None


@cache
def _shared_digest() -> str:
    return _digest((DATA / "spellings.yaml", DATA / "gazetteer" / "gazetteer.sqlite"))


def _digest(paths: Iterable[Path]) -> str:
    told = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        told.update(f"{path.name} {len(content)}\n".encode())
        told.update(content)
    return told.hexdigest()

"""``tallystick knowledge``: what is known before reading, and packs of your own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, KnowledgeOption
from tallystick.cli.terminal import errors, print_rows
from tallystick.knowledge.contents import read_contents
from tallystick.knowledge.home import add_pack, added_packs, check_pack, knowledge_home, remove_pack
from tallystick.knowledge.pack import KINDS, Pack, fingerprint, packaged_packs
from tallystick.knowledge.rows import Fault

app = typer.Typer(help="Add, check, list and remove packs of actors and sites.", no_args_is_help=True)

DirArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="The folder of the pack.", exists=True, file_okay=False)
]
# Without exists=True: the first pack makes the folder.
HomeOption = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", envvar="TALLYSTICK_KNOWLEDGE", help="Where added packs are kept."),
]


@app.command()
def add(
    folder: DirArgument,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of the added pack of that name.")] = False,
    knowledge: HomeOption = None,
) -> None:
    """Check a pack and add a copy of it. Nothing is added if there is a fault."""
    if _print_faults(check_pack(folder, knowledge)):
        errors.print("Nothing was added.", markup=False)
        raise typer.Exit(1)
    pack = add_pack(folder, knowledge, replace=replace)
    typer.echo(f"{pack.name}: added ({_told(pack)}), in {pack.folder}. Reports on file are read again at the next run.")


@app.command()
def check(folder: DirArgument, knowledge: HomeOption = None) -> None:
    """Say what is wrong with a pack, one line a fault. Exit code 1 if there is any."""
    if _print_faults(check_pack(folder, knowledge)):
        raise typer.Exit(1)
    typer.echo(f"{folder}: no faults")


@app.command(name="list")
def list_(knowledge: KnowledgeOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the packs in force, packaged and added."""
    packaged, added = packaged_packs(), added_packs(knowledge)
    rows = [_row(pack, origin) for packs, origin in ((packaged, "packaged"), (added, "added")) for pack in packs]
    print_rows(rows, ("name", "origin", "title", *KINDS), form=form, title="packs")
    if form is Format.TABLE:
        home = knowledge or knowledge_home()
        errors.print(f"Added packs: {home}. Fingerprint: {fingerprint((*packaged, *added))}", markup=False)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The pack, as `knowledge list` names it.")],
    knowledge: HomeOption = None,
) -> None:
    """Take an added pack away again."""
    pack = remove_pack(name, knowledge)
    typer.echo(f"{pack.name}: removed. Reports on file are read again at the next run.")


def _print_faults(faults: Sequence[Fault]) -> bool:
    for fault in faults:
        errors.print(str(fault), markup=False)
    return bool(faults)


def _row(pack: Pack, origin: str) -> dict[str, object]:
    rows = read_contents([pack])
    counts = {kind: len(getattr(rows, kind)) for kind in KINDS}
    told = pack.manifest.model_dump(mode="json", exclude={"name", "title", "replaces"})
    return {
        "name": pack.name, "origin": origin, "title": pack.manifest.title, **counts, **told,
        "folder": str(pack.folder), "digest": pack.digest,
    }  # fmt: skip


def _told(pack: Pack) -> str:
    rows = read_contents([pack])
    return ", ".join(f"{count} {kind}" for kind in KINDS if (count := len(getattr(rows, kind))))

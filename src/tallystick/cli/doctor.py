"""``tallystick doctor``: is everything here, and does it fit together?"""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

import typer

from tallystick import __version__
from tallystick.cli.options import KnowledgeOption, LedgerOption
from tallystick.cli.terminal import errors
from tallystick.derivation.judged import how_decisions_stand
from tallystick.errors import TallystickError
from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.home import added_packs, check_pack
from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.validate import find_faults
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.verify import Finding, verify
from tallystick.pipeline import default_knowledge, reader_named
from tallystick.reading.language_model import load_pipeline
from tallystick.reading.llm.settings import MODEL
from tallystick.reading.named import DEFAULT, ReaderName
from tallystick.reading.triage import TRIAGE
from tallystick.sources.adapters import adapters
from tallystick.sources.plugins import load_plugins

Check = Callable[[], str]


def doctor(ledger: LedgerOption = "ledger.db", knowledge: KnowledgeOption = None) -> None:
    """Check the installation, and the ledger if there is one.

    Of a ledger: its hashes, its quotes, and that all that it names is there. Exit code 1 if something is wrong.
    """
    wrong = 0
    for name, check in _checks(ledger):
        try:
            typer.echo(f"ok     {name}: {check()}")
        except Exception as error:
            wrong += 1
            errors.print(f"wrong  {name}: {error}", markup=False)
    raise typer.Exit(1 if wrong else 0)


def _checks(ledger: str) -> Iterator[tuple[str, Check]]:
    yield "tallystick", lambda: f"{__version__} on Python {platform.python_version()}"
    yield (
        "language model",
        lambda: f"{load_pipeline().meta['name']} {load_pipeline().meta['version']}, spaCy {version('spacy')}",
    )
    yield "knowledge", _check_knowledge
    yield "readers", _check_readers
    yield "formats", _check_formats
    yield "gazetteer", lambda: f"{(load_gazetteer().country('IQ') or _missing('Iraq')).name} found"
    if "://" in ledger or Path(ledger).exists():
        yield "ledger", lambda: _check_ledger(ledger)
        yield from _findings(ledger)


def _check_knowledge() -> str:
    added = added_packs()
    faults = [*find_faults(packaged_packs()), *(fault for pack in added for fault in check_pack(pack.folder))]
    if faults:
        raise ValueError(f"{len(faults)} faults, the first: {faults[0]}")
    known = default_knowledge()
    return f"{len(known.actors)} actors, {len(known.relations)} relations, {len(added)} added packs"


def _check_readers() -> str:
    return ", ".join(f"{_name_of(name)}{' (default)' if name is DEFAULT else ''}" for name in ReaderName)


def _name_of(reader: ReaderName) -> str:
    """The reader's name and version; of a language model only whether one is named, since asking costs."""
    if reader is ReaderName.LLM:
        return f"llm ({os.environ.get(MODEL, 'no model named')})"
    return reader_named(reader).name


def _check_formats() -> str:
    if broken := load_plugins().errors:
        raise ValueError("; ".join(map(str, broken)))
    added = len(load_plugins().adapters)
    return f"{', '.join(adapter.name for adapter in adapters())}{f' ({added} of plugins)' if added else ''}"


def _check_ledger(location: str) -> str:
    with open_ledger(location, create=False) as opened:
        aside = len(opened.read_by(TRIAGE))
        told = f" ({aside} set aside by the fast first pass)" if aside else ""
        return f"{opened.location}, {len(opened.batch_of())} reports{told}"


def _findings(location: str) -> Iterator[tuple[str, Check]]:
    """What the ledger finds of itself; nothing where it cannot be opened, which is told before."""
    try:
        opened = open_ledger(location, create=False)
    except TallystickError:
        return
    with opened:
        for finding in verify(opened):
            yield f"ledger, {finding.name}", partial(_told, finding)
        yield "ledger, decisions", partial(_count_decisions, opened)


def _told(finding: Finding) -> str:
    if finding.wrong:
        more = f"; and {more} more" if (more := finding.wrong - len(finding.named)) else ""
        raise ValueError(f"{finding.wrong} of {finding.checked}: {'; '.join(finding.named)}{more}")
    return f"{finding.checked} checked"


def _count_decisions(opened: Ledger) -> str:
    standing = how_decisions_stand(opened)
    states = Counter(how.state for how in standing.values())
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return f"{len(standing)} in the journal{': ' if told else ''}{told}"


def _missing(what: str) -> NoReturn:
    raise LookupError(f"{what} is not in the gazetteer")

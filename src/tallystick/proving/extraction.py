"""Every text that is on file, made again from its original bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tallystick.model.custody import CustodyEntry
from tallystick.sources.again import is_made_again
from tallystick.sources.tool import tool


class Outcome(StrEnum):
    """What came of making a text again."""

    SAME = "same"
    OTHER_TOOL = "other_tool"
    """Another text, or none: the tools of today differ from those recorded."""
    NOT_RECORDED = "not_recorded"
    """It is not on file how the text was made."""
    CHANGED = "changed"
    """Another text, or none, of the very tools recorded."""


@dataclass(frozen=True)
class Extraction:
    """A source, what came of it, and what is wrong in words if anything is."""

    entry: CustodyEntry
    outcome: Outcome
    fault: str | None = None


def extract_again(ledger: Ledger) -> Iterator[Extraction]:
    """Makes the text of each source again, in the order of the chain of custody, and compares."""
    for entry in ledger.custody():
        yield _extract(ledger, entry)


def _extract(ledger: Ledger, entry: CustodyEntry) -> Extraction:
    origin = entry.origin
    if origin is None or origin.adapter is None:
        return Extraction(entry, Outcome.NOT_RECORDED)
    try:
        raw = ledger.original(entry.raw_sha256)
        if is_made_again(raw, entry.report_id, origin=origin, path=entry.path):
            return Extraction(entry, Outcome.SAME)
        cause = "another text comes out of its original bytes"
    except TallystickError as error:
        cause = error.message
    except Exception as error:  # an adapter that is gone, or a fault of its reader
        cause = " ".join(str(error.args[0] if error.args else type(error).__name__).split())
    if origin.tool != tool():
        return Extraction(entry, Outcome.OTHER_TOOL)
    return Extraction(entry, Outcome.CHANGED, f"report {entry.report_id}: {cause}")

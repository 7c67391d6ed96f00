"""Tallystick: public reports of armed conflict in, a reconciled and sourced record out.

What stands in ``__all__`` is the Python interface. It is loaded when first used, so that the import stays fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tallystick.errors import TallystickError
    from tallystick.interface.claims import claims
    from tallystick.interface.incidents import incidents
    from tallystick.interface.mentions import mentions
    from tallystick.interface.relations import relations
    from tallystick.interface.reports import reports
    from tallystick.interface.road import read, run
    from tallystick.interface.source import open
    from tallystick.interface.tallies import tallies
    from tallystick.ledger import Ledger
    from tallystick.model.record import Record
    from tallystick.reading.reader import Reading

__all__ = [
    "Ledger",
    "Reading",
    "Record",
    "TallystickError",
    "__version__",
    "claims",
    "incidents",
    "mentions",
    "open",
    "read",
    "relations",
    "reports",
    "run",
    "tallies",
]

_HOMES = {
    "Ledger": "tallystick.ledger",
    "Reading": "tallystick.reading.reader",
    "Record": "tallystick.model.record",
    "TallystickError": "tallystick.errors",
    "claims": "tallystick.interface.claims",
    "incidents": "tallystick.interface.incidents",
    "mentions": "tallystick.interface.mentions",
    "open": "tallystick.interface.source",
    "read": "tallystick.interface.road",
    "relations": "tallystick.interface.relations",
    "reports": "tallystick.interface.reports",
    "run": "tallystick.interface.road",
    "tallies": "tallystick.interface.tallies",
}

if not TYPE_CHECKING:  # else any misspelt name would pass for an attribute

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'tallystick' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)

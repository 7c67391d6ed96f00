"""The ledger: reports and decisions, which are never edited, and everything derived from them."""

from tallystick.ledger.backup import back_up, restore
from tallystick.ledger.ledger import Ledger
from tallystick.ledger.numbers import Numbers
from tallystick.ledger.open import open_ledger
from tallystick.ledger.reports import Incoming
from tallystick.ledger.search import Hit
from tallystick.ledger.seen import ChangedError
from tallystick.ledger.turn import OvertakenError, Turn

__all__ = [
    "ChangedError",
    "Hit",
    "Incoming",
    "Ledger",
    "Numbers",
    "OvertakenError",
    "Turn",
    "back_up",
    "open_ledger",
    "restore",
]

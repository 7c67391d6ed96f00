"""Near-duplicates and syndication: which reports are copies of another, and whom a report credits as its writer."""

from tallystick.sources.syndication.copies import find_copies
from tallystick.sources.syndication.credit import find_credit
from tallystick.sources.syndication.index import CopyIndex
from tallystick.sources.syndication.sketch import Sketch, sketch_of

__all__ = ["CopyIndex", "Sketch", "find_copies", "find_credit", "sketch_of"]

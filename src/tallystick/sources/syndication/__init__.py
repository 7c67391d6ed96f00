"""Near-duplicates and syndication: which reports are copies of another, and whom a report credits as its writer."""

from tallystick.sources.syndication.copies import copies_in, explain_copy, find_copies
from tallystick.sources.syndication.credit import find_credit
from tallystick.sources.syndication.index import CopyIndex, index_of
from tallystick.sources.syndication.kinship import Kinship, kinships
from tallystick.sources.syndication.sketch import Sketch, sketch_of

__all__ = [
    "CopyIndex",
    "Kinship",
    "Sketch",
    "copies_in",
    "explain_copy",
    "find_copies",
    "find_credit",
    "index_of",
    "kinships",
    "sketch_of",
]

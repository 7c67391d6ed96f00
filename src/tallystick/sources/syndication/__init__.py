"""Near-duplicates and syndication: which reports are copies of another, and whom a report credits as its writer."""

from tallystick.sources.syndication.copies import copies_in, explain_copy, find_copies
from tallystick.sources.syndication.credit import find_credit
from tallystick.sources.syndication.index import CopyIndex, index_of
from tallystick.sources.syndication.kinship import Kinship, kinships
from tallystick.sources.syndication.postings import FEWEST_SHARED
from tallystick.sources.syndication.sketch import Sketch, shared_passages, sketch_of
from tallystick.sources.syndication.source import MOST_COMPARED, Met, compared, source_of

__all__ = [
    "FEWEST_SHARED",
    "MOST_COMPARED",
    "CopyIndex",
    "Kinship",
    "Met",
    "Sketch",
    "compared",
    "copies_in",
    "explain_copy",
    "find_copies",
    "find_credit",
    "index_of",
    "kinships",
    "shared_passages",
    "sketch_of",
    "source_of",
]

"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.retrieval import Retrieval

FEED_TYPES = frozenset(
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
        "application/feed+json", "application/json",
    }
)  # fmt: skip
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """``charset`` is what the header says of the encoding, or null; ``headers`` are all but cookies, sorted by name.

    ``is_unchanged`` says that it is what was fetched before, and was not sent again; the headers are then those of the
    answer that said so. ``moved_to`` is where the address has moved for good (RFC 9110, 15.4.2 and 15.4.9), or null.
    """

    retrieval: Retrieval
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    is_unchanged: bool = False
    moved_to: str | None = None

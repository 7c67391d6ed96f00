"""Hash chains: each entry's hash covers its own words and the hash before it, so that none can be changed, taken out or
put in between without changing every hash after it.
"""

from __future__ import annotations

import hashlib

START = ""
"""What stands before the first entry."""


def link(before: str, payload: str) -> str:
    """The hash of an entry: SHA-256, in hexadecimal, of the hash before it, a line feed and the entry's payload."""
    return hashlib.sha256(f"{before}\n{payload}".encode()).hexdigest()

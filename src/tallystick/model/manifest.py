"""A ledger's seal: two hashes that all of its reports, original bytes and decisions hang on."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from tallystick.model.base import Noun


class Head(Noun):
    """How far a hash chain goes: the number of its last entry, from 1, and its hash; 0 and empty for none."""

    number: int = Field(ge=0)
    chain: str


class Manifest(Noun):
    """What a ledger held at a moment, in UTC.

    The hash of ``custody`` covers the SHA-256 of all original bytes and of all texts, with who took them in, when and
    how; that of ``journal`` every decision. ``reports`` and ``originals`` count what they cover.
    """

    format: Literal["tallystick-manifest-1"] = "tallystick-manifest-1"
    at: datetime
    by: str | None
    tool: str
    reports: int
    originals: int
    custody: Head
    journal: Head

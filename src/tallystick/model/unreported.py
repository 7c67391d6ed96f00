"""How many incidents were never told one by one: an estimate from lists that overlap."""

from __future__ import annotations

from pydantic import Field

from tallystick.model.base import Noun


class ReportingList(Noun):
    """Who originally reported, taken as one list of incidents. ``pooled`` names the sources that it joins, where each
    told too few to be a list of its own; ``incidents`` is how many it holds.
    """

    name: str
    incidents: int = Field(ge=0)
    pooled: tuple[str, ...] = ()


class ListPattern(Noun):
    """How many incidents are told by exactly these lists, by their names."""

    told_by: tuple[str, ...]
    incidents: int = Field(ge=0)


class LeftOut(Noun):
    """How many incidents could not be matched from list to list, and why."""

    why: str
    incidents: int = Field(ge=1)


class UnreportedEstimate(Noun):
    """What capture and recapture says of the incidents that no list tells; null where it was refused.

    ``seen`` is how many incidents at least one list tells, ``matched`` how many two or more do. ``total`` estimates all
    that could have been told, those seen included; ``low`` and ``high`` are its 90 % interval. ``at_least`` is the
    cautious figure, never above ``total``: one that incidents harder to hear of than others could only raise; it stays
    where the estimate is refused for its width. ``model`` says what was fitted, ``refused`` why nothing is given,
    ``doubts`` what in these data speaks against the assumptions, and ``text`` the whole in sentences.
    """

    lists: tuple[ReportingList, ...] = ()
    patterns: tuple[ListPattern, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    seen: int = Field(default=0, ge=0)
    matched: int = Field(default=0, ge=0)
    model: str | None = None
    total: float | None = None
    low: float | None = None
    high: float | None = None
    at_least: float | None = None
    refused: str | None = None
    assumptions: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    text: str


class Unreported(Noun):
    """The least and the most that a tally leaves untold; ``most`` is null where the tally sets no upper bound.

    ``estimate`` stands beside these bounds: what the lists that overlap say of the incidents inside the tally.
    """

    tally_id: str
    least: int
    most: int | None
    text: str
    estimate: UnreportedEstimate | None = None

"""How two actors stand to each other."""

from __future__ import annotations

from datetime import date

from tallystick.model.base import Noun
from tallystick.model.terms import Grade, Predicate


class KnownRelation(Noun):
    """A relation of the knowledge base: actor ids, dates, grade and a citation."""

    subject: str
    predicate: Predicate
    object: str
    since: date | None = None
    until: date | None = None
    grade: Grade
    citation: str

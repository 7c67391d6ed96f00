"""Reports and look-ups that the tests of the places layer share."""

from __future__ import annotations

import hashlib

from spacy.language import Language

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.expression import PlaceExpression
from tallystick.model.report import Report
from tallystick.model.terms import ToponymUse
from tallystick.reading.places import find_places


def read_places(
    nlp: Language, text: str, publisher: str | None = None, use: ToponymUse = ToponymUse.PLACE
) -> dict[str, PlaceExpression]:
    """The place expressions of one use in a text by their words; of words that come twice, the last."""
    report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, publisher=publisher)
    found = find_places(nlp(text), report, knowledge=load_knowledge(), gazetteer=load_gazetteer())
    return {expression.quote.exact: expression for expression in found if expression.use is use}


def place_of(nlp: Language, text: str, words: str) -> tuple[str, str | None, str | None, str]:
    """Name, province, country and precision of what the words stand for."""
    place = read_places(nlp, text)[words].place
    assert place is not None
    return place.name, place.admin1, place.country, place.precision.value

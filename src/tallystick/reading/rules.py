"""The reader that goes by rules."""

from __future__ import annotations

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.mention import Mention
from tallystick.model.report import Report
from tallystick.reading.actors import find_actors
from tallystick.reading.claims import find_claims
from tallystick.reading.dates import find_dates
from tallystick.reading.document import Document
from tallystick.reading.events import READER, find_frames, make_mentions
from tallystick.reading.language_model import load_pipeline
from tallystick.reading.places import find_places
from tallystick.reading.reader import Reading
from tallystick.reading.relations import find_relations
from tallystick.reading.statements import find_statements
from tallystick.reading.tallies import find_tallies


class RulesReader:
    """Reads English reports by rules over a spaCy parse."""

    name = READER
    languages = frozenset({"en"})

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self._knowledge = knowledge
        self._gazetteer = gazetteer

    def read(self, report: Report) -> Reading:
        """The dates, places, actors and mentions of a report."""
        document = self.parse(report)
        told = find_frames(document)
        mentions: list[Mention] = [
            *make_mentions(document, told),
            *find_claims(document, told),
            *find_tallies(document, told),
            *find_relations(document),
            *find_statements(document),
        ]
        return Reading(
            report_id=report.id,
            mentions=tuple(sorted(mentions, key=_id)),
            dates=document.dates,
            places=document.places,
            actors=document.actors,
        )

    def parse(self, report: Report) -> Document:
        """The report with its parse and its layers."""
        doc = load_pipeline()(report.text)
        return Document(
            report=report,
            doc=doc,
            dates=find_dates(doc, report),
            places=find_places(doc, report, gazetteer=self._gazetteer),
            actors=find_actors(doc, report, knowledge=self._knowledge),
        )


def _id(mention: Mention) -> str:
    return mention.id

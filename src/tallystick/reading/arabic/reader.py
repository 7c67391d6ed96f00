"""The reader of reports in Arabic."""

from __future__ import annotations

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.mention import Mention
from tallystick.model.report import Report
from tallystick.reading.arabic.claims import find_claims
from tallystick.reading.arabic.dates import find_dates
from tallystick.reading.arabic.events import find_events
from tallystick.reading.arabic.names import NameFinder
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.relations import find_relations
from tallystick.reading.arabic.tallies import find_tallies
from tallystick.reading.arabic.words import split_words
from tallystick.reading.reader import Reading


class ArabicReader:
    """Reads Arabic reports by knowledge and patterns: dates, places, actors, weapons, events, claims, counts, and how
    actors named beside each other stand.

    It finds no statements, links between events, or casualties by group.
    """

    name = "arabic-3"
    languages = frozenset({"ar"})

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self.fingerprint = knowledge.fingerprint
        self._names = NameFinder(knowledge=knowledge, gazetteer=gazetteer)

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        """The dates, places, actors and mentions of a report."""
        words = split_words(report.text)
        actors, places = self._names.find(report, words)
        dates = find_dates(report, words, default_year=year)
        passage = Passage(report, words, dates, tuple(actors), tuple(places))
        tallies, counted = find_tallies(passage, reader=self.name)
        claims, events = find_claims(passage, find_events(passage, counted=counted, reader=self.name), reader=self.name)
        relations = find_relations(passage, reader=self.name)
        mentions: list[Mention] = [*(e.mention for e in events), *claims, *tallies, *relations]
        return Reading(
            report_id=report.id,
            mentions=tuple(sorted(mentions, key=_id)),
            dates=dates,
            places=tuple(n.expression for n in places if isinstance(n.expression, PlaceExpression)),
            actors=tuple(n.expression for n in actors if isinstance(n.expression, ActorExpression)),
        )


def _id(mention: Mention) -> str:
    return mention.id

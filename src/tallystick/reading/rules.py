"""The reader that goes by rules."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.expression import DateExpression
from tallystick.model.mention import Mention
from tallystick.model.report import Report
from tallystick.reading.actors import find_actors
from tallystick.reading.claims import find_claims
from tallystick.reading.dates import find_dates
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, make_mentions
from tallystick.reading.events import find_frames
from tallystick.reading.grounds import take_grounds
from tallystick.reading.judge import Judge, RulesJudge
from tallystick.reading.language_model import parse_text, parse_texts
from tallystick.reading.lettering import Letterer
from tallystick.reading.places import find_places
from tallystick.reading.reader import Reading
from tallystick.reading.relations import find_relations
from tallystick.reading.state_parts import take_state_parts
from tallystick.reading.statements import find_statements
from tallystick.reading.tallies import find_tallies


class RulesReader:
    """Reads English reports by rules over a spaCy parse."""

    name = READER
    languages = frozenset({"en"})

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self.fingerprint = knowledge.fingerprint
        self._knowledge = knowledge
        self._gazetteer = gazetteer
        self._letterer = Letterer(knowledge=knowledge, gazetteer=gazetteer)
        self._parsed: dict[tuple[str, int], Doc] = {}

    def read_ahead(self, reports: Sequence[Report]) -> None:
        """Parses reports together; each parse is kept until its report is read, or others are read ahead."""
        readable = [r for r in reports if r.language is None or r.language in self.languages]
        try:
            parses = parse_texts([(self._letterer.restore(r.text), r.body_start) for r in readable])
        except Exception:
            # Read alone, the report at fault meets the fault again, and is told by its name.
            parses = []
        self._parsed = dict(zip(((r.id, r.body_start) for r in readable), parses, strict=False))

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        """The dates, places, actors and mentions of a report."""
        document = self.parse(report, year=year)
        told = find_frames(document, self.judge(document))
        take_grounds(document, told)
        take_state_parts(document, told)
        mentions: list[Mention] = [
            *make_mentions(document, told),
            *find_claims(document, told),
            *find_tallies(document, told),
            *find_relations(document, knowledge=self._knowledge),
            *find_statements(document),
        ]
        return Reading(
            report_id=report.id,
            mentions=tuple(sorted((m.model_copy(update={"reader": self.name}) for m in mentions), key=_id)),
            dates=document.dates,
            places=document.toponyms,
            actors=document.actors,
        )

    def judge(self, document: Document) -> Judge:
        """Who decides what the report's words tell."""
        return RulesJudge(document)

    def parse(self, report: Report, *, year: int | None = None) -> Document:
        """The report with its parse and its layers."""
        doc = self._parsed.pop((report.id, report.body_start), None)
        if doc is None:
            doc = parse_text(self._letterer.restore(report.text), body_start=report.body_start)
        dates = find_dates(doc, report)
        if year is not None and report.published_on is None:
            dates = _with_year(dates, find_dates(doc, report, default_year=year))
        known, gazetteer = self._knowledge, self._gazetteer
        toponyms = find_places(doc, report, knowledge=known, gazetteer=gazetteer)
        actors = find_actors(doc, report, knowledge=known, gazetteer=gazetteer, places=toponyms)
        return Document(report=report, doc=doc, dates=dates, toponyms=toponyms, actors=actors)


def _with_year(dates: tuple[DateExpression, ...], assumed: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """The expressions as read with an assumed year, those marked that need it."""
    told = {e.quote: e.when for e in dates}
    return tuple(
        e
        if told.get(e.quote) == e.when
        else e.model_copy(update={"when": e.when.model_copy(update={"year_assumed": True})})
        for e in assumed
    )


def _id(mention: Mention) -> str:
    return mention.id

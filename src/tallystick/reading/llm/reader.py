"""The reader that asks a language model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.mention import ClaimMention, EventMention, Mention
from tallystick.model.report import Report
from tallystick.reading.llm.asking import Answered, Asker
from tallystick.reading.llm.endpoint import Endpoint, OpenAiEndpoint
from tallystick.reading.llm.kept_answers import KeptAnswers
from tallystick.reading.llm.layers import Layers, LookedUpLayers, ReadLayers
from tallystick.reading.llm.prompt import load_prompt
from tallystick.reading.llm.settings import LlmSettings
from tallystick.reading.llm.telling import Telling
from tallystick.reading.llm.wording import Misquote, MisquotedError
from tallystick.reading.reader import LeftUnreadError, Reader, Reading

_VERSION = "llm-1"


class LlmReader:
    """Takes events and claims of them from where a language model points, and from nothing else that it says.

    ``readers`` are those of single languages: they say what the words for days, places and actors stand for, and read
    tallies, relations and statements, which the model is not asked for. A report in another language has no dates.
    """

    def __init__(
        self,
        settings: LlmSettings,
        *,
        readers: Mapping[str, Reader],
        knowledge: KnowledgeBase,
        gazetteer: Gazetteer,
        endpoint: Endpoint | None = None,
    ) -> None:
        self._asker = Asker(
            endpoint or OpenAiEndpoint(settings),
            settings=settings,
            prompt=load_prompt(),
            kept=KeptAnswers(settings.cache),
        )
        self._readers = readers
        self._looked_up = LookedUpLayers(knowledge=knowledge, gazetteer=gazetteer)
        self._ahead: dict[str, tuple[Answered, ...] | LeftUnreadError] = {}
        self._kept = 0
        self._dropped: Counter[Misquote] = Counter()
        self.languages = frozenset(settings.languages)
        self.fingerprint = knowledge.fingerprint
        normalisers = [readers[code].name for code in sorted(readers) if code in self.languages]
        self.name = "-".join([_VERSION, self._asker.name, *normalisers])

    def read_ahead(self, reports: Sequence[Report]) -> None:
        """Asks for several reports at once."""
        self._ahead = self._asker.ask(reports)

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        """The mentions that the model points to, those that the reader of the language adds, and its layers.

        Raises:
            LeftUnreadError: E213 if the answer cannot be used.
            ReadingStoppedError: E214 if the endpoint does not answer, E215 if the budget is spent.

        """
        if report.id not in self._ahead:
            self.read_ahead([report])
        answered = self._ahead.pop(report.id)
        if isinstance(answered, LeftUnreadError):
            raise answered
        language = report.language or "en"
        own = self._readers[language].read(report, year=year) if language in self._readers else None
        layers: Layers = ReadLayers(own) if own is not None else self._looked_up
        mentions: dict[str, Mention] = {}
        for part in answered:
            mentions |= self._told(part, Telling(report, part.passage, layers, language, self.name))
        if own is not None:
            mentions |= {m.id: m for m in own.mentions if not isinstance(m, EventMention | ClaimMention)}
        return Reading(
            report_id=report.id,
            mentions=tuple(mentions[key] for key in sorted(mentions)),
            dates=own.dates if own is not None else (),
            places=own.places if own is not None else (),
            actors=own.actors if own is not None else (),
        )

    def account(self) -> str:
        """What was asked, what it took, and how many mentions were dropped for words that the model made up."""
        asker = self._asker
        why = ", ".join(f"{count} {reason.value}" for reason, count in sorted(self._dropped.items()))
        return (
            f"Language model: {asker.asked} passages asked for, {asker.answered_before} answered before, "
            f"{asker.budget.spent} tokens; {self._kept} mentions kept, {self._dropped.total()} dropped "
            f"for their words{f' ({why})' if why else ''}."
        )

    def _told(self, part: Answered, telling: Telling) -> dict[str, Mention]:
        """The mentions of one passage by their ids; an event told with the same words at another place is another."""
        told: dict[str, Mention] = {}
        quotes: Counter[str] = Counter()
        for pointed in dict.fromkeys(part.answer.events):
            try:
                mentions = telling.mentions(pointed, quotes[pointed.quote.strip()])
            except MisquotedError as misquoted:
                self._dropped[misquoted.why] += 1
                continue
            quotes[pointed.quote.strip()] += 1
            told |= {mention.id: mention for mention in mentions}
        self._kept += len(told)
        return told

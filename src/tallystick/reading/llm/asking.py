"""A report's passages put to the language model: from what was answered before, else within the budget."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, Lock

from pydantic import ValidationError

from tallystick.errors import Code
from tallystick.model.report import Report
from tallystick.reading.llm.answer import Answer, answer_schema
from tallystick.reading.llm.budget import Budget
from tallystick.reading.llm.endpoint import Completion, Endpoint, UnusableAnswerError
from tallystick.reading.llm.kept_answers import KeptAnswers
from tallystick.reading.llm.passages import Passage, cut_passages, halve
from tallystick.reading.llm.prompt import Prompt
from tallystick.reading.llm.settings import LlmSettings
from tallystick.reading.reader import LeftUnreadError, ReadingStoppedError

_TRIES = 2  # of a passage whose answer cannot be used
_SHORTEST = 300  # code points: a passage no longer than this is not halved
_BYTES_A_TOKEN = 2  # of UTF-8, at least; so that enough of the budget is set aside


@dataclass(frozen=True)
class Answered:
    """A passage and what the model points to in it."""

    passage: Passage
    answer: Answer


class Asker:
    """Asks for every passage once; what was answered is kept.

    ``asked`` counts the requests, ``answered_before`` the passages for which none was needed.
    """

    def __init__(self, endpoint: Endpoint, *, settings: LlmSettings, prompt: Prompt, kept: KeptAnswers) -> None:
        self.budget = Budget(settings.budget)
        self.asked = 0
        self.answered_before = 0
        self._lock = Lock()
        self._endpoint = endpoint
        self._settings = settings
        self._prompt = prompt
        self._kept = kept
        self.name = f"{settings.model}-{prompt.name}-{_digest(settings, prompt)}"

    def ask(self, reports: Sequence[Report]) -> dict[str, tuple[Answered, ...] | LeftUnreadError]:
        """What is answered to the passages of each report, by its id; the error where one of them cannot be had."""
        stop = Event()
        with ThreadPoolExecutor(self._settings.at_once) as pool:
            waiting = {
                report.id: [
                    pool.submit(self._answered, report, passage, stop)
                    for passage in cut_passages(report.text, longest=self._settings.longest, start=report.body_start)
                ]
                for report in reports
            }
        answered: dict[str, tuple[Answered, ...] | LeftUnreadError] = {}
        for report_id, passages in waiting.items():
            try:
                answered[report_id] = tuple(part for passage in passages for part in passage.result())
            except LeftUnreadError as error:
                answered[report_id] = error
        return answered

    def _answered(self, report: Report, passage: Passage, stop: Event) -> tuple[Answered, ...]:
        try:
            return tuple(self._ask_for(passage, stop))
        except UnusableAnswerError as error:
            name = report.path or report.url or report.id[:12]
            raise LeftUnreadError(Code.E213, report=name, cause=error) from None
        except ReadingStoppedError:
            stop.set()
            raise

    def _ask_for(self, passage: Passage, stop: Event) -> Iterator[Answered]:
        kept = self._kept.find(self.name, passage.text)
        if kept is not None:
            with self._lock:
                self.answered_before += 1
            answer = None if kept.text is None else Answer.model_validate_json(kept.text)
        else:
            answer = self._ask_anew(passage, stop)
        if answer is not None:
            yield Answered(passage, answer)
            return
        for part in halve(passage):
            yield from self._ask_for(part, stop)

    def _ask_anew(self, passage: Passage, stop: Event) -> Answer | None:
        """The answer, kept; null if it is too long to be given whole."""
        for number in range(1, _TRIES + 1):
            completion = self._complete(passage, stop)
            if not completion.is_whole:
                if len(passage.text) <= _SHORTEST:
                    raise UnusableAnswerError("broken off")
                self._kept.keep(self.name, passage.text, None)
                return None
            try:
                answer = Answer.model_validate_json(completion.text)
            except ValidationError:
                if number == _TRIES:
                    raise UnusableAnswerError("not of the form asked for") from None
                continue
            self._kept.keep(self.name, passage.text, completion.text)
            return answer
        raise AssertionError("the last try returns or raises")

    def _complete(self, passage: Passage, stop: Event) -> Completion:
        if stop.is_set():
            raise ReadingStoppedError(Code.E214, url=self._settings.shown_url, cause="stopped before")
        messages = self._prompt.messages(passage.text)
        size = sum(len(message["content"].encode()) for message in messages)
        most = size // _BYTES_A_TOKEN + self._settings.answer_tokens
        self.budget.promise(most)
        with self._lock:
            self.asked += 1
        used = most
        try:
            completion = self._endpoint.complete(messages)
            used = completion.tokens if completion.tokens is not None else most
            return completion
        except ReadingStoppedError:
            used = 0
            raise
        finally:
            self.budget.settle(most, used)


def _digest(settings: LlmSettings, prompt: Prompt) -> str:
    """What an answer depends on beside the model's name and the text."""
    asked = [prompt.text, answer_schema(), settings.answer_tokens, settings.longest]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:8]

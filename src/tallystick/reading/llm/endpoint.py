"""The endpoint that runs the language model: one passage asked for, one answer back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from tallystick.errors import Code, TallystickError
from tallystick.reading.llm.answer import answer_schema
from tallystick.reading.llm.settings import LlmSettings
from tallystick.reading.reader import ReadingStoppedError


@dataclass(frozen=True)
class Completion:
    """What came back.

    ``is_whole`` is false where the answer broke off at its longest; ``tokens`` are those asked and answered, null where
    the server does not count them.
    """

    text: str
    is_whole: bool
    tokens: int | None


class UnusableAnswerError(Exception):
    """An answer that is none: refused, empty, or no answer of this API."""


class Endpoint(Protocol):
    """Whatever completes a conversation."""

    def complete(self, messages: list[dict[str, str]]) -> Completion:
        """The answer to a conversation.

        Raises:
            UnusableAnswerError: to this one.
            ReadingStoppedError: E214 if no other request would fare better.

        """
        ...


class OpenAiEndpoint:
    """Any server that speaks OpenAI's chat completions: a hosted one, vLLM, llama.cpp."""

    def __init__(self, settings: LlmSettings) -> None:
        try:
            import openai
        except ImportError as missing:
            raise TallystickError(Code.E212) from missing
        self._openai = openai
        self._settings = settings
        # What the environment holds for OpenAI itself is not for this endpoint.
        self._client = openai.OpenAI(
            base_url=settings.url,
            api_key=settings.key or "none",
            organization="",
            project="",
            timeout=settings.timeout,
            max_retries=settings.retries,
        )

    def complete(self, messages: list[dict[str, str]]) -> Completion:
        """The answer to a conversation, sent again with growing waits if the server is busy or the line breaks."""
        errors = self._openai
        form = {"name": "events", "strict": True, "schema": answer_schema()}
        # The client's types list every model and option of one company; what is sent is the common ground of all.
        create: Callable[..., object] = self._client.chat.completions.create
        try:
            got = create(
                model=self._settings.model,
                messages=messages,
                temperature=0,
                seed=0,
                max_tokens=self._settings.answer_tokens,
                response_format={"type": "json_schema", "json_schema": form},
            )
        except (errors.BadRequestError, errors.UnprocessableEntityError, errors.APITimeoutError) as error:
            raise UnusableAnswerError(_cause(error)) from None
        except errors.APIError as error:
            raise ReadingStoppedError(Code.E214, url=self._settings.shown_url, cause=_cause(error)) from None
        except ValueError:
            raise UnusableAnswerError("no JSON") from None
        return _completion(got)


def _completion(got: Any) -> Completion:
    choices = getattr(got, "choices", None)
    if not choices:
        raise UnusableAnswerError("no answer of this API")
    choice, usage = choices[0], getattr(got, "usage", None)
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise UnusableAnswerError("refused")
    return Completion(
        text=choice.message.content or "",
        is_whole=choice.finish_reason != "length",
        tokens=usage.total_tokens if usage is not None else None,
    )


def _cause(error: Exception) -> str:
    """The sort of an error alone: what a server says may repeat what it was sent."""
    status = getattr(error, "status_code", None)
    return f"{type(error).__name__}{'' if status is None else f', status {status}'}"

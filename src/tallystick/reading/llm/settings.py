"""How the language model is reached, and what it may cost."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from tallystick.errors import Code, TallystickError

_Number = TypeVar("_Number", int, float)

URL = "TALLYSTICK_LLM_URL"
MODEL = "TALLYSTICK_LLM_MODEL"
KEY = "TALLYSTICK_LLM_KEY"
LANGUAGES = "TALLYSTICK_LLM_LANGUAGES"
BUDGET = "TALLYSTICK_LLM_BUDGET"
CACHE = "TALLYSTICK_LLM_CACHE"
TIMEOUT = "TALLYSTICK_LLM_TIMEOUT"
AT_ONCE = "TALLYSTICK_LLM_AT_ONCE"
RETRIES = "TALLYSTICK_LLM_RETRIES"


@dataclass(frozen=True)
class LlmSettings:
    """An endpoint and a model, with their bounds.

    Attributes:
        url: the address of an OpenAI-compatible API, up to ``/v1``.
        model: its name there.
        key: the secret sent to it and shown nowhere; empty for a server that asks for none.
        languages: ISO 639-1 codes of the languages whose reports the model reads.
        budget: the most tokens, asked and answered, that one run may take; null for no limit.
        cache: the file that keeps the answers; null to keep them only for this run.
        timeout: seconds until an answer is no longer waited for.
        at_once: how many passages are asked for at the same time.
        retries: how often a request is sent again, each time after a longer wait, or the wait that the server asks for.
        longest: code points of a passage.
        answer_tokens: the most tokens of one answer.

    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    languages: tuple[str, ...] = ("en", "ar")
    budget: int | None = None
    cache: Path | None = None
    timeout: float = 120
    at_once: int = 4
    retries: int = 4
    longest: int = 3000
    answer_tokens: int = 2000

    @property
    def shown_url(self) -> str:
        """The address without a name, a password or a key in it."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def settings_from_environment(environment: Mapping[str, str] = os.environ) -> LlmSettings:
    """The settings in the variables ``TALLYSTICK_LLM_…``.

    Raises:
        TallystickError: E211 if no endpoint or no model is named, E801 if a value does not fit.

    """
    url, model = environment.get(URL, ""), environment.get(MODEL, "")
    if not url:
        raise TallystickError(Code.E211, what="no address of a language model", option="--llm-url", variable=URL)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise TallystickError(Code.E801, name=URL, value="…", wanted="an address like http://127.0.0.1:8080/v1")
    if not model:
        raise TallystickError(Code.E211, what="no language model", option="--llm-model", variable=MODEL)
    codes = environment.get(LANGUAGES, ",".join(LlmSettings.languages))
    cache = environment.get(CACHE)
    return LlmSettings(
        url=url,
        model=model,
        key=environment.get(KEY, ""),
        languages=tuple(sorted({code.strip() for code in codes.split(",") if code.strip()})),
        budget=_number(environment, BUDGET, None, int),
        cache=Path(cache) if cache else None,
        timeout=_number(environment, TIMEOUT, LlmSettings.timeout, float),
        at_once=max(1, _number(environment, AT_ONCE, LlmSettings.at_once, int)),
        retries=_number(environment, RETRIES, LlmSettings.retries, int),
    )


_Default = TypeVar("_Default", int, float, None)


def _number(
    environment: Mapping[str, str], name: str, default: _Default, kind: Callable[[str], _Number]
) -> _Number | _Default:
    value = environment.get(name)
    if not value:
        return default
    try:
        number = kind(value)
    except ValueError:
        number = kind("-1")
    if number < 0:
        raise TallystickError(Code.E801, name=name, value=value, wanted="a number of at least 0")
    return number

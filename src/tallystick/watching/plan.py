"""The list of feeds to watch: a TOML file, checked before anything is asked for."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator, model_validator

from tallystick.errors import Code, TallystickError
from tallystick.model.base import Noun
from tallystick.sources.fetching.address import parse_address

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LENGTH = re.compile(r"(\d{1,6})\s*([smhd])")
_OWN = ("every", "jitter", "pages", "oldest")


def _length_from(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    found = _LENGTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"{value!r} is no length of time, write it as '90s', '15m', '2h' or '1d'")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


Length = Annotated[timedelta, BeforeValidator(_length_from)]
"""A length of time, in the file a number and a unit: ``90s``, ``15m``, ``2h``, ``1d``."""


class Pages(StrEnum):
    """When the page of an entry is fetched."""

    WHEN_NEEDED = "when_needed"
    ALWAYS = "always"
    NEVER = "never"


class _Habits(Noun):
    """What ``[watch]`` sets for all feeds, and a feed may set for itself.

    ``every`` is the shortest time between two polls, of at least a minute; a random share of it, up to ``jitter``, is
    added. ``pages`` says when the page of an entry is fetched: ``when_needed`` where the feed holds no whole text,
    ``always``, or ``never``, the summary being all then. An entry that the feed dates longer ago than ``oldest`` is
    taken in without that day.
    """

    every: Length = Field(default=timedelta(minutes=15), ge=timedelta(minutes=1), le=timedelta(days=30))
    jitter: float = Field(default=0.1, ge=0, le=1)
    pages: Pages = Pages.WHEN_NEEDED
    oldest: Length = Field(default=timedelta(days=3650), ge=timedelta(days=1))


class Habits(_Habits):
    """What holds for all feeds.

    ``contact`` is an address of mail or of the web at which the owner of a site reaches whoever watches. ``pause`` is
    the shortest time between two requests to one host, ``timeout`` the longest that one may take, ``max_mb`` the
    largest answer, unpacked, in megabytes. In one poll at most ``most_pages`` pages are fetched; at most ``at_once``
    hosts are asked at the same time.
    """

    contact: str | None = Field(default=None, max_length=200, pattern=r"^[!-'*-~]+$")
    pause: Length = Field(default=timedelta(seconds=2), le=timedelta(minutes=5))
    timeout: Length = Field(default=timedelta(seconds=60), ge=timedelta(seconds=1), le=timedelta(minutes=10))
    max_mb: int = Field(default=25, ge=1, le=1000)
    most_pages: int = Field(default=20, ge=1, le=1000)
    at_once: int = Field(default=4, ge=1, le=64)


class Feed(_Habits):
    """One feed. ``name`` is what it is called in logs and metrics, its address if not given; ``publisher`` goes before
    what the feed says of its publisher.
    """

    url: str
    name: str = ""
    publisher: str | None = None

    @field_validator("url")
    @classmethod
    def _in_one_form(cls, value: str) -> str:
        try:
            return str(parse_address(value))
        except TallystickError as error:
            raise ValueError(error.message) from None

    @model_validator(mode="after")
    def _named(self) -> Self:
        return self if self.name else self.model_copy(update={"name": self.url})


class Plan(Noun):
    """The whole list. No two feeds have one address or one name."""

    watch: Habits = Habits()
    feed: tuple[Feed, ...] = Field(min_length=1)

    @field_validator("feed", mode="before")
    @classmethod
    def _with_habits(cls, value: Any, info: ValidationInfo) -> Any:
        common = info.data.get("watch")
        if common is None or not isinstance(value, list | tuple):
            return value
        habits = {name: getattr(common, name) for name in _OWN}
        return [{**habits, **each} if isinstance(each, dict) else each for each in value]

    @field_validator("feed")
    @classmethod
    def _told_apart(cls, value: tuple[Feed, ...]) -> tuple[Feed, ...]:
        for field in ("url", "name"):
            given = [getattr(feed, field) for feed in value]
            if twice := next((each for each in given if given.count(each) > 1), None):
                raise ValueError(f"{twice} stands there twice")
        return value


def read_plan(path: Path) -> Plan:
    """The list of feeds in a file.

    Raises:
        TallystickError: E101 or E102 if the file is not there or cannot be read, E151 if it is no TOML or something in
            it does not fit, naming the first key that does not.

    """
    try:
        return Plan.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise TallystickError(Code.E101, path=path) from None
    except OSError as error:
        raise TallystickError(Code.E102, path=path, cause=error.strerror) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise TallystickError(Code.E151, path=path, key=_key_of(first["loc"]), cause=_cause_of(first)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TallystickError(Code.E151, path=path, key="not TOML", cause=error) from None


def _key_of(location: tuple[int | str, ...]) -> str:
    """As it stands in the file; feeds are counted from 1."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")


def _cause_of(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "no such key"
    if error["type"] == "missing":
        return "is missing"
    return " ".join(str(error["msg"]).removeprefix("Value error, ").split())

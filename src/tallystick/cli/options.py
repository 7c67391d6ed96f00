"""Options that several commands share."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.home import VARIABLE
from tallystick.reading.llm import settings as llm
from tallystick.reading.named import ReaderName
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.sources.fetching.guard import Guard

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger", metavar="FILE|URL", envvar="TALLYSTICK_LEDGER", help="The ledger: a file, or a postgresql:// URL."
    ),
]
InputsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL",
        help="Files and folders of reports ('tallystick formats' lists which); addresses of pages and feeds.",
    ),
]
FetchFromOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fetch-from",
        metavar="HOST[:PORT]",
        help="A host to fetch from although it is inside a network or at a port of its own; several may be named.",
    ),
]
MaxMbOption = Annotated[
    int, typer.Option("--max-mb", metavar="NUMBER", min=1, help="The largest file that is read, in megabytes.")
]
FormatOptionsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        metavar="FORMAT.NAME=VALUE",
        help="How a format is to be read; repeatable. 'tallystick formats' tells what can be set.",
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="YYYY-MM-DD",
        help="The publication day of all reports given; it goes before what they say.",
    ),
]


def _use(knowledge: Path | None) -> Path | None:
    # What is in force holds for the whole process, and for those that it starts.
    if knowledge is not None:
        os.environ[VARIABLE] = str(knowledge)
    return knowledge


KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        envvar=VARIABLE,
        exists=True,
        file_okay=False,
        callback=_use,
        help="Your knowledge: a folder of packs, or one pack. By default the packs added with 'knowledge add'.",
    ),
]

ReaderOption = Annotated[
    ReaderName,
    typer.Option(
        "--reader",
        help="Who reads: the rules (fastest), the trained encoder, both together, or a language model of yours.",
    ),
]


def _put(variable: str) -> Callable[[str | None], str | None]:
    def put(value: str | None) -> str | None:
        if value is not None:
            os.environ[variable] = value
        return value

    return put


# The key of the language model has no option: a command line is seen by everybody on the machine.
LlmUrlOption = Annotated[
    str | None,
    typer.Option(
        "--llm-url",
        metavar="URL",
        envvar=llm.URL,
        callback=_put(llm.URL),
        help="The OpenAI-compatible API that --reader llm asks, such as http://127.0.0.1:8080/v1.",
    ),
]
LlmModelOption = Annotated[
    str | None,
    typer.Option(
        "--llm-model",
        metavar="NAME",
        envvar=llm.MODEL,
        callback=_put(llm.MODEL),
        help="The model that --reader llm asks for there.",
    ),
]
LlmLanguagesOption = Annotated[
    str | None,
    typer.Option(
        "--llm-languages",
        metavar="CODES",
        envvar=llm.LANGUAGES,
        callback=_put(llm.LANGUAGES),
        help="The languages whose reports --reader llm gives to the model, such as en,ar,fa; en,ar if not given.",
    ),
]
LlmBudgetOption = Annotated[
    str | None,
    typer.Option(
        "--llm-budget",
        metavar="TOKENS",
        envvar=llm.BUDGET,
        callback=_put(llm.BUDGET),
        help="The most tokens that this run may take of the model; what is then unread stays so until the next.",
    ),
]

TriageOption = Annotated[
    bool,
    typer.Option(
        "--triage/--no-triage", help="Set reports aside unread that tell nothing of armed violence, or read them all."
    ),
]


ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who decides; your login name if not given.",
        default_factory=getpass.getuser,
        show_default=False,
    ),
]


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help="How to print: a table, JSON lines or CSV.")]


def answers_beside(ledger: str) -> Path | None:
    """Where the answers of a language model are kept: beside the ledger; null for one on a server."""
    return None if "://" in ledger else Path(f"{ledger}.llm")


def fetcher_from(fetch_from: Sequence[str] | None, *, max_mb: int) -> Fetcher:
    """What fetches the addresses given, with the hosts that an option allows."""
    return Fetcher(guard=Guard(allowed=frozenset(fetch_from or ())), max_mb=max_mb)


def day_from(value: str | None) -> date | None:
    """The day that an option gives.

    Raises:
        TallystickError: E501 if it is not written YYYY-MM-DD or is no day of the calendar.

    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise TallystickError(Code.E501, value=value) from None

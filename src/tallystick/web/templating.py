"""What the templates of the pages may call."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from tallystick import __version__
from tallystick.codebook.load import load_codebook
from tallystick.model import terms
from tallystick.model.digest import version_of_relation
from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.publishing.brief.environment import make_environment
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.phrases import country_name
from tallystick.publishing.waterfall import chance
from tallystick.publishing.words import day
from tallystick.web.assets import address_of
from tallystick.web.browsers import name_browser
from tallystick.web.catalogue.facets import Facet
from tallystick.web.codebook import meaning_at
from tallystick.web.menu import MENU
from tallystick.web.review.keys import keys_for
from tallystick.web.six_ws import Question, ask_six

TEMPLATES = Path(__file__).parent / "templates"
_LIST = {
    "event_type": terms.EventKind,
    "status": terms.Status,
    "review": terms.ReviewState,
    "weapon": terms.WeaponKind,
    "outcome": terms.Outcome,
}


def make_templates() -> Environment:
    """Jinja for the pages, with all that the brief's templates have."""
    environment = make_environment(FileSystemLoader(TEMPLATES))
    environment.globals |= {"asset": address_of, "menu": MENU, "version": __version__, "value_name": name_value}
    environment.globals |= {"meaning_at": meaning_at}
    environment.filters |= {"thousands": lambda number: f"{number:,}"}
    environment.filters |= {"in_short": write_short}
    environment.filters |= {"moment": write_moment, "browser": name_browser, "coded": mark_code}
    environment.filters |= {"relation_version": version_of_relation}
    environment.filters |= {"review_keys": keys_for, "six_of": _six_of, "chance": chance}
    return environment


def _six_of(incident: Incident, index: Index) -> tuple[Question, ...]:
    return ask_six(incident, index.events_of(incident))


def write_moment(at: datetime) -> str:
    """When something was done, in universal time: ``23 November 2026, 14:39 UTC``."""
    return f"{day(at.date())}, {at.astimezone(UTC):%H:%M} UTC"


def mark_code(text: str) -> Markup:
    """A line of prose, what stands in backticks as code."""
    pieces = text.replace("``", "`").split("`")
    return Markup("").join(Markup("<code>{}</code>").format(p) if at % 2 else p for at, p in enumerate(pieces))


def write_short(count: Range) -> str:
    """A count in a cell of a table: ``3``, ``2–4``, ``≥3``, ``≤5``."""
    low, high = count.low, count.high
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"≥{low:,}" if low else "some"
    if high is not None:
        return f"≤{high:,}"
    return f"~{count.best:,}" if count.best is not None else "some"


def name_value(facet: Facet, value: str, label: str) -> str:
    """What a value of a facet is called on a page."""
    terms_of = _LIST.get(facet.name)
    if terms_of is not None:
        return _entry_label(terms_of, value) or label
    if facet.name == "country":
        return "No country told" if value == "none" else country_name(value) or value
    return label


def _entry_label(terms_of: type[StrEnum], value: str) -> str | None:
    entry = load_codebook()[terms_of.__name__].get(value)
    return entry.label if entry else None

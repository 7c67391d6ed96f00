"""What the templates of the brief may call."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tallystick.codebook.load import entry
from tallystick.model.terms import Status
from tallystick.publishing import words
from tallystick.publishing.brief import answers, numbers, phrases
from tallystick.publishing.brief.running import name_total, write_value
from tallystick.publishing.claim_words import life_words
from tallystick.publishing.svg import MARK_NAMES, MARKS, mark, tag

TEMPLATES = Path(__file__).parent / "templates"
STYLES = ("brief.css", "network.css", "running.css")
_FIRST = {sign: status for status, sign in reversed(MARKS.items())}
SIGNS = [(_FIRST[sign], name) for sign, name in MARK_NAMES.items()]
"""A status for each mark, with what the mark is called."""


def _sign(status: Status) -> Markup:
    """The mark of a status, as a picture in a line of text."""
    drawn = tag("svg", mark(status, 7, 7, 5), viewBox="0 0 14 14", class_="sign", aria_hidden="true")
    return Markup(drawn)


def make_environment(loader: BaseLoader | None = None) -> Environment:
    """Jinja with the filters and words of the brief; its templates, if no others are to be loaded."""
    environment = Environment(
        loader=loader or FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "label": lambda term: entry(term).label,
        "definition": lambda term: entry(term).definition,
        "sign": _sign,
        "life_words": life_words,
        "name_total": name_total,
        "write_value": write_value,
        **{name: getattr(words, name) for name in ("day", "cite", "listed", "plain")},
        **{
            name: getattr(answers, name)
            for name in ("answers_told", "attribution_notes", "evidence_words", "weight_words")
        },
        **{
            name: getattr(phrases, name)
            for name in (
                "kind_name",
                "headline",
                "when_words",
                "when_note",
                "where_words",
                "where_note",
                "weapon_words",
                "outcome_words",
                "by_words",
                "cover_words",
                "tally_words",
                "scope_words",
                "country_name",
            )
        },
    }
    environment.globals |= {
        "days": words.days,
        "actors": words.actors,
        "harm_words": phrases.harm_words,
        "notches": numbers.notches,
        "most_notches": numbers.MOST_NOTCHES,
        "report_name": words.report_name,
        "all_signs": SIGNS,
    }
    return environment

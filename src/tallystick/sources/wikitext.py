"""The text of a wiki page: what a reader sees of its prose, and the day that it says it was published on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from tallystick.errors import Code, TallystickError
from tallystick.sources.day import parse_published

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Node, Template, Wikilink
    from mwparserfromhell.wikicode import Wikicode

_MAGIC_WORD = re.compile(r"__[A-Z]{3,}__")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?")
_BLANK_LINES = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True)
class Prose:
    """The text, and the day of publication as it is written there, if it is."""

    text: str
    published: str | None


def read_wikitext(wikitext: str, *, file_names: Collection[str], category_names: Collection[str], path: str) -> Prose:
    """What a page's source says to a reader: no template but those that stand for words, no note, picture or table.

    ``file_names`` and ``category_names`` are what the wiki calls these namespaces, in small letters. The day is that
    of a template of dates, else of a category that is a day.

    Raises:
        TallystickError: E150 if mwparserfromhell is not installed; ``path`` is then named.

    """
    try:
        import mwparserfromhell
    except ImportError:
        raise TallystickError(Code.E150, path=path) from None
    code = mwparserfromhell.parse(wikitext, skip_style_tags=True)
    published = _day_of(code, category_names)
    _leave_out_sections(code)
    _leave_out_elements(code)
    for link in code.filter_wikilinks():
        _put_in_words(code, link, {*file_names, *category_names, *_words("files"), *_words("categories")})
    for template in code.filter_templates():
        said = _argument(template, _known()["text_templates"].get(_name(template), ()))
        if said is not None:
            _replace(code, template, said)
    shown = _MAGIC_WORD.sub("", code.strip_code(collapse=False)).replace("'''", "").replace("''", "")
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    return Prose(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(), published)


@cache
def _known() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((files("tallystick.sources") / "wikitext.yaml").read_text("utf-8"))
    return loaded


def _words(name: str) -> frozenset[str]:
    return frozenset(_known()[name])


def _name(template: Template) -> str:
    return str(template.name).strip().lower()


def _argument(template: Template, names: Iterable[int | str]) -> str | None:
    """The first of these arguments that is given and not empty."""
    given = (str(template.get(name).value).strip() for name in names if template.has(name))
    return next(filter(None, given), None)


def _day_of(code: Wikicode, category_names: Collection[str]) -> str | None:
    return next(filter(_is_day, _days_written(code, {*category_names, *_words("categories")})), None)


def _days_written(code: Wikicode, category_names: Collection[str]) -> Iterator[str]:
    for template in code.filter_templates():
        if _name(template) in _words("date_templates"):
            yield _argument(template, ("date", 1)) or ""
    for link in code.filter_wikilinks():
        prefix, _, name = str(link.title).partition(":")
        if prefix.strip().lower() in category_names:
            yield name.strip()


def _is_day(written: str) -> bool:
    try:
        parse_published(written)
    except ValueError:
        return False
    return True


def _leave_out_sections(code: Wikicode) -> None:
    others = _words("other_sections")
    for section in code.get_sections(matches=lambda title: title.strip().strip("'").lower() in others):
        _replace(code, section, "")


def _leave_out_elements(code: Wikicode) -> None:
    for tag in code.filter_tags():
        name = str(tag.tag).strip().lower()
        if name in _words("unread_elements") or name == "table":
            _replace(code, tag, "")


def _put_in_words(code: Wikicode, link: Wikilink, not_text: Collection[str]) -> None:
    """Takes out a link that is no text; one into another wiki keeps the name of the page alone."""
    title = str(link.title).strip()
    prefix, colon, rest = title.partition(":")
    prefix = prefix.strip().lower()
    if not colon:
        return
    if prefix in not_text:
        _replace(code, link, "")
    elif link.text is None and not prefix:
        _replace(code, link, rest.partition(":")[2] or rest)
    elif link.text is None and prefix in _words("wikis"):
        _replace(code, link, rest.rpartition(":")[2])
    elif link.text is None and _LANGUAGE.fullmatch(prefix):
        _replace(code, link, "")


def _replace(code: Wikicode, old: Node | Wikicode, new: str) -> None:
    try:
        code.replace(old, new)
    except ValueError:  # it stood in something that was replaced before
        return

"""Gold toponyms in the layout of GeoWebNews (Gritta, Pilehvar and Collier 2020): one XML file of articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.anchors import find_start
from tallystick.evaluation.bench import make_report
from tallystick.model.report import Report
from tallystick.sources.normalise import normalise_text

_LITERAL = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"})
_ASSOCIATIVE = frozenset({"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Homonym", "Language"})


class Use(Enum):
    """How a toponym is used: for a place on the ground, or for what is associated with it."""

    LITERAL = "literal"
    ASSOCIATIVE = "associative"


@dataclass(frozen=True)
class Toponym:
    """A gold toponym; ``point`` is latitude and longitude in degrees, null where the gold has none."""

    start: int
    end: int
    name: str
    type: str
    use: Use
    point: tuple[float, float] | None
    in_geonames: bool


@dataclass(frozen=True)
class Article:
    """A gold article as a report, and its toponyms in the order of the text."""

    report: Report
    toponyms: tuple[Toponym, ...]


def load_geowebnews(path: Path) -> tuple[list[Article], list[str]]:
    """The articles of the file, and a note on each article and each toponym that cannot be used.

    ``Non_Toponym`` and the ``…_Expression`` types mark words that are no toponyms, and are left out.

    Raises:
        TallystickError: E102 or E601 if the file cannot be read or is laid out otherwise.

    """
    try:
        root = ElementTree.parse(path).getroot()
    except OSError as cause:
        raise TallystickError(Code.E102, path=path, cause=cause.strerror or cause) from cause
    except ElementTree.ParseError as cause:
        raise TallystickError(Code.E601, path=path, form="geowebnews", cause=cause) from cause
    if root.tag != "articles":
        raise TallystickError(Code.E601, path=path, form="geowebnews", cause=f"root is {root.tag!r}, not 'articles'")
    articles, notes = [], []
    for number, element in enumerate(root.iter("article")):
        name = element.get("file") or str(number)
        title, link = element.findtext("title") or None, element.findtext("link") or None
        try:
            report = make_report(element.findtext("text") or "", name=name, title=title, url=link)
        except TallystickError as cause:
            notes.append(f"{path.name}, article {name}: left out ({cause})")
            continue
        toponyms = []
        for each in element.iter("toponym"):
            try:
                toponyms.append(_toponym(each, report.text))
            except ValueError as cause:
                notes.append(f"{path.name}, article {name}: a toponym left out ({cause})")
        known = sorted((t for t in toponyms if t), key=lambda t: (t.start, t.end))
        articles.append(Article(report, tuple(known)))
    return articles, notes


def _toponym(element: ElementTree.Element, text: str) -> Toponym | None:
    type_ = element.findtext("type") or ""
    if type_ not in _LITERAL | _ASSOCIATIVE:
        return None
    name = normalise_text(element.findtext("extractedName") or "")
    start = find_start(name, text, int(element.findtext("start") or ""))
    latitude, longitude = element.findtext("latitude"), element.findtext("longitude")
    return Toponym(
        start=start,
        end=start + len(name),
        name=name,
        type=type_,
        use=Use.LITERAL if type_ in _LITERAL else Use.ASSOCIATIVE,
        point=(float(latitude), float(longitude)) if latitude and longitude else None,
        in_geonames=bool(element.findtext("geonamesID")),
    )

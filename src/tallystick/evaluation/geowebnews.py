"""Toponyms scored: how many are found, and how far off their places are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.distances import FARTHEST_KM, NEAR_KM, accuracy_at, distance_km, error_area
from tallystick.evaluation.geowebnews_gold import Article, Toponym, Use, load_geowebnews
from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, figures_of, share
from tallystick.evaluation.span_pairs import pair_spans
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.reading.language_model import parse_text
from tallystick.reading.place_resolving import resolve_places

_NOTES = (
    "Asked for are all toponyms with a point, literal and associative. Those without a point (people, languages, "
    "namesakes) neither count when found nor when missed. Words that the gold marks as no toponym count as false.",
    "A span is found if it shares a character with the gold's, one to one; 'exact' asks for the same span.",
    f"A toponym that was given no point is off by {FARTHEST_KM:.0f} km, so it misses the 161 km.",
    "Gold spans: the place of each gold span is asked for, found or not. AUC: 0 is best.",
)
_AROUND = 60


@dataclass(frozen=True)
class Found:
    """A toponym that a reader found, and its point."""

    start: int
    end: int
    name: str
    point: tuple[float, float] | None


@dataclass
class Tally:
    """Toponyms counted over articles: asked for, found, rightly found, and found within 161 km of their place."""

    asked: int = 0
    literal_asked: int = 0
    literal_found: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0
    near: int = 0
    errors: list[ErrorCase] = field(default_factory=list)

    def add(self, gold: Sequence[Toponym], found: Sequence[Found], *, document: str, text: str) -> None:
        """Count one article."""
        pairs = pair_spans(gold, found)
        for i, toponym in enumerate(gold):
            if toponym.point is None:
                continue
            answer = found[pairs[i]] if i in pairs else None
            off = error_km(toponym, answer.point) if answer else None
            literal = toponym.use is Use.LITERAL
            self.asked += 1
            self.literal_asked += literal
            self.right += answer is not None
            self.literal_found += literal and answer is not None
            self.near += off is not None and off <= NEAR_KM
            if off is None or off > NEAR_KM:
                got = "nothing" if answer is None else f"{answer.name} at {answer.point}, {off:.0f} km off"
                self.errors.append(_error(document, text, toponym, "missed" if answer is None else "misplaced", got))
        neutral = {k for i, k in pairs.items() if gold[i].point is None}
        self.found += len(found) - len(neutral)
        self.exact += sum(gold[i].point is not None for i in pair_spans(gold, found, exact=True))
        answered = set(pairs.values())
        for k, each in enumerate(found):
            if k not in answered:
                self.errors.append(_error(document, text, each, "no toponym", f"{each.name} at {each.point}"))

    def figures(self) -> Iterable[Figure]:
        """The figures of finding, and of finding and placing."""
        for name, right in (("", self.right), (", exact", self.exact), (", end to end at 161 km", self.near)):
            yield from figures_of(f"toponyms{name}", right=right, found=self.found, asked=self.asked)
        yield Figure("literal toponyms: recall", share(self.literal_found, self.literal_asked), self.literal_asked)


def score_geowebnews(gold: Path, bench: Bench) -> Score:
    """Toponyms of an XML file in the layout of GeoWebNews, found, placed, and both.

    Raises:
        TallystickError: E102 or E601 if the file cannot be read or is laid out otherwise.

    """
    loaded, notes = load_geowebnews(gold)
    articles = bench.cut(loaded, name=lambda article: article.report.path or "")
    tally = Tally()
    for article, reading in zip(articles, bench.read([a.report for a in articles]), strict=True):
        found = [_found(e.quote, e.place) for e in reading.places]
        tally.add(article.toponyms, found, document=article.report.path or "", text=article.report.text)
    asked, misplaced = _resolved(articles)
    figures = (*tally.figures(), *_resolution("all", asked), *_resolution("in GeoNames", asked, in_geonames=True))
    return Score("geowebnews", len(articles), figures, (*tally.errors, *misplaced), (*notes, *_NOTES))


def error_km(toponym: Toponym, point: tuple[float, float] | None) -> float:
    """How far a point lies from the toponym's own; as far as can be without a point."""
    if toponym.point is None or point is None:
        return FARTHEST_KM
    return distance_km(toponym.point, point)


def _resolved(articles: Sequence[Article]) -> tuple[list[tuple[Toponym, float]], list[ErrorCase]]:
    """Each gold toponym with a point and the error of its place, the span being given."""
    knowledge, gazetteer = default_knowledge(), default_gazetteer()
    asked: list[tuple[Toponym, float]] = []
    misplaced: list[ErrorCase] = []
    for article in articles:
        report = article.report
        doc = parse_text(report.text, body_start=report.body_start)
        stretches = [(t.start, t.end) for t in article.toponyms]
        places = resolve_places(doc, report, stretches, knowledge=knowledge, gazetteer=gazetteer)
        for toponym, place in zip(article.toponyms, places, strict=True):
            if toponym.point is None:
                continue
            off = error_km(toponym, point_of(place))
            asked.append((toponym, off))
            if off > NEAR_KM:
                got = f"{place.id}, {off:.0f} km off" if place else "no place"
                misplaced.append(_error(report.path or "", report.text, toponym, "misplaced, span given", got))
    return asked, misplaced


def _resolution(which: str, asked: Sequence[tuple[Toponym, float]], *, in_geonames: bool = False) -> Iterable[Figure]:
    errors = [off for toponym, off in asked if toponym.in_geonames or not in_geonames]
    if not errors:
        return
    yield Figure(f"gold spans, {which}: accuracy at 161 km", accuracy_at(errors), len(errors))
    yield Figure(f"gold spans, {which}: mean error", fmean(errors), len(errors), Unit.KM)
    yield Figure(f"gold spans, {which}: median error", median(errors), len(errors), Unit.KM)
    yield Figure(f"gold spans, {which}: AUC", error_area(errors), len(errors))


def point_of(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; null at an unknown place."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _found(quote: Quote, place: Place | None) -> Found:
    return Found(quote.start, quote.end, quote.exact, point_of(place))


def _error(document: str, text: str, at: Toponym | Found, kind: str, got: str) -> ErrorCase:
    around = text[max(0, at.start - _AROUND) : at.end + _AROUND]
    expected = f"{at.name} ({at.type}) at {at.point}" if isinstance(at, Toponym) else "no toponym"
    return ErrorCase(document, kind, expected, got, around)

"""Attributions of news articles for reading by eye: every sentence on who did it, with the quotes that it stands on.

    python -m evaluation.attribution_sample GOLD [--seed 1] [--incidents 60]

GOLD is laid out as ../shared/gold. The articles are those of FA-KES and MUC-4 (``dev``), in an order that the seed
gives, one of each in turn, each read for itself. Incidents of which nothing is told on who did it are left out. The
texts are shown and never kept: what was found by reading them is in ``remarks/doers.md``.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest
from pathlib import Path

from tallystick.attribution.attribute import attribute
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.fakes_gold import load_fakes
from tallystick.evaluation.muc_templates import load_muc
from tallystick.model.incident import Incident
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.pipeline import default_knowledge, default_reader


def load_articles(gold: Path) -> tuple[list[Report], list[Report]]:
    """The articles of FA-KES and of MUC-4, each with the name that its gold gives it as its path."""
    fakes, _ = load_fakes(gold / "fakes" / "dev.csv")
    return (
        [make_report(a.text, name=a.name, title=a.title, language="en") for a in fakes],
        [make_report(d.text, name=d.name, language="en") for d in load_muc(gold / "muc4" / "dev.jsonl")],
    )


def draw(*sets: Sequence[Report], seed: int) -> Iterator[Report]:
    """All articles of some sets, each in an order of the seed's, one of each set in turn."""
    orders = [random.Random(seed).sample(articles, len(articles)) for articles in sets]
    return (article for article in chain(*zip_longest(*orders)) if article is not None)


def tell_doers(record: Record) -> Iterator[str]:
    """What a record tells on who did each of its incidents, where it tells anything, as one block of lines each."""
    told = attribute(record.incidents, record.mentions, record.reports, knowledge=default_knowledge())
    for incident in told.incidents:
        if incident.perpetrator is not None or incident.attributed_to:
            yield "\n".join(_block(incident, record, told.sentences[incident.id]))


def _block(incident: Incident, record: Record, sentences: Sequence[str]) -> Iterator[str]:
    place = incident.place.name if incident.place else "no place"
    yield f"{incident.kind.value}, {incident.start or 'no day'}, {place}, {incident.status.value}"
    yield from (f"  {sentence}" for sentence in sentences)
    for event in sorted(record.events_of(incident), key=lambda e: e.quote.start):
        parts = (f"{p.role.value}{'?' if p.alleged else ''} {p.name}" for p in event.participants)
        yield f"    [{event.modality.value}] {_words(event.quote)}  ({'; '.join(parts)})"
    quotes = {q: e for a in incident.attributed_to for e in a.evidence for q in e.quotes}
    own = {e.quote for e in record.events_of(incident)}
    yield from (f"    {e.kind.value}: {_words(q)}" for q, e in quotes.items() if q not in own)


def _words(quote: Quote) -> str:
    return f"“{' '.join(quote.exact.split())}”"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--incidents", type=int, default=60)
    asked = parser.parse_args()
    bench = Bench(default_reader())
    articles = draw(*load_articles(asked.gold), seed=asked.seed)
    blocks = ((article, block) for article in articles for block in tell_doers(bench.record([article])))
    for number, (article, block) in enumerate(islice(blocks, asked.incidents), start=1):
        print(f"{number}. {article.path}: {block}\n")


if __name__ == "__main__":
    main()

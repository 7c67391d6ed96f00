"""Reports to measure with: the examples, and as many more as wanted, put together from their sentences."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def write_corpus(file: Path, *, count: int, seed: int = 2023) -> list[str]:
    """Writes ``count`` reports as JSON lines and gives their texts.

    The English examples come first, as they are. Each further report is made of runs of three to five sentences of
    random examples, 8 to 15 sentences in all, under a day of its own between 2016 and 2023: no two are alike, and all
    are as dense with dates, places, actors and events as the examples.
    """
    texts, lines = [], []
    for text, published in _reports(count, random.Random(seed)):
        texts.append(text)
        lines.append(json.dumps({"text": text, "published": published.isoformat(), "language": "en"}))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return texts


def _reports(count: int, chance: random.Random) -> Iterator[tuple[str, date]]:
    found = (item.report for item in read_paths([EXAMPLES]) if isinstance(item, Taken))
    examples = [(r.text, r.body_start, r.published_on or date(2023, 11, 1)) for r in found if r.language == "en"]
    yield from [(text, day) for text, _, day in examples[:count]]
    sentences = [_SENTENCE_END.split(text[start:].strip()) for text, start, _ in examples]
    for _ in range(count - len(examples)):
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(8 * 365))
        wanted, body = chance.randint(8, 15), list[str]()
        while len(body) < wanted:
            source = chance.choice(sentences)
            start = chance.randrange(len(source))
            body += source[start : start + chance.randint(3, 5)]
        yield " ".join(body).replace("2023", str(day.year)), day

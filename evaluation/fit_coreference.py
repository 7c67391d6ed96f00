"""Fits the linkage of events to gold chains, and says what it reaches on incidents that it was not fitted on.

python -m evaluation.fit_coreference GOLD --corpus gvc|ecbplus [--meanings FILE] [--topics N] [--folds N]
    [--without COMPARISON …] [--write]

GOLD is laid out as ../shared/gold. Of ECB+ only topics 1 to N (25) are fitted on. The encoder that ships was trained
on these: FILE is the vectors that `python -m training.event_encoder` wrote, each by one that never saw its topic.
Figures come from cross-validation over whole incidents (GVC) or topics (ECB+); ``--without`` leaves a comparison out.
``--write`` writes the model fitted on all of them to src/tallystick/resolution/events.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from tallystick.evaluation.coreference_fit import FOLDS, fit_events
from tallystick.evaluation.coreference_parse import parse_documents
from tallystick.evaluation.coreference_task import ECBPLUS, GVC, figures_on
from tallystick.evaluation.coreference_tellings import Meanings, read_meanings
from tallystick.resolution.events.model import FOLDER

CORPORA = {corpus.form: corpus for corpus in (GVC, ECBPLUS)}


def main() -> None:
    """Fits, reports and, if asked, writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", choices=sorted(CORPORA), required=True)
    parser.add_argument("--meanings", type=Path)
    parser.add_argument("--topics", type=int, default=25)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    corpus = CORPORA[options.corpus]
    corpus = replace(corpus, compared=tuple(name for name in corpus.compared if name not in options.without))
    documents = [d for d in corpus.read(options.gold / corpus.form).documents if int(d.topic) <= options.topics]
    parsed = dict(zip((d.name for d in documents), parse_documents(documents), strict=True))
    meanings = _load(options.meanings) if options.meanings else read_meanings(documents, compared=corpus.compared)
    model = fit_events(documents, parsed, meanings, compared=corpus.compared)
    sys.stdout.write(f"prior {model.prior}, threshold {model.threshold}, likeness of documents {model.documents}\n")
    if options.write:
        (FOLDER / f"{corpus.model}.json").write_text(model.model_dump_json(indent=1) + "\n", encoding="utf-8")
    for figure in figures_on(documents, parsed, meanings, corpus, model, apart=True, folds=options.folds):
        sys.stdout.write(f"{figure.name}: {figure.told}\n")


def _load(path: Path) -> Meanings:
    with np.load(path) as kept:
        return dict(zip(kept["ids"].tolist(), kept["vectors"], strict=True))


if __name__ == "__main__":
    main()

"""All corpora by name, as they are used for training."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.corpora.briefs import read_briefs
from training.corpora.ecbplus import read_ecbplus
from training.corpora.gvc import read_gvc
from training.corpora.muc import read_muc
from training.corpora.plain import read_fakes, read_news, read_re3d
from training.corpora.wikievents import read_wikievents
from training.labelled import Labelled


def read_corpora(gold: Path) -> dict[str, Iterator[Labelled]]:
    """What ``shared/gold`` holds for training. ``muc4/dev.jsonl`` is not in it, nor what a corpus holds out."""
    return {
        "briefs": read_briefs(gold / "briefs"),
        "wikievents": read_wikievents(gold / "wikievents" / "dev.jsonl"),
        "gvc": read_gvc(gold / "gvc"),
        "fakes": read_fakes(gold / "fakes" / "dev.csv"),
        "re3d": read_re3d(gold / "re3d"),
        "ecbplus": read_ecbplus(gold / "ecbplus"),
        "timex": read_news(gold / "timex"),
        "muc4": read_muc(gold / "muc4" / "train.jsonl"),
    }

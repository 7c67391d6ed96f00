"""The model card: what people should know before they trust the weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_LIMITS = """## What it is not good at

- It reads English only, and learnt roles almost only from reports on Latin America of 1988 to 1991. Expect less on
  other wars, years and styles; names and places were swapped in training to soften that.
- Perpetrators that are single people ("the man", "gunmen") are found worst.
- Most labels of triggers and modality are our own rules' readings, not a person's. It can mend the rules' slips but
  hardly learn what they never see. "Alleged", "threatened" and "denied" were told too rarely to be learnt well.
- Victims in MUC-4 are names only; so are the victims that it finds.
- The scores of pairs and triggers rest on a few dozen held-out incidents.
- The network never decides alone what is written: every quote is checked against the report, and dates, places and
  counts are read by rules.
"""


def write_model_card(card: Mapping[str, Any], path: Path) -> None:
    """Writes the model card as Markdown, all figures from ``card``."""
    path.write_text("\n".join(_lines(card)) + "\n", encoding="utf-8")


def _lines(card: Mapping[str, Any]) -> Iterator[str]:
    yield "# The trained encoder: model card"
    yield ""
    yield "This page is written by `make train`; the same facts are in"
    yield "`src/tallystick/reading/trained/weights/card.json`."
    yield ""
    yield f"A small BERT ({card['base']}) with five light heads. For each word piece it tells the role that it fills,"
    yield "whether it tells an event and of what group of kinds, how the event is put, whether its sentence tells one,"
    yield "and a vector by which two tellings are compared. The weights are int8; onnxruntime runs them."
    yield f"Licence: {card['license']}."
    yield ""
    yield "| output | labels |"
    yield "|---|---|"
    for name, labels in card["labels"].items():
        yield f"| {name} | {', '.join(labels)} |"
    yield ""
    yield "## What it learnt from"
    yield ""
    yield "| data | part | used for | licence |"
    yield "|---|---|---|---|"
    for source in card["data"]:
        yield f"| {source['name']} | {source['part']} | {source['used']} | {source['licence']} |"
    yield ""
    yield "## Scores"
    yield ""
    yield "MUC-4 `dev.jsonl` was never trained on, and no threshold was set on it. Roles are scored by CEAF-REE over"
    yield "the encoder alone, with the choice of entities in `training/entities.py`; what the whole reader reaches is"
    yield "in `docs/evaluation.md`."
    for task, figures in card["scores"].items():
        yield ""
        yield f"**{task}**"
        yield ""
        yield from _table(figures)
    yield ""
    yield _LIMITS
    yield "## The other encoder"
    yield ""
    yield "The encoder that compares mentions of events across reports (`src/tallystick/reading/event_encoder.onnx`) is"
    yield "another, trained on ECB+ topics 1 to 25 alone. `docs/decisions/event-encoder.md` says what it is good for."
    yield ""
    yield "## How to train it again"
    yield ""
    yield "`make train` makes an environment of its own, labels the texts by the rules, trains, exports and scores."
    yield "It needs the gold data (`make train GOLD=…`, by default `../shared/gold`) and the base model from PyPI."
    yield "The seed is fixed; threads and processor still move the last digits. See `training/README.md`."
    yield ""
    for number, plan in enumerate(card["training"], start=1):
        told = ", ".join(f"{name} {value}" for name, value in plan.items())
        yield f"Run {number}: {told}."
    yield ""
    versions = ", ".join(f"{name} {version}" for name, version in card["versions"].items())
    yield f"Made on {card['made_on']} with {versions}."


def _table(figures: Mapping[str, Any]) -> Iterator[str]:
    if all(isinstance(value, Mapping) for value in figures.values()):
        columns = list(next(iter(figures.values())))
        yield f"| | {' | '.join(columns)} |"
        yield "|---|" + "---|" * len(columns)
        for name, row in figures.items():
            yield f"| {name} | {' | '.join(str(row[c]) for c in columns)} |"
    else:
        yield "| | |"
        yield "|---|---|"
        for name, value in figures.items():
            yield f"| {name} | {value} |"

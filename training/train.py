"""Trains the encoder on all tasks at once."""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training.augment import Names, swap_names
from training.labelled import Labelled, read_labelled
from training.labels import IGNORED
from training.model import Encoder, base_model, load_base
from training.pieces import WINDOW, Pieces, Window, windows


@dataclass(frozen=True)
class Plan:
    """How to train. ``pieces`` is the size of a batch in word pieces, padding included."""

    seed: int = 13
    steps: int = 1200
    pieces: int = 2048
    rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: int = 50
    frozen_layers: int = 2
    average: float = 0.99
    swapped: float = 0.25
    """Share of names that are swapped for others."""


# How much of a corpus an epoch sees, by whether the document tells an incident; (relevant or unknown, irrelevant).
SHARE = {
    "muc4": (1.0, 0.3),
    "briefs": (1.0, 1.0),
    "wikievents": (1.0, 1.0),
    "gvc": (0.5, 1.0),
    "fakes": (0.4, 1.0),
    "re3d": (0.6, 1.0),
    "ecbplus": (0.5, 1.0),
    "timex": (0.15, 1.0),
}


def run(data: Path, base: Path, out: Path, plan: Plan, *, start: Path | None, snapshot_every: int) -> None:
    """Trains and writes ``encoder.pt`` (averaged weights) to ``out``, with a snapshot now and then.

    ``start`` is the folder of an earlier run to go on from; else the base model is where it begins.
    """
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    documents = list(read_labelled(data / "train.jsonl"))
    names = Names(**json.loads((data / "names.json").read_text(encoding="utf-8")))
    encoder = load_base(base / "model.safetensors")
    if start is not None:
        encoder.load_state_dict(torch.load(start / "encoder.pt"))
    encoder.freeze(plan.frozen_layers)
    encoder.train()
    optimiser = _optimiser(encoder, plan)
    averaged = {name: value.detach().clone() for name, value in encoder.state_dict().items()}
    out.mkdir(parents=True, exist_ok=True)
    earlier = json.loads((start / "plan.json").read_text(encoding="utf-8")) if start else []
    (out / "plan.json").write_text(json.dumps([*earlier, asdict(plan)]), encoding="utf-8")
    started, seen, losses = time.monotonic(), 0, defaultdict(list)
    for step, batch in enumerate(_batches(documents, names, tokenizer, rng, plan)):
        if step == plan.steps:
            break
        _set_rate(optimiser, step, plan)
        parts = losses_of(encoder, batch)
        sum(parts.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        keep = min(plan.average, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in encoder.state_dict().items():
                averaged[name].mul_(keep).add_(value, alpha=1 - keep)
        seen += sum(len(w.ids) for w in batch)
        for name, part in parts.items():
            losses[name].append(part.item())
        if (step + 1) % 25 == 0:
            told = " ".join(f"{n} {sum(v) / len(v):.3f}" for n, v in losses.items())
            print(f"step {step + 1} {told} {seen / (time.monotonic() - started):.0f} pieces/s", flush=True)
            losses.clear()
        if (step + 1) % snapshot_every == 0:
            torch.save(averaged, out / "encoder.pt")
    torch.save(averaged, out / "encoder.pt")


def _optimiser(encoder: Encoder, plan: Plan) -> torch.optim.Optimizer:
    heads, body, bare = [], [], []
    for name, value in encoder.named_parameters():
        if value.requires_grad:
            is_head = not name.startswith("layers.")
            (heads if is_head else bare if value.ndim == 1 else body).append(value)
    groups = [
        {"params": body, "peak": plan.rate, "weight_decay": 0.01},
        {"params": bare, "peak": plan.rate, "weight_decay": 0.0},
        {"params": heads, "peak": plan.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=plan.rate)


def _set_rate(optimiser: torch.optim.Optimizer, step: int, plan: Plan) -> None:
    """Up in a line, then down along a cosine to a fiftieth."""
    if step < plan.warmup:
        share = (step + 1) / plan.warmup
    else:
        share = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - plan.warmup) / (plan.steps - plan.warmup)))
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share


def _batches(
    documents: Sequence[Labelled], names: Names, tokenizer: Tokenizer, rng: random.Random, plan: Plan
) -> Iterator[list[Window]]:
    """Batches without end, an epoch after the other."""
    while True:
        epoch = list(_epoch(documents, names, tokenizer, rng, plan))
        rng.shuffle(epoch)
        yield from epoch


def _epoch(
    documents: Sequence[Labelled], names: Names, tokenizer: Tokenizer, rng: random.Random, plan: Plan
) -> Iterator[list[Window]]:
    loose: list[Window] = []
    groups: dict[str, list[Window]] = defaultdict(list)
    for document in documents:
        share = SHARE[document.corpus][document.relevant is False]
        if rng.random() >= share:
            continue
        if document.corpus in {"muc4", "fakes"}:
            document = swap_names(document, names, rng, share=plan.swapped)  # noqa: PLW2901
        for window in cut_document(document, tokenizer, sizes=_sizes(rng)):
            if document.corpus in {"gvc", "ecbplus"}:  # kept together: what may speak of one event
                groups[document.id.rsplit("/", 1)[0] if document.corpus == "gvc" else document.id.split("_")[0]].append(
                    window
                )
            elif document.corpus != "muc4" or document.relevant is False or window.has_filler or rng.random() < 0.6:
                loose.append(window)
    loose.sort(key=lambda w: (len(w.ids) + rng.randrange(30), rng.random()))
    yield from _pack(loose, plan.pieces)
    keys = sorted(groups)
    rng.shuffle(keys)
    yield from _pack([w for key in keys for w in groups[key]], plan.pieces)


def _sizes(rng: random.Random) -> Iterator[int]:
    """Lengths of windows: full ones, and shorter ones, for the runtime leaves out sentences that tell nothing."""
    while True:
        yield WINDOW - 2 if rng.random() < 0.6 else rng.randrange(30, WINDOW - 2)


def cut_document(document: Labelled, tokenizer: Tokenizer, *, sizes: Iterator[int]) -> list[Window]:
    """The windows of a document; [CLS] is told whether its window tells an incident in the sense of the corpus."""
    encoded = tokenizer.encode(document.text, add_special_tokens=False)
    found = list(windows(Pieces(document, encoded.ids, encoded.offsets), sizes=sizes))
    for window in found:
        if document.relevant is False:
            window.relevance[0], window.relevance_weights[0] = 0.0, 1.0
        elif document.corpus == "muc4":
            window.relevance[0], window.relevance_weights[0] = float(window.has_filler), 1.0
        elif document.relevant and any(t > 0 for t in window.triggers):
            window.relevance[0], window.relevance_weights[0] = 1.0, 1.0
        elif document.corpus == "timex" and not any(t > 0 for t in window.triggers):
            window.relevance[0], window.relevance_weights[0] = 0.0, 1.0
    return found


def _pack(found: Sequence[Window], pieces: int) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in found:
        longest = max([len(window.ids), *(len(w.ids) for w in batch)])
        if batch and longest * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def losses_of(encoder: Encoder, batch: Sequence[Window]) -> dict[str, Tensor]:
    """The loss of each task over a batch, each already weighted against the others."""
    length = max(len(w.ids) for w in batch)

    def padded(rows: Sequence[Sequence[float]], fill: float, kind: torch.dtype) -> Tensor:
        return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows], dtype=kind)

    ids = padded([w.ids for w in batch], 0, torch.long)
    mask = padded([[1] * len(w.ids) for w in batch], 0, torch.long)
    roles, triggers, modality, relevance, events = encoder(ids, mask)
    told = padded([w.relevance_weights for w in batch], 0.0, torch.float)
    parts = {
        "roles": _weighted(
            roles,
            padded([w.roles for w in batch], IGNORED, torch.long),
            padded([w.role_weights for w in batch], 0.0, torch.float),
        )
        * 4,
        "triggers": _weighted(
            triggers,
            padded([w.triggers for w in batch], IGNORED, torch.long),
            padded([w.trigger_weights for w in batch], 0.0, torch.float),
        )
        * 2,
        "modality": _weighted(modality, padded([w.modality for w in batch], IGNORED, torch.long), None) * 0.1,
    }
    wanted = padded([w.relevance for w in batch], 0.0, torch.float)
    each = F.binary_cross_entropy_with_logits(relevance, wanted, reduction="none") * told
    parts["relevance"] = each[:, 1:].sum() / told[:, 1:].sum().clamp(min=1) * 0.2
    parts["window"] = each[:, 0].sum() / told[:, 0].sum().clamp(min=1) * 0.2
    pairs = _pair_loss(encoder, events, batch)
    if pairs is not None:
        parts["pairs"] = pairs * 0.3
    return parts


def _weighted(logits: Tensor, wanted: Tensor, weights: Tensor | None) -> Tensor:
    each = F.cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="none")
    known = (wanted.flatten() != IGNORED).float()
    if weights is not None:
        each = each * weights.flatten()
    return each.sum() / known.sum().clamp(min=1)


def _pair_loss(encoder: Encoder, events: Tensor, batch: Sequence[Window]) -> Tensor | None:
    """Do two triggers of a batch speak of one event? Same and other pairs weigh alike."""
    vectors, keys = [], []
    for row, window in enumerate(batch):
        for event, mentions in window.events.items():
            for mention in mentions:
                vectors.append(events[row, mention].mean(dim=0))
                keys.append((window.corpus, event))
    if len(vectors) < 2:
        return None
    unit = F.normalize(torch.stack(vectors), dim=-1)
    logits = encoder.pair[0] * (unit @ unit.T) + encoder.pair[1]
    above = torch.triu(torch.ones(len(keys), len(keys), dtype=torch.bool), diagonal=1)
    same = torch.tensor([[a == b for b in keys] for a in keys])
    comparable = torch.tensor([[a[0] == b[0] for b in keys] for a in keys]) & above
    parts = [
        F.binary_cross_entropy_with_logits(logits[chosen], same[chosen].float())
        for chosen in (comparable & same, comparable & ~same)
        if chosen.any()
    ]
    return torch.stack(parts).mean() if parts else None


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="what training.build wrote")
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, help="folder of an earlier run to go on from")
    parser.add_argument("--steps", type=int, default=Plan.steps)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--snapshot-every", type=int, default=100)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    plan = Plan(seed=options.seed, steps=options.steps, rate=options.rate, head_rate=options.rate * 5)
    run(options.data, base_model(), options.out, plan, start=options.start, snapshot_every=options.snapshot_every)


if __name__ == "__main__":
    main()

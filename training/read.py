"""What an exported encoder says of a text, piece by piece: as the runtime asks it, one window at a time, no padding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from training.answers import Floats, Read
from training.labelled import Labelled
from training.pieces import WINDOW, Pieces, windows


class Encoder:
    """An exported encoder with its tokenizer."""

    def __init__(self, model: Path, tokenizer: Path, *, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Packed weights are then multiplied out once, at load, and not for each window.
        options.add_session_config_entry("session.disable_quant_qdq", "1")
        self._session = ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def read(self, text: str) -> Read:
        """The whole text, sentence after sentence in windows as full as can be."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        parts = [self._window(ids) for ids in self._cut(text, encoded.ids, encoded.offsets)]
        if not parts:
            parts = [tuple(each[:0] for each in self._window([]))]
        roles, triggers, modality, relevance, window, event = (
            np.concatenate(each) for each in zip(*parts, strict=True)
        )
        return Read(text, tuple(encoded.offsets), roles, triggers, modality, relevance, window, event)

    def _cut(self, text: str, ids: list[int], spans: list[tuple[int, int]]) -> Iterator[list[int]]:
        document = Labelled(id="", corpus="", text=text)
        for window in windows(Pieces(document, ids, spans), sizes=repeat(WINDOW - 2)):
            yield window.ids[1:-1]

    def _window(self, ids: list[int]) -> tuple[Floats, ...]:
        row = np.array([[101, *ids, 102]], dtype=np.int64)
        names = ["roles", "triggers", "modality", "relevance", "event"]
        roles, triggers, modality, relevance, event = (
            each[0] for each in self._session.run(names, {"input_ids": row, "attention_mask": np.ones_like(row)})
        )
        inner = slice(1, -1)
        return (
            _softmax(roles[inner]),
            _softmax(triggers[inner]),
            _softmax(modality[inner]),
            _sigmoid(relevance[inner]),
            np.full(len(ids), _sigmoid(relevance[0]), dtype=np.float32),
            event[inner],
        )


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)

"""The encoder behind the trained reader: word pieces in, what it thinks of each of them out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Encoded:
    """What the encoder says of T pieces, a row each: logits of role tags, trigger labels, modality and relevance,
    and a vector by which two events are compared. ``window`` is the logit that the window fills any role."""

    roles: Floats
    triggers: Floats
    modality: Floats
    relevance: Floats
    event: Floats
    window: float


class Encoder(Protocol):
    """Reads one window at a time: what is said of a window never depends on what is read beside it."""

    def encode(self, pieces: tuple[int, ...]) -> Encoded:
        """What is said of each piece. The pieces come without the opening and the closing one."""
        ...


def open_session(path: Path) -> ort.InferenceSession:
    """A network kept as ONNX, on one thread: the same pieces give the same numbers."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    # The file holds some weights in eight bits that are multiplied in full precision: unpack these once, at load.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class OnnxEncoder:
    """An encoder kept as ONNX, which reads one window at a time."""

    def __init__(self, path: Path, *, opening: int, closing: int) -> None:
        self._session = open_session(path)
        self._ends = opening, closing

    def encode(self, pieces: tuple[int, ...]) -> Encoded:
        """What the network says, the opening and closing pieces left out."""
        opening, closing = self._ends
        ids = np.array([[opening, *pieces, closing]], dtype=np.int64)
        told = self._session.run(list(_OUTPUTS), {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        roles, triggers, modality, relevance, event = (np.asarray(each[0, 1:-1], dtype=np.float32) for each in told)
        window = float(told[_OUTPUTS.index("relevance")][0, 0])
        return Encoded(roles, triggers, modality, relevance, event, window)


_OUTPUTS = ("roles", "triggers", "modality", "relevance", "event")

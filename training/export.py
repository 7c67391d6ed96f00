"""Writes a trained encoder as ONNX and makes it small: attention as one node, weights as int8.

The weights take 7 of the 8 bits: so no sum can saturate on processors without VNNI, and all processors agree.
The heads stay in full precision; they weigh nothing.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import nn

from training.model import HEADS, HIDDEN

INPUTS = ["input_ids", "attention_mask"]
OUTPUTS = ["roles", "triggers", "modality", "relevance", "event"]
OPSET = 17


def write_onnx(encoder: nn.Module, path: Path, *, outputs: Sequence[str] = OUTPUTS) -> None:
    """An encoder in full precision, for any batch size and length, with its attention fused."""
    encoder.eval()
    example = torch.ones((1, 8), dtype=torch.int64)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*INPUTS, *outputs)}
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        raw = str(Path(folder) / "raw.onnx")
        torch.onnx.export(
            encoder,
            (example, example),
            raw,
            input_names=INPUTS,
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        fused = optimizer.optimize_model(
            raw, model_type="bert", num_heads=HEADS, hidden_size=HIDDEN, optimization_options=options, opt_level=0
        )
        fused.save_model_to_file(str(path))


def write_int8(full: Path, path: Path) -> None:
    """The same network with int8 weights, one scale an output channel; the embeddings too.

    The products run in int8, except the second of each feed-forward net: its inputs reach far, and to round them
    costs as much as all other rounding together. Its weights are int8 in the file and are unpacked at load.
    """
    graph = onnx.load(str(full)).graph
    heads = [node.name for node in graph.node if node.name.startswith(tuple(f"/{name}/" for name in OUTPUTS))]
    unpacked = [node.name for node in graph.node if node.name.endswith("/outer/MatMul")]
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder) / "packed.onnx"
        _pack_weights(full, packed, unpacked)
        quantize_dynamic(
            str(packed),
            str(path),
            op_types_to_quantize=["MatMul", "Gather", "Attention"],
            nodes_to_exclude=[*heads, *unpacked],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def _pack_weights(source: Path, target: Path, names: list[str]) -> None:
    """Writes the weights of the named products as int8 with a scale a column, and a node that multiplies them out."""
    model = onnx.load(str(source))
    graph = model.graph
    known = {initial.name: initial for initial in graph.initializer}
    unpacking = []
    for node in graph.node:
        if node.name not in names:
            continue
        weight = known[node.input[1]]
        values = numpy_helper.to_array(weight)
        scales = np.abs(values).max(axis=0) / 127
        graph.initializer.remove(weight)
        graph.initializer.extend(
            [
                numpy_helper.from_array(np.round(values / scales).astype(np.int8), f"{weight.name}_int8"),
                numpy_helper.from_array(scales.astype(np.float32), f"{weight.name}_scale"),
                numpy_helper.from_array(np.zeros(len(scales), np.int8), f"{weight.name}_zero"),
            ]
        )
        inputs = [f"{weight.name}_{part}" for part in ("int8", "scale", "zero")]
        unpacking.append(
            helper.make_node("DequantizeLinear", inputs, [weight.name], axis=1, name=f"{weight.name}_unpack")
        )
    nodes = [*unpacking, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, str(target))

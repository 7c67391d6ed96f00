from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.reading.trained.weights import load_weights, read_card
from tests.reading.trained.word_encoder import CARD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files with a card that names them as they are; the encoder among them is none."""
    (tmp_path / "encoder.onnx").write_bytes(b"no network")
    (tmp_path / "tokenizer.json").write_text('{"normalizer": {"lowercase": true}, "model": {"vocab": {}}}')
    hashes = {n: hashlib.sha256((tmp_path / n).read_bytes()).hexdigest() for n in ("encoder.onnx", "tokenizer.json")}
    card = CARD.model_copy(update={"files": hashes})
    (tmp_path / "card.json").write_text(card.model_dump_json(), encoding="utf-8")
    return tmp_path


def test_the_card_of_unchanged_files_is_read(folder: Path) -> None:
    assert read_card(folder).labels == CARD.labels


def test_what_only_people_read_in_a_card_is_left_alone(folder: Path) -> None:
    told = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.json").write_text(json.dumps(told | {"scores": {"F1": 1}}), encoding="utf-8")
    assert read_card(folder).pair == CARD.pair


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(TallystickError, match=rf"E204.*{name}"):
        read_card(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "card.json"])
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(TallystickError, match=rf"E204.*{name}"):
        read_card(folder)


def test_a_network_that_cannot_be_loaded_is_told_as_such(folder: Path) -> None:
    with pytest.raises(TallystickError, match="E204"):
        load_weights(folder)

"""The trained weights as they lie in the package, checked and loaded once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.encoder import Encoder, OnnxEncoder
from tallystick.reading.trained.word_pieces import WordPieces

PACKAGED = Path(__file__).parent / "weights"
_ENCODER, _PIECES, _CARD = "encoder.onnx", "tokenizer.json", "card.json"


@dataclass(frozen=True)
class Weights:
    """An encoder, the word pieces that it reads, and the card that says what its numbers mean."""

    card: Card
    pieces: WordPieces
    encoder: Encoder

    @property
    def version(self) -> str:
        """Eight letters that change with the network."""
        return self.card.files[_ENCODER][:8]


@cache
def load_weights(folder: Path = PACKAGED) -> Weights:
    """The weights of a folder, loaded once a process.

    Raises:
        TallystickError: E204 if a file is missing, or is not the one that the card names.

    """
    card = read_card(folder)
    try:
        pieces = WordPieces.load(folder / _PIECES)
        encoder = OnnxEncoder(folder / _ENCODER, opening=pieces.opening, closing=pieces.closing)
    except Exception as error:  # onnxruntime has its own errors, and no base class for them
        raise TallystickError(Code.E204, path=folder, cause=error) from error
    return Weights(card=card, pieces=pieces, encoder=encoder)


def read_card(folder: Path = PACKAGED) -> Card:
    """The card of a folder whose files are those that it names.

    Raises:
        TallystickError: E204 if a file is missing, or is not the one that the card names.

    """
    try:
        card = Card.model_validate_json((folder / _CARD).read_text(encoding="utf-8"))
        for name in (_ENCODER, _PIECES):
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != card.files.get(name):
                raise ValueError(f"{name} is not the file that {_CARD} names")
    except (OSError, ValueError) as error:
        raise TallystickError(Code.E204, path=folder, cause=error) from error
    return card

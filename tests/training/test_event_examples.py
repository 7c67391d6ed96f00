from __future__ import annotations

from tallystick.evaluation.coreference import GoldDocument, GoldMention
from tallystick.reading.event_meanings import TOKENIZER
from tallystick.reading.trained.word_pieces import WordPieces
from training.event_examples import examples_of

DOCUMENT = GoldDocument(
    "1_1ecb",
    "1",
    "1ecb",
    (("Nothing", "here"), ("Gunmen", "shot", "a", "guard", "and", "fled")),
    (GoldMention("m1", "1_1ecb", 1, (1,), "c1"), GoldMention("m2", "1_1ecb", 1, (5,), "c2")),
)
PIECES = WordPieces.load(TOKENIZER)


def test_only_sentences_with_a_mention_are_examples() -> None:
    (example,) = examples_of([DOCUMENT], PIECES)
    assert [(m.id, m.chain, m.subtopic) for m in example.mentions] == [("m1", "c1", "1ecb"), ("m2", "c2", "1ecb")]


def test_a_mention_stands_at_its_own_pieces() -> None:
    (example,) = examples_of([DOCUMENT], PIECES)
    assert [example.pieces[p] for p in example.mentions[0].places] == [*PIECES.ids_of("shot")]

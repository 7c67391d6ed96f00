from __future__ import annotations

from itertools import repeat

from training.labelled import Filler, Labelled, Trigger
from training.labels import IGNORED, ROLE_TAGS, TRIGGER_GROUPS
from training.pieces import CLS, SEP, Pieces, label_pieces, windows

TEXT = "Gunmen fired on a bus. Nobody was hurt."
WORDS = [(0, 6), (7, 12), (13, 15), (16, 17), (18, 21), (21, 22), (23, 29), (30, 33), (34, 38), (38, 39)]


def pieces(**known: object) -> Pieces:
    return Pieces(Labelled("1", "test", TEXT, **known), list(range(len(WORDS))), WORDS)  # type: ignore[arg-type]


def test_first_piece_of_a_filler_begins_and_the_rest_goes_on() -> None:
    label = label_pieces(pieces(roles=(Filler(16, 21, "target"),)))
    assert [ROLE_TAGS[tag] for tag in label.roles[2:6]] == ["O", "B-target", "I-target", "O"]


def test_what_a_corpus_does_not_tell_is_ignored() -> None:
    assert set(label_pieces(pieces()).roles) == {IGNORED}


def test_only_the_sentence_of_a_trigger_tells_an_incident() -> None:
    label = label_pieces(pieces(triggers=(Trigger(7, 12, "armed_assault", "actual"),)))
    assert label.relevance == [1.0] * 6 + [0.0] * 4


def test_trigger_of_untold_kind_is_neither_violent_nor_harmless() -> None:
    label = label_pieces(pieces(triggers=(Trigger(7, 12, "other", None, "E1"),)))
    assert label.triggers[1] == IGNORED
    assert label.triggers[0] == TRIGGER_GROUPS.index("none")


def test_windows_hold_whole_sentences() -> None:
    cut = [w.ids for w in windows(pieces(), sizes=repeat(7))]
    assert cut == [[CLS, 0, 1, 2, 3, 4, 5, SEP], [CLS, 6, 7, 8, 9, SEP]]


def test_sentence_longer_than_a_window_is_cut() -> None:
    cut = [w.ids[1:-1] for w in windows(pieces(), sizes=repeat(4))]
    assert cut == [[0, 1, 2, 3], [4, 5], [6, 7, 8, 9]]


def test_event_keeps_only_the_triggers_inside_its_window() -> None:
    known = (Trigger(7, 12, "harm", None, "E1"), Trigger(34, 38, "harm", None, "E1"))
    first, second = windows(pieces(triggers=known), sizes=repeat(7))
    assert first.events == {"E1": [[2]]}
    assert second.events == {"E1": [[3]]}

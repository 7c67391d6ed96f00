from __future__ import annotations

from training.augment import replace_strings
from training.labelled import Filler, Labelled, Trigger


def test_labels_move_with_the_text() -> None:
    text = "ana diaz died in lima. diaz was shot in lima."
    document = Labelled(
        "1", "muc4", text, roles=(Filler(0, 8, "victim"),), triggers=(Trigger(32, 36, "armed_assault"),)
    )
    other = replace_strings(document, {"ana diaz": "jose antonio paz", "lima": "oslo city"})
    assert other.text == "jose antonio paz died in oslo city. diaz was shot in oslo city."
    assert other.roles is not None
    assert other.triggers is not None
    assert [other.text[f.start : f.end] for f in other.roles] == ["jose antonio paz"]
    assert [other.text[t.start : t.end] for t in other.triggers] == ["shot"]


def test_part_of_a_word_is_left() -> None:
    document = Labelled("1", "muc4", "limassol is not lima")
    assert replace_strings(document, {"lima": "oslo"}).text == "limassol is not oslo"

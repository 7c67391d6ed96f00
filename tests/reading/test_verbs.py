"""The verb that a word hangs on."""

from __future__ import annotations

from tallystick.reading.verbs import is_perfect, verb_of
from tests.reading.tellings import Parse


def test_the_nearest_verb_above(document: Parse) -> None:
    doc = document("Thirteen soldiers have been killed.").doc
    soldiers = next(t for t in doc if t.lower_ == "soldiers")
    assert verb_of(soldiers).lower_ == "killed"
    assert verb_of(verb_of(soldiers)).lower_ == "killed"


def test_perfect(document: Parse) -> None:
    perfect, past = document("Thirteen soldiers have been killed."), document("Thirteen soldiers were killed.")
    assert [is_perfect(next(t for t in d.doc if t.lower_ == "soldiers")) for d in (perfect, past)] == [True, False]

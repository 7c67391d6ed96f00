"""The rows of a table: a number behind the label of what it counts ("Armed clashes: 23")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.numbers import Number
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_harm import harm_named
from tallystick.reading.tally_numbers import Numeral
from tallystick.reading.tally_objects import object_named
from tallystick.reading.tally_window import Window


def read_by_label(
    document: Document, numeral: Numeral, sentence: Span, *, of_violence: bool
) -> tuple[TallyUnit, Token] | None:
    """The label of "Armed clashes: 23", the last noun before the colon that names a unit."""
    if not is_labelled(numeral.number, sentence):
        return None
    end = numeral.number.start - 1
    for token in reversed(sentence.doc[max(0, end - 8) : end]):
        if "\n" in token.text or token.tag_ == "CD":
            return None
        unit = event_unit(token, of_violence=of_violence) or harm_named(token) or object_named(document, token)
        if unit is not None:
            return unit, token
    return None


def ends_row(numeral: Numeral, sentence: Span) -> bool:
    """True for a number behind a colon that ends its line, so that it can count nothing but the label."""
    end = numeral.number.end
    return is_labelled(numeral.number, sentence) and (end >= sentence.end or "\n" in sentence.doc[end].text)


def is_labelled(number: Number, sentence: Span) -> bool:
    """True for the number of a table row ("Armed clashes: 23")."""
    return number.start > 0 and sentence.doc[number.start - 1].text in (":", "|", "=")


def window_of_row(windows: Sequence[Window], numeral: Numeral, sentence: Span) -> Window | None:
    """The window that a table row names itself ("Attacks in August: 74")."""
    for window in windows:
        between = sentence.doc[min(window.start, numeral.token.i) : max(window.start, numeral.token.i)]
        if not any("\n" in t.text for t in between):
            return window
    return None

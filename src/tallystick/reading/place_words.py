"""The words of a report as place names need them: whole transliterated names, with their case and their gaps."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum

from spacy.attrs import ENT_TYPE, IDX, LEMMA, POS
from spacy.parts_of_speech import NAMES
from spacy.symbols import PERSON
from spacy.tokens import Doc

from tallystick.knowledge.gazetteer_names import fold_name

_WORD = re.compile(r"(?<=\w)(?P<possessive>['’ʼ]s)\b|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘`](?!s\b)[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n\s*\n|\A\Z")
_POSSESSIVE = re.compile(r"['’]s[ \u00a0]\Z")
_JOINT = re.compile(r"(?:[ \u00a0]?\n?[ \t\u00a0]{0,3}|[-‐‑])\Z")


_TAGS: dict[int, str] = dict(NAMES)


class Lettering(Enum):
    """How a report uses capitals."""

    MIXED = "mixed"
    UPPER = "upper"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its offsets in the report, and the text between it and the word before."""

    start: int
    end: int
    text: str
    lower: str
    gap: str
    is_capital: bool
    opens_sentence: bool
    tag: str
    lemma: str
    in_person: bool
    """True where spaCy sees the name of a person."""

    @property
    def is_owned(self) -> bool:
        """True if the word before it is in the possessive."""
        return _POSSESSIVE.match(self.gap) is not None

    @property
    def is_joined(self) -> bool:
        """True if only a space, a line break or a hyphen parts it from the word before."""
        return _JOINT.match(self.gap) is not None


def split_words(doc: Doc, text: str) -> tuple[Word, ...]:
    """The words of the text with the part of speech and the lemma that spaCy gives their last piece (empty if none)."""
    table = doc.to_array([IDX, POS, ENT_TYPE, LEMMA])
    starts, tags, entities, lemmas = (table[:, k].tolist() for k in range(4))
    words: list[Word] = []
    previous = 0
    for match in _WORD.finditer(text):
        if match["possessive"]:
            continue
        start, end = match.span()
        written = match.group()
        gap = text[previous:start]
        piece = max(0, bisect_left(starts, start + 1) - 1)
        tag = tags[piece] if starts else 0
        first = written[0]
        words.append(
            Word(
                start=start,
                end=end,
                text=written,
                lower=fold_name(written),
                gap=gap,
                # A letter without a case (Arabic) may begin a name anywhere.
                is_capital=first.isupper() or (first.isalpha() and first.lower() == first.upper()),
                opens_sentence=previous == 0
                or bool(_SENTENCE_END.search(gap))
                or (len(gap) > 1 and gap[-1] in "\"“'‘•"),
                tag=_TAGS.get(tag, ""),
                lemma=doc.vocab.strings[lemmas[piece]].lower() if starts else "",
                in_person=bool(starts) and entities[piece] == PERSON,
            )
        )
        previous = end
    return tuple(words)


def lettering_of(text: str) -> Lettering:
    """Whether capitals tell names in this text; in all-capital and all-small text they do not."""
    letters = [c for c in text[:20_000] if c.isalpha() and c.isascii()]
    if len(letters) < 40:
        return Lettering.MIXED
    share = sum(c.isupper() for c in letters) / len(letters)
    if share > 0.6:
        return Lettering.UPPER
    return Lettering.LOWER if share < 0.004 else Lettering.MIXED

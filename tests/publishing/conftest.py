"""The record that the exports are tried on."""

from __future__ import annotations

import pytest

from tallystick.model.record import Record
from tests.publishing import example


@pytest.fixture(scope="session")
def record() -> Record:
    return example.RECORD

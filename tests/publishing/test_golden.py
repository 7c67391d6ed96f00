from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.write_golden import GOLDEN, SHOWN, write_exports

NAMES = sorted(path.name for path in GOLDEN.iterdir())


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    write_exports(folder)
    return folder


def test_every_export_has_a_golden_file(exports: Path) -> None:
    assert sorted(path.name for path in exports.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_export_is_byte_for_byte_its_golden_file(exports: Path, name: str) -> None:
    assert (exports / name).read_bytes() == (GOLDEN / name).read_bytes()


def test_the_picture_in_the_docs_is_the_golden_one() -> None:
    assert SHOWN.read_bytes() == (GOLDEN / SHOWN.name).read_bytes()

from pathlib import Path

from tallystick.codebook import render_codebook

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codebook.md"


def test_the_page_is_in_step_with_the_codebook() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_codebook()


def test_every_row_of_a_table_has_four_cells() -> None:
    rows = [line for line in render_codebook().splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.console import Step, missing_line, python_of, run_step, steps_of

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("tutorial/first-session.md", "how-to/add-reports.md", "how-to/review.md", "how-to/back-up.md")


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_print_what_the_page_shows(page: str, workplace: Path) -> None:
    steps = steps_of(DOCS / page)
    assert steps
    for step in steps:
        printed = run_step(step.command)
        assert (line := missing_line(step, printed)) is None, f"{step.command}\nnot found: {line}\nin:\n{printed}"


@pytest.mark.parametrize("page", ["how-to/python.md", "reference/python.md"])
def test_the_python_of_a_page_runs(page: str, workplace: Path) -> None:
    names: dict[str, object] = {}
    blocks = python_of(DOCS / page)
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), names)


def test_a_line_that_is_not_printed_is_found_out() -> None:
    assert missing_line(Step("ls", ("a", "… c", "d")), "a\nb  c\ne\n") == "d"
    assert missing_line(Step("ls", ("b", "a")), "a\nb\n") == "a"
    assert missing_line(Step("ls", ("a b", "…", "d")), "a\tb\nc\nd\n") is None

"""What a spreadsheet would take for a formula, in any of its spellings."""

from __future__ import annotations

import csv
import io

import pytest

from tallystick.publishing.csv import safe_lines


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20"], ids=ascii
)
def test_no_cell_begins_with_it(start: str) -> None:
    text = "".join(safe_lines(["told"], [[f"{start}1+1"]]))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["told"], [f"'{start}1+1"]]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"], ids=ascii)
def test_no_cell_begins_a_row_of_its_own(end: str) -> None:
    text = "".join(safe_lines(["told"], [[f"words{end}=1+1"]]))
    assert text == f'told\n"words{end}=1+1"\n'

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.web.saved_views import PAGES, checked_address, filter_of


@pytest.mark.parametrize(
    "address",
    [
        "/incidents",
        "/incidents?country=IQ&sort=-killed&columns=kind,when",
        "/timeline?event_type=airstrike&by=actor&unit=week",
        "/map?q=al-Asad+base",
    ],
)
def test_an_address_of_ours_stays_as_it_is(address: str) -> None:
    assert checked_address(address) == address


def test_a_view_begins_on_its_first_page() -> None:
    assert checked_address("/incidents?page=7&country=IQ") == "/incidents?country=IQ"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/incidents",
        "//example.org/incidents",
        "/\\example.org/incidents",
        "///example.org",
        "javascript:alert(1)",
        "/incidents/../add",
        "/decisions/3/undo",
        "/incidents?next=https://example.org",
        "/timeline?by=%0d%0aset-cookie:a",
        "/map?by=actor",
        "http://[",
        "",
        "/incidents?q=" + "x" * 9_000,
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    with pytest.raises(TallystickError, match="E843"):
        checked_address(address)


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda t: f"/incidents?{t}"))
def test_whatever_is_let_through_leads_to_a_page_of_ours(address: str) -> None:
    try:
        checked = checked_address(address)
    except TallystickError:
        return
    parts = urlsplit(checked)
    assert (parts.scheme, parts.netloc, parts.path in PAGES) == ("", "", True)
    assert not any(ord(c) < 32 for c in checked)


def test_an_address_that_fits_no_more_has_no_filter() -> None:
    assert filter_of("/incidents?columns=dropped") is None

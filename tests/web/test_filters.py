from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.filters import PAGE_SIZES, SORTS, Filter, read_filter

_WORDS = st.text(min_size=1, max_size=20).map(lambda t: " ".join(t.split())).filter(bool)
FILTERS = st.builds(
    Filter,
    chosen=st.dictionaries(
        st.sampled_from([facet.name for facet in FACETS]),
        st.lists(_WORDS, min_size=1, max_size=3, unique=True).map(tuple),
    ),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    query=_WORDS | st.just(""),
    background=st.sampled_from(["", "no", "only"]),
    sort=st.sampled_from([sign + name for name in SORTS for sign in ("", "-")]),
    page=st.integers(1, 1_000_000),
    size=st.sampled_from(PAGE_SIZES),
)


@given(FILTERS.filter(lambda f: not any("\ud800" <= c <= "\udfff" for _, v in f.pairs for c in v)))
def test_a_filter_read_from_its_address_is_the_same(wanted: Filter) -> None:
    assert read_filter(parse_qsl(urlsplit(wanted.address("/incidents")).query)) == wanted


def test_a_filter_of_nothing_has_a_plain_address() -> None:
    assert Filter().address("/incidents") == "/incidents"


def test_a_parameter_of_something_else_is_left_alone() -> None:
    assert read_filter([("utm_source", "mail")]) == Filter()


@pytest.mark.parametrize(
    "pair",
    [
        ("since", "yesterday"),
        ("until", "2023-02-30"),
        ("page", "0"),
        ("page", "٣"),
        ("page", "9" * 400),
        ("sort", "id; drop"),
        ("size", "7"),
    ],
)
def test_a_value_that_does_not_fit_is_told(pair: tuple[str, str]) -> None:
    with pytest.raises(TallystickError, match="E801"):
        read_filter([pair])


def test_a_value_more_leads_back_to_the_first_page() -> None:
    wanted = Filter(page=4, since=date(2023, 1, 1)).with_value("country", "IQ")
    assert wanted == Filter(since=date(2023, 1, 1), chosen={"country": ("IQ",)})
    assert wanted.without_value("country", "IQ").chosen == {}

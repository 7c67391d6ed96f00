from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import SORTS, Filter
from tests.web.catalogue.made import moment_of
from tests.web.glances import lists_of_glances

FILTERS = st.builds(
    Filter,
    chosen=st.fixed_dictionaries(
        {},
        optional={
            "event_type": st.just(("drone_attack", "shooting")),
            "country": st.just(("IQ",)) | st.just(("none", "SY")),
            "actor1": st.just(("Alpha Front",)) | st.just(("nobody of that name",)),
            "weapon": st.just(("drone",)),
        },
    ),
    since=st.none() | st.dates(date(2023, 10, 1), date(2023, 12, 31)),
    until=st.none() | st.dates(date(2023, 10, 1), date(2023, 12, 31)),
    background=st.sampled_from(["", "no", "only"]),
    sort=st.sampled_from([sign + name for name in SORTS for sign in ("", "-")]),
)


def _fits(glance: Glance, wanted: Filter, *, but_for: str | None = None) -> bool:
    """What the filter says, said once more and slowly."""
    for facet in FACETS:
        values = {value for value, _ in facet.values(glance)}
        if facet.name != but_for and facet.name in wanted.chosen and not values & set(wanted.chosen[facet.name]):
            return False
    first, last = glance.start or glance.end, glance.end or glance.start
    if wanted.since and last and last < wanted.since:
        return False
    if wanted.until and first and first > wanted.until:
        return False
    return not wanted.background or glance.background == (wanted.background == "only")


@given(lists_of_glances(), FILTERS)
def test_those_are_found_that_fit(glances: list[Glance], wanted: Filter) -> None:
    found = Found(moment_of(glances), wanted)
    assert set(found.all_ids()) == {g.id for g in glances if _fits(g, wanted)}
    assert found.number == len(found.all_ids())


@given(lists_of_glances(), FILTERS)
def test_a_facet_is_counted_as_if_it_were_not_narrowed_down(glances: list[Glance], wanted: Filter) -> None:
    found = Found(moment_of(glances), wanted)
    for facet in FACETS:
        fitting = [g for g in glances if _fits(g, wanted, but_for=facet.name)]
        slowly = {v: sum(v in dict(facet.values(g)) for g in fitting) for g in fitting for v in dict(facet.values(g))}
        assert {each.value: each.number for each in found.counts(facet) if each.number} == slowly


@given(lists_of_glances())
def test_latest_come_first_and_undated_last(glances: list[Glance]) -> None:
    by_id = {g.id: g for g in glances}
    days = [by_id[id_].start for id_ in Found(moment_of(glances), Filter()).all_ids()]
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated, reverse=True)
    assert days == [*dated, *[None] * (len(days) - len(dated))]


@given(lists_of_glances(), st.sampled_from(sorted(SORTS)))
def test_pages_laid_together_are_the_whole_list(glances: list[Glance], sort: str) -> None:
    moment = moment_of(glances)
    pages = [Found(moment, Filter(sort=sort, size=7, page=page)).ids() for page in range(1, 6)]
    assert [id_ for page in pages for id_ in page] == Found(moment, Filter(sort=sort)).all_ids()


def test_a_value_that_is_chosen_and_fits_nothing_is_still_shown() -> None:
    glances = [
        Glance(
            id="inc-1",
            kind="airstrike",
            date_precision="day",
            outcome="unknown",
            status="reported",
            review_state="machine",
        )
    ]
    found = Found(
        moment_of(glances), Filter(chosen={"event_type": ("airstrike",), "status": ("reported",)}, background="only")
    )
    status = next(facet for facet in FACETS if facet.name == "status")
    assert [(each.value, each.number, each.is_chosen) for each in found.counts(status)] == [("reported", 0, True)]

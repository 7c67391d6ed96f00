from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tests.web.catalogue.made import moment_of
from tests.web.glances import glances as glance_with
from tests.web.glances import lists_of_glances


@given(lists_of_glances(most=12), st.data())
def test_columns_brought_up_to_date_are_those_made_anew(before: list[Glance], data: st.DataObject) -> None:
    moment = moment_of(before)
    rows = data.draw(st.sets(st.integers(0, len(before) + 2)).map(sorted).filter(lambda r: r == list(dict.fromkeys(r))))
    rows = [row for row in rows if row < len(before)] + list(range(len(before), len(before) + 2))
    changed = [data.draw(glance_with(number=row)) for row in rows]
    after = dict(enumerate(before)) | dict(zip(rows, changed, strict=True))
    columns = moment.columns.with_rows(rows, changed, moment.labels)
    updated = Found(moment.__class__(2, columns, moment.labels, moment.wording), Filter())
    anew = Found(moment_of([after[i] for i in sorted(after)]), Filter())
    assert updated.all_ids() == anew.all_ids()
    for facet in FACETS:
        assert {c.value: c.number for c in updated.counts(facet)} == {c.value: c.number for c in anew.counts(facet)}


@given(lists_of_glances(most=12).filter(len))
def test_a_row_that_stands_no_more_is_neither_listed_nor_counted(glances: list[Glance]) -> None:
    moment = moment_of(glances)
    left = Found(moment.__class__(2, moment.columns.without([0]), moment.labels, moment.wording), Filter())
    assert glances[0].id not in left.all_ids()
    assert sum(each.number for each in left.counts(FACETS[0])) == len(glances) - 1

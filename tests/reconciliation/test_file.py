"""What the arranged incidents leave out is what no tally would name."""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.incident import Incident
from tallystick.model.mention import TallyMention, TallyScope
from tallystick.model.tally import Tally
from tallystick.model.terms import DatePrecision, Status
from tallystick.reconciliation.file import File
from tallystick.reconciliation.reconcile import reconcile
from tallystick.reconciliation.scope import is_of_the_sides
from tests.reconciliation import builders as b

_ACTORS = (None, b.STATE, b.ARMY, b.REBELS, b.ALLIES, b.OTHERS)
_PLACES = (None, b.place(), b.place("SY", "Old Mill"))
_DAY = date(2021, 6, 1)


@st.composite
def _incidents(draw: st.DrawFn) -> list[Incident]:
    found = []
    for n in range(draw(st.integers(0, 8))):
        start = draw(st.one_of(st.none(), st.integers(-60, 60).map(lambda days: _DAY + timedelta(days=days))))
        lasted = draw(st.sampled_from((0, 0, 3, 45)))
        found.append(
            b.incident(f"i{n}", start).model_copy(
                update={
                    "end": None if start is None else start + timedelta(days=lasted),
                    "date_precision": DatePrecision.MONTH if lasted else DatePrecision.DAY,
                    "perpetrator": draw(st.sampled_from(_ACTORS)),
                    "target_actor": draw(st.sampled_from(_ACTORS)),
                    "place": draw(st.sampled_from(_PLACES)),
                    "status": draw(st.sampled_from((Status.REPORTED, Status.DENIED, Status.CLAIMED_ONLY))),
                    "mentions": (draw(st.sampled_from(("m1", "m2"))),),
                }
            )
        )
    return found


@st.composite
def _tally(draw: st.DrawFn) -> TallyMention:
    scope = TallyScope(
        actor=draw(st.sampled_from(_ACTORS)),
        target=draw(st.sampled_from(_ACTORS)),
        areas=draw(st.sampled_from(((), ("RU",), ("SY", "RU")))),
    )
    since = draw(st.sampled_from((None, _DAY)))
    return b.tally(scope=scope, since=since, until=draw(st.sampled_from((None, _DAY + timedelta(days=20)))))


@given(_incidents(), _tally())
@settings(deadline=None)
def test_a_tally_comes_out_as_if_all_incidents_were_looked_at(incidents: list[Incident], tally: TallyMention) -> None:
    def all_in_reach(file: File, tally: TallyMention, since: date | None, until: date | None) -> list[Incident]:
        told_here = file.tied(tally).told_here
        is_open = since is None and until is None
        return [
            i
            for i in sorted(incidents, key=lambda i: i.id)
            if i.start or is_open or i.id in told_here or is_of_the_sides(tally, i, b.same_side)
        ]

    fast = _reconciled(incidents, tally)
    with patch.object(File, "within_reach", all_in_reach):
        assert fast == _reconciled(incidents, tally)


def _reconciled(incidents: list[Incident], tally: TallyMention) -> tuple[Tally, ...]:
    told = (b.event("m1"), b.event("m2", report_id="r2"))
    reports = (b.report("r1"), b.report("r2"))
    return b.by_id(reconcile([tally], incidents, told, reports, in_area=b.in_area, same_side=b.same_side))

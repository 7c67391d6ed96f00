"""Incidents at a glance, made up by hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tallystick.ledger.glances import Glance, GlancedActor, GlancedCount, GlancedPlace

_NAMES = ("Alpha Front", "Beta Brigade", "Gamma Army")
_DAYS = st.none() | st.dates(date(2023, 10, 1), date(2023, 12, 31))
_ACTORS = st.sampled_from([GlancedActor(id=None, name=name) for name in _NAMES])
_PLACES = st.none() | st.sampled_from(
    [
        GlancedPlace(
            id="site:a", name="Camp A", admin1="North", country="IQ", latitude=33, longitude=43, precision="site"
        ),
        GlancedPlace(id="iso:SY", name="Syria", country="SY", latitude=35, longitude=38, precision="country"),
        GlancedPlace(id="region:sea", name="Red Sea", precision="region"),
    ]
)


@st.composite
def glances(draw: st.DrawFn, *, number: int) -> Glance:
    """An incident whose id bears that number."""
    first = draw(_DAYS)
    return Glance(
        id=f"inc-{number:04}",
        kind=draw(st.sampled_from(["drone_attack", "airstrike", "shooting"])),
        weapons=tuple(draw(st.sets(st.sampled_from(["drone", "missile"])))),
        start=first,
        end=first if first is None else max(first, draw(st.dates(date(2023, 10, 1), date(2024, 1, 31)))),
        date_precision="day",
        place=draw(_PLACES),
        perpetrator=draw(st.none() | _ACTORS),
        claimed_by=tuple(draw(st.lists(_ACTORS, max_size=2))),
        killed=draw(st.none() | st.integers(0, 9).map(lambda n: GlancedCount(low=n, best=n, high=n))),
        outcome="unknown",
        status=draw(st.sampled_from(["confirmed", "reported", "denied"])),
        review_state=draw(st.sampled_from(["machine", "accepted"])),
        background=draw(st.booleans()),
        responds_to=draw(st.sampled_from([(), ("inc-0000",)])),
    )


def lists_of_glances(*, most: int = 30) -> st.SearchStrategy[list[Glance]]:
    """Some incidents, each with its own id."""
    return st.integers(0, most).flatmap(lambda n: st.tuples(*(glances(number=i) for i in range(n))).map(list))

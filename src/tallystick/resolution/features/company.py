"""Where else: other places of which both reports tell beside it. Attacks of one day are listed together."""

from __future__ import annotations

from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling


def _say(_level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    theirs = {place.id for place in b.company}
    shared = ", ".join(place.name for place in a.company if place.id in theirs)
    return f"both reports tell of {shared} too" if shared else "told beside other places"


COMPANY = Comparison(
    "company",
    untold="report_l = report_r OR len(company_l) = 0 OR len(company_r) = 0",
    # What holds of most pairs comes first.
    levels=(
        Level("other places", "NOT list_has_any(company_l, company_r)", 0.0),
        Level("one place in common", "len(list_intersect(company_l, company_r)) = 1", 1.5),
    ),
    otherwise=otherwise("several places in common", 3.0),
    say=_say,
)

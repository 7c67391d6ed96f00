from __future__ import annotations

from tallystick.model.mention import TallyScope
from tallystick.model.quote import Quote
from tallystick.model.tally import Outside, Reconciliation, ScopeReading, Tally, Unsure
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Agreement, Comparator, TallyUnit, Verdict
from tallystick.publishing.brief.tallies import coverage, draw_grids


def tally(number: int, **check: object) -> Tally:
    return Tally(
        id=f"t{number:02}",
        report_id="r1",
        quote=Quote(report_id="r1", start=0, end=1, exact="x"),
        unit=TallyUnit.ATTACKS,
        scope=TallyScope(),
        comparator=Comparator.EXACT,
        value=number,
        reconciliation=Reconciliation.model_validate({"verdict": Verdict.INCOMPLETE, "note": "", **check}),
    )


def pair(one: int, two: int, agreement: Agreement = Agreement.COMPATIBLE) -> TallyComparison:
    return TallyComparison(tally_ids=(f"t{one:02}", f"t{two:02}"), agreement=agreement, why="why")


def test_each_incident_stands_where_it_is_covered_with_its_reason() -> None:
    covered = coverage(
        tally(
            1,
            inside=("a", "b"),
            strict=ScopeReading(inside=("a",)),
            lenient=ScopeReading(inside=("a", "b", "c")),
            unsure=(Unsure(incident_id="b", why="untold"), Unsure(incident_id="c", why="no day")),
            outside=(Outside(incident_id="c", why="no day"), Outside(incident_id="d", why="elsewhere")),
        )
    )
    assert covered.sure == ("a",)
    assert covered.unsure == (("untold", ("b",)),)
    assert covered.perhaps == (("no day", ("c",)),)
    assert covered.outside == (("elsewhere", ("d",)),)


def test_fifty_counts_make_one_grid_in_which_each_pair_stands_once() -> None:
    tallies = [tally(n) for n in range(50)]
    matrix = [pair(a, b) for b in range(50) for a in range(b)]
    (grid,) = draw_grids(tallies, matrix)
    assert [len(line.cells) for line in grid] == list(range(50))


def test_counts_that_cannot_be_compared_are_in_no_grid() -> None:
    assert draw_grids([tally(1), tally(2)], [pair(1, 2, Agreement.NOT_COMPARABLE)]) == []

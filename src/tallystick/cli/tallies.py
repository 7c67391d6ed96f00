"""``tallystick tallies``, and one tally with what stands behind its verdict."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.codebook.load import entry
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.record import Record
from tallystick.model.tally import Tally
from tallystick.model.tally_comparison import TallyComparison
from tallystick.model.terms import Verdict
from tallystick.pipeline import read_record, settle_tallies
from tallystick.publishing import rows
from tallystick.publishing.brief.phrases import headline, scope_words, tally_words, when_words
from tallystick.publishing.brief.tallies import coverage
from tallystick.publishing.matrix import comparison_row
from tallystick.publishing.words import cite, days
from tallystick.writing import matrix_of

Many = list[str] | None
_COLUMNS = (
    "id", "comparator", "value", "unit", "since", "until", "counter", "strict", "lenient", "missing", "verdict", "note",
)  # fmt: skip
_MATRIX_COLUMNS = ("first", "second", "agreement", "differences", "why")


def tallies(
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
    verdict: Annotated[
        Many, typer.Option("--verdict", metavar="VERDICT", help=f"Only with this verdict: {', '.join(Verdict)}.")
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Against each other: every pair that can be compared, and why it differs.")
    ] = False,
) -> None:
    """List the counts that reports quote, checked by the incidents.

    The columns strict and lenient are how many incidents on file the count surely covers, and may cover. 'show' tells
    what stands behind one.
    """
    with open_ledger(ledger, create=False) as opened:
        record = read_record(opened)
    if matrix:
        print_rows([_pair_row(c) for c in matrix_of(record)], _MATRIX_COLUMNS, form=form, title="pairs of tallies")
        return
    shown = [_row(t) for t in record.tallies if not verdict or t.reconciliation.verdict in verdict]
    print_rows(shown, _COLUMNS, form=form, title="tallies")


def tally_with_id(ledger: Ledger, tally_id: str) -> Tally | None:
    """The tally of that id, checked against the incidents now on file; null if there is none."""
    with ledger.standing() as standing:
        if not standing.tallies([tally_id]) and tally_id not in standing.stale_tallies():
            return None
    settle_tallies(ledger)
    with ledger.standing() as standing:
        return next(iter(standing.tallies([tally_id])), None)


def show_tally(tally: Tally, ledger: Ledger, *, as_json: bool) -> None:
    """Prints one tally: what it counts, what is inside under either reading and why, and what it is compared with."""
    if as_json:
        sys.stdout.write(json.dumps(rows.tally_row(tally), ensure_ascii=False) + "\n")
        return
    record = ledger.record()
    sys.stdout.write("\n".join(describe_tally(tally, record, matrix_of(record))) + "\n")


def describe_tally(tally: Tally, record: Record, matrix: Sequence[TallyComparison]) -> list[str]:
    """A tally in lines of plain text, each statement with the words that carry it."""
    check, by_id = tally.reconciliation, {t.id: t for t in record.tallies}
    lines = [
        f"{tally.id}  {tally_words(tally)}  {check.verdict.value}",
        f"  window    {days(tally.since, tally.until)}{_edges(tally)}",
        f"  scope     {scope_words(tally) or 'not told'}",
        f"  counter   {tally.counter.name if tally.counter else 'not told'}",
        *_quoted(tally, record),
        "",
        check.note,
    ]
    covered = coverage(tally)
    calls = {i.id: f"{i.id}  {headline(i)}, {when_words(i)}" for i in record.incidents}
    lines += _section("Surely covered", [("", covered.sure)] if covered.sure else [], calls)
    lines += _section("Counted, but not surely covered", covered.unsure, calls)
    lines += _section("Not counted, that may be covered", covered.perhaps, calls)
    lines += _section("On file but outside", covered.outside, calls)
    if check.gaps:
        lines += ["", "Why count and file may differ"]
        lines += [f"  {entry(gap.reason).label}: {gap.why}" for gap in check.gaps]
    pairs = [c for c in matrix if tally.id in c.tally_ids]
    if pairs:
        lines += ["", "Against other counts"]
    for pair in pairs:
        (other,) = {*pair.tally_ids} - {tally.id}
        lines += [f"  {entry(pair.agreement).label} ({other}): {pair.why}", *_quoted(by_id[other], record)]
    return lines


def _edges(tally: Tally) -> str:
    if tally.until is not None and tally.until_inclusive is None:
        return ", the last day perhaps not whole"
    return ", the first day not counted" if tally.since_inclusive is False else ""


def _quoted(tally: Tally, record: Record) -> Iterator[str]:
    yield f"    “{' '.join(tally.quote.exact.split())}” ({cite(record.report(tally.report_id))})"


def _section(heading: str, told: Sequence[tuple[str, Sequence[str]]], calls: dict[str, str]) -> Iterator[str]:
    if told:
        yield from ("", heading)
    for why, ids in told:
        if why:
            yield f"  {why}:"
        yield from (f"    {calls.get(i, i)}" for i in ids)


def _row(tally: Tally) -> rows.Row:
    check = tally.reconciliation
    return {
        **rows.tally_row(tally),
        "strict": check.strict.number,
        "lenient": check.lenient.number,
        "missing": check.missing,
        "verdict": check.verdict.value,
        "note": check.note,
    }


def _pair_row(comparison: TallyComparison) -> rows.Row:
    first, second = comparison.tally_ids
    return {**comparison_row(comparison), "first": first, "second": second}

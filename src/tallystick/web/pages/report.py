"""One report: its text with what was read in it, and where it came from."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from tallystick.errors import Code, TallystickError
from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis
from tallystick.web.marking import POINTED, Span, cut, name_of, spans_of
from tallystick.web.site import SiteOf

router = APIRouter()

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi"})
"""The languages written from right to left (ISO 639)."""


@router.get("/reports/{report_id}")
def show_report(request: Request, site: SiteOf, report_id: str, start: int = -1, end: int = -1) -> HTMLResponse:
    """The report of that id; the words between two offsets, if given, are pointed at."""
    if not site.ledger.has_report(report_id):
        raise TallystickError(Code.E332, id=report_id)
    with site.ledger.standing() as standing:
        report = standing.reports([report_id])[0]
        mentions = sorted(standing.mentions_in([report_id]), key=lambda m: (m.quote.start, m.quote.end, m.id))
        incident_of = {row.mention_id: row.incident_id for row in standing.placed_in([report_id]) if row.incident_id}
        incidents = {incident.id: incident for incident in standing.incidents(set(incident_of.values()))}
        # Only what lies in the text can be pointed at.
        pointed = [Span(start, end, POINTED)] if 0 <= start < end <= len(report.text) else []
        family = [head for head in standing.heads(standing.families([report_id])) if head.id != report_id]
    return site.render(
        request,
        "report.html.j2",
        report=report,
        pieces=cut(report.text, [*spans_of(mentions), *pointed]),
        mentions=[(mention, name_of(mention), incidents.get(incident_of.get(mention.id, ""))) for mention in mentions],
        family=family,
        direction="rtl" if report.language in RIGHT_TO_LEFT else "auto",
        dateline=words_of_dateline(report),
        retrieval=site.ledger.retrieval(report.path) if report.path else None,
    )


def words_of_dateline(report: Report) -> str | None:
    """The line of the text that its day of publication was read from, or null if it was not read from the text."""
    if report.published_basis not in (DatelineBasis.HEADER, DatelineBasis.TEXT):
        return None
    lines = [line.strip() for line in report.text[: report.body_start].splitlines()]
    return next((line for line in reversed(lines) if line), None)

"""The other nouns, page by page, and the ids that were given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from tallystick.errors import Code, TallystickError
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.incident import Tombstone
from tallystick.model.mention import StatementMention
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally
from tallystick.pipeline import settle_tallies
from tallystick.publishing import rows
from tallystick.publishing.rows import Row
from tallystick.web.api.answers import MOST, USUAL, rows_answer, tag_of, unchanged
from tallystick.web.site import Site, SiteOf

router = APIRouter(prefix="/api/v1")

Limit = Annotated[int, Query(ge=1, le=MOST)]
After = Annotated[str, Query(max_length=200, description="The last id of the page before")]


def _deleted_row(tombstone: Tombstone) -> Row:
    return {"id": tombstone.id, "merged_into": tombstone.points_to, "why": tombstone.why}


def _offer(path: str, noun: type[Noun], row: Callable[[Any], Row], about: str) -> None:
    """Offers a list of nouns, and one of them by its id."""

    def give_list(request: Request, site: SiteOf, limit: Limit = USUAL, after: After = "") -> Response:
        _settle(site, noun)
        with site.ledger.standing() as standing:
            tag = tag_of(request, standing.turn(), "json")
            if (same := unchanged(request, tag)) is not None:
                return same
            found = standing.page(noun, after=after, most=limit + 1)
            total = standing.count(noun)
        page = [row(each) for each in found[:limit]]
        more = len(found) > limit
        following = str(request.url.include_query_params(after=page[-1]["id"])) if more else None
        return rows_answer(page, total=total, following=following, tag=tag)

    def give_one(site: SiteOf, noun_id: str) -> Response:
        _settle(site, noun)
        with site.ledger.standing() as standing:
            held = standing.get(noun, noun_id)
        if held is None:
            raise TallystickError(Code.E329, id=noun_id)
        return Response(orjson.dumps(row(held)), media_type="application/json")

    name = path.strip("/")
    router.add_api_route(path, give_list, methods=["GET"], tags=[name], summary=f"Lists {about}", name=f"list_{name}")
    router.add_api_route(
        f"{path}/{{noun_id}}", give_one, methods=["GET"], tags=[name], summary=f"One of {about}", name=f"give_{name}"
    )


def _settle(site: Site, noun: type[Noun]) -> None:
    """Checks the counts against the incidents now on file, where that waits."""
    if noun is Tally:
        settle_tallies(site.ledger)


_offer("/tallies", Tally, rows.tally_row, "the counts that reports quote, each checked against the incidents")
_offer("/claims", Claim, rows.claim_row, "the claims of responsibility")
_offer("/relations", Relation, rows.relation_row, "the relations that reports tell")
_offer("/statements", StatementMention, rows.statement_row, "what was said that is no event")
_offer("/actors", Actor, rows.actor_row, "the actors met")
_offer("/deleted", Tombstone, _deleted_row, "the ids of incidents that stand no more, and what each was merged into")


@router.get("/reports", tags=["reports"])
def list_reports(request: Request, site: SiteOf, limit: Limit = USUAL, after: After = "") -> Response:
    """Lists the reports on file, without their texts."""
    with site.ledger.standing() as standing:
        tag = tag_of(request, standing.turn(), "json")
        if (same := unchanged(request, tag)) is not None:
            return same
        ids = standing.report_ids(after=after, most=limit + 1)
        heads = standing.heads(ids[:limit])
        total = standing.count_reports()
    following = str(request.url.include_query_params(after=ids[limit - 1])) if len(ids) > limit else None
    return rows_answer([rows.report_row(head) for head in heads], total=total, following=following, tag=tag)


@router.get("/reports/{report_id}/mentions", tags=["reports"])
def list_mentions(site: SiteOf, report_id: str) -> Response:
    """Lists what was read in a report, each with its quotes and the incident that it tells."""
    if not site.ledger.has_report(report_id):
        raise TallystickError(Code.E332, id=report_id)
    with site.ledger.standing() as standing:
        placed = {row.mention_id: row.incident_id for row in standing.placed_in([report_id])}
        found = [rows.mention_row(m, incident_id=placed.get(m.id)) for m in standing.mentions_in([report_id])]
    body = {"count": len(found), "total": len(found), "next": None, "data": found}
    return Response(orjson.dumps(body), media_type="application/json")

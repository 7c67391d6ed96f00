"""The other nouns: each as a list, page by page, and one by one."""

from __future__ import annotations

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from tallystick.errors import Code, TallystickError
from tallystick.web.api.answers import MOST, Listing, rows_answer, tag_of, unchanged
from tallystick.web.api.forms import CSV, JSON, JSONL, MEDIA_TYPE, csv_of_rows, form_asked, jsonl_lines
from tallystick.web.nouns import NOUN, NOUNS, Listed, fields_of, mention_rows
from tallystick.web.site import Site, SiteOf

router = APIRouter(prefix="/api/v1")

FORMS = (JSON, CSV, JSONL)

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most; fewer come where they are long")]
After = Annotated[str, Query(max_length=200, description="The last id of the page before")]
Form = Annotated[str | None, Query(alias="format", description=f"One of {', '.join(FORMS)}; else as Accept says")]


def _offer(listed: Listed) -> None:
    """Offers a list of nouns, and one of them by its id."""

    def give_list(
        request: Request, site: SiteOf, limit: Limit = listed.usual, after: After = "", _form: Form = None
    ) -> Response:
        form = form_asked(request, FORMS)
        tag = tag_of(request, _moment(site), form)
        if (same := unchanged(request, tag)) is not None:
            return same
        found = listed.page(site, after, limit + 1)
        page = found[:limit]
        ends_early = listed.follows is not None and bool(page) and listed.follows(site, str(page[-1]["id"]))
        more = len(found) > limit or ends_early
        headers = {"etag": tag, "vary": "accept"}
        if form == JSONL:
            return Response("".join(jsonl_lines(page)), media_type=MEDIA_TYPE[form], headers=headers)
        if form == CSV:
            lines = csv_of_rows(fields_of(listed), page)
            return Response("".join(lines), media_type=MEDIA_TYPE[form], headers=headers)
        following = str(request.url.include_query_params(after=page[-1]["id"])) if more else None
        return rows_answer(page, total=listed.count(site), following=following, tag=tag)

    def give_one(request: Request, site: SiteOf, noun_id: str) -> Response:
        tag = tag_of(request, _moment(site), JSON)
        row = listed.get(site, noun_id)
        if row is None:
            raise TallystickError(Code.E329, id=noun_id)
        if (same := unchanged(request, tag)) is not None:
            return same
        return Response(orjson.dumps(row), media_type=MEDIA_TYPE[JSON], headers={"etag": tag})

    name, shape = listed.name, listed.shape
    router.add_api_route(
        f"/{name}",
        give_list,
        tags=[name],
        summary=f"Lists {listed.about}",
        name=f"list_{name}",
        responses={200: {"model": Listing[shape]}},  # type: ignore[valid-type]
    )
    router.add_api_route(
        f"/{name}/{{noun_id}}",
        give_one,
        tags=[name],
        summary=f"One of {listed.about}",
        name=f"give_{name}",
        responses={200: {"model": shape}},
    )


def _moment(site: Site) -> str:
    """What tells one state of the ledger from another."""
    turn = site.ledger.turn()
    with site.ledger.standing() as standing:
        checked = standing.last_tallies_written()
    return f"{turn.number}.{turn.decision}.{turn.reading}.{checked}"


@router.get(
    "/reports/{report_id}/mentions",
    tags=["reports"],
    responses={200: {"model": Listing[NOUN["mentions"].shape]}},  # type: ignore[misc]
)
def list_mentions(site: SiteOf, report_id: str) -> Response:
    """Lists what was read in a report, each with its quotes and the incident that it tells."""
    if not site.ledger.has_report(report_id):
        raise TallystickError(Code.E332, id=report_id)
    with site.ledger.standing() as standing:
        found = mention_rows(standing, [mention.id for mention in standing.mentions_in([report_id])])
    return rows_answer(found, total=len(found), following=None, tag=f'W/"{report_id}"')


for _listed in NOUNS:
    _offer(_listed)

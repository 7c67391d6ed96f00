"""The nouns of a ledger as rows, page by page: what the API lists, and what the Data page gives as whole files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from tallystick.errors import Code, TallystickError
from tallystick.ledger.standing import Standing
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.decision import Decision
from tallystick.model.incident import Tombstone
from tallystick.model.mention import StatementMention
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally
from tallystick.publishing import rows, shapes
from tallystick.publishing.rows import Row
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.site import Site
from tallystick.web.sites_on_file import SiteOnFile, list_sites

BATCH = 1_000
"""How many rows of a whole file are held at a time."""


@dataclass(frozen=True)
class Listed:
    """A noun that is listed. ``shape`` is what its rows are made of.

    ``page`` gives the rows whose ids come after one, at most so many; ``follows`` tells whether there is one after an
    id, where a page of long rows may end early; ``get`` gives the row of an id, null if there is none; ``count`` how
    many there are; ``usual`` is how many rows a page of the list has where nothing else is asked for.
    """

    name: str
    about: str
    shape: type[BaseModel]
    page: Callable[[Site, str, int], list[Row]]
    get: Callable[[Site, str], Row | None]
    count: Callable[[Site], int]
    usual: int = 100
    follows: Callable[[Site, str], bool] | None = None


def rows_of(site: Site, listed: Listed) -> Iterator[Row]:
    """All rows of a noun, in the order of their ids; each batch is read by itself."""
    after = ""
    while page := listed.page(site, after, BATCH):
        yield from page
        after = str(page[-1]["id"])


def fields_of(listed: Listed) -> list[str]:
    """The fields of a row, in their order; of mentions, which are of several kinds, those of all of them."""
    schema = listed.shape.model_json_schema(mode="serialization")
    kinds = [schema["$defs"][each["$ref"].rpartition("/")[2]] for each in schema.get("oneOf", [])] or [schema]
    return list(dict.fromkeys(field for kind in kinds for field in kind["properties"]))


def _held(
    name: str, about: str, shape: type[BaseModel], noun: type[Noun], row: Callable[[Any], Row], *, usual: int = 100
) -> Listed:
    """A noun that has a table of its own."""

    def page(site: Site, after: str, most: int) -> list[Row]:
        _settle(site, noun)
        with site.ledger.standing() as standing:
            return [row(each) for each in standing.page(noun, after=after, most=most)]

    def get(site: Site, noun_id: str) -> Row | None:
        _settle(site, noun)
        with site.ledger.standing() as standing:
            found = standing.get(noun, noun_id)
        return None if found is None else row(found)

    def count(site: Site) -> int:
        with site.ledger.standing() as standing:
            return standing.count(noun)

    def follows(site: Site, after: str) -> bool:
        with site.ledger.standing() as standing:
            return standing.follows(noun, after=after)

    return Listed(name, about, shape, page, get, count, usual, follows)


def _settle(site: Site, noun: type[Noun]) -> None:
    """Has the counts checked against the incidents now on file, where that waits; those that take long are given as
    they were last checked.
    """
    if noun is not Tally:
        return
    try:
        site.tallies.now()
    except TallystickError as error:
        if error.code is not Code.E810:
            raise


def _deleted_row(tombstone: Tombstone) -> Row:
    return {"id": tombstone.id, "merged_into": tombstone.points_to, "why": tombstone.why}


def _page_of_reports(site: Site, after: str, most: int) -> list[Row]:
    with site.ledger.standing() as standing:
        return [rows.report_row(each) for each in standing.reports(standing.report_ids(after=after, most=most))]


def _report(site: Site, report_id: str) -> Row | None:
    with site.ledger.standing() as standing:
        return next((rows.report_row(each) for each in standing.reports([report_id])), None)


def _count_reports(site: Site) -> int:
    with site.ledger.standing() as standing:
        return standing.count_reports()


def _page_of_mentions(site: Site, after: str, most: int) -> list[Row]:
    with site.ledger.standing() as standing:
        return mention_rows(standing, standing.mention_ids(after=after, most=most))


def _mention(site: Site, mention_id: str) -> Row | None:
    with site.ledger.standing() as standing:
        return next(iter(mention_rows(standing, [mention_id])), None)


def _count_mentions(site: Site) -> int:
    with site.ledger.standing() as standing:
        return standing.count_mentions()


def mention_rows(standing: Standing, mention_ids: list[str]) -> list[Row]:
    """Those mentions, each with the path of its report and the incident that it tells."""
    mentions = standing.mentions(mention_ids)
    reports = {mention.report_id for mention in mentions}
    paths = {head.id: head.path for head in standing.heads(reports)}
    placed = {row.mention_id: row.incident_id for row in standing.placed_in(reports)}
    return [rows.mention_row(m, path=paths.get(m.report_id), incident_id=placed.get(m.id)) for m in mentions]


def _page_of_decisions(site: Site, after: str, most: int) -> list[Row]:
    last = int(after) if after.isascii() and after.isdigit() else 0
    return [_decision_row(each) for each in site.ledger.journal() if each.id > last][:most]


def _decision(site: Site, number: str) -> Row | None:
    return next((_decision_row(each) for each in site.ledger.journal() if str(each.id) == number), None)


def _decision_row(decision: Decision) -> Row:
    return decision.model_dump(mode="json")


def _page_of_sites(site: Site, after: str, most: int) -> list[Row]:
    return [_site_row(each) for each in _sites(site) if each.id > after][:most]


def _site(site: Site, site_id: str) -> Row | None:
    return next((_site_row(each) for each in _sites(site) if each.id == site_id), None)


def _sites(site: Site) -> list[SiteOnFile]:
    return sorted(list_sites(Found(site.catalogue.now(), Filter())), key=lambda each: each.id)


def _site_row(each: SiteOnFile) -> Row:
    row = shapes.SiteRow(
        id=each.id,
        name=each.name,
        country=each.country,
        incidents=each.number,
        first_day=each.first,
        last_day=each.last,
    )
    return row.model_dump(mode="json")


NOUNS: tuple[Listed, ...] = (
    Listed("reports", "the reports, without their texts", shapes.ReportRow, _page_of_reports, _report, _count_reports),
    Listed("mentions", "what was read in reports", shapes.MentionRow, _page_of_mentions, _mention, _count_mentions),
    _held("tallies", "the counts that reports quote, each as last checked", Tally, Tally, rows.tally_row, usual=20),
    _held("claims", "the claims of responsibility", Claim, Claim, rows.claim_row),
    _held("relations", "the relations that reports tell", shapes.RelationRow, Relation, rows.relation_row),
    _held("statements", "what was said that is no event", shapes.StatementRow, StatementMention, rows.statement_row),
    _held("actors", "the actors met", Actor, Actor, rows.actor_row),
    Listed(
        "sites",
        "the sites at which incidents are on file",
        shapes.SiteRow,
        _page_of_sites,
        _site,
        lambda site: len(_sites(site)),
    ),
    Listed(
        "decisions",
        "what people decided, undos among it",
        Decision,
        _page_of_decisions,
        _decision,
        lambda site: len(site.ledger.journal()),
    ),
    _held("deleted", "the ids of incidents that stand no more", shapes.DeletedRow, Tombstone, _deleted_row),
)
"""Every noun but incidents, which are found by more than their ids."""

NOUN = {listed.name: listed for listed in NOUNS}

"""What reports say of sites: by name, or of several together in a report that tells of an incident at one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from tallystick.knowledge.home import added_packs
from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.sites import load_sites
from tallystick.ledger import Ledger
from tallystick.ledger.standing import Standing
from tallystick.model.mention import StatementMention
from tallystick.model.terms import StatementKind
from tallystick.publishing.brief.basemap import countries
from tallystick.reading.lexicon import load_lexicon

_OF_SITES = frozenset({StatementKind.SITE, StatementKind.ASSESSMENT})
_AT_ONCE = 5_000


@dataclass(frozen=True)
class Said:
    """A statement of sites. ``named`` are the ids of those it names; ``countries`` those that it names, as ISO 3166-1
    alpha-2; ``incidents`` the ids of those that its report tells.
    """

    statement: StatementMention
    named: Set[str]
    countries: Set[str]
    incidents: Set[str]


@dataclass(frozen=True)
class SiteBoard:
    """All that reports say of sites, copies of other reports left out."""

    said: tuple[Said, ...]

    def by_name(self, site_id: str) -> list[StatementMention]:
        """What is said of a site by its name."""
        return [each.statement for each in self.said if site_id in each.named]

    def together(self, incident_ids: Collection[str], *, country: str | None) -> list[StatementMention]:
        """What reports that tell one of these incidents say of sites without a name ("these bases"), but for what they
        say of sites in other countries than this one.
        """
        ids = frozenset(incident_ids)
        return [
            each.statement
            for each in self.said
            if not each.named and each.incidents & ids and (not each.countries or country in each.countries)
        ]


def make_site_board(ledger: Ledger, _: SiteBoard | None = None) -> SiteBoard:
    """What the reports of a ledger say of sites."""
    with ledger.standing() as standing:
        found = [each for statement in _statements(standing) if (each := _of_sites(statement)) is not None]
        report_ids = {each.statement.report_id for each in found}
        originals = {head.id for head in standing.heads(report_ids) if head.syndicated_from is None}
        told = defaultdict(set)
        for row in standing.placed_in(originals):
            if row.incident_id:
                told[row.report_id].add(row.incident_id)
    return SiteBoard(
        tuple(
            Said(each.statement, each.named, each.countries, frozenset(told[each.statement.report_id]))
            for each in found
            if each.statement.report_id in originals
        )
    )


def _statements(standing: Standing) -> Iterator[StatementMention]:
    after = ""
    while page := standing.page(StatementMention, after=after, most=_AT_ONCE):
        yield from page
        after = page[-1].id


def _of_sites(statement: StatementMention) -> Said | None:
    """The statement, if it is of sites: one that names a site, or a remark or an assessment that speaks of some."""
    words = f"{statement.about or ''} \n {statement.quote.exact}"
    named = _found(_site_names(), words)
    speaks = statement.statement_kind in _OF_SITES and _found(_site_words(), words)
    if not named and not speaks:
        return None
    return Said(statement, named, _found(_country_names(), words), frozenset())


@cache
def _site_names() -> Names:
    sites = load_sites(*packaged_packs(), *added_packs())
    return Names(
        (name, site.id) for site in sites if site.id.startswith("site:") for name in (site.name, *site.aliases)
    )


@cache
def _country_names() -> Names:
    return Names((shape.name, shape.country) for shape in countries() if shape.country)


@cache
def _site_words() -> Names:
    return Names((word, word) for word in load_lexicon("speech")["statement"]["sites"])


class Names:
    """Names, and what each is the name of, to be found as whole words in a text, whatever their letters' case."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        held: defaultdict[str, set[str]] = defaultdict(set)
        for name, of in names:
            held[" ".join(name.casefold().split())].add(of)
        self.of: Mapping[str, Set[str]] = held
        longest_first = sorted(held, key=len, reverse=True)
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _found(names: Names, text: str) -> frozenset[str]:
    folded = " ".join(text.casefold().split())
    return frozenset(of for match in names.pattern.finditer(folded) for of in names.of[match[0]])

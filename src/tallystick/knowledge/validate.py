"""Faults of packs, in words: of their rows, and of how these fit to one another and to what is known beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.contents import AnyRow, Contents, read_contents
from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.pack import KINDS, MANIFEST, Pack, files_of, open_pack
from tallystick.knowledge.rows import Fault, Row
from tallystick.knowledge.validate_names import find_name_faults
from tallystick.knowledge.validate_relations import find_relation_faults
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType

# A site of a country lies within so many radii of the country's middle, as far-off islands do; and some leeway in km.
_REACH, _LEEWAY = 2.4, 100

# An address whose host has no dot or no path behind it is cut off or a stand-in.
_ADDRESS = re.compile(
    r"https?:/?(?!/)\S*|https?://(?![\w-]+(?:\.[\w-]+)+(?:[/?#]|[\s);,]|$))\S*|\bexample\.(?:com|org)\b\S*"
)
_PLACEHOLDER = re.compile(
    r"(?:todo|tbd|tba|n/?a|none|unknown|citation needed|see above|wikipedia|internet|[\W\d_]+)\.?", re.IGNORECASE
)


def find_faults_in(folder: Path, *, beside: Sequence[Pack] = ()) -> list[Fault]:
    """What is wrong with the pack in a folder, given the packs that it is to stand beside; empty if all is well."""
    try:
        pack = open_pack(folder)
    except TallystickError as error:
        return [Fault(folder, None, error.message.removeprefix(f"{folder}: "))]
    return [*_strange_files(folder), *find_faults([pack], beside=beside)]


def find_faults(packs: Sequence[Pack], *, beside: Sequence[Pack] = ()) -> list[Fault]:
    """What is wrong with the packs, given others that they are to stand beside; empty if all is well.

    Looks for rows that do not fit their type, ids and domains given twice, unknown ids, missing citations, names of
    several actors that are not marked as ambiguous or that nothing tells apart, dates out of order, relations given
    twice, of actors that do not fit them, outside of the lives of their actors or that close a circle of command, and
    points outside of their country.
    """
    own, known = read_contents(packs), read_contents(beside)
    replaced = {one for pack in packs for one in pack.manifest.replaces}
    faults = [
        *own.faults,
        *_given_twice(own, known, replaced),
        *_missing_citations(own),
        *_unknown_ids(own, known),
        *_unknown_states(packs, own, known),
        *find_name_faults(own, known, replaced),
        *find_relation_faults(own, known),
        *_dates_out_of_order(packs, own),
        *_astray(own),
    ]
    return sorted(set(faults), key=lambda fault: (str(fault.path), fault.line or 0, fault.cause))


def _strange_files(folder: Path) -> Iterator[Fault]:
    kept = set(files_of(folder))
    for path in sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"), *folder.glob("*/*.yaml"))):
        if path not in kept:
            kinds = ", ".join(f"{kind}.yaml" for kind in KINDS)
            yield Fault(path, None, f"is no file of a pack; name it {kinds}, or as actors-NAME.yaml, in {folder}")
    if kept == {folder / MANIFEST}:
        yield Fault(folder, None, "holds no rows; add actors.yaml, relations.yaml, sites.yaml or publishers.yaml")


def _given_twice(own: Contents, known: Contents, replaced: set[str]) -> Iterator[Fault]:
    first = {one: row.path.parent.name for one, row in known.rows}
    seen: dict[str, str] = {}
    for one, row in own.rows:
        if one in seen:
            yield Fault(row.path, row.line, f"{one}: given twice, first at {seen[one]}")
        elif one in first and one not in replaced:
            cause = f"{one}: is in the pack {first[one]}; list it under 'replaces' in {MANIFEST} to take its place"
            yield Fault(row.path, row.line, cause)
        seen.setdefault(one, f"{row.path.name}:{row.line}")


def _missing_citations(own: Contents) -> Iterator[Fault]:
    rows: tuple[AnyRow, ...] = (*own.actors, *own.relations, *own.sites, *own.publishers)
    for row in rows:
        citation = row.entry.citation.strip()
        if not citation:
            yield Fault(row.path, row.line, "no citation; say where others can check it")
        elif (strange := _ADDRESS.search(citation)) is not None:
            yield Fault(row.path, row.line, f"{strange[0]!r} is no address that others can follow")
        elif _PLACEHOLDER.fullmatch(citation):
            yield Fault(row.path, row.line, f"{citation!r} cites nothing; say where others can check it")


def _unknown_ids(own: Contents, known: Contents) -> Iterator[Fault]:
    actors = {row.entry.id for row in (*own.actors, *known.actors)}
    for relation in own.relations:
        for side in (relation.entry.subject, relation.entry.object):
            if side not in actors:
                yield Fault(relation.path, relation.line, f"there is no actor {side}")
    for actor in own.actors:
        for one in (one for alias in actor.entry.ambiguous_aliases for one in alias.beside):
            if one not in actors:
                yield Fault(actor.path, actor.line, f"{actor.entry.id}: there is no actor {one}")
    for publisher in own.publishers:
        if publisher.entry.partisan_of is not None and publisher.entry.partisan_of not in actors:
            yield Fault(publisher.path, publisher.line, f"there is no actor {publisher.entry.partisan_of}")


def _unknown_states(packs: Sequence[Pack], own: Contents, known: Contents) -> Iterator[Fault]:
    states = {row.entry.id for row in (*own.actors, *known.actors) if row.entry.type is ActorType.STATE}
    for actor in own.actors:
        marked = (state for alias in actor.entry.ambiguous_aliases for state in alias.where)
        for state in (*actor.entry.theatre, *([actor.entry.country] if actor.entry.country else []), *marked):
            if state not in states:
                yield Fault(actor.path, actor.line, f"{actor.entry.id}: {state} is no state; write iq for Iraq")
    for site in own.sites:
        for code in (*site.entry.countries, *([site.entry.country] if site.entry.country else [])):
            if code.lower() not in states:
                yield Fault(site.path, site.line, f"{site.entry.id}: {code} is no country; write IQ for Iraq")
    for pack in packs:
        for code in pack.manifest.countries:
            if code.lower() not in states:
                yield Fault(pack.folder / MANIFEST, None, f"countries: {code} is no country; write IQ for Iraq")


def _dates_out_of_order(packs: Iterable[Pack], own: Contents) -> Iterator[Fault]:
    rows: tuple[Row[KnownActor] | Row[KnownRelation], ...] = (*own.actors, *own.relations)
    for row in rows:
        since, until = row.entry.since, row.entry.until
        if since and until and until < since:
            yield Fault(row.path, row.line, f"ends ({until}) before it starts ({since})")
    for pack in packs:
        first, last = pack.manifest.since, pack.manifest.until
        if first and last and last < first:
            yield Fault(pack.folder / MANIFEST, None, f"ends ({last}) before it starts ({first})")


def _astray(own: Contents) -> Iterator[Fault]:
    gazetteer = load_gazetteer()
    for row in own.sites:
        country = gazetteer.country(row.entry.country) if row.entry.country else None
        distance = gazetteer.distance_km(country, row.entry.place) if country else None
        if country and distance is not None and distance > _LEEWAY + country.radius_km * _REACH:
            cause = f"{row.entry.id}: lies {distance:.0f} km from {country.name}; check latitude and longitude"
            yield Fault(row.path, row.line, cause)

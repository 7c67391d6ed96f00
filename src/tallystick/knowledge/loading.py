"""Packs in, a knowledge base out."""

from __future__ import annotations

from functools import lru_cache

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase, merge_by_id
from tallystick.knowledge.pack import Pack, fingerprint, packaged_packs
from tallystick.knowledge.publishers import KnownPublisher
from tallystick.knowledge.rows import read_rows
from tallystick.model.relation import KnownRelation


@lru_cache(maxsize=8)
def load_knowledge(*added: Pack) -> KnowledgeBase:
    """The packaged knowledge with that of further packs.

    A later actor or publisher replaces an earlier one of the same id or domain.

    Raises:
        TallystickError: E401 if a file does not fit; it names the file, the line and the entry.

    """
    packs = (*packaged_packs(), *added)
    actors = [row.entry for pack in packs for row in read_rows(pack, "actors", KnownActor)]
    relations = [row.entry for pack in packs for row in read_rows(pack, "relations", KnownRelation)]
    publishers = [row.entry for pack in packs for row in read_rows(pack, "publishers", KnownPublisher)]
    by_domain = {p.domain: p for p in publishers}
    return KnowledgeBase(merge_by_id(actors), tuple(relations), tuple(by_domain.values()), fingerprint(packs))

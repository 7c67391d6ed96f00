"""Ids that outlive later reports: each incident keeps the id that its earliest telling was first given."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tallystick.model.incident import MintedId, Tombstone
from tallystick.resolution.telling import Telling


def mint_id(t: Telling) -> str:
    """The id of an incident first told here: "inc-" and 12 hex digits of the SHA-256 of
    ``report_id:start:end:ordinal`` of its trigger.
    """
    trigger = t.mention.trigger
    words = f"{trigger.report_id}:{trigger.start}:{trigger.end}:{t.ordinal}"
    return "inc-" + hashlib.sha256(words.encode()).hexdigest()[:12]


def name_clusters(
    clusters: Sequence[Sequence[Telling]], minted: Iterable[MintedId]
) -> tuple[list[str], list[MintedId], list[Tombstone]]:
    """The id of each cluster, the ids minted for this, and a tombstone for every earlier id no longer in use.

    A cluster that holds the anchors of several earlier ids keeps the earliest minted; the others point to it. A
    cluster without an earlier id is named after its first affirmed telling.
    """
    minted = list(minted)
    home = {id(t): n for n, cluster in enumerate(clusters) for t in cluster}
    anchored = _find_anchors(minted, [t for cluster in clusters for t in cluster if t.is_affirmed])
    claims: dict[int, list[tuple[int, date, str, MintedId]]] = defaultdict(list)
    for m in minted:
        if (t := anchored.get(m.id)) is not None:
            claims[home[id(t)]].append((m.batch, t.published or date.max, m.id, m))

    names: list[str] = []
    fresh: list[MintedId] = []
    tombstones: list[Tombstone] = []
    for n, cluster in enumerate(clusters):
        earlier = [claim[3] for claim in sorted(claims.get(n, ()), key=lambda c: (c[0], anchored[c[2]].key, c[2]))]
        if earlier:
            names.append(earlier[0].id)
            tombstones += [Tombstone(id=m.id, points_to=names[n], why="joined with it") for m in earlier[1:]]
        else:
            first = min((t for t in cluster if t.is_affirmed), key=lambda t: t.key)
            names.append(mint_id(first))
            fresh.append(MintedId(id=names[n], anchor=first.mention.trigger, ordinal=first.ordinal, batch=first.batch))
    lost = [m for m in minted if m.id not in anchored]
    tombstones += [
        Tombstone(id=m.id, points_to=None, why=f'"{m.anchor.exact}" is no longer read as an incident') for m in lost
    ]
    return names, fresh, sorted(tombstones, key=lambda t: t.id)


def _find_anchors(minted: Iterable[MintedId], tellings: Iterable[Telling]) -> dict[str, Telling]:
    """The telling that each minted id stands on now: the one with the same ordinal whose trigger overlaps it most.
    A telling bears one id at most, the best fitting.
    """
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for t in tellings:
        by_report[t.mention.report_id].append(t)
    fits = [
        (_shared(m, t), m.id, t)
        for m in minted
        for t in by_report[m.anchor.report_id]
        if t.ordinal == m.ordinal and t.mention.trigger.overlaps(m.anchor)
    ]
    found: dict[str, Telling] = {}
    taken: set[int] = set()
    for _, minted_id, t in sorted(fits, key=lambda f: (-f[0], f[1], f[2].key)):
        if minted_id not in found and id(t) not in taken:
            found[minted_id] = t
            taken.add(id(t))
    return found


def _shared(m: MintedId, t: Telling) -> float:
    """The part of the characters of both quotes that they have in common, 0 to 1."""
    a, b = m.anchor, t.mention.trigger
    return (min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))

"""Who stands behind whom: backers at the top, brands at the bottom, each line with its kind, source and grade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import Grade, Predicate
from tallystick.publishing.brief.svg import picture, tag, text, text_width, title, wrap
from tallystick.publishing.words import listed

MOST_NODES = 36
_FAMILIES = {
    Predicate.BACKED_BY: "backing",
    Predicate.SUBORDINATE_TO: "backing",
    Predicate.CONTROLS: "backing",
    Predicate.BRAND_OF: "brand",
    Predicate.FRONT_FOR: "brand",
    Predicate.MEDIA_OUTLET_OF: "brand",
    Predicate.ALLIED_WITH: "alliance",
}
_STRENGTH = {Grade.SELF_ACKNOWLEDGED: "strong", Grade.OFFICIAL_FINDING: "strong", Grade.DIRECT: "strong"}
_NODE_HEIGHT = 22.0
_GAP = 14.0
_ROW_GAP = 58.0


@dataclass(frozen=True)
class Edge:
    """A relation between two actors, each by its id (``name:…`` for one without), as a report or the base has it.

    ``upper`` is the one that backs, commands, holds the members or uses the brand.
    """

    subject: str
    predicate: Predicate
    object: str
    grade: Grade
    stated: bool
    source: str
    years: str

    @property
    def upper(self) -> str:
        """The actor to draw above."""
        return self.subject if self.predicate is Predicate.CONTROLS else self.object

    @property
    def lower(self) -> str:
        """The actor to draw below."""
        return self.object if self.predicate is Predicate.CONTROLS else self.subject


@dataclass(frozen=True)
class Network:
    """Actors by id with their names, and the relations between them."""

    names: Mapping[str, str]
    edges: tuple[Edge, ...]
    met: frozenset[str]


def actor_key(actor: ActorRef) -> str:
    """The id of an actor, or its name where it has none."""
    return actor.id or f"name:{actor.name}"


def gather_network(
    relations: Sequence[RelationMention],
    known: Sequence[KnownRelation],
    names: Mapping[str, str],
    met: Iterable[str],
    cite: Mapping[str, str],
) -> Network:
    """The relations that reports assert, and those of the knowledge base that tie actors met to each other or to a backer.

    ``names`` is by actor id, ``cite`` by report id. ``established`` ties no two actors and is left out.
    """
    all_names = dict(names)
    edges: dict[tuple[str, Predicate, str, bool], Edge] = {}
    seen = set(met)
    for relation in relations:
        if relation.predicate is Predicate.ESTABLISHED:
            continue
        ends = actor_key(relation.subject), actor_key(relation.object)
        all_names |= {ends[0]: relation.subject.name, ends[1]: relation.object.name}
        seen.update(ends)
        edges.setdefault(
            (ends[0], relation.predicate, ends[1], True),
            Edge(ends[0], relation.predicate, ends[1], relation.grade, True,
                 cite.get(relation.report_id, "a report"), _years(relation)),
        )  # fmt: skip
    for link in known:
        edge = Edge(link.subject, link.predicate, link.object, link.grade, False, link.citation, _years(link))
        both_met = edge.subject in seen and edge.object in seen
        is_backing = edge.lower in seen and _family(edge.predicate) == "backing"
        if link.predicate is not Predicate.ESTABLISHED and (both_met or is_backing):
            edges.setdefault((edge.subject, edge.predicate, edge.object, False), edge)
    kept = tuple(sorted(edges.values(), key=lambda e: (e.upper, e.lower, e.predicate, not e.stated)))
    ends_met = {end for edge in kept for end in (edge.subject, edge.object)}
    if len(ends_met) > MOST_NODES:
        kept = tuple(edge for edge in kept if edge.stated)
        ends_met = {end for edge in kept for end in (edge.subject, edge.object)}
    return Network({key: all_names.get(key, key) for key in sorted(ends_met)}, kept, frozenset(seen))


def _years(relation: RelationMention | KnownRelation) -> str:
    since, until = relation.since, relation.until
    if since and until:
        return f"{since.year}–{until.year}"
    return f"since {since.year}" if since else f"until {until.year}" if until else ""


def _family(predicate: Predicate) -> str:
    return _FAMILIES.get(predicate, "member")


def draw_network(network: Network, *, width: float, key: str) -> str | None:
    """The actors in layers; null if there is no relation."""
    if not network.edges:
        return None
    size = 11.0 if width < 500 else 12.5
    rows = _rows(network, width, size)
    at: dict[str, tuple[float, float, float, float]] = {}
    y = 10.0
    for row in rows:
        lines = {node: wrap(network.names[node], _widest(width, len(row)) - 16, size) for node in row}
        widths = {node: max(text_width(line, size) for line in lines[node]) + 20 for node in row}
        height = max(len(found) for found in lines.values()) * (size + 3) + 9
        spare = (width - sum(widths.values())) / (len(row) + 1)
        x = spare
        for node in row:
            at[node] = (x, y, widths[node], height)
            x += widths[node] + spare
        y += height + _ROW_GAP
    height = y - _ROW_GAP + 10
    edges, names = _edges(network, at, size)
    return picture(
        *edges,
        *(_node(network, node, at[node], size) for row in rows for node in row),
        *names,
        width=width,
        height=height,
        name="Network of the actors",
        description=f"{len(network.edges)} relations between {listed(network.names.values())}.",
        key=key,
    )


def _widest(width: float, members: int) -> float:
    return max(96.0, (width - _GAP * (members + 1)) / members)


def _rows(network: Network, width: float, size: float) -> list[list[str]]:
    """Layers from the top, each ordered to keep lines short, and broken where it is wider than the page."""
    depth = _depths(network)
    layers: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for node in network.names:
        layers[depth[node]].append(node)
    _untangle(layers, network)
    most = max(1, int((width - _GAP) // ((104.0 if width < 500 else 132.0) + _GAP)))
    return [part for layer in layers if layer for part in _even_parts(layer, most)]


def _even_parts(layer: list[str], most: int) -> list[list[str]]:
    count = -(-len(layer) // most)
    each = -(-len(layer) // count)
    return [layer[at : at + each] for at in range(0, len(layer), each)]


def _depths(network: Network) -> dict[str, int]:
    """How many steps each actor stands below the top; a line that would close a circle is not followed."""
    above: dict[str, set[str]] = {node: set() for node in network.names}
    beside: list[tuple[str, str]] = []
    for edge in network.edges:
        if edge.predicate is Predicate.ALLIED_WITH:
            beside.append((edge.subject, edge.object))
        elif edge.upper != edge.lower and not _reaches(above, edge.upper, edge.lower):
            above[edge.lower].add(edge.upper)
    depth: dict[str, int] = {}

    def measure(node: str) -> int:
        if node not in depth:
            depth[node] = 1 + max((measure(up) for up in sorted(above[node])), default=-1)
        return depth[node]

    for node in network.names:
        measure(node)
    lone = {n for n in network.names if not above[n] and not any(n in ups for ups in above.values())}
    for one, other in beside:
        if one in lone:
            depth[one] = depth[other]
        elif other in lone:
            depth[other] = depth[one]
    return depth


def _reaches(above: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, edge = {start}, [start]
    while edge:
        here = edge.pop()
        if here == goal:
            return True
        edge += above[here] - seen
        seen |= above[here]
    return False


def _untangle(layers: list[list[str]], network: Network) -> None:
    """Order each layer by the mean place of its neighbours (barycentre method, Sugiyama et al. 1981)."""
    near: dict[str, set[str]] = {node: set() for node in network.names}
    for edge in network.edges:
        near[edge.upper].add(edge.lower)
        near[edge.lower].add(edge.upper)
    for _ in range(4):
        for sweep in (layers, layers[::-1]):
            for layer in sweep:
                place = {node: (n + 0.5) / len(row) for row in layers for n, node in enumerate(row)}
                middle = {
                    node: sum(place[other] for other in near[node]) / len(near[node]) if near[node] else place[node]
                    for node in layer
                }
                layer.sort(key=lambda node: (middle[node], node))


def _node(network: Network, node: str, box: tuple[float, float, float, float], size: float) -> str:
    x, y, width, height = box
    lines = wrap(network.names[node], width - 12, size)
    top = y + (height - len(lines) * (size + 3)) / 2 + size
    kind = "node" + ("" if node in network.met else " unmet")
    return tag(
        "g",
        tag("rect", x=x, y=y, width=width, height=height, rx=4, class_=kind),
        *(
            text(line, x=x + width / 2, y=top + n * (size + 3), class_="node-name", font_size=size)
            for n, line in enumerate(lines)
        ),
    )


def _edges(
    network: Network, at: Mapping[str, tuple[float, float, float, float]], size: float
) -> tuple[list[str], list[str]]:
    """Lines and their names. Lines between the same two actors run side by side; a name stands where it covers none."""
    between: dict[tuple[str, str], list[Edge]] = {}
    for edge in network.edges:
        one, other = sorted((edge.upper, edge.lower))
        between.setdefault((one, other), []).append(edge)
    lines: list[str] = []
    names: list[str] = []
    taken = [(x, y, x + w, y + h) for x, y, w, h in at.values()]
    small = size - 2
    for found in between.values():
        for n, edge in enumerate(found):
            shift = (n - (len(found) - 1) / 2) * 9
            (x1, y1), (x2, y2), bend = _ends(at[edge.upper], at[edge.lower], shift)
            said = (
                f"{network.names[edge.subject]} — {entry(edge.predicate).label.lower()} — {network.names[edge.object]}"
            )
            said += (
                f" ({', '.join(part for part in (edge.years, entry(edge.grade).label.lower(), edge.source) if part)})"
            )
            look = f"edge {_family(edge.predicate)} {_STRENGTH.get(edge.grade, 'weak')}" + (
                "" if edge.stated else " known"
            )
            lines.append(
                tag(
                    "path",
                    title(said),
                    d=f"M{x1:.1f} {y1:.1f}C{x1:.1f} {y1 + bend:.1f} {x2:.1f} {y2 - bend:.1f} {x2:.1f} {y2:.1f}",
                    class_=look,
                )
            )
            words = entry(edge.predicate).label.lower() + (f", {edge.years}" if edge.years else "")
            width = text_width(words, small) + 6
            for share in (0.5, 0.36, 0.64, 0.25, 0.75):
                x, y = _along((x1, y1), (x2, y2), bend, share)
                box = (x - width / 2, y - small / 2 - 2, x + width / 2, y + small / 2 + 2)
                if all(box[0] >= b[2] or box[2] <= b[0] or box[1] >= b[3] or box[3] <= b[1] for b in taken):
                    taken.append(box)
                    names.append(
                        text(
                            words,
                            x=x,
                            y=y + small * 0.35,
                            class_=f"edge-name {_family(edge.predicate)}",
                            font_size=small,
                        )
                    )
                    break
    return lines, names


Spot = tuple[float, float]


def _ends(
    upper: tuple[float, float, float, float], lower: tuple[float, float, float, float], shift: float
) -> tuple[Spot, Spot, float]:
    x1, x2 = upper[0] + upper[2] / 2 + shift, lower[0] + lower[2] / 2 + shift
    if upper[1] + upper[3] <= lower[1]:
        y1, y2 = upper[1] + upper[3], lower[1]
        return (x1, y1), (x2, y2), (y2 - y1) * 0.45
    if upper[1] >= lower[1] + lower[3]:
        y1, y2 = upper[1], lower[1] + lower[3]
        return (x1, y1), (x2, y2), (y2 - y1) * 0.45
    y = upper[1] + upper[3]
    return (x1, y), (x2, y), 26.0


def _along(start: Spot, end: Spot, bend: float, share: float) -> Spot:
    """A point of the cubic curve between two ends whose handles stand ``bend`` below the one and above the other."""
    rest = 1 - share
    weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    xs, ys = (start[0], start[0], end[0], end[0]), (start[1], start[1] + bend, end[1] - bend, end[1])
    return sum(w * x for w, x in zip(weights, xs, strict=True)), sum(w * y for w, y in zip(weights, ys, strict=True))

"""Who stands behind whom, as a picture: each line with its kind, its source and its weight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.publishing.brief.bundles import Bundle, bundle_edges
from tallystick.publishing.brief.labels import overlap
from tallystick.publishing.brief.layering import layer_actors
from tallystick.publishing.brief.relations import Edge, Network
from tallystick.publishing.svg import Curve, Point, curve, picture, tag, text, text_width, title, wrap
from tallystick.publishing.words import listed

_NODE = 132.0
_NODE_ON_PHONE = 100.0
_GAP = 14.0
_BESIDE_NAME = 15.0
_ROW_GAP = 56.0
_BESIDE = 9.0
_MOST_NAMED = 12
_MOST_CITED = 6
_ALONG = (0.5, 0.38, 0.62, 0.28, 0.72)


@dataclass(frozen=True)
class Node:
    """An actor on the page: its box and the lines of its name."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where its lines start, from the left of the page."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


def draw_network(
    network: Network,
    *,
    width: float,
    key: str,
    opens_actor: Callable[[str], str] | None = None,
    opens_edge: Callable[[Edge], str] | None = None,
) -> str | None:
    """The actors in layers, backers at the top, brands at the bottom; null if there is no relation. On a page that has
    more to tell, ``opens_actor`` and ``opens_edge`` say where an actor and a line lead to.
    """
    if not network.edges:
        return None
    size = 11.0 if width < 500 else 12.5
    nodes = _place(network, width, size)
    height = max(node.bottom for node in nodes.values()) + 10
    lines, names = _draw_bundles(network, nodes, size - 1.5, opens=opens_edge)
    return picture(
        *lines,
        *(
            _linked(_draw_node(node, size, is_met=actor in network.met), opens_actor and opens_actor(actor))
            for actor, node in nodes.items()
        ),
        *names,
        width=width,
        height=height,
        name="Network of the actors",
        description=f"{len(network.edges)} relations between {listed(network.names.values())}.",
        key=key,
    )


def _cited(edge: Edge) -> list[str]:
    """Who says so, and how many more do."""
    more = len(edge.sources) - _MOST_CITED
    return [*edge.sources[:_MOST_CITED], *([f"and {more} more"] if more > 0 else [])]


def _place(network: Network, width: float, size: float) -> dict[str, Node]:
    least = _NODE_ON_PHONE if width < 500 else _NODE
    rows = layer_actors(network, most=max(1, int((width - _GAP) // (least + _GAP))))
    nodes: dict[str, Node] = {}
    y = 10.0
    for row in rows:
        room = (width - _GAP * (len(row) + 1)) / len(row)
        named = {actor: tuple(wrap(network.names[actor], room - 2 * _BESIDE_NAME, size)) for actor in row}
        widths = {
            actor: max(text_width(line, size) for line in lines) + 2 * _BESIDE_NAME for actor, lines in named.items()
        }
        height = max(map(len, named.values())) * (size + 3) + 9
        spare = (width - sum(widths.values())) / (len(row) + 1)
        x = spare
        for actor in row:
            nodes[actor] = Node(x, y, widths[actor], height, named[actor])
            x += widths[actor] + spare
        y += height + _ROW_GAP
    return nodes


def _draw_node(node: Node, size: float, *, is_met: bool) -> str:
    look = "node" if is_met else "node unmet"
    top = node.y + (node.height - len(node.lines) * (size + 3)) / 2 + size
    return tag(
        "g",
        tag("rect", x=node.x, y=node.y, width=node.width, height=node.height, rx=4, class_=look),
        *(
            text(line, x=node.middle, y=top + n * (size + 3), class_="node-name", font_size=size)
            for n, line in enumerate(node.lines)
        ),
    )


def _linked(drawn: str, address: str | None) -> str:
    return tag("a", drawn, href=address) if address else drawn


def _draw_bundles(
    network: Network, nodes: Mapping[str, Node], size: float, *, opens: Callable[[Edge], str] | None
) -> tuple[list[str], list[str]]:
    """Lines and their names. Lines between the same two actors run side by side; a name stands where it covers none.

    Where there are many lines, only those that reports assert are named.
    """
    lines: list[str] = []
    names: list[str] = []
    taken = [(n.x, n.y, n.x + n.width, n.bottom) for n in nodes.values()]
    bundles = bundle_edges(network.edges)
    for beside in _side_by_side(bundles):
        for n, bundle in enumerate(beside):
            edge = bundle.first
            shift = (n - (len(beside) - 1) / 2) * _BESIDE
            route = _route(nodes[edge.upper], nodes[edge.lower], shift)
            line = tag("path", title(_said(bundle, network)), d=curve(route), class_=_look(bundle))
            lines.append(_linked(line, opens and opens(edge)))
            if not edge.stated and len(bundles) > _MOST_NAMED:
                continue
            width = text_width(bundle.words, size) + 6
            for share in _ALONG:
                x, y = _along(route, share)
                box = (x - width / 2, y - size / 2 - 2, x + width / 2, y + size / 2 + 2)
                if not any(overlap(box, other) for other in taken):
                    taken.append(box)
                    look = f"edge-name {edge.family}"
                    names.append(text(bundle.words, x=x, y=y + size * 0.35, class_=look, font_size=size))
                    break
    return lines, names


def _look(bundle: Bundle) -> str:
    """The classes of its line: whence it is, and how strong."""
    edge = bundle.first
    standing = "known" if not edge.stated else "accepted" if edge.is_accepted else ""
    return " ".join(filter(None, ("edge", edge.family, "strong" if bundle.is_strong else "", standing)))


def _side_by_side(bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    between: dict[frozenset[str], list[Bundle]] = {}
    for bundle in bundles:
        between.setdefault(frozenset((bundle.first.upper, bundle.first.lower)), []).append(bundle)
    return list(between.values())


def _said(bundle: Bundle, network: Network) -> str:
    return "; ".join(
        f"{network.names[edge.subject]} {entry(edge.predicate).label.lower()} {network.names[edge.object]}"
        f" ({', '.join(filter(None, [_standing(edge), edge.years, entry(edge.grade).label.lower(), *_cited(edge)]))})"
        for edge in bundle.edges
    )


def _standing(edge: Edge) -> str:
    return "accepted" if edge.is_accepted else ""


def _route(upper: Node, lower: Node, shift: float) -> Curve:
    """The line between two actors; between actors of one row it hangs below them."""
    x1, x2 = upper.middle + shift, lower.middle + shift
    if lower.y < upper.bottom and upper.y < lower.bottom:
        y1, y2, drop = upper.bottom, lower.bottom, 12 + abs(x2 - x1) / 12
        return (x1, y1), (x1, y1 + drop), (x2, y2 + drop), (x2, y2)
    y1, y2 = (upper.bottom, lower.y) if upper.bottom <= lower.y else (upper.y, lower.bottom)
    bend = (y2 - y1) * 0.45
    return (x1, y1), (x1, y1 + bend), (x2, y2 - bend), (x2, y2)


def _along(route: Curve, share: float) -> Point:
    """The point of a cubic Bézier curve at that share of its course."""
    rest = 1 - share
    weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, route, strict=True)) for axis in (0, 1))
    return x, y

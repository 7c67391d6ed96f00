"""Puts actors into rows: backers above those they back, rows ordered so that few lines cross."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tallystick.model.terms import Predicate
from tallystick.publishing.brief.relations import Network

_SWEEPS = 4


def layer_actors(network: Network, *, most: int) -> list[list[str]]:
    """Rows of actor ids from the top, none longer than ``most``."""
    depth = _depths(network)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in network.names:
        layers[depth[node]].append(node)
    _untangle(layers, network)
    return [part for layer in layers if layer for part in _even_parts(layer, most)]


def _even_parts(layer: list[str], most: int) -> list[list[str]]:
    count = -(-len(layer) // most)
    each = -(-len(layer) // count)
    return [layer[at : at + each] for at in range(0, len(layer), each)]


def _depths(network: Network) -> dict[str, int]:
    """How many steps each actor stands below the top; a line that would close a circle is not followed.

    Allies stand beside each other where nothing else says where they belong.
    """
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
            depth[node] = 1 + max((measure(up) for up in above[node]), default=-1)
        return depth[node]

    for node in network.names:
        measure(node)
    placed = {node for node, ups in above.items() if ups}.union(*above.values())
    for one, other in beside:
        if one not in placed:
            depth[one] = depth[other]
        elif other not in placed:
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
    for _ in range(_SWEEPS):
        for sweep in (layers, layers[::-1]):
            for layer in sweep:
                place = {node: (n + 0.5) / len(row) for row in layers for n, node in enumerate(row)}
                middle = {node: _mean([place[other] for other in near[node]] or [place[node]]) for node in layer}
                layer.sort(key=lambda node: (middle[node], node))


def _mean(values: list[float]) -> float:
    return math.fsum(values) / len(values)

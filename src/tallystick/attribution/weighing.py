"""What the pieces of evidence come to together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from tallystick.attribution.frame import Frame
from tallystick.attribution.likelihood import Support, confidence_of, word_of
from tallystick.attribution.opinion import Binomial, Opinion, discount, fuse_average, fuse_cumulative
from tallystick.attribution.piece import Piece
from tallystick.model.terms import Bearing, Confidence, EvidenceKind, Likelihood

_GROUND = (EvidenceKind.OWN_WORD, EvidenceKind.CONFESSION, EvidenceKind.PHYSICAL_EVIDENCE)
_SHOWN = (
    *_GROUND,
    EvidenceKind.OWN_CLAIM,
    EvidenceKind.BRAND_CLAIM,
    EvidenceKind.INTELLIGENCE,
)
_DIGITS = 4


class Judged(NamedTuple):
    """The opinion on an answer, rounded to four digits, what stands behind it, and what both come to in words."""

    opinion: Binomial
    support: Support
    likelihood: Likelihood
    confidence: Confidence


def weigh(frame: Frame, pieces: Sequence[Piece]) -> Opinion:
    """The opinion on who did it: averaging fusion of what depends on each other, cumulative fusion of the rest."""
    groups: dict[str, list[Opinion]] = {}
    told = _Told.by(pieces)
    for piece in pieces:
        if piece.behind is None and piece.weight > 0:
            groups.setdefault(piece.group, []).append(_opinion(frame, piece, told))
    if not groups:
        return Opinion(frame.base)
    return fuse_cumulative([fuse_average(found) for _, found in sorted(groups.items())])


def weighty_of(pieces: Sequence[Piece]) -> list[int]:
    """The numbers of the pieces without which the rest may come to something else: all but the relations that others
    say as well, since of those the best counts alone.
    """
    best = {(p.behind, p.points_to): n for n, p in sorted(enumerate(pieces), key=lambda one: one[1].weight)}
    said = Counter((p.behind, p.points_to, p.weight) for p in pieces)
    return [
        n
        for n, p in enumerate(pieces)
        if p.behind is None or (best[p.behind, p.points_to] == n and said[p.behind, p.points_to, p.weight] == 1)
    ]


def judge(opinion: Opinion, pieces: Sequence[Piece], answer: int) -> Judged:
    """How likely and how sure it is that one of the parties of ``answer`` did it."""
    exact = opinion.coarsen(answer)
    belief, disbelief = round(exact.belief, _DIGITS), round(exact.disbelief, _DIGITS)
    held = Binomial(
        belief,
        disbelief,
        round(1 - belief - disbelief, _DIGITS),
        round(exact.base_rate, _DIGITS),
        round(exact.projected, _DIGITS),
    )
    support = support_for(pieces, answer)
    return Judged(held, support, word_of(held.projected), confidence_of(held, support))


def support_for(pieces: Sequence[Piece], answer: int) -> Support:
    """The voices and the sources that speak for an answer."""
    speaking = [p for p in pieces if p.behind is None and p.weight > 0 and bearing_on(p, answer) is Bearing.FOR]
    return Support(
        voices=len({p.voice for p in speaking if p.told.kind is not EvidenceKind.NOBODY_NAMED}),
        sources=len(frozenset().union(*(p.origins for p in speaking))),
        shown=any(p.told.kind in _SHOWN for p in speaking),
        ground=any(p.told.kind in _GROUND for p in speaking),
    )


def bearing_on(piece: Piece, answer: int) -> Bearing | None:
    """Which way a piece bears on an answer; null for a denial or a dispute of somebody else's deed.

    What points to a party of the answer is for it, also if it points to others too; what points past it is against it.
    """
    if piece.behind is not None:
        # Who stands behind a name matters only where the answer is not that name itself.
        return Bearing.FOR if piece.points_to & answer and piece.own & ~answer else None
    if piece.points_to & answer:
        return None if piece.is_against else Bearing.FOR
    return Bearing.AGAINST


def leading(frame: Frame, opinion: Opinion) -> int:
    """The parties to which the evidence points most, somebody else aside; 0 where it points to nobody. A denial and a
    dispute leave somebody else open, and point to nobody.
    """
    somebody_else = 1 << len(frame.parties)
    pointed = reduce(or_, (values for values in opinion.masses if not values & somebody_else), 0)
    chances = {n: round(opinion.project(1 << n), _DIGITS) for n in range(len(frame.parties)) if pointed >> n & 1}
    return sum(1 << n for n, chance in chances.items() if chance == max(chances.values()))


class _Told(NamedTuple):
    """What the opinions of single pieces ask of all: how much the relations behind each name weigh at best, by to whom
    they point, and to whom the pieces of each claimant, and those of none, point.
    """

    behind: dict[str, dict[int, float]]
    pointed: dict[str | None, int]

    @staticmethod
    def by(pieces: Sequence[Piece]) -> _Told:
        """Goes over the pieces once."""
        behind: dict[str, dict[int, float]] = {}
        pointed: dict[str | None, int] = {}
        for piece in pieces:
            if piece.behind is not None:
                best = behind.setdefault(piece.behind, {})
                best[piece.points_to] = max(best.get(piece.points_to, 0.0), piece.weight)
            elif piece.weight > 0 and not piece.is_against:
                pointed[piece.name] = pointed.get(piece.name, 0) | piece.points_to
        return _Told(behind, pointed)

    def pointed_by_others(self, name: str | None) -> int:
        """To whom all pieces point that are not by a claimant."""
        return reduce(or_, (parties for other, parties in self.pointed.items() if other != name), 0)


def _opinion(frame: Frame, piece: Piece, told: _Told) -> Opinion:
    """The opinion of one piece.

    A claim by a name goes on to its members as far as the relations are trusted: to all of them, or to the one alone
    that other evidence points to.
    """
    strength = piece.told.strength
    best = told.behind.get(piece.name) if piece.name is not None else None
    if not best:
        return discount(Opinion(frame.base, {piece.own or piece.points_to: strength}), piece.told.discount)
    members = _singled_out(best, told.pointed_by_others(piece.name))
    trust = trust_in(list(best.values()))
    masses = {members: strength * trust}
    anybody = piece.own | reduce(or_, best)
    masses[anybody] = masses.get(anybody, 0.0) + strength * (1 - trust)
    return discount(Opinion(frame.base, masses), piece.told.discount)


def _singled_out(members: Iterable[int], pointed: int) -> int:
    """The members behind a name; the one alone to which other evidence points, if it is just one."""
    hit = {each for each in members if each & pointed}
    return next(iter(hit)) if len(hit) == 1 else reduce(or_, members)


def trust_in(grades: Sequence[float]) -> float:
    """How far some relations are trusted together, 0 to below 1: they mostly repeat one another, so their evidence is
    averaged.
    """
    return fuse_average([Opinion((0.5, 0.5), {1: grade}) for grade in grades]).masses[1]

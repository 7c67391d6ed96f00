"""From candidate answers to attributions: how likely, how sure, on what evidence, and what hangs on a single piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.attribution.answers import Answer, answers_of
from tallystick.attribution.candidates import candidates_of, frame_of
from tallystick.attribution.case import Case
from tallystick.attribution.frame import Frame
from tallystick.attribution.piece import Piece
from tallystick.attribution.pieces import pieces_of
from tallystick.attribution.responsibility import responsibility_of
from tallystick.attribution.sponsors import sponsors_of
from tallystick.attribution.weighing import Judged, bearing_on, judge, leading, weigh, weighty_of
from tallystick.attribution.wording import say_answer, why_confident
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import AnswerOpinion, Attribution, Sensitivity
from tallystick.model.terms import AttributionRole, Bearing


def attributions_of(case: Case) -> tuple[Attribution, ...]:
    """Every candidate answer, the most probable first, and behind them whoever backs those who act."""
    frame = frame_of(case)
    pieces = pieces_of(case, frame)
    opinion = weigh(frame, pieces)
    found = [(answer, judge(opinion, pieces, answer.parties)) for answer in answers_of(case, frame)]
    found.sort(key=lambda one: -one[1].opinion.projected)
    weighed = Weighed(case, frame, pieces)
    executors = [weighed.attribution(answer, judged, [a for a, _ in found]) for answer, judged in found]
    return (*executors, *sponsors_of(case))


class Weighed:
    """The evidence of one incident, weighed as a whole and without each piece on which something can hang."""

    def __init__(self, case: Case, frame: Frame, pieces: Sequence[Piece]) -> None:
        self._case = case
        self._frame = frame
        self._pieces = pieces
        self._lead = leading(frame, weigh(frame, pieces))
        self._names = candidates_of(case)
        weighty = weighty_of(pieces)
        self._without = {n: [p for p in pieces if p is not pieces[n]] for n in weighty}
        self._opinions = {n: weigh(frame, rest) for n, rest in self._without.items()}

    def attribution(self, answer: Answer, judged: Judged, answers: Iterable[Answer]) -> Attribution:
        """An answer with all that bears on it."""
        bearing = [(n, b) for n, p in enumerate(self._pieces) if (b := bearing_on(p, answer.parties)) is not None]
        bearing.sort(key=lambda one: _order(self._pieces[one[0]], one[1]))
        evidence = tuple(self._pieces[n].told_as(b) for n, b in bearing)
        sensitivity = self._sensitivity(answer, judged, [n for n, _ in bearing])
        why = why_confident(judged, evidence)
        same = [other for other in answers if other.parties == answer.parties and other.that == answer.that]
        return Attribution(
            actors=answer.actors,
            mode=answer.mode,
            attributor=answer.attributor,
            role=AttributionRole.EXECUTOR,
            basis=answer.basis,
            likelihood=judged.likelihood,
            confidence=judged.confidence,
            confidence_why=why,
            status=answer.status,
            date_made=answer.made,
            opinion=AnswerOpinion(**judged.opinion._asdict()),
            evidence=evidence,
            sensitivity=sensitivity,
            responsibility=responsibility_of(self._case, answer),
            chain=answer.chain,
            sentences=say_answer(self._case, same, judged, why, evidence, sensitivity),
        )

    def _sensitivity(self, answer: Answer, judged: Judged, numbers: Sequence[int]) -> tuple[Sensitivity, ...]:
        """The pieces without which the likelihood word, the confidence or the leading answer would be another."""
        found = []
        for place, n in enumerate(numbers):
            if n not in self._opinions:
                continue
            then = judge(self._opinions[n], self._without[n], answer.parties)
            lead = leading(self._frame, self._opinions[n])
            same = (then.likelihood, then.confidence) == (judged.likelihood, judged.confidence)
            if not same or not lead & self._lead:
                found.append(
                    Sensitivity(
                        evidence=place,
                        likelihood=then.likelihood,
                        confidence=then.confidence,
                        leading=self._actors(lead),
                    )
                )
        return tuple(found)

    def _actors(self, parties: int) -> tuple[ActorRef, ...]:
        keys = {k for n, party in enumerate(self._frame.parties) if parties >> n & 1 for k in party}
        return tuple(self._names[k] for k in sorted(keys))


def _order(piece: Piece, bears: Bearing) -> tuple[bool, bool, float]:
    """What is for it before what is against it, relations behind the rest, what carries most first."""
    return bears is Bearing.AGAINST, piece.behind is not None, -piece.weight

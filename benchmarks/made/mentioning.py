"""Mentions of what a made report tells, with their quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from benchmarks.made.pen import Span, Spans
from benchmarks.made.seen import Seen
from tallystick.model.actor import Participant
from tallystick.model.mention import Casualties, CountedRange, EventMention, OutcomeRead, Reporter, WeaponUse
from tallystick.model.place import Place, Where
from tallystick.model.quote import Quote
from tallystick.model.terms import ParticipantType, Role
from tallystick.model.when import When

READER = "made-1"


@lru_cache(maxsize=8192)
def _fields(place: Place) -> dict[str, Any]:
    return dict(place)


def make_mentions(
    report_id: str, text: str, *, shift: int, tellings: Sequence[Seen], spans: Sequence[Spans], told_apart: bool
) -> tuple[EventMention, ...]:
    """One mention for each telling. ``shift`` is the length of the head before the body that the spans count in.

    ``told_apart``: the report counts the tellings of one kind apart ("a second strike").
    """
    ids = [f"m-{report_id[:12]}-{n}" for n in range(len(tellings))]
    return tuple(
        _Words(report_id, text, shift).mention(
            ids[n],
            seen,
            spans[n],
            counted_apart=tuple(
                ids[other]
                for other, them in enumerate(tellings)
                if them.happening.number != seen.happening.number and not (them.bare or seen.bare)
            )
            if told_apart
            else (),
        )
        for n, seen in enumerate(tellings)
    )


class _Words:
    def __init__(self, report_id: str, text: str, shift: int) -> None:
        self._report_id, self._text, self._shift = report_id, text, shift

    def _quote(self, span: Span) -> Quote:
        start, end = span[0] + self._shift, span[1] + self._shift
        return Quote(report_id=self._report_id, start=start, end=end, exact=self._text[start:end])

    def mention(self, mention_id: str, seen: Seen, spans: Spans, *, counted_apart: tuple[str, ...]) -> EventMention:
        reporter = self._quote(spans.reporter) if spans.reporter else None
        return EventMention(
            id=mention_id,
            report_id=self._report_id,
            quote=self._quote(spans.whole),
            modality=seen.modality,
            confidence=0.9,
            reader=READER,
            event_kind=seen.kind,
            trigger=self._quote(spans.trigger),
            when=self._when(seen, spans),
            where=self._where(seen, spans),
            participants=tuple(self._participants(seen, spans)),
            weapons=(WeaponUse(kind=seen.weapon, quote=self._quote(spans.weapon)),)
            if seen.weapon and spans.weapon
            else (),
            weapon_count=self._count(seen.weapon_count, spans.weapon_count),
            casualties=Casualties(
                killed=self._count(seen.killed, spans.killed, at_least=seen.at_least),
                injured=self._count(seen.injured, spans.injured),
            ),
            outcome=OutcomeRead(value=seen.outcome, quote=self._quote(spans.outcome))
            if seen.outcome and spans.outcome
            else None,
            reporter=Reporter(name=reporter.exact, quote=reporter) if reporter else None,
            background=seen.background,
            counted_apart=counted_apart,
        )

    def _when(self, seen: Seen, spans: Spans) -> When:
        if seen.start is None:
            return When()
        quote = self._quote(spans.when) if spans.when else None
        return When(start=seen.start, end=seen.end, precision=seen.precision, basis=seen.basis, quote=quote)

    def _where(self, seen: Seen, spans: Spans) -> Where | None:
        if seen.place is None or spans.where is None:
            return None
        return Where(**_fields(seen.place), quote=self._quote(spans.where))

    def _count(self, count: int | None, span: Span | None, *, at_least: bool = False) -> CountedRange | None:
        if count is None or span is None:
            return None
        return CountedRange(low=count, best=count, high=None if at_least else count, quote=self._quote(span))

    def _participants(self, seen: Seen, spans: Spans) -> Iterator[Participant]:
        for actor, span, role, alleged in (
            (seen.doer, spans.doer, Role.PERPETRATOR, seen.blamed),
            (seen.claimant, spans.claimant, Role.CLAIMANT, False),
            (seen.against, spans.against, Role.TARGET, False),
        ):
            if actor is not None and span is not None:
                yield Participant(
                    role=role,
                    type=ParticipantType.ORGANISATION,
                    name=actor.name,
                    actor_id=actor.id,
                    quote=self._quote(span),
                    alleged=alleged,
                )
        if seen.target is not None and spans.target is not None:
            yield Participant(
                role=Role.TARGET, type=ParticipantType.FACILITY, name=seen.target, quote=self._quote(spans.target)
            )

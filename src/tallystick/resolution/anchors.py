"""Event mentions, found again by the words that a decision holds on to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote


class Anchored:
    """Event mentions by the words that tell them."""

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        self._by_report: dict[str, list[EventMention]] = defaultdict(list)
        for mention in mentions:
            self._by_report[mention.report_id].append(mention)

    def at(self, anchors: Sequence[Quote]) -> list[EventMention]:
        """The mentions whose trigger overlaps an anchor, in the order of their words. Where several share the trigger,
        an anchor that also overlaps the place of one picks that one.
        """
        near = [m for report_id in {q.report_id for q in anchors} for m in self._by_report[report_id]]
        found = [m for m in near if any(m.trigger.overlaps(q) for q in anchors)]
        picked = [m for m in found if m.where and any(m.where.quote.overlaps(q) for q in anchors)]
        triggers = {m.trigger for m in picked}
        return sorted((m for m in found if m in picked or m.trigger not in triggers), key=_in_text)


def anchors_of(mention: EventMention) -> tuple[Quote, ...]:
    """The words that a decision holds on to: the trigger, and the place, which parts events told by one trigger."""
    return (mention.trigger,) if mention.where is None else (mention.trigger, mention.where.quote)


def _in_text(m: EventMention) -> tuple[str, int, int, int, str]:
    return m.report_id, m.trigger.start, m.trigger.end, m.where.quote.start if m.where else -1, m.id

"""Which outlet a report names as its source for what it tells: "Reuters reported", "told AFP", "citing Al Mayadeen"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tallystick.model.mention import EventMention
from tallystick.model.outlet import Outlet
from tallystick.model.quote import Quote

_MOST_WORDS = 8
_END = re.compile(r"[.!?؟…][\"”’»)]*\s|\n\s*\n")
_WORDS = r"(?P<words>[^,.;:!?\"“”()\n]{2,80}?)"
_SOURCE_BEHIND = re.compile(
    r"\b(?:told|according to|citing|quoting|(?:cited|quoted|reported|published|broadcast) by|interview with)\s+"
    rf"{_WORDS}(?=[,.;:!?\"“”()]|$)"
)
_SAYS = r"\s(?:reported|reports|quoted|cited|broadcast|aired|wrote|said|says)\b"
_SOURCE_BEFORE = re.compile(rf"(?:^|[\s,;:\"“”(]){_WORDS}(?:\s(?:has|had|have|also|earlier|later))*{_SAYS}")
_SAYING = re.compile(_SAYS)


def relayed_outlet(mention: EventMention, text: str, outlet_of: Callable[[str], Outlet | None]) -> Outlet | None:
    """The outlet whose word a mention relays; null if its report names none for it.

    ``text`` is that of the report. An outlet is somebody who reports: not an official body, and not a carrier of
    others' reports. It is looked for in the reporter of the mention, then in its sentence.
    """
    names = [] if mention.reporter is None else [mention.reporter.name, mention.reporter.quote.exact]
    for name in (*names, *_named_in(_sentence(text, mention.trigger))):
        outlet = outlet_of(name)
        if outlet is not None and outlet.reports:
            return outlet
    return None


def _sentence(text: str, trigger: Quote) -> str:
    start = max((m.end() for m in _END.finditer(text, 0, trigger.start)), default=0)
    end = _END.search(text, trigger.end)
    return " ".join(text[start : end.start() + 1 if end else len(text)].split())


def _named_in(sentence: str) -> Iterator[str]:
    """What may be names of outlets: behind "told" and the like, and before "reported" and the like; longest first."""
    for found in _SOURCE_BEHIND.finditer(sentence):
        words = found.group("words").split()[:_MOST_WORDS]
        yield from _with_capitals(" ".join(words[:end]) for end in range(len(words), 0, -1))
    if _SAYING.search(sentence) is None:  # What comes before a word is dear to find.
        return
    for found in _SOURCE_BEFORE.finditer(sentence):
        words = found.group("words").split()[-_MOST_WORDS:]
        yield from _with_capitals(" ".join(words[start:]) for start in range(len(words)))


def _with_capitals(names: Iterator[str]) -> Iterator[str]:
    return (name for name in names if any(word[0].isupper() for word in name.split()))

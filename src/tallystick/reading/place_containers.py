"""What the text says a place lies in: "Harir, Erbil Province", "Somalia's Gedo", "both in Syria"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tallystick.reading.place_scene import listed
from tallystick.reading.place_span import PlaceSpan
from tallystick.reading.place_words import Word

_INTO = re.compile(r"\s*(?:,\s*(?:in\s+)?(?:the\s+)?|\(|(?:,\s*)?in\s+(?:the\s+)?|of\s+(?:the\s+)?)\Z", re.I)
_INTO_AREA = re.compile(r"\s*,?\s*in\s+(?:the\s+)?([a-z-]+)\s+of\s+(?:the\s+)?\Z", re.I)
_EXPLAINS = re.compile(r"\s*,\s*an?\s+([^,.;:()]{1,80}?)\s+(?:in|of)\s+(?:the\s+)?\Z", re.I)
_WHOSE = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}\Z")
_ALL_IN = re.compile(r"\b(?:both|all|each)(?:\s+of\s+them)?\s+(?:located\s+)?in\s+(?:the\s+)?\Z", re.I)
_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or)|/|-|–)\s*(?:the\s+)?(?:[a-z-]+\s+)?\Z", re.I)


def containers_of(spans: Sequence[PlaceSpan], words: Sequence[Word], text: str) -> dict[int, list[int]]:
    """Span number → numbers of the spans that the text names as what it may lie in, as far as its joints tell."""
    gaps = [text[words[a.until - 1].end : words[b.opens].start] for a, b in itertools.pairwise(spans)]
    inside: dict[int, list[int]] = {}
    for i, gap in enumerate(gaps):
        whole = i + 1
        if _leads_into(gap) and not ("," in gap and _is_possessor(spans[whole], words)):
            _hold(inside, gaps, i, whole)
            if whole < len(gaps) and _WHOSE.match(gaps[whole]):
                # "in Redwani village of Kashmir's Kulgam district"
                _hold(inside, gaps, i, whole + 1)
        elif _WHOSE.match(gap):
            inside.setdefault(whole, []).append(i)
        elif _ALL_IN.search(gap) and "." not in gap:
            for part in range(i, -1, -1):
                inside.setdefault(part, []).append(whole)
                if part and (words[spans[part].opens].opens_sentence or "." in gaps[part - 1]):
                    break
    return inside


def _leads_into(gap: str) -> bool:
    """True for what may stand between a place and what holds it.

    "Ouenkoro, in the circle of Bankass", "Rijiya, a farming community in Zamfara".
    """
    if _INTO.match(gap):
        return True
    told = _INTO_AREA.match(gap) or _EXPLAINS.match(gap)
    nouns = listed("plain_place_nouns") | listed("nouns_of_places") | listed("wide_nouns")
    return told is not None and not nouns.isdisjoint(told[1].lower().split())


def _hold(inside: dict[int, list[int]], gaps: Sequence[str], part: int, whole: int) -> None:
    inside.setdefault(part, []).append(whole)
    # "in Mayadin and Abu Kamal, Deir ez-Zor": the container holds for the whole list.
    for other in range(part - 1, -1, -1):
        if other in inside or not _LIST.match(gaps[other]):
            break
        inside[other] = [whole]
    # "Shaddadi, Hasakah, Syria": what holds the province holds the town.
    for wholes in inside.values():
        if part in wholes and whole not in wholes:
            wholes.append(whole)


def _is_possessor(span: PlaceSpan, words: Sequence[Word]) -> bool:
    """True for Syria in "In Geneva, Syria's envoy said": it opens a new phrase."""
    return span.until < len(words) and words[span.until].is_owned

"""Which stretches of a report name a place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_compass import read_direction
from tallystick.knowledge.gazetteer_entry import Entry, NameMatch
from tallystick.knowledge.gazetteer_names import drop_articles, fold_name
from tallystick.model.terms import PlacePrecision
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.place_context import nationalities
from tallystick.reading.place_unlisted import entries_by_likeness
from tallystick.reading.place_words import Lettering, Word

_LONGEST = 6
_THRESHOLD = 2.9


def _list(key: str) -> frozenset[str]:
    return words_of("places", key)


@dataclass
class PlaceSpan:
    """A stretch of words that names a place, with what it may stand for.

    ``first`` to ``last`` are the name's words, ``until`` the last word with the noun behind it ("Anbar province").
    ``kind`` is what that noun or one before the name says: "province", "town", "district", "site" or empty.
    """

    first: int
    last: int
    until: int
    name: str
    entries: tuple[Entry, ...]
    kind: str = ""
    direction: str | None = None
    opens: int = 0
    score: float = 0.0
    reasons: list[str] = field(default_factory=list)


class SpanFinder:
    """Looks through the words of one report from left to right, longest names first."""

    def __init__(
        self, words: Sequence[Word], lettering: Lettering, gazetteer: Gazetteer, countries: Counter[str]
    ) -> None:
        self._words = words
        self._lettering = lettering
        self._gazetteer = gazetteer
        self._countries = countries
        self._surnames: set[str] = set()
        self._seen_sites: set[str] = set()
        self._near = set(countries)
        self._organisation_until = -1
        self._persons = _persons(words)
        self._states: dict[str, str] = load_lexicon("places")["state_abbreviations"]

    def find(self) -> list[PlaceSpan]:
        """The spans, none overlapping another."""
        found: list[PlaceSpan] = []
        index = 0
        while index < len(self._words):
            span, index = self._next_from(index, found[-1] if found else None)
            if span is not None:
                found.append(span)
                sites = (e.place.id for e in span.entries[:1] if e.place.precision is PlacePrecision.SITE)
                self._seen_sites.update(sites)
                self._near.update(e.place.country for e in span.entries[:1] if e.place.country and prior(e) > 2.2)
        return found

    def _next_from(self, index: int, previous: PlaceSpan | None) -> tuple[PlaceSpan | None, int]:
        """The longest name that begins at ``index``, if any, and where to look on."""
        if not self._may_open(index):
            return None, index + 1
        for last in self._ends(index):
            name = self._text(index, last)
            entries = self._entries(index, last, name, previous)
            if not entries:
                continue
            span = self._with_nouns(PlaceSpan(index, last, last, name, entries, opens=index))
            if not span.entries:
                continue
            if self._is_part_of_other_name(span, previous):
                return None, last
            if self._is_plausible(span, previous):
                return span, span.until
            if last - index > 1 and span.entries[0].match < NameMatch.SHORT:
                return None, last
        unlisted = self._unlisted_from(index) if self._lettering is not Lettering.LOWER else None
        return unlisted, unlisted.until if unlisted else index + 1

    def _unlisted_from(self, index: int) -> PlaceSpan | None:
        """A name outside the gazetteer that the words around it call a place."""
        words, last = self._words, index
        while last < len(words) and last - index < 4 and (last == index or words[last].is_joined):
            if not self._is_name_word(words[last]) and not (
                last > index
                and words[last].lower in _list("connectors")
                and words[last].lower not in ("and", "in", "of", "the")
            ):
                break
            last += 1
        while last > index and not words[last - 1].is_capital:
            last -= 1
        if (
            last == index
            or words[index].lower in _list("never")
            or words[last - 1].lower in _list("organisation_tails")
        ):
            return None
        span = PlaceSpan(index, last, last, self._text(index, last), (), opens=index)
        before, behind = self._before(index), self._after(last)
        if before is not None and before.lower in _list("titles"):
            return None
        if behind is not None and not behind.is_capital and behind.lower in _list("plain_place_nouns"):
            span.kind, span.until = "town", last + 1
        elif (
            before is not None
            and before.lower == "of"
            and index > 1
            and words[index - 2].lower in _list("plain_place_nouns")
        ):
            span.kind = "town"
        elif before is not None and before.lower in _list("plain_place_nouns") and not before.is_capital:
            span.kind = "town"
        elif not self._is_told_in_container(before, last):
            return None
        span.entries = entries_by_likeness(span.name, self._gazetteer, self._countries)
        return span

    def _is_told_in_container(self, before: Word | None, last: int) -> bool:
        """True for the name in "in Kwaldenga, Borno State"."""
        if before is None or before.lower not in ("in", "at", "near", "outside") or last >= len(self._words):
            return False
        return self._words[last].gap.strip() == "," and self._opens_container(last)

    def _may_open(self, index: int) -> bool:
        word = self._words[index]
        if self._lettering is Lettering.LOWER:
            return word.lower not in _list("function") and len(word.lower) > 1
        before = self._words[index - 1] if index and word.gap in ("-", "‐", "‑") else None
        if before is not None and before.is_capital and not (word.is_capital and self._is_place_word(index - 1)):
            return False
        if word.is_capital:
            return not (
                word.lower in _list("function") and word.lower not in ("us", "new", "old", "upper", "lower", "the")
            )
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        if following is None or not following.is_capital or not following.is_joined:
            return False
        return word.lower in ("al", "el") or (word.lower in _list("articles") and following.gap != " ")

    def _is_place_word(self, index: int) -> bool:
        """True if the word alone may be a place of some size, as in "the Odesa-Mykolaiv road"."""
        return any(prior(e) > 1.8 for e in self._gazetteer.entries(self._words[index].text)[:1])

    def _ends(self, index: int) -> Iterator[int]:
        """Where a name that begins at ``index`` may end, longest first; exclusive."""
        ends: list[int] = []
        for last in range(index + 1, min(index + _LONGEST, len(self._words)) + 1):
            word = self._words[last - 1]
            if last > index + 1 and not (word.is_joined or word.is_owned or self._is_abbreviation(last - 1)):
                break
            opens = self._lettering is not Lettering.MIXED or word.is_capital or word.text[0].isdigit()
            facility = word.lower in _list("facility_nouns") or word.lower in _list("facility_words")
            if last == index + 1 and word.text[0].isdigit():
                break
            if opens or last == index + 1 or facility:
                ends.append(last)
            elif word.lower not in _list("connectors"):
                break
        return reversed(ends)

    def _is_abbreviation(self, index: int) -> bool:
        return self._words[index].gap in (". ", "’ ") and self._words[index - 1].lower in ("st", "mt", "ft", "mount")

    def _text(self, first: int, last: int) -> str:
        return "".join(
            word.text if i == 0 else (" " if not word.gap.strip(" \n") else word.gap) + word.text
            for i, word in enumerate(self._words[first:last])
        )

    def _entries(self, first: int, last: int, name: str, previous: PlaceSpan | None) -> tuple[Entry, ...]:
        word = self._words[first]
        if last - first == 1:
            if previous is not None and previous.until == first and "," in word.gap and word.lower in self._states:
                state = self._states[word.lower]
                if word.text[-1:].islower() or len(word.text) == 2:
                    return tuple(e for e in self._gazetteer.entries(state) if e.place.id.startswith("iso:US-"))
            if word.lower in _list("calendar") or word.lower in nationalities():
                return ()
            if len(word.lower) < 3 and not self._is_country_code(first):
                return ()
        entries = self._gazetteer.entries(name)
        if self._is_acronym(first, last):
            entries = tuple(
                e for e in entries if e.place.precision is PlacePrecision.COUNTRY or e.match is NameMatch.SITE
            )
        if len(name) <= 4 and last - first == 1 and "." not in name and not self._is_spelled_out(name):
            entries = tuple(
                e
                for e in entries
                if e.place.precision is not PlacePrecision.COUNTRY or name.lower() in fold_name(e.place.name)
            )
        if drop_articles(fold_name(name)) in _list("never"):
            # Such a name counts only as a site's short form: "the Omar field".
            return tuple(e for e in entries if e.match is NameMatch.SHORT)
        return entries

    def _is_acronym(self, first: int, last: int) -> bool:
        """True for "OAS"; not for the "GAO" of a dateline, which a comma or a bracket follows."""
        word = self._words[first]
        if last - first > 1 or self._lettering is not Lettering.MIXED or not word.text.isupper() or len(word.text) > 4:
            return False
        return last >= len(self._words) or self._words[last].gap.strip() not in (",", "(", "—", "--")

    def _is_spelled_out(self, name: str) -> bool:
        """True if an abbreviation of a country ("UAE", "CAR") may be read as one: in capitals that tell something."""
        return name.isupper() and (self._lettering is Lettering.MIXED or name.lower() in _list("plain_abbreviations"))

    def _is_country_code(self, index: int) -> bool:
        """True for "US" and "U.S." used as a place: in capitals, behind a preposition, and with no noun behind it."""
        word = self._words[index]
        if not (word.text.isupper() or self._lettering is Lettering.LOWER) or (
            "." not in word.text and len(word.text) < 2
        ):
            return False
        if self._lettering is not Lettering.MIXED and "." not in word.text:
            return False
        before = self._before(index)
        if before is not None and before.lower == "the":
            before = self._before(index - 1)
        following = self._after(index + 1)
        return (
            before is not None
            and before.lower
            in ("in", "to", "from", "across", "inside", "throughout", "into", "outside", "within", "of")
            and (following is None or following.tag not in ("NOUN", "PROPN", "ADJ", "NUM"))
        )

    def _before(self, index: int) -> Word | None:
        return self._words[index - 1] if index > 0 and self._words[index].is_joined else None

    def _after(self, last: int) -> Word | None:
        return self._words[last] if last < len(self._words) and self._words[last].is_joined else None

    def _with_nouns(self, span: PlaceSpan) -> PlaceSpan:
        """The span with the noun behind it and the compass word before it."""
        self._take_noun_behind(span)
        self._take_noun_before(span)
        self._take_direction(span)
        if span.kind != "site" and not self._is_struck(span.first):
            span.entries = tuple(
                e for e in span.entries if e.match is not NameMatch.SHORT or e.place.id in self._seen_sites
            )
        return span

    def _is_struck(self, first: int) -> bool:
        """True if the words before say that something lies, flies or strikes there: a short form may be a site's."""
        before = self._before(first)
        bare = {w.lower for w in self._words[first : first + 3]}
        if bare & self._persons:
            return False
        if before is not None and before.lower == "the":
            before, first = self._before(first - 1), first - 1
        if before is None:
            return False
        if before.lower in ("at", "near", "outside"):
            return True
        if before.lower in ("on", "against", "toward", "towards", "to", "targeted", "targeting", "struck", "hit"):
            return any(w.lower in _list("weapons_and_blows") for w in self._words[max(0, first - 6) : first])
        return False

    def _take_noun_behind(self, span: PlaceSpan) -> None:
        closing = self._words[span.last - 1].lower
        if span.last - span.first > 1:
            for kind in ("province", "district"):
                if closing in _list(f"{kind}_nouns") and self._offers(span, kind):
                    span.kind = kind
                    return
        last = span.last
        behind: list[str] = []
        while last < len(self._words) and self._words[last].is_joined and len(behind) < 4:
            word = self._words[last].lower
            if word in _list("facility_words"):
                behind.append(word)
                last += 1
                continue
            if word.removesuffix("s") in _list("facility_nouns") and self._offers(span, "site"):
                span.kind, span.until = "site", last + 1
                return
            break
        word_behind = self._shared_noun(span.last) or self._after(span.last)
        if word_behind is None or span.kind:
            return
        if word_behind.lower.removesuffix("s") in _list("facility_nouns") and self._offers(span, "site"):
            span.kind = "site"
            return
        for kind in ("province", "district", "town"):
            if word_behind.lower.removesuffix("s") in _list(f"{kind}_nouns") and (
                kind == "town" or self._offers(span, kind)
            ):
                span.kind = kind
                if (word_behind.lower != "capital" or kind == "province") and word_behind is self._after(span.last):
                    span.until = span.last + 1
                return

    def _shared_noun(self, last: int) -> Word | None:
        """The plural behind a list that the name opens: "the al-Omar and Conoco fields", "Sumy and Kharkiv regions"."""
        if last + 2 >= len(self._words) or self._words[last].lower not in ("and", "or"):
            return None
        for word in self._words[last + 2 : last + 6]:
            if not word.is_joined:
                return None
            if word.lower.endswith("s") and any(
                word.lower.removesuffix("s") in _list(key)
                for key in ("facility_nouns", "province_nouns", "district_nouns", "town_nouns")
            ):
                return word
            if not word.is_capital and word.lower not in _list("facility_words") | _list("connectors"):
                return None
        return None

    def _take_noun_before(self, span: PlaceSpan) -> None:
        if span.kind:
            return
        before = self._before(span.first)
        if before is None:
            return
        if before.lower == "of" and span.first >= 2:
            noun = self._words[span.first - 2].lower
            for kind in ("town", "province", "district"):
                if noun in _list(f"{kind}_nouns") and (kind == "town" or self._offers(span, kind)):
                    span.kind = kind
                    return
        elif before.lower in _list("town_nouns") and before.lower != "capital" and not before.is_capital:
            span.kind = "town"

    def _offers(self, span: PlaceSpan, kind: str) -> bool:
        wanted = {
            "site": (PlacePrecision.SITE,),
            "province": (PlacePrecision.PROVINCE, PlacePrecision.REGION, PlacePrecision.DISTRICT),
            "district": (PlacePrecision.DISTRICT, PlacePrecision.TOWN, PlacePrecision.PROVINCE, PlacePrecision.SITE),
        }[kind]
        return any(e.place.precision in wanted for e in span.entries)

    def _take_direction(self, span: PlaceSpan) -> None:
        first = span.first
        before = self._before(first)
        if before is None:
            return
        direction = read_direction(before.text)
        opens = first - 1
        if direction and opens > 0 and self._words[opens].is_joined:
            longer = read_direction(f"{self._words[opens - 1].text} {before.text}")
            if longer:
                direction, opens = longer, opens - 1
        if direction is None:
            return
        span.direction, span.opens = direction, opens

    # -- does it name a place here? --

    def _is_plausible(self, span: PlaceSpan, previous: PlaceSpan | None) -> bool:
        top = span.entries[0]
        score = prior(top) + self._evidence(span, previous)
        span.score = score
        return score >= _THRESHOLD + (0 if self._lettering is Lettering.MIXED else 0.6)

    def _evidence(self, span: PlaceSpan, previous: PlaceSpan | None) -> float:
        words, first = self._words, span.first
        score = 0.5 if span.last - first > 1 else 0.0
        cue = self._cue(span, previous)
        score += cue
        if span.kind:
            score += 2
        if span.direction:
            score += 1
        local = any(e.place.country in self._near for e in span.entries[:8])
        score += 1.0 if local else 0.0
        if self._near and not local and prior(span.entries[0]) < 2.4:
            score -= 0.8
        top = span.entries[0]
        is_big = top.place.precision is PlacePrecision.COUNTRY or top.place.id.startswith(("site:", "region:"))
        if words[first].tag not in ("PROPN", "") and not is_big and not span.kind:
            score -= 1.5 if words[first].opens_sentence or self._lettering is not Lettering.MIXED else 0.7
        if top.match is NameMatch.SOUND and not (local and cue >= 1):
            score -= 3
        if top.match is NameMatch.SHORT and span.kind != "site":
            score += 2 if local or self._seen_sites else -3
        following = words[span.until] if span.until < len(words) else None
        if words[first].lower in self._surnames and cue < 2 and top.place.precision is not PlacePrecision.COUNTRY:
            score -= 3
        if following is not None and following.lower in _list("speech") and not (is_big or top.capital or cue):
            score -= 1.5
        return score

    def _cue(self, span: PlaceSpan, previous: PlaceSpan | None) -> float:
        first = span.opens
        word = self._words[first]
        before = self._words[first - 1] if first > 0 else None
        if before is not None and before.lower == "the" and word.is_joined and first > 1:
            before = self._words[first - 2]
        if before is not None and word.is_joined and not word.opens_sentence:
            if before.lower in _list("strong"):
                return 2.0
            if before.lower == "of" and first >= 2 and self._words[first - 2].lower in _list("area_heads"):
                return 2.0
            if before.lower in ("and", "or"):
                return 1.2 if previous is not None and previous.until >= first - 1 else 0.0
            if before.lower in _list("weak"):
                return 0.8
        if previous is not None and previous.until == first and word.gap.strip() in (",", "/", "–", "-", "("):
            return 1.2
        behind = self._words[span.until] if span.until < len(self._words) else None
        if behind is not None and behind.gap.strip() in (",", "(") and self._opens_container(span.until):
            return 2.0
        if word.opens_sentence and behind is not None and behind.gap.strip() in ("(", "—", "--", "–", "- -", ":"):
            return 1.5
        return 0.0

    def _opens_container(self, index: int) -> bool:
        word = self._words[index]
        if not word.is_capital or self._lettering is not Lettering.MIXED and len(word.text) < 4:
            return False
        if word.lower in self._states and word.text[0].isupper():
            return True
        for last in range(min(index + 3, len(self._words)), index, -1):
            for entry in self._gazetteer.entries(self._text(index, last)):
                if (
                    entry.place.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
                    and entry.match <= NameMatch.ARTICLE
                ):
                    return True
        return False

    def _is_part_of_other_name(self, span: PlaceSpan, previous: PlaceSpan | None) -> bool:
        words = self._words
        before, behind = self._before(span.first), self._after(span.until)
        if behind is not None and "-" in behind.gap and behind.lower in _list("modifier_participles"):
            return True
        if self._closes_organisation(span):
            self._organisation_until = span.until
            return True
        if span.kind == "site":
            return False
        if before is not None and before.lower in _list("titles") and (before.is_capital or before.tag == "PROPN"):
            self._surnames.update(w.lower for w in words[span.first : span.last])
            return True
        if self._follows_name_particle(span.first):
            self._surnames.update(w.lower for w in words[span.first : span.last])
            return True
        if self._lettering is not Lettering.MIXED:
            return behind is not None and behind.lower in _list("organisation_tails") and span.until == span.last
        in_run = before is not None and self._is_name_word(before) and not self._is_covered(span.first - 1, previous)
        if in_run and not self._is_dateline(span):
            if span.direction is None and "-" not in words[span.first].gap:
                self._surnames.add(words[span.last - 1].lower)
                return True
        if behind is not None and span.until == span.last and behind.is_capital:
            if behind.lower in _list("organisation_tails"):
                return True
            if self._is_name_word(behind) and not behind.text.isdigit() and behind.lower not in _list("titles"):
                return not self._starts_container(span) and "-" not in behind.gap
        return False

    def _is_dateline(self, span: PlaceSpan) -> bool:
        """True for "WASHINGTON" in "Associated Press WASHINGTON (AP)"."""
        behind = self._words[span.until] if span.until < len(self._words) else None
        return (
            span.name.isupper()
            and len(span.name) > 3
            and behind is not None
            and behind.gap.strip() in ("(", "—", "--", "–")
        )

    def _follows_name_particle(self, first: int) -> bool:
        """True behind an initial ("J. Dunbar") or a particle of a person's name ("van Boxtel", "bin Salman")."""
        if first == 0:
            return False
        before, gap = self._words[first - 1], self._words[first].gap
        if len(before.text) == 1 and before.is_capital and gap == ". ":
            return True
        return gap == " " and before.lower in ("van", "von", "bin", "ibn", "abu", "de", "der") and not before.is_capital

    def _is_name_word(self, word: Word) -> bool:
        """True for a capitalised word that is no function word, weekday, nationality or place noun."""
        lower = word.lower
        return (
            word.text[0].isupper()
            and lower not in _list("function")
            and lower not in _list("calendar")
            and lower not in _list("strong")
            and lower not in _list("province_nouns")
            and lower not in _list("town_nouns")
            and lower not in _list("facility_nouns")
            and read_direction(lower) is None
            and not (word.opens_sentence and word.tag not in ("PROPN", ""))
            and lower not in nationalities()
        )

        return frozenset(nationalities())

    def _is_covered(self, index: int, previous: PlaceSpan | None) -> bool:
        return previous is not None and previous.first <= index < previous.until

    def _starts_container(self, span: PlaceSpan) -> bool:
        """True if the country or province that holds it is named right behind, as in "Maiduguri Borno State"."""
        areas = [e.place for e in self._gazetteer.entries(self._words[span.until].text)[:4]]
        return any(
            self._gazetteer.contains(area, e.place)
            for area in areas
            if area.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
            for e in span.entries[:6]
            if e.place.id != area.id
        )

    def _closes_organisation(self, span: PlaceSpan) -> bool:
        """True for the places in "University of Baghdad" and in "Islamic State of Iraq and Syria"."""
        index = span.opens - 1
        if index < 1 or not self._words[span.opens].is_joined:
            return False
        if self._words[index].lower == "the":
            index -= 1
        joint = self._words[index].lower
        if joint == "and" and index == self._organisation_until:
            return True
        if index < 1 or joint not in ("of", "in", "for") or not self._words[index].is_joined:
            return False
        head = self._words[index - 1]
        if not (head.is_capital or self._lettering is Lettering.LOWER):
            return False
        return head.lower in _list("movement_heads" if joint == "in" else "organisation_heads")


def _persons(words: Sequence[Word]) -> frozenset[str]:
    """Family names with an Arabic article that follow a capitalised given name or a title ("Bashar al-Assad")."""
    found = set()
    for i in range(1, len(words) - 1):
        given, name = words[i - 1], words[i + 1]
        if words[i].lower in ("al", "el") and given.is_capital and name.is_capital and words[i].gap == " ":
            if given.lower not in _list("function") and given.lower not in _list("open_places"):
                found.add(name.lower)
        elif given.lower in _list("titles") and given.is_capital and words[i].is_capital and words[i].gap == " ":
            found.add(words[i].lower)
    return frozenset(found)


def prior(entry: Entry) -> float:
    """How readily a name alone stands for the entry: about 3 for a country or a city of a million."""
    place = entry.place
    if place.precision is PlacePrecision.COUNTRY:
        base = 3.5
    elif place.id.startswith("region:"):
        base = 3.2
    elif place.id.startswith("site:"):
        base = 2.5 if entry.match is NameMatch.SITE else 1.5
    elif place.precision is PlacePrecision.SITE:
        base = 1.5 if entry.match is not NameMatch.SHORT else 0.7
    elif place.precision is PlacePrecision.PROVINCE:
        base = 1.45 + math.log10(entry.weight + 1) / 5
    elif place.precision is PlacePrecision.DISTRICT:
        base = 1.0 + math.log10(entry.weight + 1) / 6
    else:
        base = max(0.6, math.log10(entry.weight + 1) / 2)
    if entry.match in (NameMatch.ALIAS, NameMatch.SOUND):
        base -= 0.4 if entry.match is NameMatch.ALIAS else 0.8
    return base

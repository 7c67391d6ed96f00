"""Places that no list holds: told by "the village of X", "X district" or "in X, Y province"."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz, process

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_compass import slug
from tallystick.knowledge.gazetteer_entry import Entry
from tallystick.knowledge.gazetteer_names import fold_name
from tallystick.model.place import Place
from tallystick.reading.english_words import is_english
from tallystick.reading.lexicon import words_of
from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import PlaceSpan, prior
from tallystick.reading.place_words import Word

_LONGEST = 4
_SHORTEST_TO_LIKEN = 6
_CLOSE_ENOUGH, _LONG_ENOUGH, _CLOSER = 88.0, 7, 92.0
_COUNTRIES_SEARCHED = 3
_WORDS_OF_EXPLANATION = 3
_CAPITALS_OF_A_HEADLINE = 0.6  # the share of words in capitals above which they tell no names
_SHORTEST_FOREIGN = 4  # letters
_WORDS_OF_A_DISTANCE = 8
_KNOWN = 1.8  # a town of 4,000 people
_BESIDE = ("near", "outside")
_NEIGHBOUR = ("nearby", "neighbouring", "neighboring")
_PUT = ("in", "at", *_BESIDE)


def unlisted_from(index: int, scene: Scene) -> PlaceSpan | None:
    """A name outside the gazetteer that begins at ``index`` and that the words around it call a place; null if none."""
    words, last = scene.words, _end_of_name(index, scene)
    if last == index or words[index].lower in listed("never") or words[last - 1].lower in listed("organisation_tails"):
        return None
    before, behind = scene.before(index), scene.behind(last)
    if before is not None and before.lower in listed("titles"):
        return None
    span = PlaceSpan(index, last, last, index, scene.text(index, last), ())
    if behind is not None and not behind.is_capital and behind.lower in listed("plain_place_nouns"):
        span.until = last + 1
    elif not (
        _follows_place_noun(index, scene)
        or _is_told_in_container(index, last, scene)
        or _is_explained(last, scene)
        or _is_landform(index, last, scene)
        or _is_measured(last, scene)
        or _heads_item(index, last, scene)
        or _is_put_somewhere(index, last, scene)
        or _is_foreign_scene(index, last, scene)
    ):
        return None
    span.kind = "town"
    span.entries = entries_by_likeness(span.name, scene.gazetteer, scene.countries) or _namesake(span, scene)
    return span


def _namesake(span: PlaceSpan, scene: Scene) -> tuple[Entry, ...]:
    """The places that the list has without the noun: "Kharg" for "Kharg Island"."""
    if not _is_landform(span.first, span.last, scene):
        return ()
    entries = scene.gazetteer.entries(scene.text(span.first, span.last - 1))
    return tuple(e for e in entries if e.place.country in scene.near)


def _is_landform(index: int, last: int, scene: Scene) -> bool:
    """True for the name in "off Kharg Island" and "on Idjwi Island"."""
    if last - index < 2 or scene.words[last - 1].lower not in listed("landforms"):
        return False
    before = scene.before(index)
    return before is not None and before.lower in (*_PUT, "off", "on", "over", "of", "to", "from")


def entries_by_likeness(name: str, gazetteer: Gazetteer, countries: Counter[str]) -> tuple[Entry, ...]:
    """The places whose name is nearly this one, in the countries that the report names most; none for short names.

    Likeness is rapidfuzz's ratio (normalised indel similarity) of the folded names, 88 of 100 and more, with the same
    first letter.
    """
    folded = fold_name(name)
    if len(folded) < _SHORTEST_TO_LIKEN or not folded.isascii():
        return ()
    for country, _ in countries.most_common(_COUNTRIES_SEARCHED):
        names = gazetteer.names_in(country)
        close = _CLOSE_ENOUGH if len(folded) >= _LONG_ENOUGH else _CLOSER
        best = process.extractOne(folded, names, scorer=fuzz.ratio, score_cutoff=close)
        if best is not None and best[0][0] == folded[0]:
            return tuple(e for e in gazetteer.entries(best[0]) if e.place.country == country)
    return ()


def place_inside(name: str, container: Place) -> Place:
    """A place known by its name alone: no finer than what it lies in, whose middle and radius it takes."""
    name = name.title() if name.isupper() and len(name) > _LONGEST else name
    id_ = f"unlisted:{slug(container.name)}-{slug(name) or 'place'}"
    return container.model_copy(update={"id": id_, "name": name})


def main_country(countries: Counter[str], gazetteer: Gazetteer) -> Place | None:
    """The country that a report is about, if it names one more often than all others together."""
    if not countries:
        return None
    code, count = countries.most_common(1)[0]
    return gazetteer.country(code) if count * 2 > sum(countries.values()) else None


def _end_of_name(index: int, scene: Scene) -> int:
    words, last = scene.words, index
    inner = listed("connectors") - {"and", "in", "of", "the"}
    while last < len(words) and last - index < _LONGEST and (last == index or words[last].is_joined):
        if not scene.is_name_word(words[last]) and not (last > index and words[last].lower in inner):
            break
        last += 1
    while last > index and not words[last - 1].is_capital:
        last -= 1
    return last


def _follows_place_noun(index: int, scene: Scene) -> bool:
    before = scene.before(index)
    if before is None or (before.is_capital and scene.is_mixed):
        return False
    if before.lower == "of" and index > 1:
        return scene.words[index - 2].lower in listed("plain_place_nouns") | listed("nouns_of_places")
    return scene.is_mixed and before.lower in listed("plain_place_nouns")


def _is_told_in_container(index: int, last: int, scene: Scene) -> bool:
    """True for the name in "in Kwaldenga, Borno State"."""
    before = scene.before(index)
    if before is None or before.lower not in _PUT or scene.gap_behind(last) != ",":
        return False
    return scene.opens_container(last)


def _is_explained(last: int, scene: Scene) -> bool:
    """True for the name in "Rijiya, a farming community": a noun of places stands beside it."""
    words = scene.words
    if scene.gap_behind(last) != "," or words[last].lower not in ("a", "an"):
        return False
    for word in words[last + 1 : last + 2 + _WORDS_OF_EXPLANATION]:
        if not word.is_joined or (word.is_capital and scene.is_mixed):
            return False
        if word.lower in listed("plain_place_nouns") | listed("nouns_of_places"):
            return True
    return False


def _is_put_somewhere(index: int, last: int, scene: Scene) -> bool:
    """True for the name in "lies near Ouenkoro" and in "a gun duel at Buruku": things are "in" and "at" much else."""
    before = scene.before(index)
    if before is None or before.lower not in _PUT or before.is_capital or not scene.is_mixed:
        return False
    name = scene.words[index:last]
    if any(w.tag != "PROPN" or w.in_person or w.lemma in _blows() for w in name if w.is_capital):
        return False
    if any(
        e.place.country in scene.near for w in name for e in scene.gazetteer.entries(w.text)[:1] if prior(e) > _KNOWN
    ):
        return False
    sentence = scene.sentence_at(index)
    if sum(w.is_capital for w in sentence) > _CAPITALS_OF_A_HEADLINE * len(sentence):
        return False
    return before.lower in _BESIDE or any(w.lemma in _blows() for w in sentence)


def _is_measured(last: int, scene: Scene) -> bool:
    """True for the name in "Sakhanka (held by nobody, 24 km north-east of Mariupol)": how far off it lies is told."""
    if scene.gap_behind(last) not in (",", "("):
        return False
    for k, word in enumerate(scene.words[last : last + _WORDS_OF_A_DISTANCE], last):
        if word.opens_sentence or scene.gap_behind(k).startswith(")"):
            return False
        if word.lower in listed("lengths") and scene.words[k - 1].text[0].isdigit():
            return True
    return False


def _heads_item(index: int, last: int, scene: Scene) -> bool:
    """True for the name in "12/9 Kumbat (NW): roadside bomb": a bracket and a colon part it from what happened."""
    words = scene.words
    if scene.gap_behind(last) != "(" or (index and words[index - 1].is_capital and words[index].is_joined):
        return False
    closed = next((k for k in range(last + 1, min(last + 4, len(words))) if words[k].gap.startswith(")")), None)
    return closed is not None and words[closed].gap.strip() == "):" and not any(map(_may_be_english, words[index:last]))


def _is_foreign_scene(index: int, last: int, scene: Scene) -> bool:
    """True for the name in "beheaded villagers at Muatide" and "the toll booth near Kohalpur".

    It is a word of no English, something was done there or stands there, and the words before put that at it. "In" may
    stand before much else, and counts only where no person's name is seen.
    """
    before = scene.before(index)
    if before is None or before.lower not in (*_PUT, *_NEIGHBOUR, "of") or not scene.is_mixed:
        return False
    name = [w for w in scene.words[index:last] if w.is_capital]
    if any(_may_be_english(w) or w.text.isupper() or w.lower in scene.surnames for w in name):
        return False
    if before.lower == "in" and any(w.in_person for w in name):
        return False
    standing = scene.before(index - 1)
    stands_there = standing is not None and standing.lower in (
        listed("facility_nouns") | listed("venue_nouns") | listed("plain_place_nouns") | words_of("cues", "facility")
    )
    is_struck = any(w.lemma in _blows() for w in scene.sentence_at(index))
    return stands_there if before.lower == "of" else stands_there or is_struck


def _may_be_english(word: Word) -> bool:
    return len(word.lower) < _SHORTEST_FOREIGN or is_english(word.lower)


def _blows() -> frozenset[str]:
    """The lemmas of words for attacks and for the harm that they do."""
    lists = ("nouns", "weak_nouns", "verbs", "fire_verbs", "effect")
    return frozenset().union(*(words_of("triggers", key) for key in lists))

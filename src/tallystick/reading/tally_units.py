"""What a number counts: events, people harmed, projectiles, sites."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from tallystick.model.terms import TallyUnit, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, is_plural, object_of
from tallystick.reading.triggers import has_armed_sense

EVENTS = frozenset({TallyUnit.ATTACKS, TallyUnit.STRIKES, TallyUnit.CLAIMS})
"""Units of which each is an event by itself."""

HARM = frozenset(
    {
        TallyUnit.KILLED,
        TallyUnit.INJURED,
        TallyUnit.CASUALTIES,
        TallyUnit.ABDUCTED,
        TallyUnit.DETAINED,
        TallyUnit.DISPLACED,
    }
)
"""Units of people."""

# Weapons of which each is an attack by itself, unlike what is fired in salvoes.
_PLANTED = frozenset(
    {WeaponKind.BOMB, WeaponKind.IED, WeaponKind.VEHICLE_BOMB, WeaponKind.SUICIDE_BOMB, WeaponKind.MINE}
)
_PREDICATES = {
    "kill": TallyUnit.KILLED,
    "hurt": TallyUnit.INJURED,
    "abduct": TallyUnit.ABDUCTED,
    "detain": TallyUnit.DETAINED,
    "displace": TallyUnit.DISPLACED,
}
_HARM_NOUNS = {
    "killed": TallyUnit.KILLED,
    "injured": TallyUnit.INJURED,
    "casualties": TallyUnit.CASUALTIES,
    "abducted": TallyUnit.ABDUCTED,
    "detained": TallyUnit.DETAINED,
    "displaced": TallyUnit.DISPLACED,
}


def event_unit(noun: Token, *, of_violence: bool) -> TallyUnit | None:
    """Attacks, strikes or claims, if a noun names them; null if not.

    Words with many other senses ("incident") do so only in a report ``of_violence``.
    """
    lemma = lemma_of(noun)
    if lemma in words_of("tallies", "strikes"):
        is_by_air = lemma not in words_of("tallies", "by_air_or_not") or _tells_of_aircraft(noun.doc)
        unit = TallyUnit.STRIKES if is_by_air else TallyUnit.ATTACKS
    elif lemma in words_of("tallies", "attacks") or _is_loose(noun, lemma, of_violence=of_violence):
        unit = TallyUnit.ATTACKS
    else:
        return None
    if not has_armed_sense(noun, lemma, frozenset(t.lower_ for t in noun.sent)):
        return None
    return TallyUnit.CLAIMS if _is_claimed(noun) else unit


def _is_loose(noun: Token, lemma: str, *, of_violence: bool) -> bool:
    """True for "incidents" in a report of violence, and for "ceasefire violations" in any."""
    if of_violence and lemma in words_of("tallies", "loose"):
        return True
    return (lemma in words_of("tallies", "breaches") and _is_of_truce(noun)) or _is_of_violence(noun, lemma)


def _is_of_violence(noun: Token, lemma: str) -> bool:
    """True for "acts of street violence" and "incidents of shelling"."""
    if lemma not in words_of("tallies", "acts"):
        return False
    of = (g for c in noun.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj")
    return any(t.lemma_.lower() in words_of("tallies", "violence") for t in of)


def lemma_of(word: Token) -> str:
    """The lemma of a word in lower case; that of a plural which a parser takes for a name, being first of its line."""
    is_first = word.i == word.sent.start or word.nbor(-1).is_space
    if word.pos_ == "PROPN" and is_first and word.lower_.endswith("s") and word.lemma_ == word.text:
        return str(word.lower_.removesuffix("s"))
    return str(word.lemma_.lower())


def _is_of_truce(noun: Token) -> bool:
    """True for "ceasefire violations" and "since the truce they counted 140 violations"."""
    return any(t.lemma_.lower() in words_of("tallies", "truces") for t in noun.sent)


@lru_cache(maxsize=2)  # asked of the report at hand
def _tells_of_aircraft(doc: Doc) -> bool:
    return any(
        t.lemma_.lower() in words_of("tallies", "air") or t.lower_.startswith(("f-1", "f-3", "su-")) for t in doc
    )


def _is_claimed(noun: Token) -> bool:
    """True for "claimed 49 operations" and "claimed responsibility for 17 attacks"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_ in ("responsibility", "credit"):
        return noun.head.head.head.lemma_ == "claim"
    return noun.dep_ == "dobj" and noun.head.lemma_ == "claim"


def harm_unit(word: Token) -> TallyUnit | None:
    """What has become of the people whom a word names or counts ("killed", "injured"); null if nothing is told of it.

    ``word`` is a noun ("policemen", "deaths", "dead") or the number itself ("three were wounded").
    """
    named = harm_named(word)
    if named is not None:
        return named if _is_by_arms(word, "kill") else None
    return _of_predicate(_counted_out(word)) or _of_deaths(word) or _of_injury(word)


def harm_named(word: Token) -> TallyUnit | None:
    """The harm that a word names itself ("deaths", "wounded"); null if it names none."""
    words = {lemma_of(word), word.lower_}
    return next((unit for key, unit in _HARM_NOUNS.items() if words & words_of("tallies", key)), None)


def _of_predicate(word: Token) -> TallyUnit | None:
    """What the verb or participle of a word says was done to it, or to the people it is listed beside."""
    if (other := _described_beside(word)) is not None:
        return _of_predicate(other)
    for verb in (word.head, *(c for c in word.children if c.dep_ in ("acl", "relcl", "amod"))):
        lemma = verb.lemma_.lower()
        if verb.dep_ == "amod" and (named := harm_named(verb)) is not None:
            return named
        for key, unit in _PREDICATES.items():
            by_arms = _is_by_arms(verb, lemma) and (verb.dep_ != "conj" or _is_by_arms(verb.head, lemma))
            if lemma in words_of("tallies", key) and _is_done_to(word, verb) and by_arms:
                return unit
    if word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN") and _is_of_people(word):
        return _of_predicate(word.head)
    if word.pos_ in ("NOUN", "PROPN") and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("dead", "wounded"):
        return harm_named(word.nbor(1))
    left = "leave" in (word.head.lemma_, word.head.head.lemma_) and word.i + 1 < len(word.doc)
    if left and (named := harm_named(word.nbor(1))) is not None:
        return named
    losable = words_of("cues", "people") | words_of("tallies", "totals")
    if any(c.dep_ == "acl" and c.lower_ == "lost" for c in word.rights) and word.lemma_ in losable:
        return TallyUnit.KILLED
    lost = word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_.lower() in words_of("tallies", "lose")
    whom = words_of("tallies", "lives") | (words_of("cues", "people") if word.head.lemma_ == "lose" else frozenset())
    return TallyUnit.KILLED if lost and word.lemma_.lower() in whom else None


def _described_beside(word: Token) -> Token | None:
    """The soldiers of "41 civilians and 17 soldiers killed", whose participle speaks of both."""
    if not _is_of_people(word) or any(c.dep_ in ("acl", "relcl") for c in word.rights):
        return None
    behind = (noun for noun in word.conjuncts if noun.i > word.i)
    return next((n for n in behind if any(c.dep_ == "acl" and c.tag_ == "VBN" for c in n.rights)), None)


def _is_of_people(word: Token) -> bool:
    return word.lemma_.lower() in words_of("cues", "people") or word.ent_type_ == "NORP" or word.tag_ == "NNPS"


def _is_done_to(word: Token, verb: Token) -> bool:
    """True if the verb is done to what the word names, and not by it."""
    if verb.head == word:
        return verb.tag_ == "VBN" or any(c.dep_ == "auxpass" for c in verb.children)
    if word.dep_ in ("nsubjpass", "dobj", "obj", "oprd"):
        return True
    return word.dep_ == "nsubj" and object_of(verb) is None and (verb.lemma_ in ("die", "perish") or verb.tag_ == "VBN")


def _is_by_arms(word: Token, lemma: str) -> bool:
    """False for the dead of "a flood killed 40" and of "cardiac arrest", which no arms have killed."""
    clause = frozenset(t.lower_ for c in word.children if c.dep_ != "conj" for t in c.subtree)
    return has_armed_sense(word, lemma, clause)


def _of_deaths(word: Token) -> TallyUnit | None:
    """The killed of "the killing of 512 civilians"."""
    above = word.head.head
    if word.dep_ != "pobj" or word.head.lower_ != "of" or above.pos_ != "NOUN":
        return None
    return next((u for key, u in _HARM_NOUNS.items() if above.lemma_.lower() in words_of("tallies", key)), None)


def _of_injury(word: Token) -> TallyUnit | None:
    """Injured, of those who "had minor injuries", were "treated for concussion" or "found to have brain trauma"."""
    bears = False
    for behind in word.doc[word.i + 1 : word.i + 10]:
        if behind.is_punct and behind.text != "-":
            return None
        if bears and behind.lemma_.lower() in words_of("tallies", "injured"):
            return TallyUnit.INJURED
        bears = bears or behind.lemma_.lower() in words_of("tallies", "bear")
    return None


def _counted_out(noun: Token) -> Token:
    """The word that stands in the sentence for a noun: "dozens" for the people of "dozens of people"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ in ("NNS", "CD"):
        return noun.head.head
    return noun


def object_unit(document: Document, noun: Token) -> TallyUnit | None:
    """Projectiles that were fired, sites and vessels that were struck; null if a noun names none."""
    if not is_plural(noun):
        return None
    lemma = noun.lemma_.lower()
    if is_site(lemma) and _is_struck_at(noun):
        return TallyUnit.ATTACKS if lemma in words_of("cues", "vehicles") else TallyUnit.SITES
    verb = _verb_done(_counted_out(noun))
    if verb is None:
        return None
    done = verb.lemma_.lower()
    weapon = next((w.kind for w in document.weapons if w.head == noun.i), None)
    if done in ("go", "set") and not any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.rights):
        return None
    if weapon is not None and done in words_of("tallies", "fired"):
        is_planted = weapon in _PLANTED and done not in words_of("tallies", "sent")
        return TallyUnit.ATTACKS if is_planted else TallyUnit.PROJECTILES
    if weapon is not None:
        return TallyUnit.ATTACKS if weapon in _PLANTED and done in words_of("tallies", "count") else None
    if done not in words_of("tallies", "struck") or agent_of(noun) is not None:
        return None
    if lemma in words_of("cues", "vehicles"):
        return TallyUnit.ATTACKS if done not in ("destroy", "damage", "burn") else None
    return TallyUnit.SITES if is_site(lemma) else None


def object_named(document: Document, noun: Token) -> TallyUnit | None:
    """The attacks of the label "Car bombs", the projectiles of "Rockets fired" and the sites of "Pylons blown up"."""
    if not noun.lower_.endswith("s"):
        return None
    weapon = next((w.kind for w in document.weapons if w.head == noun.i), None)
    if weapon is not None:
        return TallyUnit.ATTACKS if weapon in _PLANTED else TallyUnit.PROJECTILES
    return TallyUnit.SITES if is_site(lemma_of(noun)) else None


def is_site(lemma: str) -> bool:
    """True for a word of what stands somewhere and can be struck."""
    return lemma in words_of("cues", "facility") | words_of("tallies", "sites")


def _is_struck_at(noun: Token) -> bool:
    """True for the sites of "strikes on 150 sites"."""
    above = _counted_out(noun)
    if above.dep_ != "pobj" or above.head.lower_ not in ("on", "against", "at"):
        return False
    verb = above.head.head
    blows = object_of(verb) or verb
    return is_plural(blows) and lemma_of(blows) in words_of("tallies", "strikes") | words_of("tallies", "attacks")


def _verb_done(noun: Token) -> Token | None:
    """The verb that is done to a noun, or for projectiles the one that they do."""
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ in ("nsubjpass", "dobj", "obj", "nsubj") and noun.head.pos_ == "VERB":
        is_doer = noun.dep_ == "nsubj" and object_of(noun.head) is not None
        return None if is_doer and noun.head.lemma_ not in ("hit", "strike") else noun.head
    return next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)


def blow_unit(document: Document, word: Token) -> TallyUnit | None:
    """Attacks, if "times", "occasions" or "twice" counts how often somebody was attacked; null if not."""
    above = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), word)
    clauses = [c for noun in (word, above) for c in noun.rights if c.dep_ in ("relcl", "acl", "ccomp")]
    for verb in (above, *clauses):
        under = [g.lemma_.lower() for c in verb.rights if c.lower_ == "under" for g in c.rights]
        if {"attack", "fire"} & set(under) or _is_blow(document, verb):
            return TallyUnit.ATTACKS
    return None


def _is_blow(document: Document, verb: Token) -> bool:
    """True for a verb of attack, or of use with a weapon; a man "shot five times" is shot in one."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("tallies", "breach"):
        broken = object_of(verb)
        return broken is not None and broken.lemma_.lower() in words_of("tallies", "truces")
    if lemma in load_lexicon("triggers")["verbs"]:
        return lemma not in words_of("tallies", "bodily")
    heads = {w.head for w in document.weapons}
    return lemma in words_of("triggers", "use") and any(c.i in heads for c in verb.children)


def unit_of(document: Document, noun: Token, *, of_violence: bool) -> TallyUnit | None:
    """What a noun with a number before it counts; null if it is nothing that a tally counts."""
    if noun.lemma_.lower() in words_of("tallies", "times"):
        return blow_unit(document, noun)
    return event_unit(noun, of_violence=of_violence) or harm_unit(noun) or object_unit(document, noun)


def unit_of_total(document: Document, total: Token, *, of_violence: bool) -> TallyUnit | None:
    """What a total is of ("the number of ships hit", "the toll"); null where its words do not say."""
    of = next((g for c in total.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj"), None)
    unit = unit_of(document, of, of_violence=of_violence) if of is not None else None
    # A parser may hang "killed" on "number" in "the number of soldiers killed".
    unit = unit or _of_predicate(total)
    return TallyUnit.KILLED if unit is None and of is None and total.lemma_.lower() == "toll" else unit

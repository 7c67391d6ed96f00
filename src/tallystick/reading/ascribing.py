"""Who is said, suspected or held to have done it by somebody who is named, in other words than those of blame."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.terms import ActorType, Role
from tallystick.reading.blame import blame_over, blamer_of, is_suspected
from tallystick.reading.document import Document
from tallystick.reading.doubt import is_left_open
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.participant_names import as_alleged, as_possible, is_doer, participant_of
from tallystick.reading.phrases import agent_of, object_of, objects_of_prepositions, says, subject_of
from tallystick.reading.publisher_worth import speaks_as_doers
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.speakers import actor_named_by, author_of, namesake_of
from tallystick.reading.word_weighing import ARMED, AUTHORITIES

_ONESELF = frozenset({"it", "they", "we"})
_POINTS_BACK = frozenset({"it", "this", "that"})


def find_suspecter(frame: Frame) -> Token | None:
    """Who suspects or believes that somebody did it ("officials suspect that the group carried out the raid")."""
    for above in frame.head.ancestors:
        believes = above.pos_ == "VERB" and above.lemma_.lower() in words_of("roles", "believes")
        if (
            believes
            and above.tag_ != "VBN"
            and any(c.dep_ == "ccomp" and frame.head in c.subtree for c in above.rights)
        ):
            return subject_of(above)
    return None


def find_responsible(document: Document, frame: Frame) -> tuple[Token, Token] | None:
    """Who is said to be responsible for an event, or behind it, and who says so; None where nobody is named who does.

    Who says it of himself makes a claim.
    """
    events = {t.token.i for t in frame.triggers}
    for doer in _held_responsible(frame.sentence, events):
        speaker = _speaker_of(doer.head, frame.sentence)
        if speaker is not None and is_doer(document, doer) and speaker.i != doer.i and speaker.pos_ != "PRON":
            return doer, speaker
    return None


def find_later_ascription(document: Document, sentence: Span) -> list[Participant] | None:
    """Who a sentence says did "it", which tells no event of its own, and who says so if somebody is named.

    "Police said the group was behind it", "An official said it was the work of the group."
    """
    for doer in (*_held_responsible(sentence, None), *_whose_work_it_is(sentence), *_who_did_it(sentence)):
        if doer.pos_ == "PRON" or not is_doer(document, doer):
            continue
        speaker = _speaker_of(doer.head, sentence)
        found = [participant_of(document, doer, Role.PERPETRATOR)]
        if is_left_open(doer):
            found = [as_possible(found[0])]
        if speaker is not None and speaker != doer and speaker.pos_ != "PRON":
            attributor = participant_of(document, speaker, Role.ATTRIBUTOR)
            if attributor.actor_id is not None and attributor.actor_id == found[0].actor_id:
                return None
            found = [as_alleged(found[0]), attributor]
        return found
    return None


def is_own_word(document: Document, doer: Token) -> bool:
    """True for an armed group that claims or tells the deed itself, which is a claim and no fact."""
    if tells_own_deed(document, doer):
        return True
    named = actor_named_by(document, doer)
    doer = namesake_of(doer)
    clause = next((c for c in doer.rights if c.dep_ == "relcl" and _claims(c) and subject_of(c) == doer), None)
    verb = clause or next((a for a in doer.ancestors if a.pos_ == "VERB"), None)
    if verb is None:
        return False
    claims = _claims(verb)
    if named is not None and named.type in AUTHORITIES and not (claims and named.type is ActorType.COALITION):
        return False
    # A parser may hang the words of one long name on the verb as several subjects.
    subjects = (subject_of(verb), *(c for c in verb.lefts if c.dep_ == "nsubj"))
    if any(_names_or_describes(subject, doer) for subject in subjects):
        return claims or says(verb)
    return claims and _names_or_describes(agent_of(verb), doer)


def _names_or_describes(subject: Token | None, name: Token) -> bool:
    """True for the subject itself and for a name inside it ("X, a front for Y, said …", "a commander of Y said …")."""
    return subject is not None and (subject == name or name in subject.subtree)


def _claims(verb: Token) -> bool:
    return verb.lemma_.lower() in load_lexicon("speech")["claim"]["verbs"]


def tells_own_deed(document: Document, doer: Token) -> bool:
    """True for "it", "they" and "we" in the word of an armed group that speaks of itself ("the group said that it had
    sent four drones") and "our brothers" in a group's own statement: a claim, and no fact. A state's own word stands.
    """
    ours = doer.lower_ == "we" or any(c.lower_ == "our" for c in doer.lefts)
    if ours and speaks_as_doers(document):
        return True
    if doer.lower_ not in _ONESELF:
        return False
    speaker = author_of(find_speaker(doer, doer.sent))
    named = actor_named_by(document, speaker) if speaker is not None else None
    if speaker is None or named is None or named.speaks_as not in ARMED:
        return False
    meant = document.actor_at.get(doer.i)
    # In "X, a front for Y, said it …" a pronoun may have been taken for Y.
    inside = {e.actor_id for t in speaker.subtree if (e := document.actor_at.get(t.i)) is not None}
    return meant is None or meant.actor_id is None or meant.actor_id in {named.actor_id, *inside}


def accuser_of(document: Document, doer: Token) -> tuple[bool, Token | None]:
    """Whether a doer is only said, suspected or blamed to be one, and who says so if somebody is named who does."""
    blame = blame_over(doer)
    belief = next((a for a in doer.ancestors if a.lemma_.lower() in words_of("roles", "believes")), None)
    said = find_speaker(doer, doer.sent) or (subject_of(belief) if belief is not None else None)
    speaker = author_of(said) if blame is None else blamer_of(blame)
    doubted = is_suspected(doer) or blame is not None or belief is not None
    if speaker is None or speaker == doer or not (speaker.i in document.actor_at or is_doer(document, speaker)):
        return doubted or speaker is not None, None
    return True, speaker


def _speaker_of(verb: Token, sentence: Span) -> Token | None:
    """On whose word a clause stands; who denied something and said another thing has one subject for both."""
    above = next((a for a in verb.ancestors if a.pos_ == "VERB" and says(a)), None)
    subject = subject_of(above) if above is not None and above.dep_ == "conj" else None
    return author_of(subject or find_speaker(verb, sentence))


def _held_responsible(sentence: Span, events: Collection[int] | None) -> Iterator[Token]:
    """The subject of "was responsible for" and "was behind", of the events at some tokens or, without them, of "it"."""
    for verb in sentence:
        if verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
            continue
        subject = subject_of(verb)
        if subject is not None and any(_is_over(c, events) for c in verb.rights):
            yield subject


def _is_over(predicate: Token, events: Collection[int] | None) -> bool:
    """True for "responsible for the blast", "behind it", and "responsible" alone where no event is asked for."""
    if predicate.lower_ == "responsible":
        things = list(objects_of_prepositions(predicate, frozenset({"for"})))
        if events is None:
            return not things or any(t.lower_ in _POINTS_BACK for t in things)
    elif predicate.lower_ == "behind":
        things = [c for c in predicate.rights if c.dep_ == "pobj"]
        if events is None:
            return any(t.lower_ in _POINTS_BACK for t in things)
    else:
        return False
    return any(t.i in events for t in things)


def _whose_work_it_is(sentence: Span) -> Iterator[Token]:
    """The group of "it was the work of the group" and of "it was carried out by the group"."""
    for verb in sentence:
        subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lower_ not in _POINTS_BACK or any(c.dep_ == "neg" for c in verb.children):
            continue
        if verb.lemma_ == "be":
            for work in (c for c in verb.rights if c.dep_ == "attr"):
                if work.lemma_.lower() in words_of("roles", "handiwork"):
                    yield from objects_of_prepositions(work, frozenset({"of"}))
        elif subject.dep_ == "nsubjpass" and verb.lemma_.lower() in words_of("roles", "does") and not says(verb):
            yield from objects_of_prepositions(verb, frozenset({"by"}))


def _who_did_it(sentence: Span) -> Iterator[Token]:
    """The group of "the group carried it out"."""
    for verb in sentence:
        done = object_of(verb) if verb.lemma_.lower() in words_of("roles", "does") else None
        doer = subject_of(verb) if done is not None and done.lower_ in _POINTS_BACK else None
        if doer is not None and not any(c.dep_ == "neg" for c in verb.children):
            yield doer

"""Claims of responsibility in Arabic text, and over which events they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallystick.model.actor import Participant
from tallystick.model.claim import ClaimChannel
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import ClaimMention
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ClaimMode, ParticipantType, Quantifier, Role
from tallystick.reading.arabic.claim_quantity import read_quantity
from tallystick.reading.arabic.claim_turns import is_negated, with_turns
from tallystick.reading.arabic.events import Told
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import nouns_in, words_in
from tallystick.reading.confidence import confidence_of
from tallystick.reading.event_mentions import mention_id
from tallystick.reading.lexicon import load_lexicon

_NEAR = 6
_NO_CLAIMANTS = (
    ActorType.STATE,
    ActorType.ARMED_FORCES,
    ActorType.GOVERNMENT_BODY,
    ActorType.COALITION,
    ActorType.MEDIA,
)


def find_claims(
    passage: Passage, events: Sequence[Told], *, reader: str
) -> tuple[tuple[ClaimMention, ...], tuple[Told, ...]]:
    """The claims of a report; and its events, those marked that only their claimant tells."""
    claims: list[ClaimMention] = []
    claimed: set[str] = set()
    for sentence in passage.sentences:
        made = _claim_in(passage, sentence, events, reader=reader)
        if made is not None:
            claims.append(made)
            claimed |= {e.mention.id for e in events if e.mention.id in made.covers and _is_told_by(made, e)}
    return with_turns(passage, claims), tuple(_as_claimed(e) if e.mention.id in claimed else e for e in events)


def _is_told_by(claim: ClaimMention, told: Told) -> bool:
    """True if the event is told in the claim's own words, and by nobody before."""
    return claim.quote.start <= told.mention.trigger.start < claim.quote.end


def _as_claimed(told: Told) -> Told:
    return replace(told, mention=told.mention.model_copy(update={"status_cue": "claimed_only"}))


def _claim_in(passage: Passage, sentence: range, events: Sequence[Told], *, reader: str) -> ClaimMention | None:
    verb = _claiming_verb(passage, sentence, events)
    if verb is None:
        return None
    claimant = _claimant(passage, sentence, verb)
    if claimant is None:
        return None
    quantity = read_quantity(passage, range(verb + 1, min(verb + 2 * _NEAR, sentence.stop)))
    reached = [e for e in events if e.trigger in sentence and not e.mention.background]
    before = [e for e in events if e.trigger < verb and not e.mention.background]
    first = next((e.trigger for e in reached if e.trigger > verb), before[-1].trigger if before else None)
    covered = [e for e in events if e.trigger == first] if quantity.quantifier is Quantifier.ONE else []
    if quantity.points_back and quantity.number == len(_apart(before)[-2:]):
        covered = _apart(before)[-2:]
    covers = tuple(e.mention.id for e in covered)
    quote = passage.quote(passage.words[verb].start, passage.words[sentence.stop - 1].end)
    return ClaimMention(
        id=mention_id(passage.report.id, "claim", quote),
        report_id=passage.report.id,
        quote=quote,
        confidence=confidence_of("claim"),
        reader=reader,
        claimant=Participant(
            role=Role.CLAIMANT,
            type=ParticipantType.ORGANISATION,
            name=claimant.name,
            actor_id=claimant.actor_id,
            quote=claimant.quote,
        ),
        covers=covers,
        quantifier=quantity.quantifier,
        number=quantity.number,
        of=quantity.of,
        mode=_mode(quote),
        channel=_channel(passage, quote),
    )


def _claiming_verb(passage: Passage, sentence: range, events: Sequence[Told]) -> int | None:
    """The verb "claimed", or "announced" where its object is responsibility or an attack of the speaker's own."""
    for at in sentence:
        word = passage.words[at]
        if is_negated(passage, at):
            continue
        if word.is_one_of(words_in("claiming")):
            return at
        if not word.is_one_of(words_in("announcing")):
            continue
        near = range(at + 1, min(at + 2 * _NEAR, sentence.stop))
        if any(passage.words[i].is_one_of(nouns_in("responsibility")) for i in near):
            return at
        speaker = next((a for _, a in passage.actors_in(near)), None)
        own = speaker is not None and speaker.type not in _NO_CLAIMANTS
        if own and any(e.trigger in near for e in events):
            return at
    return None


def _claimant(passage: Passage, sentence: range, verb: int) -> ActorExpression | None:
    """The first name behind the verb, else the last before it; no state and no paper."""
    behind = [a for n, a in passage.actors_in(range(verb, min(verb + _NEAR, sentence.stop)))]
    before = [a for n, a in passage.actors_in(range(max(sentence.start, verb - _NEAR), verb))]
    found = [a for a in (*behind, *reversed(before)) if a.type not in _NO_CLAIMANTS]
    named = (a for a in found if a.type is not ActorType.UNNAMED_SET)
    return next(named, found[0] if found else None)


def _apart(events: Sequence[Told]) -> list[Told]:
    """The events told one by one."""
    return [e for e in events if not e.mention.plural]


def _mode(quote: Quote) -> ClaimMode:
    """How the words of a claim say that it was made; the narrowest that they tell."""
    for code, cues in load_lexicon("claims")["arabic_modes"].items():
        if any(cue in quote.exact for cue in cues):
            return ClaimMode(code)
    return ClaimMode.UNKNOWN


def _channel(passage: Passage, quote: Quote) -> ClaimChannel | None:
    """The platform that the words of a claim name; null if they name none."""
    for name in load_lexicon("claims")["arabic_platforms"]:
        at = quote.exact.find(name)
        if at >= 0:
            return ClaimChannel(name=name, quote=passage.quote(quote.start + at, quote.start + at + len(name)))
    return None

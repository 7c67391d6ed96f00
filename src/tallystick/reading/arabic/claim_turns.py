"""What became of claims in Arabic text: taken back, taken down, denied by whom they name, disputed by others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.model.actor import ActorRef
from tallystick.model.claim import ClaimTurn
from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, ClaimStatus, ClaimStep
from tallystick.model.when import When
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import nouns_in, verbs_in, words_in
from tallystick.reading.lexicon import load_lexicon

_STEPS = {
    "claim_taken_back": ClaimStep.WITHDRAWN,
    "claim_taken_down": ClaimStep.TAKEN_DOWN,
    "claim_gone": ClaimStep.TAKEN_DOWN,
    "claim_denied": ClaimStep.DENIED,
    "claim_disputed": ClaimStep.DISPUTED,
}
_STATUS = {
    ClaimStep.WITHDRAWN: ClaimStatus.WITHDRAWN,
    ClaimStep.TAKEN_DOWN: ClaimStatus.WITHDRAWN,
    ClaimStep.DENIED: ClaimStatus.DENIED,
    ClaimStep.DISPUTED: ClaimStatus.DISPUTED,
}
_NEAR = 8
_THAT = ("أن", "ان")
_BEFORE = 4


def with_turns(passage: Passage, claims: Sequence[ClaimMention]) -> tuple[ClaimMention, ...]:
    """The claims of a report, each with what its words tell became of it."""
    told = list(claims)
    for sentence in passage.sentences:
        for at in sentence:
            step = _step_at(passage, at, sentence)
            if step is not None:
                _enter(passage, told, step, at, sentence)
    return tuple(told)


def is_negated(passage: Passage, at: int) -> bool:
    """True for a verb behind "did not", or behind one of denying ("نفت أن تكون تبنت")."""
    before = passage.words[max(0, at - _NEAR) : at]
    right_before = bool(before) and before[-1].is_one_of(words_in("claim_negations"))
    denies = next((i for i, w in enumerate(before) if w.is_one_of(verbs_in("claim_denied"))), None)
    return right_before or (denies is not None and any(w.written in _THAT for w in before[denies:]))


def _step_at(passage: Passage, at: int, sentence: range) -> ClaimStep | None:
    """The step that a verb tells where a word for a claim stands near behind it."""
    word = passage.words[at]
    step = next((step for key, step in _STEPS.items() if word.is_one_of(verbs_in(key))), None)
    if step is None or is_negated(passage, at):
        return None
    near = passage.words[at + 1 : min(at + _NEAR, sentence.stop)]
    return step if any(w.is_one_of(nouns_in("claim_things")) for w in near) else None


def _enter(passage: Passage, claims: list[ClaimMention], step: ClaimStep, at: int, sentence: range) -> None:
    start = passage.words[at].start
    before = [c for c in claims if c.quote.start < start]
    by = _actor_by(passage, at, sentence)
    claim = next((c for c in reversed(before) if by is not None and _is_same(by, c.claimant.actor)), None)
    claim = claim or next(reversed(before), None)
    if claim is None:
        return
    own = by is not None and _is_same(by, claim.claimant.actor)
    own = own or (by is None and _speaks_for_itself(passage, at, sentence))
    if step in (ClaimStep.DENIED, ClaimStep.DISPUTED):
        step = ClaimStep.DENIED if own else ClaimStep.DISPUTED
        by = None if own else by or _words(passage, at, sentence)
        if step is ClaimStep.DISPUTED and by is None:
            return
    elif own:
        by = claim.claimant.actor
    else:
        by = by or _platform(passage, at, sentence)
    quote = passage.quote(start, passage.words[sentence.stop - 1].end)
    turn = ClaimTurn(step=step, by=by, when=_day(passage, range(at, sentence.stop)), quote=quote)
    others = step is ClaimStep.TAKEN_DOWN and by is not None and not own
    status = claim.status if others else _STATUS[step]
    claims[claims.index(claim)] = claim.model_copy(update={"turns": (*claim.turns, turn), "status": status})


def _actor_by(passage: Passage, at: int, sentence: range) -> ActorRef | None:
    """Who takes a step: the actor named right behind the verb, else right before it."""
    behind = [(n, a) for n, a in passage.actors_in(range(at + 1, min(at + _BEFORE, sentence.stop)))]
    before = [(n, a) for n, a in passage.actors_in(range(max(sentence.start, at - _NEAR), at)) if n.last == at - 1]
    named = [a for _, a in (*behind, *before) if a.type is not ActorType.UNNAMED_SET]
    return next((ActorRef(id=a.actor_id, name=a.name) for a in named), None)


def _speaks_for_itself(passage: Passage, at: int, sentence: range) -> bool:
    """True for "the movement deleted" and "its channel deleted"."""
    following = passage.words[at + 1 : min(at + 2, sentence.stop)]
    return any(w.is_one_of(nouns_in("claimant_again")) for w in following)


def _words(passage: Passage, at: int, sentence: range) -> ActorRef | None:
    """Who is named on no list right behind the verb ("the Somali government"): the words up to what is disputed."""
    behind: list[int] = []
    for i in range(at + 1, min(at + _BEFORE, sentence.stop)):
        word = passage.words[i]
        if word.is_one_of(nouns_in("claim_things")) or word.is_one_of(words_in("particles")):
            break
        behind.append(i)
    if not behind:
        return None
    return ActorRef(name=passage.quote(passage.words[behind[0]].start, passage.words[behind[-1]].end).exact)


def _platform(passage: Passage, at: int, sentence: range) -> ActorRef | None:
    following = passage.words[at + 1 : min(at + 3, sentence.stop)]
    platforms: Iterable[str] = load_lexicon("claims")["arabic_platforms"]
    return next((ActorRef(name=w.written) for w in following if w.written in platforms), None)


def _day(passage: Passage, words: range) -> When:
    return next((passage.date_words[i].when for i in words if i in passage.date_words), When())


def _is_same(one: ActorRef, other: ActorRef) -> bool:
    return one == other or (one.id is not None and one.id == other.id)

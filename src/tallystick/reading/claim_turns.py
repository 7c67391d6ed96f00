"""What became of a claim, as a report tells it: replaced, taken down, denied by its claimant, disputed by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.claim import ClaimTurn
from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, ClaimStatus, ClaimStep
from tallystick.reading.claim_making import can_claim, day_of, make_claim
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import agent_of, noun_phrase, object_of, says, subject_of
from tallystick.reading.told import Told

_STATUS = {
    ClaimStep.SUPERSEDED: ClaimStatus.SUPERSEDED,
    ClaimStep.WITHDRAWN: ClaimStatus.WITHDRAWN,
    ClaimStep.DENIED: ClaimStatus.DENIED,
    ClaimStep.DISPUTED: ClaimStatus.DISPUTED,
}
_NEGATIONS = ("not", "n't", "never", "nor")


@dataclass(frozen=True)
class _Turn:
    """A step as the words tell it: of the claim for which ``thing`` stands, taken by whom ``by`` names."""

    step: ClaimStep
    verb: Token
    thing: Token | None
    by: Token | None = None


def with_turns(document: Document, claims: list[ClaimMention], told: Told) -> list[ClaimMention]:
    """The claims of a report with what became of each; a claim is added where only its end is told."""
    book = _Book(document, claims, told)
    for sentence in document.sentences:
        for token in sentence:
            for turn in _turns_at(token):
                book.enter(turn, sentence)
    return book.claims


def is_denied(verb: Token) -> bool:
    """True for "did not claim", "has never claimed" and "claimed nothing"."""
    thing = object_of(verb)
    nothing = thing is not None and (
        thing.lower_ in ("nothing", "none", "no") or any(c.lower_ == "no" for c in thing.lefts)
    )
    return nothing or any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in verb.children)


def _turns_at(token: Token) -> Iterator[_Turn]:
    of_claim = token.dep_ in ("amod", "compound") and token.head.lemma_.lower() in words_of("claims", "things")
    if of_claim and token.lower_ in words_of("claims", "superseding"):
        verb = token.head.head
        yield _Turn(ClaimStep.SUPERSEDED, verb, None, subject_of(verb) or token.head)
    if token.pos_ not in ("VERB", "AUX"):
        return
    for read in (_superseded, _withdrawn, _denied, _disputed):
        turn = read(token)
        if turn is not None:
            yield turn
            return


def _superseded(verb: Token) -> _Turn | None:
    if verb.lemma_.lower() not in words_of("claims", "supersede") or is_denied(verb):
        return None
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        thing = _thing(passive)
        return _Turn(ClaimStep.SUPERSEDED, verb, thing, agent_of(verb)) if thing is not None else None
    thing = object_of(verb)
    if thing is None or _thing(thing) is None:
        return None
    return _Turn(ClaimStep.SUPERSEDED, verb, thing, subject_of(verb))


def _withdrawn(verb: Token) -> _Turn | None:
    lemma = verb.lemma_.lower()
    particles = load_lexicon("claims")["withdraw_particle"].get(lemma, ())
    taken = any(c.lower_ in particles for c in verb.children)
    if (lemma in words_of("claims", "withdraw") or taken) and not is_denied(verb):
        passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
        thing = _thing(passive) if passive is not None else _thing(object_of(verb))
        return _Turn(ClaimStep.WITHDRAWN, verb, thing, subject_of(verb)) if thing is not None else None
    subject = subject_of(verb)
    gone = lemma in words_of("claims", "gone") and not is_denied(verb)
    longer = any(t.lower_ == "longer" and t.nbor(-1).lower_ == "no" for t in verb.subtree if t.i > 0) and any(
        t.lower_ in words_of("claims", "no_longer") for t in (verb, *verb.subtree)
    )
    thing = _thing(subject)
    return _Turn(ClaimStep.WITHDRAWN, verb, thing) if (gone or longer) and thing is not None else None


def _denied(verb: Token) -> _Turn | None:
    """The step of "denied having made the claim", "said it had never claimed it" and "disowned the statement"."""
    lemma = verb.lemma_.lower()
    if lemma in words_of("claims", "deny") and not is_denied(verb):
        made = any(t.i > verb.i and _makes_claim(t) for t in verb.subtree)
        thing = object_of(verb)
        if made:
            return _Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
        if thing is not None and _thing(thing) is not None and thing.lemma_.lower() != "responsibility":
            return _Turn(ClaimStep.DENIED, verb, thing, subject_of(verb))
        return None
    if not says(verb):
        return None
    if any(t.i > verb.i and t.pos_ == "VERB" and _makes_claim(t) and is_denied(t) for t in verb.subtree):
        return _Turn(ClaimStep.DENIED, verb, None, subject_of(verb))
    return None


def _makes_claim(verb: Token) -> bool:
    """True for "claimed the attack" and "made the claim"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("claims", "making"):
        return False
    thing = object_of(verb)
    return verb.lemma_.lower() == "claim" or (thing is not None and _thing(thing) is not None)


def _disputed(verb: Token) -> _Turn | None:
    """The step of "rejected the claim", "cast doubt on the claim", "called it a lie" and "said the claim was false"."""
    lemma, thing = verb.lemma_.lower(), object_of(verb)
    if is_denied(verb):
        return None
    if lemma == "cast" and thing is not None and thing.lemma_.lower() == "doubt":
        tree = [t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() == "claim" and t.pos_ == "NOUN"]
        return _Turn(ClaimStep.DISPUTED, verb, tree[0], subject_of(verb)) if tree else None
    if lemma in words_of("claims", "dispute") and thing is not None and thing.lemma_.lower() in ("claim", "statement"):
        return _Turn(ClaimStep.DISPUTED, verb, thing, subject_of(verb))
    if lemma in ("call", "describe", "brand", "label") or says(verb):
        words = [t for t in verb.subtree if t.i > verb.i]
        claim = next((t for t in words if t.pos_ == "NOUN" and t.lemma_.lower() in words_of("claims", "things")), None)
        false = any(t.lower_ in words_of("claims", "doubtful") for t in words)
        if claim is not None and false and claim.lemma_.lower() != "responsibility":
            return _Turn(ClaimStep.DISPUTED, verb, claim, subject_of(verb))
    return None


def _thing(noun: Token | None) -> Token | None:
    """A noun that stands for a claim: by its sort, or "the first" and "an earlier one" of several."""
    if noun is None:
        return None
    if noun.lemma_.lower() in words_of("claims", "things"):
        return noun
    earlier = words_of("claims", "earlier")
    if noun.lower_ in earlier or (noun.lower_ == "one" and any(c.lower_ in earlier for c in noun.lefts)):
        return noun
    return noun if noun.lower_ in ("it", "which", "that") else None


class _Book:
    """The claims of a report, in which turns are entered."""

    def __init__(self, document: Document, claims: list[ClaimMention], told: Told) -> None:
        self._document, self.claims, self._told = document, claims, told

    def enter(self, turn: _Turn, sentence: Span) -> None:
        """Enters a turn in the claim that it is of, if that is told."""
        by = self._actor(turn.by)
        if turn.step is ClaimStep.SUPERSEDED:
            self._supersede(turn, by, sentence)
            return
        step = turn.step
        own = self._owner(turn.thing)
        claim = self._of(own, turn, sentence) if own is not None else self._meant(turn, by)
        if claim is None and turn.by is not None and by is not None and step is not ClaimStep.DISPUTED:
            claim = self._of(turn.by, turn, sentence)
        if claim is None:
            return
        is_claimants = by is None or by == claim.claimant.actor
        if step in (ClaimStep.DENIED, ClaimStep.DISPUTED):
            step = ClaimStep.DENIED if is_claimants and by is not None else ClaimStep.DISPUTED
            if step is ClaimStep.DISPUTED and turn.by is None:
                return
        self._add(
            claim, step, turn, sentence, by=None if step is not ClaimStep.DISPUTED else by or self._words(turn.by)
        )

    def _supersede(self, turn: _Turn, by: ActorRef | None, sentence: Span) -> None:
        """Enters that one claim took another's place: who is told by name, or else is who else claims in the report."""
        over = self._owner(turn.thing)
        loser = self._of(over, turn, sentence) if over is not None else None
        owner = turn.by if by is not None else self._owner(turn.by)
        winner = self._of(owner, turn, sentence) if owner is not None else None
        winner = winner or self._last_but(loser, sentence)
        loser = loser or self._last_but(winner, None)
        if winner is None or (loser is not None and loser.claimant.actor == winner.claimant.actor):
            return
        self._replace(winner, takes_over=True)
        if loser is not None:
            self._add(loser, ClaimStep.SUPERSEDED, turn, sentence, by=winner.claimant.actor)

    def _last_but(self, claim: ClaimMention | None, sentence: Span | None) -> ClaimMention | None:
        """The last claim by anybody else, if there is one then of this sentence."""
        others = [c for c in self.claims if claim is None or c.claimant.actor != claim.claimant.actor]
        here = [c for c in others if sentence is not None and sentence.start_char <= c.quote.start < sentence.end_char]
        return next(reversed(here or others), None)

    def _meant(self, turn: _Turn, by: ActorRef | None) -> ClaimMention | None:
        """The claim of the report for which a noun without an owner stands: the subject's own, the first, the last."""
        before = [c for c in self.claims if c.quote.start <= turn.verb.idx]
        thing = turn.thing
        if thing is not None and any(t.lower_ in words_of("claims", "earlier") for t in (thing, *thing.lefts)):
            return before[0] if before else None
        own = [c for c in before if c.claimant.actor == by]
        if turn.step is ClaimStep.WITHDRAWN and by is not None and not own:
            return None
        if own:
            return own[-1]
        if thing is not None and thing.lower_ in ("it", "which", "that") and turn.step is not ClaimStep.WITHDRAWN:
            return None
        return before[-1] if before and (thing is not None or by is None) else None

    def _of(self, owner: Token, turn: _Turn, sentence: Span) -> ClaimMention | None:
        """The last claim of an actor in the report, made here if the report tells none."""
        actor = self._actor(owner)
        if actor is None:
            return None
        known = [c for c in self.claims if c.claimant.actor == actor]
        if known:
            return known[-1]
        if not can_claim(self._document, owner):
            return None
        quote = self._document.quote_span(sentence)
        made = make_claim(self._document, owner, sentence, self._told, turn.thing or turn.verb, quote)
        self.claims.append(made)
        return made

    def _owner(self, thing: Token | None) -> Token | None:
        """The actor that a noun for a claim names as its maker ("the claim by X", "X's claim", "the X claim")."""
        if thing is None:
            return None
        heads = [t for t in thing.subtree if t.i in self._document.actor_at and can_claim(self._document, t)]
        near = [t for t in heads if t.dep_ in ("poss", "compound", "nmod") or t.head.lower_ in ("by", "from", "of")]
        return next((t for t in near if self._document.actor_at[t.i].type is not ActorType.MEDIA), None)

    def _actor(self, token: Token | None) -> ActorRef | None:
        if token is None:
            return None
        expression = self._document.actor_at.get(token.i)
        if expression is None:
            inner = [
                self._document.actor_at[t.i] for t in token.subtree if t.i in self._document.actor_at and t.i <= token.i
            ]
            expression = inner[0] if inner else None
        return ActorRef(id=expression.actor_id, name=expression.name) if expression is not None else None

    def _words(self, token: Token | None) -> ActorRef | None:
        if token is None or token.pos_ == "PRON":
            return None
        return ActorRef(name=self._document.quote_span(noun_phrase(token, tail=False)).exact)

    def _add(self, claim: ClaimMention, step: ClaimStep, turn: _Turn, sentence: Span, *, by: ActorRef | None) -> None:
        made = ClaimTurn(
            step=step, by=by, when=day_of(self._document, turn.verb), quote=self._document.quote_span(sentence)
        )
        current = next(c for c in self.claims if c.id == claim.id)
        if any(t.step is step and t.quote == made.quote for t in current.turns):
            return
        self._replace(current, turns=(*current.turns, made), status=_STATUS[step])

    def _replace(self, claim: ClaimMention, **changes: object) -> None:
        self.claims[:] = [c.model_copy(update=changes) if c.id == claim.id else c for c in self.claims]

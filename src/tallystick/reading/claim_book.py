"""What became of each claim, entered in the claims of a report."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.claim import ClaimTurn
from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ActorType, ClaimStatus, ClaimStep
from tallystick.model.when import When
from tallystick.reading.claim_making import can_claim, day_of, is_its_own, make_claim
from tallystick.reading.claim_turn import Turn
from tallystick.reading.claim_turns import turns_at
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import noun_phrase
from tallystick.reading.told import Told

_STATUS = {
    ClaimStep.SUPERSEDED: ClaimStatus.SUPERSEDED,
    ClaimStep.TAKEN_DOWN: ClaimStatus.WITHDRAWN,
    ClaimStep.WITHDRAWN: ClaimStatus.WITHDRAWN,
    ClaimStep.DENIED: ClaimStatus.DENIED,
    ClaimStep.DISPUTED: ClaimStatus.DISPUTED,
}


def with_turns(document: Document, claims: list[ClaimMention], told: Told) -> list[ClaimMention]:
    """The claims of a report with what became of each; a claim is added where only its end is told."""
    book = _Book(document, claims, told)
    for sentence in document.sentences:
        for token in sentence:
            for turn in turns_at(token):
                book.enter(turn, sentence)
    return book.claims


class _Book:
    """The claims of a report, in which turns are entered."""

    def __init__(self, document: Document, claims: list[ClaimMention], told: Told) -> None:
        self._document, self.claims, self._told = document, claims, told

    def enter(self, turn: Turn, sentence: Span) -> None:
        """Enters a turn in the claim that it is of, if that is told."""
        by = self._actor(turn.by)
        if not self.claims and turn.thing is not None and turn.thing.lower_ in ("it", "which", "that"):
            return
        if turn.step is ClaimStep.SUPERSEDED:
            self._supersede(turn, by, sentence)
            return
        step = turn.step
        own = self._owner(turn.thing) or turn.of
        claim = self._of(own, turn, sentence) if own is not None else self._meant(turn, by)
        if claim is None and turn.of is not None:
            claim = next(
                (c for c in reversed(self.claims) if sentence.start_char <= c.quote.start <= turn.verb.idx), None
            )
        if claim is None and turn.by is not None and by is not None and step is not ClaimStep.DISPUTED:
            claim = self._of(turn.by, turn, sentence)
        if claim is None:
            return
        is_claimants = turn.by is not None and (
            by == claim.claimant.actor or ((by is None or by.id is None) and is_its_own(turn.by))
        )
        if step in (ClaimStep.DENIED, ClaimStep.DISPUTED):
            step = ClaimStep.DENIED if is_claimants else ClaimStep.DISPUTED
            if step is ClaimStep.DISPUTED and turn.by is None and turn.of is None:
                return
            by = None if is_claimants else by or self._words(turn.by)
        elif turn.by is not None:
            is_claimants = is_claimants or (by is None and turn.by.pos_ == "PRON")
            by = claim.claimant.actor if is_claimants else by or self._words(turn.by)
        self._add(claim, step, turn, sentence, by=by)

    def _supersede(self, turn: Turn, by: ActorRef | None, sentence: Span) -> None:
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

    def _meant(self, turn: Turn, by: ActorRef | None) -> ClaimMention | None:
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

    def _of(self, owner: Token, turn: Turn, sentence: Span) -> ClaimMention | None:
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

    def _add(self, claim: ClaimMention, step: ClaimStep, turn: Turn, sentence: Span, *, by: ActorRef | None) -> None:
        made = ClaimTurn(step=step, by=by, when=self._day_of(claim, turn), quote=self._document.quote_span(sentence))
        current = next(c for c in self.claims if c.id == claim.id)
        if any(t.step is step and t.quote == made.quote for t in current.turns):
            return
        others = step is ClaimStep.TAKEN_DOWN and by is not None and by != current.claimant.actor
        status = current.status if others else _STATUS[step]
        self._replace(current, turns=(*current.turns, made), status=status)

    def _day_of(self, claim: ClaimMention, turn: Turn) -> When:
        """The day of a turn; by an hour alone ("by evening") it is that of the claim told before, if it bears one."""
        day = day_of(self._document, turn.verb)
        words = day.quote.exact.lower().split() if day.quote is not None else []
        is_hour = bool(words) and all(w in words_of("claims", "hours") for w in words)
        return claim.when if is_hour else day

    def _replace(self, claim: ClaimMention, **changes: object) -> None:
        self.claims[:] = [c.model_copy(update=changes) if c.id == claim.id else c for c in self.claims]

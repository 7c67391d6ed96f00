"""What the words of others are evidence of: attributions, denials, reports' own statements, and the grounds given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.attribution.agreement import agree
from tallystick.attribution.candidates import members_of
from tallystick.attribution.case import Case
from tallystick.attribution.frame import Frame
from tallystick.attribution.grounded import Grounded
from tallystick.attribution.names import called, key, names, start
from tallystick.attribution.piece import Piece, Share, evidence, own_cause, relayed_by
from tallystick.attribution.stated import Stated
from tallystick.attribution.strengths import load_strengths
from tallystick.codebook.load import entry
from tallystick.model.actor import ActorRef
from tallystick.model.terms import AttributionMode, Bearing, EvidenceKind


def from_word(case: Case, frame: Frame, one: Stated) -> Piece:
    """What somebody says of who did it, or what is said by nobody who is named."""
    points_to, who = _pointed(frame, one)
    origins = frozenset(case.origins_of(one.report_ids))
    relayed = relayed_by(len(origins))
    if one.attributor is None:
        text = f"It is blamed on {who}, and nobody is named who says so."
        told = evidence(EvidenceKind.NOBODY_NAMED, text, [relayed], one.quotes)
        return _follow(case, frame, one, Piece(points_to, told, voice="nobody", group="nobody", origins=origins))
    voice = case.voices.institution(one.attributor)
    if one.is_denied:
        told = evidence(
            EvidenceKind.DENIAL,
            start(f"{who} {agree('denies', *one.actors)} it."),
            [relayed],
            one.quotes,
            by=one.attributor,
            bears=Bearing.AGAINST,
        )
        return Piece(frame.others(points_to), told, voice=voice, group=f"denial {voice}", origins=origins)
    if one.is_own:
        kind = EvidenceKind.OWN_OFFICIAL if one.is_unnamed else EvidenceKind.OWN_WORD
        told = evidence(kind, say_own(one, who), [relayed], one.quotes, by=one.attributor)
        return _follow(
            case, frame, one, Piece(points_to, told, voice=voice, group=f"own word {voice}", origins=origins)
        )
    shares = [relayed, *own_cause(case, one.attributor, one.actors)]
    if case.has_been_replaced(one):
        shares.append(
            (
                load_strengths().share("taken_back"),
                f"{one.attributor.name} {agree('has', one.attributor)} since said otherwise",
            )
        )
    text = say_voice(one.attributor, who, one)
    told = evidence(case.voices.kind_of(one.attributor), text, shares, one.quotes, by=one.attributor)
    return _follow(case, frame, one, Piece(points_to, told, voice=voice, group=f"said by {voice}", origins=origins))


def from_fact(case: Case, frame: Frame, one: Stated, others: Sequence[Piece]) -> Iterator[Piece]:
    """What reports state in their own words, one piece for each independent source.

    Where the same source also relays a claim or somebody's word for it (``others``), its own words rest on that and
    are not counted again.
    """
    points_to, who = _pointed(frame, one)
    for origin, name in sorted(case.origins_of(one.report_ids).items()):
        quotes = tuple(q for q in one.quotes if origin in case.origins_of([q.report_id]))
        rests = any(origin in p.origins and p.points_to & points_to and not p.is_against for p in others)
        shares = [(0.0, "the same source relays on whose word it stands")] if rests else _for_source(case, origin)
        told = evidence(EvidenceKind.REPORTED_FACT, f"{name} states as fact that {who} did it.", shares, quotes)
        told_by = f"origin {origin}"
        yield _follow(
            case, frame, one, Piece(points_to, told, voice=told_by, group=told_by, origins=frozenset({origin}))
        )


def from_ground(case: Case, frame: Frame, ground: Grounded) -> Piece:
    """What a report says that an attribution rests on."""
    kind = EvidenceKind(ground.kind.value)
    origins = case.origins_of(q.report_id for q in ground.quotes)
    shares = [relayed_by(len(origins)), *(own_cause(case, ground.by, ground.actors) if ground.by else [])]
    whose = f", on the word of {called(ground.by)}" if ground.by else ""
    text = f"{entry(kind).label}{whose}: a report says that it points to {names(ground.actors)}."
    voice = case.voices.institution(ground.by) if ground.by else f"origin {min(origins)}"
    return Piece(
        frame.by_all_of(key(a) for a in ground.actors),
        evidence(kind, text, shares, ground.quotes, by=ground.by),
        voice=voice,
        group=f"{kind.value} {voice}",
        origins=frozenset(origins),
    )


def say_voice(voice: ActorRef, who: str, one: Stated) -> str:
    """What a voice says of somebody, in no more than the reports give it."""
    if one.is_suspicion:
        return f"{voice.name} {agree('suspects', voice)} {who}."
    if one.is_blame:
        return f"{voice.name} {agree('attributes', voice)} it to {who}."
    return f"According to {called(voice)}, {who} did it."


def say_own(one: Stated, who: str) -> str:
    """What is said where a voice tells the deed of its own side."""
    if one.is_unnamed or one.attributor is None:
        return f"An official who is not named tells it as a deed of {who}."
    if one.attributor.name != one.actors[0].name:
        return f"{one.attributor.name} {agree('tells', one.attributor)} it as a deed of {who}."
    tells = agree("tells", *one.actors)
    return start(f"{who} {tells} it as {'its' if tells == 'tells' else 'their'} own deed.")


def _follow(case: Case, frame: Frame, one: Stated, piece: Piece) -> Piece:
    """A word that names a brand or a facade alone goes on to its members, as a claim by it would."""
    members = members_of(case, one.actors[0]) if len(one.actors) == 1 else ()
    if not members:
        return piece
    behind = frame.by_any_of(key(m.actor) for m in members)
    return replace(piece, points_to=piece.points_to | behind, name=key(one.actors[0]), own=piece.points_to)


def _pointed(frame: Frame, one: Stated) -> tuple[int, str]:
    """The parties that a statement points to, and their names."""
    keys = sorted(one.actor_keys)
    if one.mode is AttributionMode.ALL_OF:
        return frame.by_all_of(keys), names(one.actors)
    return frame.by_any_of(keys), names(one.actors, last="or")


def _for_source(case: Case, origin: str) -> list[Share]:
    """What is left of a report's own statement for who wrote it."""
    if case.voices.is_partisan(origin):
        return [(load_strengths().share("party"), "the outlet speaks for a party")]
    if not case.voices.is_listed(origin):
        return [(load_strengths().share("unlisted"), "nothing is known of the outlet")]
    return []

"""Every actor of a report: known names, bodies of states, unnamed sets, unknown names, and what points back to them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Report
from tallystick.reading.actor_described import describe
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_reading import ActorReading
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_text import ActorText


def find_actors(
    doc: Doc,
    report: Report,
    *,
    knowledge: KnowledgeBase,
    gazetteer: Gazetteer,
    places: Sequence[PlaceExpression] = (),
) -> tuple[ActorExpression, ...]:
    """The actor expressions of a report, sorted by start, none overlapping another.

    ``doc`` is the parse of ``report.text``, or of its copy with capitals restored (``lettering.py``). A name outside
    the knowledge base comes out with a null ``actor_id``; the name of a place of ``gazetteer`` is none. An unnamed set
    with a backer carries the backer's id. ``places`` are the places of the report: by them a name that means several
    actors and "the army" are read. Countries and capitals that are only places are left out.
    """
    text = ActorText(doc, doc.text, gazetteer)
    board = Board(len(text))
    ActorReading(text, board, Scene(text, places), knowledge).read()
    found = sorted(board.found, key=lambda f: f.first)
    return tuple(_expression(f, text, report) for f in found if text.words[f.first].start >= report.body_start)


def _expression(found: Found, text: ActorText, report: Report) -> ActorExpression:
    quote = quote_from(report.id, report.text, text.words[found.first].start, text.words[found.last].end)
    return ActorExpression(
        quote=quote,
        actor_id=found.actor_id,
        name=found.name or text.between(found.first, found.last),
        type=found.type,
        backer_id=found.backer_id,
        acts_for=found.acts_for,
        member_ids=found.member_ids,
        described=_described(found, text, report),
        why=found.why,
    )


def _described(found: Found, text: ActorText, report: Report) -> Quote | None:
    words = describe(text, found)
    if words is None or text.words[words[0]].start < report.body_start:
        return None
    return quote_from(report.id, report.text, text.words[words[0]].start, text.words[words[1]].end)

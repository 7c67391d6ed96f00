"""Whom words mean that name nobody: bodies without a state, "the group", "its fighters", spokesmen, "it"."""

from __future__ import annotations

from tallystick.knowledge.base import KnowledgeBase
from tallystick.reading.actor_bodies import find_bare_bodies
from tallystick.reading.actor_found import Board
from tallystick.reading.actor_people import find_speakers_of, link_persons
from tallystick.reading.actor_pronouns import find_owned, find_pronouns
from tallystick.reading.actor_references import find_back_references, find_parts, find_shortened
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_several import find_several
from tallystick.reading.actor_text import ActorText


def link_in_context(text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase) -> None:
    """Put down what points to the actors on the board, each step by what those before it linked."""
    for found in find_bare_bodies(text, board, scene, knowledge):
        board.add(found)
    for found in find_shortened(text, board):
        board.add(found)
    for found in find_back_references(text, board, knowledge):
        board.replace(found)
    for found in find_parts(text, board, knowledge):
        board.replace(found)
    for found in find_owned(text, board, knowledge):
        board.replace(found)
    for found in find_speakers_of(text, board, knowledge):
        board.replace(found)
    # Twice: an adviser to a president is known by whom the president was linked to.
    for _ in range(2):
        for found in list(link_persons(text, board, scene, knowledge)):
            board.replace(found)
    # Once more, for what "his" owns.
    for found in find_owned(text, board, knowledge):
        board.replace(found)
    for found in list(find_several(text, board, knowledge)):
        board.replace(found)
    for found in list(find_pronouns(text, board)):
        board.add(found)

"""What a number counts: events, people harmed, projectiles, sites."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.terms import TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.tally_events import blow_unit, event_unit
from tallystick.reading.tally_harm import harm_of_predicate, harm_unit
from tallystick.reading.tally_objects import object_unit

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
    unit = unit or harm_of_predicate(total)
    return TallyUnit.KILLED if unit is None and of is None and total.lemma_.lower() == "toll" else unit

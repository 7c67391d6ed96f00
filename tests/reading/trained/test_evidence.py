from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tallystick.model.terms import Modality
from tallystick.reading.trained.evidence import gather_evidence
from tests.reading.trained.word_encoder import weights_for

TEXT = "Rebels bombed the old bridge. The blast hurt nobody. It rained."


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def test_a_word_that_tells_an_event_has_its_group(doc: Doc) -> None:
    evidence = gather_evidence(doc, doc.sents, weights_for(TEXT, triggers={"bombed": "explosion"}))
    assert [t.text for t in doc if evidence.group_of(t) is not None] == ["bombed"]
    assert evidence.group_of(doc[1]) == "explosion"


def test_nothing_is_known_of_what_was_not_read(doc: Doc) -> None:
    first = next(iter(doc.sents))
    evidence = gather_evidence(doc, [first], weights_for(TEXT, triggers={"blast": "explosion"}))
    blast = next(t for t in doc if t.text == "blast")
    assert evidence.trigger_probability(blast) is None
    assert evidence.group_of(blast) is None
    assert evidence.modality_of(blast) is None


def test_the_words_of_a_filler_are_one_span(doc: Doc) -> None:
    roles = {"the": "B-target", "old": "I-target", "bridge": "I-target", "rebels": "B-perpetrator_organisation"}
    evidence = gather_evidence(doc, list(doc.sents)[:1], weights_for(TEXT, roles=roles))
    spans = [(s.role, doc[s.start : s.end].text) for s in evidence.role_spans(bias=0.0)]
    assert spans == [("perpetrator_organisation", "Rebels"), ("target", "the old bridge")]


def test_a_beginning_ends_the_filler_before_it(doc: Doc) -> None:
    evidence = gather_evidence(doc, doc.sents, weights_for(TEXT, roles={"old": "B-target", "bridge": "B-target"}))
    assert [doc[s.start : s.end].text for s in evidence.role_spans(bias=0.0)] == ["old", "bridge"]


def test_modality_is_the_likeliest(doc: Doc) -> None:
    evidence = gather_evidence(doc, doc.sents, weights_for(TEXT, modality={"bombed": Modality.PLANNED}))
    told = evidence.modality_of(doc[1])
    assert told is not None
    assert told[0] is Modality.PLANNED
    assert told[1] > 0.9


def test_triggers_of_one_direction_tell_one_event(doc: Doc) -> None:
    triggers = {"bombed": "explosion", "blast": "explosion", "rained": "harm"}
    evidence = gather_evidence(doc, doc.sents, weights_for(TEXT, triggers=triggers, event={"rained": 1}))
    bombed, blast, rained = (next(t for t in doc if t.text == word) for word in triggers)
    assert (evidence.same_event(bombed, blast) or 0) > 0.9
    assert (evidence.same_event(bombed, rained) or 1) < 0.1

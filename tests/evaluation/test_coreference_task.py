from __future__ import annotations

import numpy as np
import pytest

from tallystick.evaluation.coreference import GoldDocument, GoldMention
from tallystick.evaluation.coreference_documents import group_documents, vectors_of_documents
from tallystick.evaluation.coreference_fit import fold_of
from tallystick.evaluation.coreference_parse import Parsed, parse_documents
from tallystick.evaluation.coreference_task import same_lemma
from tallystick.evaluation.coreference_tellings import read_meanings, tell_mentions
from tallystick.evaluation.coreference_weights import fit_weights
from tallystick.resolution.events.comparisons import COMPARISONS


def document(name: str, topic: str, text: str, *triggers: str) -> GoldDocument:
    sentences = tuple(tuple(line.split()) for line in text.split("\n"))
    mentions = tuple(
        GoldMention(f"{name}:{n}:{t}", name, n, (t,), chain="c")
        for n, sentence in enumerate(sentences)
        for t, token in enumerate(sentence)
        if token in triggers
    )
    return GoldDocument(name, topic, topic, sentences, mentions)


DOCUMENTS = (
    document("a", "1", "A gunman killed two men in Springfield .\nThe killing shocked the town .", "killed", "killing"),
    document("b", "1", "Police in Springfield said a gunman kills for money .", "said", "kills"),
    document("c", "2", "The company bought a rival for a billion dollars .", "bought"),
)
INCIDENTS = {"a": "1", "b": "1", "c": "2"}
MEANINGS = {m.id: np.array([1.0], dtype=np.float32) for d in DOCUMENTS for m in d.mentions}


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return dict(zip((d.name for d in DOCUMENTS), parse_documents(DOCUMENTS), strict=True))


def test_the_parse_keeps_the_tokens_of_the_gold(parsed: Parsed) -> None:
    assert all(tuple(tuple(w.text for w in s) for s in parsed[d.name]) == d.sentences for d in DOCUMENTS)


def test_the_baseline_joins_one_lemma_within_a_group(parsed: Parsed) -> None:
    label = same_lemma(DOCUMENTS, parsed, INCIDENTS)
    assert label["a:0:2"] == label["b:0:6"] != label["b:0:3"]


def test_the_baseline_keeps_groups_apart(parsed: Parsed) -> None:
    label = same_lemma(DOCUMENTS, parsed, INCIDENTS | {"b": "3"})
    assert label["a:0:2"] != label["b:0:6"]


def test_a_telling_has_what_its_trigger_governs(parsed: Parsed) -> None:
    told = {t.id: t for t in tell_mentions(DOCUMENTS, parsed, MEANINGS, INCIDENTS)}
    assert {"gunman", "man"} <= set(told["a:0:2"].arguments)
    assert told["b:0:3"].is_light
    assert not told["a:0:2"].is_light


def test_a_noun_with_its_article_stands_alone(parsed: Parsed) -> None:
    told = {t.id: t for t in tell_mentions(DOCUMENTS, parsed, MEANINGS, INCIDENTS)}
    assert "alone" in told["a:1:1"].cues
    assert "alone" not in told["a:0:2"].cues


def test_the_wording_has_length_one(parsed: Parsed) -> None:
    told = tell_mentions(DOCUMENTS, parsed, MEANINGS, INCIDENTS)
    assert all(np.linalg.norm(t.wording) == pytest.approx(1.0, abs=1e-5) for t in told)


def test_documents_of_one_event_are_one_group(parsed: Parsed) -> None:
    groups = group_documents(parsed, threshold=0.1)
    assert groups["a"] == groups["b"] != groups["c"]


def test_documents_of_one_event_are_more_alike(parsed: Parsed) -> None:
    vectors = vectors_of_documents(parsed)
    assert vectors["a"] @ vectors["a"] == pytest.approx(1.0)
    assert vectors["a"] @ vectors["b"] > vectors["a"] @ vectors["c"]


def test_each_mention_has_a_meaning() -> None:
    assert set(read_meanings(DOCUMENTS, compared=["meaning"])) == {m.id for d in DOCUMENTS for m in d.mentions}


def test_no_meaning_is_read_where_none_is_compared() -> None:
    assert read_meanings(DOCUMENTS, compared=["kind"]) == {}


def test_a_unit_is_in_one_fold_wherever_it_comes() -> None:
    assert fold_of(["b", "a", "b"]) == fold_of(["a", "b"])


def test_a_level_that_tells_one_event_weighs_more() -> None:
    levels = np.zeros((100, len(COMPARISONS)), dtype=np.int64)
    number = next(n for n, c in enumerate(COMPARISONS) if c.name == "form")
    levels[:50, number] = 1
    same = np.array([1.0] * 40 + [0.0] * 10 + [1.0] * 10 + [0.0] * 40)
    _, weights = fit_weights(levels, same, compared=("form",))
    assert weights["form"]["a verb and a noun"] > 1 > -1 > weights["form"]["two verbs"]
    assert set(weights) == {"form"}

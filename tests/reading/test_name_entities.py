"""Named entities are those of the full pipeline wherever a sentence holds a run of proper nouns."""

from __future__ import annotations

from tallystick.reading.language_model import load_pipeline, parse_text

TEXT = (
    "Rebels attacked a police post near the river before dawn. "
    "Colonel Juan Carlos Mendoza told reporters that the rebels had fled. "
    "A villager named Ousmane said that he saw nothing."
)


def _entities(text: str) -> set[tuple[str, str]]:
    return {(entity.text, entity.label_) for entity in parse_text(text).ents}


def test_a_full_name_is_found_and_stands_where_it_stood() -> None:
    assert ("Juan Carlos Mendoza", "PERSON") in _entities(TEXT)
    (name,) = [e for e in parse_text(TEXT).ents if e.label_ == "PERSON" and len(e) == 3]
    assert TEXT[name.start_char : name.end_char] == "Juan Carlos Mendoza"


def test_a_sentence_without_a_run_of_names_is_not_shown() -> None:
    assert not any(text == "Ousmane" for text, _ in _entities(TEXT))


def test_entities_of_several_texts_stay_apart() -> None:
    docs = list(load_pipeline().pipe(["Ahmed Karim Said spoke.", "Nobody spoke.", "Maria Lopez Ruiz left for Lima."]))
    assert [[e.text for e in doc.ents if e.label_ == "PERSON"] for doc in docs][1] == []
    assert "Maria Lopez Ruiz" in [e.text for e in docs[2].ents]


def test_an_empty_text_has_none() -> None:
    assert not load_pipeline()("").ents

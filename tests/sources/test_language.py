import pytest

from tallystick.sources.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen attacked a checkpoint outside the town late on Sunday, the governor said.", "en"),
        ("GUNMEN ATTACKED A CHECKPOINT OUTSIDE THE TOWN LATE ON SUNDAY, THE GOVERNOR SAID.", "en"),
        ("هاجم مسلحون حاجزاً عسكرياً خارج المدينة مساء الأحد، بحسب ما قال المحافظ.", "ar"),
        ("Des hommes armés ont attaqué un poste de contrôle près de la ville, selon le gouverneur.", "fr"),
        ("Вооружённые люди напали на блокпост за городом поздно вечером в воскресенье.", "ru"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "Goma", "12:30, 7/11 – 2023", "Goma, Rutshuru, Masisi, Walikale, Beni"])
def test_no_language_is_better_than_a_wrong_one(text: str) -> None:
    assert find_language(text) is None

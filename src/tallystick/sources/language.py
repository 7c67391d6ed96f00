"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_LETTERS_READ = 3000
_FEWEST_LETTERS = 20
_LEAST_CONFIDENCE = 0.6


def find_language(text: str) -> str | None:
    """The language of the text as an ISO 639-1 code; None where it is too short or too mixed to tell.

    Judged by py3langid (naive Bayes over byte n-grams; Lui and Baldwin 2012) on the first 3,000 characters.
    """
    sample = text[:_LETTERS_READ]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(sample)
    return str(language) if confidence >= _LEAST_CONFIDENCE else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Varieties such as Nigerian Pidgin or Moroccan Arabic would halve the confidence in the language that they are of.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier

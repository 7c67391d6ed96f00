import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

LOCK = (Path(__file__).parents[2] / "requirements.lock").read_text()
RUNTIME = sorted(set(re.findall(r"^([a-z0-9-]+)==(?!.*sys_platform == 'win32')", LOCK, re.MULTILINE)))
PERMISSIVE = re.compile(
    r"\b(MIT|0?BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla|Zlib|CC0|Unlicense|CNRI)\b", re.IGNORECASE
)
COPYLEFT = re.compile(r"\b(A?GPL|LGPL|GNU)", re.IGNORECASE)


def licences_of(name: str) -> list[str]:
    """The licences that a distribution may be used under, each as one text; an ``OR`` is a choice."""
    metadata = distribution(name).metadata
    for expression in metadata.get_all("License-Expression") or []:
        return re.split(r"\s+OR\s+", expression)
    classifiers = [value for value in metadata.get_all("Classifier") or [] if value.startswith("License ::")]
    return classifiers or [value.splitlines()[0] for value in metadata.get_all("License") or []]


@pytest.mark.parametrize("name", RUNTIME)
def test_what_is_needed_at_run_time_may_be_used_without_copyleft(name: str) -> None:
    licences = licences_of(name)
    assert any(PERMISSIVE.search(text) and not COPYLEFT.search(text) for text in licences), licences

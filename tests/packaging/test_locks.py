import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def locked(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(), re.MULTILINE))


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", name)[0].lower().replace("_", "-") for name in requirements}


def test_the_lock_holds_every_requirement_of_the_package_and_of_its_build() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = named(project["project"]["dependencies"]) | named(project["dependency-groups"]["build"])
    assert wanted - locked("requirements.lock") == set()


def test_the_development_lock_holds_everything() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    assert named(groups["dev"]) | named(groups["docs"]) | locked("requirements.lock") <= locked("requirements-dev.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    assert not re.search(r"--(extra-)?index-url|--find-links|https?://|file://", (ROOT / lock).read_text())


@pytest.mark.parametrize("lock", LOCKS)
def test_no_deep_learning_framework_comes_along(lock: str) -> None:
    assert not locked(lock) & {"torch", "tensorflow", "jax"}

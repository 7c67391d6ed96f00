"""Where the model is, and what must not be shown."""

from __future__ import annotations

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.reading.llm.settings import LlmSettings, settings_from_environment

NAMED = {"TALLYSTICK_LLM_URL": "http://127.0.0.1:1/v1", "TALLYSTICK_LLM_MODEL": "m"}


def code_of(environment: dict[str, str]) -> Code:
    with pytest.raises(TallystickError) as error:
        settings_from_environment(environment)
    return error.value.code


def test_without_an_endpoint_nothing_is_asked() -> None:
    assert code_of({}) is Code.E211


def test_without_a_model_nothing_is_asked() -> None:
    assert code_of({"TALLYSTICK_LLM_URL": "http://127.0.0.1:1/v1"}) is Code.E211


@pytest.mark.parametrize("url", ["file:///etc/passwd", "127.0.0.1:80", "http://"], ids=["file", "bare", "no-host"])
def test_only_web_addresses_are_asked(url: str) -> None:
    assert code_of(NAMED | {"TALLYSTICK_LLM_URL": url}) is Code.E801


@pytest.mark.parametrize("value", ["many", "-1"])
def test_a_budget_is_a_number(value: str) -> None:
    assert code_of(NAMED | {"TALLYSTICK_LLM_BUDGET": value}) is Code.E801


def test_languages_are_those_named() -> None:
    assert settings_from_environment(NAMED | {"TALLYSTICK_LLM_LANGUAGES": "fa, en"}).languages == ("en", "fa")


def test_the_key_is_not_shown_with_the_settings() -> None:
    assert "secret" not in repr(settings_from_environment(NAMED | {"TALLYSTICK_LLM_KEY": "secret"}))


def test_a_password_in_the_address_is_not_shown() -> None:
    assert LlmSettings(url="https://ana:secret@host/v1?k=secret", model="m").shown_url == "https://host/v1"

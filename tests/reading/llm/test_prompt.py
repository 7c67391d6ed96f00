"""A prompt that was released is never changed: mentions on file name it."""

from __future__ import annotations

import hashlib

from tallystick.reading.llm.prompt import load_prompt

RELEASED = {"events-1": "1650d9f7dae3"}


def test_released_prompts_stay_as_they_are() -> None:
    made = {name: hashlib.sha256(load_prompt(name).text.encode()).hexdigest()[:12] for name in RELEASED}
    assert made == RELEASED


def test_the_text_is_asked_for_as_it_stands() -> None:
    assert load_prompt().messages("«قصف»\nhere")[1]["content"] == "<report>\n«قصف»\nhere\n</report>"

"""The prompts: files that are never changed once they were released; a better one gets the next number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

CURRENT = "events-1"


@dataclass(frozen=True)
class Prompt:
    """What the model is told before the text, and the name of the file that says it."""

    name: str
    text: str

    def messages(self, passage: str) -> list[dict[str, str]]:
        """The conversation that asks for one passage."""
        return [
            {"role": "system", "content": self.text},
            {"role": "user", "content": f"<report>\n{passage}\n</report>"},
        ]


@cache
def load_prompt(name: str = CURRENT) -> Prompt:
    """The prompt of that name."""
    file = resources.files("tallystick.reading.llm").joinpath("prompts", f"{name}.md")
    return Prompt(name, file.read_text("utf-8"))

"""What the language model may answer: words of the report, and codes of the codebook."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from tallystick.model.terms import EventKind, Modality


class Pointed(BaseModel):
    """One event: words copied from the text letter for letter, empty where the text does not tell."""

    # Servers that hold a model to a schema want every field required and no other.
    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: str = Field(description="the sentence or clause that tells the event")
    before: str = Field(description="the few words right in front of the quote, if it stands in the text twice")
    trigger: str = Field(description="the word of the quote that names the event")
    kind: EventKind
    modality: Modality
    when: str = Field(description="the words for the day on which it happened")
    where: str = Field(description="the name of the place at which it happened")
    perpetrator: str = Field(description="who did it")
    target: str = Field(description="the site, vehicle or body that was attacked")
    weapon: str = Field(description="the weapon")
    killed: str = Field(description="the words that count the dead")
    injured: str = Field(description="the words that count the injured")
    claimant: str = Field(description="who claimed responsibility for it")


class Answer(BaseModel):
    """All events that a passage tells, in its order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    events: tuple[Pointed, ...]


def answer_schema() -> dict[str, Any]:
    """The JSON schema that the model is held to."""
    return Answer.model_json_schema()

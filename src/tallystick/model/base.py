"""What every noun has in common: it is frozen, and it refuses fields that it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen record. Change one by ``noun.model_copy(update={...})``; never in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

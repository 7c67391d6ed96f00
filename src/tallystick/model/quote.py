"""The words that carry a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, Field, model_validator

from tallystick.model.base import Noun


class Quote(Noun):
    """A literal substring of a report.

    ``start`` and ``end`` count Unicode code points of the report's normalised text, ``end`` exclusive
    (Web Annotation text position selector). ``exact`` is what stands there.
    """

    report_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    exact: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.exact):
            raise ValueError(f"quote of {len(self.exact)} characters cannot span {self.start} to {self.end}")
        return self

    def overlaps(self, other: Quote) -> bool:
        """True if the two share at least one character of the same report."""
        return self.report_id == other.report_id and self.start < other.end and other.start < self.end


def quote_from(report_id: str, text: str, start: int, end: int) -> Quote:
    """The quote of ``text[start:end]``, trimmed of surrounding white space.

    Raises:
        ValueError: if the span lies outside the text.

    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start} to {end} lies outside a text of {len(text)} characters")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(report_id=report_id, start=start, end=end, exact=text[start:end])


def quotes_in(noun: BaseModel) -> Iterator[Quote]:
    """Every quote inside a noun, however deep."""
    if isinstance(noun, Quote):
        yield noun
        return
    for name in type(noun).model_fields:
        yield from _quotes_of(getattr(noun, name))


def _quotes_of(value: object) -> Iterator[Quote]:
    if isinstance(value, BaseModel):
        yield from quotes_in(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _quotes_of(item)

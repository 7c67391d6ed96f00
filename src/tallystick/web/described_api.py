"""The API as its description in OpenAPI tells it, laid out for a page."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class Parameter:
    """A parameter: where it stands, what it is and means, and what it may be."""

    name: str
    place: str
    type: str
    about: str


@dataclass(frozen=True)
class Call:
    """One thing that can be asked for. ``example`` is the address of one; null where there is nothing on file."""

    path: str
    about: str
    parameters: tuple[Parameter, ...]
    answer: str
    example: str | None

    def curl(self, base: str) -> str:
        """The example as a command line."""
        return f"curl {shlex.quote(base + self.example)}" if self.example else ""


def describe_calls(schema: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[Call]:
    """All calls of an OpenAPI description; ``ids`` gives for a noun the id of one, for the examples."""
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            parameters = operation.get("parameters", [])
            yield Call(
                path=path,
                about=operation.get("summary") or operation.get("description", ""),
                parameters=tuple(_parameter(each) for each in parameters),
                answer=_answer(operation),
                example=_example(path, parameters, ids),
            )


def _parameter(told: Mapping[str, Any]) -> Parameter:
    schema = told.get("schema", {})
    return Parameter(told["name"], told["in"], _type(schema), told.get("description", ""))


def _type(schema: Mapping[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "enum" in schema:
        return "one of " + ", ".join(schema["enum"])
    words = str(schema.get("format", schema.get("type", "any")))
    bounds = [f"{word} {schema[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in schema]
    usual = [f"usually {schema['default']}"] if schema.get("default") else []
    return ", ".join([" ".join([words, *bounds]), *usual])


def _answer(operation: Mapping[str, Any]) -> str:
    content = operation["responses"]["200"].get("content", {})
    return ", ".join(content)


def _example(path: str, parameters: list[dict[str, Any]], ids: Mapping[str, str]) -> str | None:
    noun = path.split("/")[3]
    if "{" in path:
        if noun not in ids:
            return None
        before, _, rest = path.partition("{")
        return before + quote(ids[noun], safe=":") + rest.partition("}")[2]
    given = [(each["name"], each["example"]) for each in parameters if "example" in each and each["name"] != "columns"]
    return f"{path}?{urlencode(given)}" if given else f"{path}?limit=10"

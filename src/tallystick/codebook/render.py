"""The codebook as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tallystick.codebook.entry import Entry
from tallystick.codebook.load import load_codebook, load_sources

HEAD = """\
# Codebook

What every controlled term of Tallystick means, and what other codebooks call it. This page is made from the YAML
files in `src/tallystick/codebook/` by `render_codebook()`; a test keeps it in step.

A likelihood covers its lower bound and not its upper one.
"""


def render_codebook() -> str:
    """The whole codebook in Markdown, one table a list."""
    lists = "\n".join(_render_list(name, terms) for name, terms in sorted(load_codebook().items()))
    sources = "\n".join(f"- **{name}**: {citation}" for name, citation in sorted(load_sources().items()))
    return f"{HEAD}\n{lists}\n## Sources of the mappings\n\n{sources}\n"


def _render_list(name: str, terms: Mapping[str, Entry]) -> str:
    rows = "\n".join(f"| {' | '.join(_cells(code, entry))} |" for code, entry in terms.items())
    return f"## {name}\n\n| Code | Label | Meaning | Elsewhere |\n|---|---|---|---|\n{rows}\n"


def _cells(code: str, entry: Entry) -> Iterator[str]:
    yield f"`{code}`"
    yield entry.label
    yield " ".join([entry.definition, *_extras(entry)])
    yield "; ".join(f"{column}: {value}" for column, value in entry.maps.items())


def _extras(entry: Entry) -> Iterator[str]:
    if entry.low is not None and entry.high is not None:
        yield f"{entry.low:.0%} to {entry.high:.0%}."
    if entry.parents:
        yield "May also be told as " + ", ".join(f"`{parent}`" for parent in entry.parents) + "."

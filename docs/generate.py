"""Writes the pages of the reference that are made from the code: ``python docs/generate.py``.

A test keeps the pages that are in the repository in step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from typer.main import get_command

from tallystick import claims, incidents, mentions, relations, reports, tallies
from tallystick.cli import app
from tallystick.codebook.load import load_codebook
from tallystick.codebook.render import render_codebook
from tallystick.errors import Code
from tallystick.evaluation.formats import TASKS
from tallystick.model.record import Record
from tallystick.publishing.dictionary import Piece, Shape, describe_parts, describe_rows
from tallystick.publishing.schema import export_schemas
from tallystick.resolution.rules import RULES
from tallystick.sources.adapter import Adapter
from tallystick.sources.adapters import PACKAGED

REFERENCE = Path(__file__).parent / "reference"
MADE = "This page is made from the code by `docs/generate.py`; a test keeps it in step."

ERROR_GROUPS = {
    "1": "Taking reports in",
    "2": "Reading",
    "3": "The ledger and decisions",
    "4": "Knowledge",
    "5": "The command line",
    "6": "Evaluation",
    "7": "Output",
    "8": "The web application",
    "9": "The cluster",
}


FORMATS_BEGIN = "<!-- formats: made by docs/generate.py from the manifests -->"
FORMATS_END = "<!-- end of formats -->"

COMMANDS = f"""\
# Commands

{MADE}

Results go to standard output. Progress and errors go to standard error, an error in one line which names the input
and says what to do ([errors](errors.md)). Piped output is plain: tables become lines with tabs.

| Exit code | Meaning |
|---|---|
| 0 | all went well |
| 1 | some input failed, and everything else was done; or what came of it could not be written, and the ledger has it |
| 2 | wrong usage, or a ledger that cannot be opened or written to; the step at hand was not kept |
"""

OUTPUTS = f"""\
# Outputs

{MADE}

`tallystick run` and `tallystick export` write eight files of JSON lines (UTF-8, one object a line, sorted by id),
`incidents.csv`, `incidents.geojson` and `brief.html`. `tallystick extract` prints mentions, or the layers below them;
`tallystick diff` prints what changed.
The same reports and decisions give the same bytes. The JSON Schemas are in `docs/schema/`.

A quote counts Unicode code points of the report's text, its end exclusive. A day is written YYYY-MM-DD. Codes are
explained in the [codebook](codebook.md). What no report tells is null.

In `incidents.geojson` a site or town is a point. A district, province or region is a circle about its middle, which
stands for "somewhere in here". A country has no geometry, nor has an incident without a place. Rejected incidents are
left out.
"""

ERRORS = f"""\
# Errors

{MADE}

Every error is one line: its code, what it is about, the cause, and what to do. A code is never used again for
something else. Words in braces are filled in.
"""

GOLD_FORMATS = f"""\
# Gold formats

{MADE}

What `tallystick evaluate GOLD --format FORMAT` can score. A document that cannot be read is named in a note and left
out of the figures. [How to score](../how-to/score-a-reader.md) shows it in use; what the scorers printed for the
packaged reader is in the [evaluation](../evaluation.md).
"""

TABLES = f"""\
# Tables in Python

{MADE}

The tables that the [Python interface](python.md) gives, column by column. They are Arrow tables; the meaning of a
column is also in the metadata of its field, under `description`.
"""

VALUES = f"""\
# How a shown value is chosen

{MADE}

Of the values that reports tell for a field, one is shown, or they are pooled. The rule is the code that does it: its
words and its order are one thing. Values that disagree are listed under `conflicts`, with the rule, the part of it
that decided and, for each value, its mentions and how many independent sources stand by it. `sourced` names the
mentions behind the shown value, disputed or not. What a person set or pinned comes before every rule.

`start` stands for the whole of the time. Targets are named in many words for one thing, so that another name is no
disagreement.
"""


def gold_format_page() -> str:
    """Every gold format with what it measures and how it is laid out."""
    rows = [f"| `{form.value}` | {task.measures} | {task.layout} |" for form, task in TASKS.items()]
    return "\n".join([GOLD_FORMATS, "| Format | Measures | Layout of GOLD |", "|---|---|---|", *rows]) + "\n"


def command_page() -> str:
    """Every command with its arguments and options."""
    lines = [COMMANDS.rstrip()]
    for command, name in _commands(get_command(app), "tallystick"):
        lines += ["", f"## {name}", "", *_command(command, name)]
    return "\n".join(lines) + "\n"


def _commands(command: Any, name: str) -> Iterator[tuple[Any, str]]:
    yield command, name
    for own, below in sorted(getattr(command, "commands", {}).items()):
        yield from _commands(below, f"{name} {own}")


def _command(command: Any, name: str) -> Iterator[str]:
    yield (command.help or "").strip()
    yield ""
    yield "```text"
    yield " ".join([name, "[OPTIONS]", *(_argument(p) for p in command.params if p.param_type_name == "argument")])
    yield "```"
    below = sorted(getattr(command, "commands", {}))
    if below:
        anchors = (f"[{b}](#{name.replace(' ', '-')}-{b})" for b in below)
        yield from ("", f"Commands: {', '.join(anchors)}.")
    params = [p for p in command.params if p.name != "help"]
    if params:
        yield from ("", "| | |", "|---|---|")
        hints = get_type_hints(command.callback)
        yield from (f"| {_written(p, hints[p.name])} | {_meaning(p)} |" for p in params)


def _written(param: Any, hint: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{_argument(param)}`"
    names = ", ".join(f"`{o}`" for o in (*param.opts, *param.secondary_opts))
    kind = param.metavar.replace("|", "\\|") if param.metavar else _kind(hint)
    return names if param.is_flag else f"{names} `{kind}`"


def _argument(param: Any) -> str:
    name = str(param.metavar or param.name.upper())
    return f"{name}..." if param.nargs == -1 else name


def _kind(hint: Any) -> str:
    """What an option wants: its choices, or the sort of thing."""
    parts = [part for part in get_args(hint) if part is not NoneType]
    if parts:
        return _kind(parts[0])
    if issubclass(hint, Enum):
        return "\\|".join(choice.value for choice in hint)
    return {int: "NUMBER", Path: "PATH"}.get(hint, "TEXT")


def _meaning(param: Any) -> str:
    told = [(param.help or "").strip()]
    if param.required and param.param_type_name == "option":
        told.append("Required.")
    default = getattr(param.default, "value", param.default)
    if param.param_type_name == "option" and not callable(default) and not param.is_flag and _is_given(default):
        told.append(f"Default: `{default}`.")
    if getattr(param, "envvar", None):
        told.append(f"Read from `${param.envvar}` if not given.")
    return " ".join(told)


def _is_given(default: object) -> bool:
    return isinstance(default, str | int | float | Path)


def output_page() -> str:
    """Every file that is written, with every field."""
    schemas = export_schemas()
    lines = [OUTPUTS.rstrip()]
    for row in describe_rows(schemas):
        lines += ["", f"## {_title(row.name)}", "", *_shape(row)]
    lines += ["", "## Parts", "", "What the rows above are made of."]
    for part in describe_parts(schemas):
        lines += ["", f"### {part.name}", "", *_shape(part)]
    return "\n".join(lines) + "\n"


def _title(name: str) -> str:
    if name == "changes":
        return "diff --format json"
    if name.startswith("layer-"):
        return f"extract --layer {name.removeprefix('layer-')}"
    return name if "." in name else f"{name}.jsonl"


def _shape(shape: Shape) -> list[str]:
    lines = [_prose(shape.about), ""] if shape.about else []
    if shape.one_of:
        return [*lines, f"One of: {', '.join(map(_link, shape.one_of))}, told apart by `kind`."]
    if shape.codes:
        return [*lines, f"One of: {', '.join(f'`{code}`' for code in shape.codes)}."]
    rows = [f"| `{f.name}` | {''.join(map(_piece, f.type))} | {_cell(f.meaning)} |" for f in shape.fields]
    return [*lines, "| Field | Type | Meaning |", "|---|---|---|", *rows]


def _piece(piece: Piece) -> str:
    return _link(piece.of) if piece.of else piece.text


def _link(name: str) -> str:
    page = "codebook.md" if name in load_codebook() else ""
    return f"[{name}]({page}#{name.lower()})"


def error_page() -> str:
    """Every error code with its text."""
    lines = [ERRORS.rstrip()]
    for first, group in ERROR_GROUPS.items():
        codes = [code for code in Code if code.name[1] == first]
        rows = [f"| `{code.name}` | {_cell(code.template)} |" for code in codes]
        lines += ["", f"## {group}", "", "| Code | Text |", "|---|---|", *rows]
    return "\n".join(lines) + "\n"


def table_page() -> str:
    """Every column of the tables of the Python interface."""
    lines = [TABLES.rstrip()]
    for function in (incidents, mentions, tallies, claims, relations, reports):
        schema = function(Record()).schema
        rows = [f"| `{f.name}` | {_arrow(f.type)} | {_cell(f.metadata[b'description'].decode())} |" for f in schema]
        lines += [
            "",
            f"## {function.__name__}",
            "",
            _prose(function.__doc__ or ""),
            "",
            "| Column | Type | Meaning |",
            "|---|---|---|",
            *rows,
        ]
    return "\n".join(lines) + "\n"


def _arrow(type_: Any) -> str:
    return re.sub(r"\b(item|element): ", "", str(type_)).replace("<", "&lt;").replace(">", "&gt;")


def _prose(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return "\n\n".join(paragraphs).replace("``", "`")


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|")


def value_page() -> str:
    """Every field on which reports can disagree, with its rule."""
    fields: dict[str, list[str]] = {}
    for field, rule in RULES.items():
        fields.setdefault(rule.words, []).append(f"`{field}`")
    rows = [f"| {', '.join(named)} | {_cell(words)} |" for words, named in fields.items()]
    return "\n".join([VALUES, "| Fields | The shown value |", "|---|---|", *rows]) + "\n"


def input_page() -> str:
    """The page on inputs, which is written by hand, with its table of the formats made anew."""
    before, mark, rest = (REFERENCE / "inputs.md").read_text(encoding="utf-8").partition(FORMATS_BEGIN)
    _, end, after = rest.partition(FORMATS_END)
    rows = [f"| `{a.name}` | {_cell(a.reads)} | {_endings(a)} |" for a in PACKAGED]
    options = [
        f"| `{a.name}.{o.name}` | {_cell(o.meaning)} | {f'`{_cell(o.default)}`' if o.default else 'none'} |"
        for a in PACKAGED
        for o in a.options
    ]
    lines = ["| Format | What is read | File names |", "|---|---|---|", *rows]
    if options:
        lines += ["", "What can be set, with `--option FORMAT.NAME=VALUE`:", ""]
        lines += ["| Option | Meaning | Default |", "|---|---|---|", *options]
    return "\n".join([f"{before}{mark}", "", *lines, "", f"{end}{after}"])


def _endings(adapter: Adapter) -> str:
    told = ", ".join(f"`{ending}`" if ending else "no suffix" for ending in sorted(adapter.suffixes))
    return f"{told}; else by how the file opens" if adapter.opens else told


PAGES: dict[str, Callable[[], str]] = {
    "codebook.md": render_codebook,
    "commands.md": command_page,
    "errors.md": error_page,
    "gold-formats.md": gold_format_page,
    "inputs.md": input_page,
    "outputs.md": output_page,
    "tables.md": table_page,
    "values.md": value_page,
}


if __name__ == "__main__":
    for page, render in PAGES.items():
        (REFERENCE / page).write_text(render(), encoding="utf-8")

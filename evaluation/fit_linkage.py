"""Fits the linkage to gold, says how well that holds on incidents that it has not seen, and writes the model.

python -m evaluation.fit_linkage GOLD [--write] [--date YYYY-MM-DD]

GOLD is laid out as ../shared/gold. Figures come from cross-validation over incidents; ``--write`` writes the model
fitted on all to src/tallystick/resolution/linkage/parameters.json, with ``--date`` as its version, and its card to
docs/reference/linkage-model.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from evaluation.linkage_card import IMAGE, Fitted, Tried, write_card, write_parameters
from evaluation.linkage_cv import Candidates, Fit, HeldOut, count_clustered, hold_out, models_of, source_of
from evaluation.linkage_fakes import truths_of_fakes
from evaluation.linkage_gvc import truths_of_gvc
from evaluation.linkage_odds import count_odds, fit_logistic
from evaluation.linkage_truths import Truths, coded_briefs, truths_of_briefs
from evaluation.reliability_diagram import draw_reliability
from tallystick.evaluation.bench import Bench, Half
from tallystick.evaluation.calibration import reliability
from tallystick.evaluation.score import f_score, share
from tallystick.pipeline import default_reader
from tallystick.resolution.linkage.model import expert_model

OWN = Path(__file__).parent / "data" / "own-briefs"
SHARES = {
    "briefs, coded": 1.0, "briefs, read": 1.0, "own briefs, read": 1.0, "own briefs, third set": 1.0,
    "gvc": 0.5, "fakes": 0.5,
}  # fmt: skip
"""How much the pairs of each source count: those of other ground, and those whose labels nobody checked, half."""

JUDGED_BY = ("briefs, coded", "briefs, read")
"""The sources by whose held-out pairs a way to fit is chosen: reports on an armed conflict, coded by hand."""

COUNTED = (10.0, 30.0, 100.0)
RIDGES = (1.0, 3.0, 10.0, 30.0)


def collect(gold: Path) -> Iterator[Truths]:
    """The truths of all sources; those of our own briefs of which the errors may be read."""
    bench = Bench(reader=default_reader())
    yield coded_briefs(gold / "briefs", bench, source="briefs, coded")
    yield truths_of_briefs(gold / "briefs", bench, source="briefs, read")
    yield truths_of_briefs(OWN / "seen", bench, source="own briefs, read")
    yield truths_of_briefs(OWN / "fresh", replace(bench, half=Half.READ), source="own briefs, third set")
    yield truths_of_gvc(gold / "gvc", bench)
    yield truths_of_fakes(gold / "fakes" / "dev.csv", bench)


def ways() -> dict[str, Fit]:
    """All ways to fit that are tried, by name."""
    found: dict[str, Fit] = {"expert": lambda _pairs: expert_model()}
    for strength in COUNTED:
        found[f"counts, prior of {strength:g} pairs"] = partial(count_odds, strength=strength, shares=SHARES)
    for ridge in RIDGES:
        found[f"logistic, ridge {ridge:g}"] = partial(fit_logistic, start=expert_model(), strength=ridge, shares=SHARES)
    return found


def try_out(name: str, fit: Fit, sources: list[Candidates]) -> tuple[Tried, HeldOut]:
    """One way, on pairs and on clusters that it was not fitted on; and the held-out pairs by which it is judged."""
    models = models_of(sources, fit)
    held = {c.truths.source: hold_out(c.pairs, models) for c in sources}
    clustered = {}
    for candidates in sources:
        if candidates.truths.source in JUDGED_BY:
            both, found, true = count_clustered(candidates, models)
            precision, recall = share(both, found), share(both, true)
            clustered[candidates.truths.source] = (precision, recall, f_score(precision, recall))
    judged = HeldOut(*(np.concatenate(p) for p in zip(*(held[s].parts for s in JUDGED_BY), strict=True)))
    return Tried(name, judged.loss, {s: h.loss for s, h in held.items()}, clustered), judged


def main() -> None:
    """Fits, reports and, if asked, writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--date", type=date.fromisoformat, help="the version of the model that is written")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.write and options.date is None:
        parser.error("--write needs --date")
    sources = [source_of(truths) for truths in collect(options.gold)]
    for each in sources:
        told = f"{len(each.pairs.same)} labelled candidate pairs, {int(each.pairs.same.sum())} of one incident"
        sys.stdout.write(f"{each.truths.source}: {len(each.truths.incident_of)} mentions, {told}\n")
    tried, judged = [], {}
    for name, fit in ways().items():
        result, judged[name] = try_out(name, fit, sources)
        tried.append(result)
        sys.stdout.write(f"{result.told}\n")
    chosen = min((t for t in tried if t.name != "expert"), key=lambda t: t.loss)
    model = ways()[chosen.name]([c.pairs for c in sources])
    table = reliability(judged[chosen.name].likely.tolist(), judged[chosen.name].same.tolist())
    fitted = Fitted(
        model=model, chosen=chosen, tried=tuple(tried), sources=tuple(c.pairs for c in sources), table=table
    )
    sys.stdout.write(fitted.told)
    if options.write:
        write_parameters(fitted, version=options.date.isoformat(), shares=SHARES)
        write_card(fitted, version=options.date.isoformat())
        title = "How likely one incident was said to be, and how often it was"
        IMAGE.write_text(draw_reliability(table, title=title, cases="pairs"), encoding="utf-8")


if __name__ == "__main__":
    main()

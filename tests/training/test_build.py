from __future__ import annotations

from training.build import is_held_out, join
from training.labelled import Filler, Labelled, Trigger


def test_every_eighth_muc_document_is_held_out() -> None:
    held = [n for n in range(1, 20) if is_held_out(Labelled(f"DEV-MUC3-{n:04}", "muc4", ""))]
    assert held == [8, 16]


def test_gold_labels_win_over_those_of_the_rules() -> None:
    gold = Labelled("1", "wikievents", "x", roles=(Filler(0, 1, "target"),), triggers=())
    rules = Labelled("1", "wikievents", "x", roles=(), triggers=(Trigger(0, 1, "harm"),))
    assert join(gold, rules) == gold


def test_what_the_rules_read_in_a_text_without_incident_is_dropped() -> None:
    gold = Labelled("1", "briefs", "x", relevant=False)
    rules = Labelled("1", "briefs", "x", roles=(), triggers=(Trigger(0, 1, "harm"),), relevant=True)
    assert join(gold, rules).triggers == ()


def test_trigger_of_untold_kind_takes_that_of_the_rules() -> None:
    gold = Labelled("1", "ecbplus", "a killing", triggers=(Trigger(2, 9, "other", None, "E1"),))
    rules = Labelled("1", "ecbplus", "a killing", roles=(), triggers=(Trigger(2, 9, "killing", "actual"),))
    assert join(gold, rules).triggers == (Trigger(2, 9, "killing", "actual", "E1"),)

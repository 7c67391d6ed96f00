"""One piece of evidence on whether two tellings are of one incident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """How far a feature speaks for (above zero) or against (below zero) one incident.

    ``bits`` is a weight in log2 odds, as in the model of Fellegi and Sunter (1969): +1 doubles the odds. The weights
    are set by hand for now. A ``veto`` cannot be outweighed.
    """

    bits: float
    words: str
    veto: bool = False


def veto(words: str) -> Evidence:
    """Evidence that rules one incident out."""
    return Evidence(bits=-99.0, words=words, veto=True)

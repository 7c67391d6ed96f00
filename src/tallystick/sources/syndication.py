"""Which reports are copies of another: agency copy printed again, or a page saved twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rensa import RMinHash, RMinHashLSH

from tallystick.model.report import Report

_SHINGLE_WORDS = 4
_LEAST_SIMILARITY = 0.8
_PERMUTATIONS = 128
_BANDS = 32  # of 4 rows: a pair at the threshold is a candidate with a chance of 1 - (1 - 0.8^4)^32, all but certain
_SEED = 1
_WORD = re.compile(r"\w+")


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """For each report that is a copy, the id of the report that it was copied from.

    Two reports are copies if their sets of four-word shingles, header and dateline left out, have a Jaccard
    similarity of 0.8 or more; MinHash (Broder 1997) finds the pairs to compare. The original is the one published
    first (undated ones last, ties by id); an original is never itself a copy. The order of ``reports`` does not matter.
    """
    in_order = sorted(reports, key=lambda report: (report.published_on or date.max, report.id))
    shingles = [_shingles_of(report) for report in in_order]
    hashes = RMinHash.from_token_sets([sorted(s) for s in shingles], _PERMUTATIONS, _SEED)
    originals = RMinHashLSH(threshold=_LEAST_SIMILARITY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    copies: dict[str, str] = {}
    for number, report in enumerate(in_order):
        alike = (n for n in sorted(originals.query(hashes[number])) if _is_alike(shingles[n], shingles[number]))
        original = next(alike, None)
        if original is None:
            originals.insert(number, hashes[number])
        else:
            copies[report.id] = in_order[original].id
    return copies


def _shingles_of(report: Report) -> frozenset[str]:
    words = _WORD.findall(report.text[report.body_start :].casefold())
    last = max(1, len(words) - _SHINGLE_WORDS + 1)
    return frozenset(" ".join(words[start : start + _SHINGLE_WORDS]) for start in range(last))


def _is_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= _LEAST_SIMILARITY * len(left | right)

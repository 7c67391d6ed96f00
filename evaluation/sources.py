"""On which sources the rows of the packaged knowledge rest: python -m evaluation.sources [--pick N --seed S].

With ``--pick`` it lists so many relations drawn by the seed, to be checked by hand against what they cite.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from urllib.parse import urlsplit

from tallystick.knowledge.contents import read_contents
from tallystick.knowledge.pack import packaged_packs

_FEWEST = 5


def source_of(citation: str) -> str:
    """The site of an address, else the body that is named first ("UN Panel of Experts on Yemen")."""
    if citation.startswith(("http://", "https://")):
        return urlsplit(citation.split(maxsplit=1)[0]).netloc.removeprefix("www.")
    return re.split(r"[,;:(]", citation)[0].strip()


def main() -> None:
    """Print the counts, or the relations drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pick", type=int, default=0)
    parser.add_argument("--seed", type=int, default=60)
    asked = parser.parse_args()
    contents = read_contents(packaged_packs())
    if asked.pick:
        for row in random.Random(asked.seed).sample(contents.relations, asked.pick):
            one = row.entry
            print(f"{one.subject} {one.predicate} {one.object}\t{one.since}\t{one.until}\t{one.grade}\t{one.citation}")
        return
    for kind, citations in (
        ("actors", [row.entry.citation for row in contents.actors]),
        ("relations", [row.entry.citation for row in contents.relations]),
    ):
        counted = Counter(map(source_of, citations))
        often = {source: n for source, n in counted.most_common() if n >= _FEWEST}
        print(f"{kind}\t{len(citations)}")
        for source, n in often.items():
            print(f"\t{n}\t{source}")
        print(f"\t{len(citations) - sum(often.values())}\t{len(counted) - len(often)} other sources")


if __name__ == "__main__":
    main()

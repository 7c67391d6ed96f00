"""Reading records of a WARC: ours against a bare fastwarc loop over the same file, in the same run.

``python -m benchmarks.warc [PAGES]`` makes a WARC.gz of that many pages of our own and reads it by turns, five times
each. Processor time is taken, and the best of each kept. Both sides read the bodies of all answers; neither looks for
the article in them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from fastwarc.warc import ArchiveIterator, WarcRecordType

from tallystick.errors import TallystickError
from tallystick.sources.warc import records_in
from tests.sources.web_archive import packed, page, record

WORDS = "Two rockets struck a depot near the town on Tuesday, and nobody claimed it. "


def bare(path: Path) -> int:
    return sum(len(each.reader.read()) for each in ArchiveIterator(
        str(path), record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
    ))  # fmt: skip


def ours(path: Path) -> int:
    with path.open("rb") as file:
        found = records_in(file, name=path.name)
        return sum(len(each.reader.read()) for each in found if not isinstance(each, TallystickError))


def timed(read: Callable[[Path], int], path: Path) -> tuple[float, int]:
    start = time.process_time()
    size = read(path)
    return time.process_time() - start, size


def main(pages: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.warc.gz"
        with path.open("wb") as file:
            for number in range(pages):
                body = page(f"{number} " + WORDS * (100 + number % 400))
                file.write(packed(record(f"https://a.example/{number}", body)))
                file.write(packed(record(f"https://a.example/{number}", b"", kind=WarcRecordType.request)))
        best: dict[str, float] = {}
        sizes = set()
        for _ in range(5):
            for name, read in (("bare fastwarc", bare), ("tallystick", ours)):
                seconds, size = timed(read, path)
                best[name] = min(seconds, best.get(name, seconds))
                sizes.add(size)
        if len(sizes) != 1:
            raise SystemExit(f"not the same was read: {sizes}")
        for name, seconds in best.items():
            print(f"{name}: {pages / seconds:,.0f} pages/s, {sizes.copy().pop() / seconds / 1e6:,.0f} MB/s")
        print(f"ratio: {best['bare fastwarc'] / best['tallystick']:.2f} (level: 0.80 or more)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)

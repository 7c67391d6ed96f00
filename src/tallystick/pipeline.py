"""The road on one page: reports in, mentions, incidents, attribution, reconciliation, a record out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from tallystick.derivation import derive as derivation
from tallystick.derivation import tallying
from tallystick.errors import Code, TallystickError
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer, load_gazetteer
from tallystick.knowledge.home import added_packs
from tallystick.knowledge.loading import load_knowledge
from tallystick.knowledge.pack import Pack
from tallystick.ledger import Incoming, Ledger
from tallystick.model.record import Record
from tallystick.model.report import Failure, Report
from tallystick.model.retrieval import Retrieval
from tallystick.reading.ahead import reports_in_batches
from tallystick.reading.named import DEFAULT, ReaderName, make_llm_reader, make_reader
from tallystick.reading.reader import LeftUnreadError, Reader, Reading, ReadingStoppedError, ReadsWithKnowledge
from tallystick.reading.triage import TRIAGE, is_worth_reading
from tallystick.reading.verify import drop_misquoted
from tallystick.sources.options import NO_OPTIONS, Options
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken, with_names

OnStep = Callable[[int, int], None]


@dataclass(frozen=True)
class Taking:
    """What came of taking files in: ids of reports new to the ledger, of all reports met, and what failed."""

    new: tuple[str, ...]
    met: tuple[str, ...]
    failures: tuple[Failure, ...]


def default_knowledge() -> KnowledgeBase:
    """The knowledge in force: the packs that come with Tallystick, and those that the user added."""
    return load_knowledge(*added_packs())


def default_gazetteer() -> Gazetteer:
    """The gazetteer in force, with the sites of the added packs."""
    return load_gazetteer(*added_packs())


def default_reader() -> Reader:
    """The reader used when none is named, with the knowledge in force."""
    return reader_named(DEFAULT)


def reader_named(name: ReaderName, *, answers: Path | None = None) -> Reader:
    """The reader of that name, with the knowledge in force; made once, but one with a budget for every run anew.

    ``answers`` is where those of a language model are kept, unless ``TALLYSTICK_LLM_CACHE`` names another file.

    Raises:
        TallystickError: E204 if the reader needs the trained weights and they are missing or changed, E211 or E212 if
            it needs a language model that cannot be asked.

    """
    if name is ReaderName.LLM:
        return make_llm_reader(answers, knowledge=default_knowledge(), gazetteer=default_gazetteer())
    return _make(name, *added_packs())


@lru_cache(maxsize=6)
def _make(name: ReaderName, *added: Pack) -> Reader:
    return make_reader(name, knowledge=load_knowledge(*added), gazetteer=load_gazetteer(*added))


def take_in(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    published: date | None = None,
    max_mb: int = 25,
    options: Options = NO_OPTIONS,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Taking:
    """Takes files and folders into the ledger. Nothing that is wrong with one input stops the others.

    ``options`` are those of the formats. ``names`` gives, by its path, what a file is called on file, where that is
    not its path.
    """
    failures: list[Failure] = []
    met: list[str] = []
    captured: dict[str, Retrieval] = {}

    def reports() -> Iterable[Incoming]:
        for found in read_paths(paths, published=published, max_mb=max_mb, options=options):
            item = with_names(found, names)
            if isinstance(item, Taken):
                failures.extend(item.warnings)
                met.append(item.report.id)
                if item.retrieval is not None:
                    captured[item.retrieval.address] = item.retrieval
                yield item.report, item.raw, item.origin
            else:
                failures.append(item)

    new = ledger.add_reports(reports())
    ledger.keep_new_retrievals(captured.values())
    with ledger.standing() as standing:
        tried = {report.path for report in standing.heads(met) if report.path is not None}
    ledger.save_failures(failures, tried=tried)
    return Taking(new=new, met=tuple(met), failures=tuple(failures))


def read_unread(
    ledger: Ledger, *, reader: Reader | None = None, triage: bool = True, on_step: OnStep | None = None
) -> tuple[Failure, ...]:
    """Reads every report that this reader has not read. A kill in between loses only the report at hand.

    A report in a language that the reader does not read, or on which it fails, is kept, counted and given back as a
    failure. With ``triage``, a report that tells nothing of armed violence is set aside, and is so on file; without, it
    is read. An undated report is read with the year of the reports beside it, and again should that year change. All
    are read again if what the reader knows has changed.
    """
    reader = reader or default_reader()
    with ledger.standing() as standing:
        year = common_year(standing.count_years())
    name = _identity(reader)
    of_year = f"{name}, year {year}"
    unread = dict.fromkeys(ledger.unread(name, dated=True), name)
    unread |= dict.fromkeys(ledger.unread(of_year, dated=False), of_year)
    aside = set(ledger.read_by(TRIAGE)) if triage else set()
    with ledger.standing() as standing:
        waiting = list(standing.reports(unread.keys() - aside))
    if triage:
        not_worth = {r.id for r in waiting if not is_worth_reading(r)}
        for report_id in sorted(not_worth):
            ledger.save_reading(report_id, TRIAGE, ())
        waiting = [r for r in waiting if r.id not in not_worth]
    failures: list[Failure] = []
    for number, report in enumerate(reports_in_batches(reader, waiting), start=1):
        try:
            reading, failed = read_report(report, reader=reader, year=year)
        except LeftUnreadError as left:
            failures.append(put_off(report, left))
            if isinstance(left, ReadingStoppedError):
                break
            continue
        if failed is not None:
            failures.append(failed)
        ledger.save_reading(report.id, unread[report.id], reading.mentions)
        if on_step is not None:
            on_step(number, len(waiting))
    return tuple(failures)


def _identity(reader: Reader) -> str:
    return f"{reader.name}, knowledge {reader.fingerprint}" if isinstance(reader, ReadsWithKnowledge) else reader.name


def common_year(counts: Mapping[int, int]) -> int | None:
    """The year in which more than half of the dated reports were published; null if there is none."""
    return next((year for year, count in counts.items() if count * 2 > sum(counts.values())), None)


def read_report(
    report: Report, *, reader: Reader | None = None, year: int | None = None
) -> tuple[Reading, Failure | None]:
    """One report's reading, its quotes verified, and what went wrong if something did.

    Raises:
        LeftUnreadError: the reader cannot read it now, and another time may.

    """
    reader = reader or default_reader()
    nothing = Reading(report_id=report.id, mentions=())
    name = report.path or report.url or report.id[:12]
    if report.language is not None and report.language not in reader.languages:
        return nothing, _failure(name, Code.E201, report=name, language=report.language)
    try:
        reading = reader.read(report, year=year)
    except LeftUnreadError:
        raise
    except Exception as error:  # one report that breaks the reader must not stop the others
        return nothing, _failure(name, Code.E202, report=name, cause=f"{type(error).__name__}: {error}")
    kept, dropped = drop_misquoted(reading.mentions, report)
    if dropped:
        checked = Reading(reading.report_id, kept, reading.dates, reading.places, reading.actors)
        return checked, _failure(name, Code.E203, report=name)
    return reading, None


def derive(
    ledger: Ledger,
    *,
    knowledge: KnowledgeBase | None = None,
    gazetteer: Gazetteer | None = None,
    whole: bool = False,
) -> Record:
    """Makes everything that follows from the reports and the decisions, saves it, and gives it back.

    The same reports and decisions give the same record, byte for byte. Only what is new since the last time is worked
    on, with ``whole`` everything; the outcome is the same.
    """
    return derivation.derive(
        ledger, knowledge=knowledge or default_knowledge(), gazetteer=gazetteer or default_gazetteer(), whole=whole
    )


def bring_up_to_date(ledger: Ledger) -> None:
    """Does the same without reading all that the ledger says. What reports count is checked when it is read."""
    derivation.bring_up_to_date(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer())


def read_record(ledger: Ledger) -> Record:
    """All that a ledger says, what reports count checked against the incidents now on file."""
    return derivation.read_record(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer())


def settle_tallies(ledger: Ledger) -> None:
    """Checks what reports count, where that waits to be checked, against the incidents now on file."""
    with ledger.standing() as standing:
        waiting = standing.stale_tallies()
    if waiting:
        tallying.settle_tallies(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer())


def put_off(report: Report, why: LeftUnreadError) -> Failure:
    """What is told of a report that stays unread."""
    return Failure(path=report.path or report.url or report.id[:12], code=why.code.name, message=why.message)


def _failure(path: str, code: Code, **blanks: object) -> Failure:
    error = TallystickError(code, **blanks)
    return Failure(path=path, code=code.name, message=error.message)

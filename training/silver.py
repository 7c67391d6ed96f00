"""Silver labels: what our own rules read in a text, for what its corpus does not tell."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from tallystick.evaluation.bench import make_report
from tallystick.model.mention import EventMention
from tallystick.model.terms import ParticipantType, Role
from tallystick.pipeline import reader_named
from tallystick.reading.named import ReaderName
from training.corpora.all import read_corpora
from training.labelled import Filler, Labelled, Trigger, write_labelled
from training.labels import GROUP_OF_KIND

_PEOPLE = {ParticipantType.PERSON, ParticipantType.GROUP_OF_PEOPLE}


def label_by_rules(documents: Iterable[Labelled]) -> Iterator[Labelled]:
    """The same documents with the rules' triggers and fillers. A text that they cannot read is left out."""
    reader = reader_named(ReaderName.RULES)
    for document in documents:
        try:
            report = make_report(document.text, name=document.id, language="en")
            events = [m for m in reader.read(report).mentions if isinstance(m, EventMention)]
        except Exception as error:
            print(f"{document.id} is left out: {error}")
            continue
        if report.text != document.text:
            document = Labelled(document.id, document.corpus, report.text)  # noqa: PLW2901
        yield Labelled(
            id=document.id,
            corpus=document.corpus,
            text=report.text,
            roles=tuple(sorted({f for e in events for f in _fillers(e)})),
            triggers=tuple(
                Trigger(e.trigger.start, e.trigger.end, GROUP_OF_KIND[e.event_kind], e.modality.value) for e in events
            ),
            relevant=bool(events),
        )


def _fillers(event: EventMention) -> Iterator[Filler]:
    for participant in event.participants:
        role = _role(participant.role, participant.type)
        if role:
            yield Filler(participant.quote.start, participant.quote.end, role)
    for weapon in event.weapons:
        yield Filler(weapon.quote.start, weapon.quote.end, "weapon")


def _role(role: Role, kind: ParticipantType) -> str | None:
    if role is Role.PERPETRATOR:
        return "perpetrator_individual" if kind in _PEOPLE else "perpetrator_organisation"
    if role is Role.VICTIM:
        return "victim"
    if role is Role.TARGET:
        return "victim" if kind in _PEOPLE else "target"
    return None


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpora", nargs="*")
    options = parser.parse_args()
    for name, documents in read_corpora(options.gold).items():
        if not options.corpora or name in options.corpora:
            write_labelled(label_by_rules(documents), options.out / f"{name}.jsonl")
            print(f"{name}: silver labels written", flush=True)


if __name__ == "__main__":
    main()

"""Tallies: counts that somebody quotes, with window, scope and parts."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span

from tallystick.model.mention import TallyMention, TallyPart
from tallystick.reading.document import Document
from tallystick.reading.matter import is_of_other_matter
from tallystick.reading.tally_areas import find_areas
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_count_finding import find_counts
from tallystick.reading.tally_lists import Draft, ItemList, find_lists, heads_list, is_item, with_lists
from tallystick.reading.tally_mentions import Quoted, quote_count
from tallystick.reading.tally_parts import others, parts_told_next, whole_with_parts
from tallystick.reading.tally_revisions import link_revisions
from tallystick.reading.tally_sums import is_tally
from tallystick.reading.told import Told

_STOP = re.compile(r"[.!?:;…»”\"')\]]\s*$")


def find_tallies(document: Document, told: Told) -> tuple[TallyMention, ...]:
    """The counts of a report that are not told out one by one on the spot.

    "Two attacks, at A and at B" is two events and no tally; "at least 24 attacks since October 17" is a tally.
    """
    if is_of_other_matter(document.doc):
        return ()
    tallies: dict[str, TallyMention] = {}
    lists = find_lists(document)
    drafts = link_revisions(document, with_lists(document, _drafts(document, told, lists), lists))
    quoted: list[Quoted] = []
    replacing: TallyMention | None = None
    for draft in drafts:
        last = quote_count(document, told, draft, quoted)
        quoted.append(last)
        tallies.setdefault(last.mention.id, last.mention)
        if replacing is not None and replacing.revises is not None:
            revised = replacing.revises.model_copy(update={"mention_id": last.mention.id})
            tallies[replacing.id] = replacing.model_copy(update={"revises": revised})
        replacing = last.mention if draft.replaced_is_count else None
    return tuple(tallies[i] for i in sorted(tallies))


def _drafts(document: Document, told: Told, lists: tuple[ItemList, ...]) -> list[Draft]:
    """The counts in the order of the text; what an item of a list tells is no count of its own."""
    drafts: list[Draft] = []
    earlier: list[Count] = []
    for sentence in document.sentences:
        counts: list[Count] = []
        for count in find_counts(document, sentence, told, earlier):
            listed = is_item(lists, document.doc[count.number.start].idx)
            is_head = heads_list(document, count, lists)
            if not listed and (is_head or is_tally(document, count, sentence, told, [*earlier, *counts])):
                counts.append(count)
        if drafts and (parts := _parts_of_last(document, sentence, drafts[-1])):
            drafts[-1] = replace(drafts[-1], parts=tuple(parts.values()))
            counts = others(counts, parts)
        before = find_areas(document, drafts[-1].sentence, drafts[-1].count, drafts[-1].parts) if drafts else ()
        reach = _to_the_stop(document, sentence) if counts else sentence
        wholes = whole_with_parts(document, reach, counts, areas_before=before)
        drafts += [Draft(reach, whole, parts) for whole, parts in wholes]
        earlier += counts
    return drafts


def _parts_of_last(document: Document, sentence: Span, last: Draft) -> dict[int, TallyPart]:
    """The parts that a sentence tells of the count in the sentence before it; none if it has parts already."""
    if last.parts or last.sentence.end != sentence.start:
        return {}
    return parts_told_next(document, sentence, last.count)


def _to_the_stop(document: Document, sentence: Span) -> Span:
    """The sentence up to its full stop, where a parser cut it in two ("… 17 October and | 14 November, 27 in …")."""
    behind = (s for s in document.sentences if s.start >= sentence.end)
    for following in behind:
        if _STOP.search(sentence.text) or "\n" in document.doc[sentence.end - 1 : following.start + 1].text:
            break
        sentence = document.doc[sentence.start : following.end]
    return sentence

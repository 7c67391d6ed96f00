"""What a report says of how one event stands to another: response, cause, or order alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tallystick.model.mention import Link
from tallystick.model.quote import Quote
from tallystick.model.terms import LinkKind
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import phrases_of, words_of


def read_links(document: Document, frame: Frame) -> tuple[Link, ...]:
    """The links that a frame's sentence states, each with its words.

    ``after`` is order alone: the report states no cause.
    """
    if frame.is_setting:
        return ()
    links = [link for link in (_response(document, frame), _cause(document, frame), _order(document, frame)) if link]
    return tuple(links)


def link_to_events(links: tuple[Link, ...], told_as: Mapping[str, Sequence[Quote]]) -> tuple[Link, ...]:
    """The links with the events they point to: those told, at first or again, by the words of the link.

    ``told_as`` gives for each mention id the words that tell the event.
    """
    linked = []
    for link in links:
        ids = sorted(i for i, words in told_as.items() if any(link.quote.overlaps(w) for w in words))
        linked.append(link.model_copy(update={"mention_ids": tuple(ids)}))
    return tuple(linked)


def _response(document: Document, frame: Frame) -> Link | None:
    text = frame.sentence.text.lower()
    for phrase in phrases_of("cues", "response_phrases"):
        at = text.find(phrase)
        if at >= 0:
            start = frame.sentence.start_char + at
            return _link(document, frame, LinkKind.RESPONDS_TO, start)
    head = frame.head
    if any(c.lower_ in ("retaliatory", "reprisal") for c in head.lefts):
        return Link(
            kind=LinkKind.RESPONDS_TO,
            description=document.quote_tokens([*head.lefts, head]).exact,
            quote=document.quote_tokens([*head.lefts, head]),
        )
    return None


def _cause(document: Document, frame: Frame) -> Link | None:
    for token in frame.sentence:
        if token.lemma_.lower() in words_of("cues", "cause") and token.tag_ == "VBN" and token.dep_ in ("advcl", "acl"):
            return _link(document, frame, LinkKind.TRIGGERED_BY, token.idx)
    return None


def _order(document: Document, frame: Frame) -> Link | None:
    for token in frame.sentence:
        opens = token.lower_ in ("after", "following") and token.dep_ in ("prep", "mark", "advcl")
        behind = frame.head.i < token.i < frame.sentence.end - 2
        if opens and behind and token.i not in document.date_at:
            return _link(document, frame, LinkKind.AFTER, token.idx)
    return None


def _link(document: Document, frame: Frame, kind: LinkKind, start: int) -> Link:
    """The words from ``start`` to the next comma or the end of the sentence."""
    text = document.report.text
    stop = frame.sentence.end_char
    comma = text.find(",", start, stop)
    end = comma if comma > 0 else stop
    while end > start and text[end - 1] in " .;:\n":
        end -= 1
    quote = document.quote(start, end)
    return Link(kind=kind, description=quote.exact, quote=quote)

"""The same event across documents: gold mentions, linked as the product links, beside the lemma baseline."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.coreference import GoldCorpus, GoldDocument
from tallystick.evaluation.coreference_documents import group_documents
from tallystick.evaluation.coreference_ecbplus import read_ecbplus
from tallystick.evaluation.coreference_fit import FOLDS, fit_apart, link_apart
from tallystick.evaluation.coreference_gvc import read_gvc
from tallystick.evaluation.coreference_parse import Parsed, parse_documents
from tallystick.evaluation.coreference_score import score_clusters
from tallystick.evaluation.coreference_tellings import Meanings, head_of, read_meanings
from tallystick.evaluation.score import Figure, Score
from tallystick.resolution.events.comparisons import COMPARISONS
from tallystick.resolution.events.model import EventModel, load_event_model

Incidents = Mapping[str, str]
"""The group of each document."""
Clusters = Mapping[str, Hashable]


@dataclass(frozen=True)
class Corpus:
    """A gold corpus: how it is read, the model that ships for it, what that compares, and the unit that is held out
    whole."""

    form: str
    read: Callable[[Path], GoldCorpus]
    model: str
    compared: tuple[str, ...]
    unit: Callable[[GoldDocument], str]


GVC = Corpus("gvc", read_gvc, "gun-violence", ("kind", "arguments", "report"), lambda document: document.subtopic)
"""What else could be compared adds nothing where the kind of event is read: docs/decisions/wording.md."""
ECBPLUS = Corpus(
    "ecbplus",
    read_ecbplus,
    "news",
    tuple(c.name for c in COMPARISONS if c.name != "kind"),
    lambda document: document.topic,
)


def score_gvc(gold: Path, bench: Bench) -> Score:
    """Scores the linkage on documents in the layout of the Gun Violence Corpus.

    Raises:
        TallystickError: E601 if the gold cannot be read, E602 if the scorer is not installed.

    """
    return _score(gold, bench, GVC)


def score_ecbplus(gold: Path, bench: Bench) -> Score:
    """Scores the linkage on the topics of ECB+ that it was not fitted on.

    Raises:
        TallystickError: E601 if the gold cannot be read, E602 if the scorer is not installed.

    """
    return _score(gold, bench, ECBPLUS)


def _score(gold: Path, bench: Bench, corpus: Corpus) -> Score:
    """Documents that the shipped weights were fitted on are left out; where there are no others, weights are fitted
    in their stead that leave out, fold by fold, what they are scored on."""
    model = load_event_model(corpus.model)
    read = corpus.read(gold)
    new = [d for d in read.documents if d.subtopic not in model.fitted_on]
    documents = bench.cut(new or read.documents, name=lambda document: document.name)
    notes = [*read.notes]
    if not new:
        notes.append("the weights that ship were fitted on these documents: scored by cross-validation")
        if "meaning" in corpus.compared:
            notes.append("the encoder that ships was trained on them too, whole: it flatters these figures")
    elif len(new) < len(read.documents):
        notes.append(f"{len(read.documents) - len(new)} documents left out: the weights were fitted on them")
    if not documents:
        raise TallystickError(Code.E601, path=gold, form=corpus.form, cause="no document is left")
    parsed = dict(zip((d.name for d in documents), parse_documents(documents), strict=True))
    meanings = read_meanings(documents, compared=corpus.compared)
    figures = tuple(figures_on(documents, parsed, meanings, corpus, model, apart=not new))
    return Score(task="same event across documents", documents=len(documents), figures=figures, notes=tuple(notes))


def figures_on(
    documents: Sequence[GoldDocument],
    parsed: Parsed,
    meanings: Meanings,
    corpus: Corpus,
    model: EventModel,
    *,
    apart: bool,
    folds: int = FOLDS,
) -> Iterator[Figure]:
    """The figures with the groups of documents as found and as the gold has them, the baseline beside each."""
    if apart:
        models = fit_apart(documents, parsed, meanings, unit=corpus.unit, compared=corpus.compared, folds=folds)
    else:
        models = {d.name: model for d in documents}
    found = group_documents(parsed, threshold=model.documents)
    for groups, incidents in (
        ("documents grouped by us", found),
        ("gold topics", {d.name: d.subtopic for d in documents}),
    ):
        clusters = link_apart(documents, parsed, meanings, models, incidents)
        yield from _figures(f"CoNLL F1, {groups}", documents, clusters)
        yield from _figures(f"lemma baseline, {groups}", documents, same_lemma(documents, parsed, incidents))
    own = {d.name: d.subtopic for d in documents}
    yield Figure("documents grouped: CoNLL F1", score_clusters(own, found).conll, len(documents))


def same_lemma(documents: Sequence[GoldDocument], parsed: Parsed, incidents: Incidents) -> Clusters:
    """The baseline: mentions of one group of documents whose heads have one lemma tell one event."""
    return {
        m.id: (incidents[d.name], sentence[head_of(m, sentence)].lemma)
        for d in documents
        for m in d.mentions
        for sentence in (parsed[d.name][m.sentence],)
    }


def _figures(name: str, documents: Sequence[GoldDocument], clusters: Clusters) -> Iterator[Figure]:
    chains = {m.id: m.chain for d in documents for m in d.mentions}
    told = score_clusters(chains, clusters)
    yield Figure(name, told.conll, len(chains))
    if not name.startswith("lemma"):
        yield Figure(f"{name}: MUC", told.muc, len(chains))
        yield Figure(f"{name}: B³", told.b_cubed, len(chains))
        yield Figure(f"{name}: CEAF-e", told.ceaf_e, len(chains))
    alone = score_clusters(chains, clusters, singletons=False)
    yield Figure(f"{name}, no singletons", alone.conll, len(chains))

"""The spaCy pipeline: a parser under one component a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tui_reader.errors import Cancelled, ExtractionError
from tui_reader.extraction import DEFAULT_PIPELINE, actors, claims, conditions, positions, quotations, unmentioned
from tui_reader.extraction.reading import Reading
from tui_reader.model import BlockKind, Document, Extraction, SectionKind, Span

Component = Callable[[Doc], Doc]

QUESTIONS: tuple[Component, ...] = (
    actors.find_actors,
    claims.find_claims,
    conditions.find_conditions,
    positions.find_positions,
    quotations.find_quotations,
    unmentioned.find_unmentioned,
)

PART = 20_000  # characters; a part is whole blocks, at least one
UNREAD = frozenset({BlockKind.CODE, BlockKind.TABLE})

Doc.set_extension("reading", default=None, force=True)
Doc.set_extension("offset", default=0, force=True)


@Language.component("reader_blocks")
def start_sentences_at_blocks(doc: Doc) -> Doc:
    """Let no sentence run over the end of a block, and no label, number or bullet into its text.

    Stands before the parser, which keeps sentence starts that are already set.
    """
    reading: Reading | None = doc._.reading
    if reading is None:
        return doc
    starts: set[int] = set()
    for block in reading.document.blocks:
        starts.update((block.span.start - doc._.offset, block.body.start - doc._.offset))
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


@cache
def load(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the installed spaCy pipeline *name*, an import name or a path, made ready for reading."""
    try:
        module = __import__(name)
        nlp: Language = module.load() if hasattr(module, "load") else spacy.load(name)
    except ImportError:
        try:
            nlp = spacy.load(name)
        except OSError as error:
            raise ExtractionError(f"the language model {name!r} is not installed: {error}") from error
    nlp.add_pipe("reader_blocks", first=True)
    return nlp


def parts(document: Document) -> Iterator[Span]:
    """Yield stretches of whole blocks that are to be read, none of them boilerplate, code or table."""
    unread = [section.span for section in document.boilerplate()]
    start = end = -1
    for block in document.blocks:
        skip = block.kind in UNREAD or any(span.contains(block.span) for span in unread)
        if start >= 0 and (skip or block.span.end - start > PART):
            yield Span(start, end)
            start = -1
        if not skip:
            start = block.span.start if start < 0 else start
            end = block.span.end
    if start >= 0:
        yield Span(start, end)


def run(
    document: Document,
    *,
    nlp: Language | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Extraction:
    """Read *document* whole; see `tui_reader.extraction.extract`."""
    nlp = nlp or load()
    reading = Reading(document)
    spans = list(parts(document))
    steps = len(spans) * (1 + len(QUESTIONS))
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done / steps)
        if cancelled and cancelled():
            raise Cancelled("the extraction was stopped")

    for span in spans:
        doc = nlp.make_doc(span.of(document.text))
        doc._.reading, doc._.offset = reading, span.start
        reading.parts.append(nlp(doc))
        step()
    for question in QUESTIONS:
        for doc in reading.parts:
            question(doc)
            step()
    return reading.extraction()


__all__ = ["QUESTIONS", "SectionKind", "load", "parts", "run"]

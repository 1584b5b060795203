"""The spaCy pipeline: a parser under one component a question.

`load` makes an installed pipeline ready for reading and `run` reads a document with it. The components can also be
added to a pipeline of one's own, in this order, behind its parser, tagger, lemmatizer and entity recogniser:

    import spacy, tui_reader.extraction.pipeline as reader
    nlp = spacy.load("en_core_web_sm")
    for name in reader.COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp("If the toll falls, said the ferryman, the boats will come.")
    doc._.reading.extraction().conditions

`doc._.reading` is the `Reading`, whose document is the Doc's own text unless one was set; `doc._.offset` is where the
Doc starts in the document.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tui_reader.errors import Cancelled, ExtractionError
from tui_reader.extraction import DEFAULT_PIPELINE, lexicon
from tui_reader.extraction.actors import find_actors
from tui_reader.extraction.claims import find_claims
from tui_reader.extraction.conditions import find_conditions
from tui_reader.extraction.positions import find_positions
from tui_reader.extraction.quotations import find_quotations
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.extraction.references import find_definites, find_references
from tui_reader.extraction.unmentioned import find_unmentioned
from tui_reader.model import BlockKind, Document, Extraction, Span

Component = Callable[[Doc], Doc]

QUESTIONS: tuple[Component, ...] = (
    find_actors,
    find_references,
    find_definites,
    find_claims,
    find_conditions,
    find_positions,
    find_quotations,
    find_unmentioned,
)
COMPONENTS = (
    "reader_actors",
    "reader_references",
    "reader_definites",
    "reader_claims",
    "reader_conditions",
    "reader_positions",
    "reader_quotations",
    "reader_unmentioned",
)

PART = 20_000  # characters; a part is whole blocks, at least one
LONGEST = 100_000  # characters; a block above it is cut at a line end or blank, for the parser's memory
UNREAD = frozenset({BlockKind.CODE, BlockKind.TABLE})

Doc.set_extension("reading", default=None, force=True)
Doc.set_extension("offset", default=0, force=True)


@Language.component("reader_blocks")
def start_sentences_at_blocks(doc: Doc) -> Doc:
    """Let no sentence run over the end of a block, and no label, number or bullet into its text.

    Stands before the parser, which keeps sentence starts that are already set.
    """
    reading = reading_of(doc)
    offset: int = doc._.offset
    starts: set[int] = set()
    for block in reading.document.blocks:
        starts.update((block.span.start - offset, block.body.start - offset))
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


@cache
def load(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the installed spaCy pipeline *name*, an import name or a path, made ready for reading.

    Raises ExtractionError when it is not installed, cannot be loaded, or does not parse.
    """
    try:
        nlp = _load(name)
    except (OSError, ImportError, ValueError, AttributeError) as error:
        first_line = str(error).partition("\n")[0]
        raise ExtractionError(f"the language model {name!r} cannot be loaded: {first_line}") from error
    missing = [pipe for pipe in ("tagger", "parser", "lemmatizer") if not nlp.has_pipe(pipe)]
    if missing:
        raise ExtractionError(f"the language model {name!r} has no {' and no '.join(missing)}; take an English one")
    add_special_case = getattr(nlp.tokenizer, "add_special_case", None)  # a pipeline may bring its own tokenizer
    if add_special_case is not None:
        for word in lexicon.words("abbreviations"):
            add_special_case(word, [{"ORTH": word}])
    nlp.add_pipe("reader_blocks", first=True)
    nlp.max_length = max(nlp.max_length, 2 * LONGEST)
    return nlp


def _load(name: str) -> Language:
    """Return the pipeline of the package *name*, or the one in the folder *name*."""
    if name.isidentifier():
        module = importlib.import_module(name)
        nlp: Language = module.load()
        return nlp
    return spacy.load(name)


def parts(document: Document) -> Iterator[Span]:
    """Yield stretches of whole blocks that are to be read, none of them boilerplate, code or table."""
    unread = [section.span for section in document.boilerplate()]
    start = end = -1
    for block in document.blocks:
        skip = block.kind in UNREAD or any(span.contains(block.span) for span in unread)
        if start >= 0 and (skip or block.span.end - start > PART):
            yield from pieces(document.text, Span(start, end))
            start = -1
        if not skip:
            start = block.span.start if start < 0 else start
            end = block.span.end
    if start >= 0:
        yield from pieces(document.text, Span(start, end))


def pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield *span*, cut where it is longer than the parser can bear."""
    start = span.start
    while span.end - start > LONGEST:
        low, high = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind("\n", low, high), text.rfind(". ", low, high) + 1)
        cut = cut if cut > low else max(text.rfind(" ", low, high), low) if " " in text[low:high] else high
        yield Span(start, cut)
        start = cut + len(text[cut : span.end]) - len(text[cut : span.end].lstrip()) if cut < high else cut
    if start < span.end:
        yield Span(start, span.end)


def run(
    document: Document,
    *,
    nlp: Language | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    found: Callable[[Extraction], None] | None = None,
) -> Extraction:
    """Read *document* whole; see `tui_reader.extraction.extract`."""
    reading = Reading(document)
    groups = list(groups_of(list(parts(document))))
    total = sum(len(span) for group in groups for span in group)
    done = 0
    nlp = nlp or load()
    for group in groups:
        if cancelled and cancelled():
            raise Cancelled("the extraction was stopped")
        read_parts(nlp, reading, group)
        done += sum(len(span) for span in group)
        if progress:
            progress(done / total)
        if found and done < total:
            found(reading.extraction())
    return reading.extraction()


def groups_of(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield neighbouring parts, together no longer than a part may be, whatever unread blocks divide them."""
    group: list[Span] = []
    for span in spans:
        if group and sum(map(len, group)) + len(span) > PART:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def read_parts(nlp: Language, reading: Reading, spans: Sequence[Span]) -> None:
    """Parse some parts, learn their names, and ask them everything."""
    reading.parts = [parse(nlp, reading, span) for span in spans]
    for doc in reading.parts:
        reading.actors.learn(doc)
    for doc in reading.parts:
        reading.sentences.extend(document_span(sentence) for sentence in doc.sents)
        for question in QUESTIONS:
            question(doc)
    reading.actors.survey.release()


def parse(nlp: Language, reading: Reading, span: Span) -> Doc:
    """Return the part at *span*, parsed."""
    doc = nlp.make_doc(span.of(reading.document.text))
    doc._.reading, doc._.offset = reading, span.start
    return nlp(doc)


__all__ = ["COMPONENTS", "QUESTIONS", "load", "parse", "parts", "run"]

"""The state that the components of the pipeline share while they read one document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.actors import ActorTable
from tui_reader.extraction.issues import grouped
from tui_reader.extraction.merging import one_a_name, with_actors
from tui_reader.model import (
    Block,
    Claim,
    Condition,
    Document,
    Extraction,
    Position,
    Quotation,
    Reference,
    Section,
    Source,
    Span,
    document_id,
)
from tui_reader.sources import read_text

STRETCH = 2048  # characters; claims are looked up by the stretches they touch


@dataclass
class Reading:
    """One document, its parsed parts in order, and what has been found in it so far.

    A part is a spaCy `Doc` of whole blocks; `doc._.offset` is where its text starts in `document.text`. All questions
    are asked of one part before the next is parsed, so what comes later in a long text is not known yet.
    """

    document: Document
    parts: list[Doc] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    actors: ActorTable = field(default_factory=ActorTable)
    claims: list[Claim] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    unmentioned: list[Span] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    definites: list[Reference] = field(default_factory=list)
    _around: dict[int, list[Claim]] = field(default_factory=lambda: defaultdict(list), repr=False)
    _indexed: int = 0

    def section_author_id(self, offset: int) -> str | None:
        """Return the id of who says `I` and `we` at *offset*: the turn's speaker, else the section's author.

        None stands for the document's writer.
        """
        block = self.document.block_at(offset)
        if block is not None and block.label is not None:
            return self.actors.speaker(block.label.of(self.document.text))
        section = self.document.section_at(offset)
        if section is not None and section.author:
            return self.actors.author(section.author)
        return None

    def claims_around(self, span: Span) -> list[Claim]:
        """Return the claims whose spans contain *span*, innermost first."""
        for claim in self.claims[self._indexed :]:
            for stretch in range(claim.span.start // STRETCH, claim.span.end // STRETCH + 1):
                self._around[stretch].append(claim)
        self._indexed = len(self.claims)
        found = [claim for claim in self._around.get(span.start // STRETCH, ()) if claim.span.contains(span)]
        return sorted(found, key=lambda claim: len(claim.span))

    def extraction(self) -> Extraction:
        """Return what was found, as values, in the order of the text."""
        found = Extraction(
            document=self.document.id,
            actors=self.actors.values(),
            claims=tuple(sorted(self.claims, key=lambda claim: claim.span)),
            conditions=tuple(sorted(self.conditions, key=lambda condition: condition.antecedent)),
            positions=tuple(grouped(self.positions)),
            quotations=tuple(sorted(self.quotations, key=lambda quotation: quotation.span)),
            unmentioned=tuple(sorted(self.unmentioned)),
            sentences=tuple(self.sentences or (document_span(s) for part in self.parts for s in part.sents)),
            references=tuple(sorted(self.references, key=lambda reference: reference.span)),
            definites=tuple(sorted(self.definites, key=lambda reference: reference.span)),
        )
        return _of_known(one_a_name(self._without_things(with_actors(found, self.actors.canonical))))

    def _without_things(self, found: Extraction) -> Extraction:
        """Return *found* without the actors that only seemed to do something and in the end say and do nothing."""
        used = {actor for claim in found.claims for actor in (claim.holder, *claim.via)}
        used.update(actor for c in found.conditions for actor in (c.holder, c.obligor))
        used.update(actor for p in found.positions for actor in (p.holder, p.via))
        used.update(quotation.speaker for quotation in found.quotations)
        used.update(member for actor in found.actors for member in actor.members)
        things = self.actors.guessed() - used
        return replace(found, actors=tuple(actor for actor in found.actors if actor.id not in things))


def _of_known(extraction: Extraction) -> Extraction:
    """Return *extraction* with no references to what is spoken of but is no actor."""
    known = {actor.id for actor in extraction.actors}
    return replace(
        extraction,
        references=tuple(r if r.actor in known else replace(r, actor=None) for r in extraction.references),
    )


def reading_of(doc: Doc) -> Reading:
    """Return the reading that *doc* is a part of; a Doc from elsewhere gets one, of its own text as the document."""
    reading: Reading | None = doc._.reading
    if reading is None:
        reading = doc._.reading = Reading(document_of(doc.text), parts=[doc])
    return reading


def document_of(text: str) -> Document:
    """Return *text*, character for character, as a document, with its structure where its reader leaves it as it is."""
    if text.strip():
        document = read_text(text)
        if document.text == text:
            return document
    whole = Span(0, len(text))
    blocks = (Block(whole),) if text else ()
    return Document(document_id(text), text, text[:60], Source("-"), (Section(whole),), blocks)


def document_span(words: Words | Token | Doc) -> Span:
    """Return where *words* stand in the document's text."""
    doc = words if isinstance(words, Doc) else words.doc
    offset: int = doc._.offset
    match words:
        case Token():
            return Span(offset + words.idx, offset + words.idx + len(words.text))
        case Words():
            return Span(offset + words.start_char, offset + words.end_char)
        case _:
            return Span(offset, offset + len(words.text))

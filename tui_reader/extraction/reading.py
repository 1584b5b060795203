"""The state that the components of the pipeline share while they read one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.actors import ActorTable
from tui_reader.model import Claim, Condition, Document, Extraction, Position, Quotation, Span


@dataclass
class Reading:
    """One document, its parsed parts in order, and what has been found in it so far.

    A part is a spaCy `Doc` of whole blocks; `offset(doc)` is where its text starts in `document.text`.
    """

    document: Document
    parts: list[Doc] = field(default_factory=list)
    actors: ActorTable = field(default_factory=ActorTable)
    claims: list[Claim] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    unmentioned: list[Span] = field(default_factory=list)

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

    def innermost_holder(self, span: Span) -> str | None:
        """Return whose words *span* is: the holder of the innermost claim around it, else the section's author.

        None stands for the document's writer.
        """
        around = [claim for claim in self.claims if claim.span.contains(span)]
        if around:
            return min(around, key=lambda claim: len(claim.span)).holder
        return self.section_author_id(span.start)

    def extraction(self) -> Extraction:
        """Return what was found, as values, in the order of the text."""
        return Extraction(
            document=self.document.id,
            actors=self.actors.values(),
            claims=tuple(sorted(self.claims, key=lambda claim: claim.span)),
            conditions=tuple(sorted(self.conditions, key=lambda condition: condition.antecedent)),
            positions=tuple(sorted(self.positions, key=lambda position: position.evidence)),
            quotations=tuple(sorted(self.quotations, key=lambda quotation: quotation.span)),
            unmentioned=tuple(sorted(self.unmentioned)),
            sentences=tuple(document_span(sentence) for part in self.parts for sentence in part.sents),
        )


def reading_of(doc: Doc) -> Reading:
    """Return the reading that *doc* is a part of."""
    reading: Reading = doc._.reading
    return reading


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

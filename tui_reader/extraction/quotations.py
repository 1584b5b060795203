"""Each quotation of a document: who speaks, and how it compares with the statement that the document itself holds."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tui_reader.extraction.quotation_check import UNMATCHED, QuotationCheck, check_quotation
from tui_reader.extraction.quotes import Passage, passages_of
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.model import Check, Claim, Mode, Quotation, SectionKind, Span

FEWEST = 4  # words; a shorter passage that nobody is said to speak is a title, a nickname or a scare quote


@Language.component("reader_quotations")
def find_quotations(doc: Doc) -> Doc:
    """Add the quotations of this part to the reading."""
    reading = reading_of(doc)
    passages = passages_of(doc)
    part = Span(doc._.offset, doc._.offset + len(doc.text))
    speakers = _speakers(passages, [claim for claim in reading.claims if claim.span.overlap(part)])
    for passage, claim in zip(passages, speakers, strict=True):
        words = passage.inner.of(reading.document.text)
        if claim is None and len(words.split()) < FEWEST:
            continue
        speaker = claim.holder if claim is not None else None
        found = _check(reading, passage, words, speaker)
        if speaker is None and found[1] is not None:
            speaker = reading.section_author_id(found[1].start)
        reading.quotations.append(Quotation(passage.inner, speaker, found[0].check, found[1]))
    return doc


def _speakers(passages: Sequence[Passage], claims: Sequence[Claim]) -> list[Claim | None]:
    """Return for each passage the innermost claim that quotes it."""
    quoting = sorted(
        (claim for claim in claims if claim.mode in (Mode.DIRECT, Mode.MIXED) and claim.cue is not None),
        key=lambda claim: claim.span,
    )
    found: list[Claim | None] = []
    k = 0
    standing: list[Claim] = []
    for passage in passages:
        while k < len(quoting) and quoting[k].span.start < passage.outer.end:
            standing.append(quoting[k])
            k += 1
        standing = [claim for claim in standing if claim.span.end > passage.outer.start]
        touching = [
            claim
            for claim in standing
            if 2 * passage.inner.overlap(claim.span) >= len(passage.inner)
            and claim.cue is not None
            and not passage.outer.overlap(claim.cue)
        ]
        found.append(min(touching, key=lambda claim: len(claim.span), default=None))
    return found


def _check(reading: Reading, passage: Passage, words: str, speaker: str | None) -> tuple[QuotationCheck, Span | None]:
    """Return the best comparison with a statement section other than the quotation's own, and its place.

    A loose rendering of the speaker's own statement is held against the whole sentence that it comes closest to.
    """
    best, place = UNMATCHED, None
    for section in reading.document.sections:
        if section.kind is not SectionKind.STATEMENT or section.span.overlap(passage.outer):
            continue
        statement = section.span.of(reading.document.text)
        found = check_quotation(words, statement)
        loose = found.source is None and speaker is not None
        if loose and speaker == reading.section_author_id(section.span.start):
            found = check_quotation(words, statement, own=True)
        if found.source is not None and (place is None or found.check is Check.EXACT):
            best, place = found, found.source.shifted(section.span.start)
            place = _whole(reading, place) if loose else place
        if found.check is Check.EXACT:
            break
    return best, place


def _whole(reading: Reading, place: Span) -> Span:
    """Return the sentence that *place* starts in, or *place* where it runs on into another."""
    for doc in reading.parts:
        for sentence in doc.sents:
            span = document_span(sentence)
            if span.covers(place.start):
                words = span.of(reading.document.text).rstrip(' \n.”"')
                return Span(span.start, span.start + len(words)) if span.contains(place) else place
    return place

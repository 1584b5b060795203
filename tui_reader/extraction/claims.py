"""Who claims what: attributions with holders and the chain of who reports them, and the writer's own sentences."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from tui_reader.extraction.attribution.adjectival import adjectival
from tui_reader.extraction.attribution.adjunct import adjunct
from tui_reader.extraction.attribution.chain import claims_of
from tui_reader.extraction.attribution.clausal import clausal
from tui_reader.extraction.attribution.cleft import cleft
from tui_reader.extraction.attribution.direct import Quotations
from tui_reader.extraction.attribution.found import Attribution
from tui_reader.extraction.attribution.infinitival import infinitival
from tui_reader.extraction.attribution.listed import listed
from tui_reader.extraction.attribution.nominal import nominal
from tui_reader.extraction.attribution.predicative import predicative
from tui_reader.extraction.attribution.turns import turns
from tui_reader.extraction.quotes import passages_of
from tui_reader.extraction.reading import reading_of
from tui_reader.model import BlockKind, Span

ADJUNCTS = frozenset({"according", "in", "by", "to", "on", "from", "as", "under", "per"})


@Language.component("reader_claims")
def find_claims(doc: Doc) -> Doc:
    """Add the claims of this part to the reading."""
    reading = reading_of(doc)
    part = Span(doc._.offset, doc._.offset + len(doc.text))
    blocks = [block for block in reading.document.blocks if part.contains(block.span)]
    headings = [block.span for block in blocks if block.kind is BlockKind.HEADING]
    found = [item for token in doc for item in attributions(token)]
    found.extend(listed(doc, reading.document.text, blocks))
    found = [item for item in found if not any(heading.contains(item.cue) for heading in headings)]
    found = Quotations(doc, reading.document.text, passages_of(doc), found).join(blocks)
    found.extend(turns(reading.document.text, blocks))
    reading.claims.extend(claims_of(reading, doc, found, headings))
    return doc


def attributions(token: Token) -> Iterator[Attribution]:
    """Yield what *token*, as a cue, attributes to somebody."""
    match token.pos_:
        case "VERB" | "AUX":
            yield from clausal(token)
            yield from cleft(token)
            yield from infinitival(token)
            yield from predicative(token)
            yield from adjectival(token)
        case "NOUN":
            yield from nominal(token)
        case "ADJ":
            yield from adjectival(token)
        case _:
            pass
    if token.lower_ in ADJUNCTS:
        yield from adjunct(token)

"""quotations"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("reader_quotations")
def find_quotations(doc: Doc) -> Doc:
    """Add the quotations of this part to the reading."""
    return doc

"""positions"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("reader_positions")
def find_positions(doc: Doc) -> Doc:
    """Add the positions of this part to the reading."""
    return doc

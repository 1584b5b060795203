"""conditions"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("reader_conditions")
def find_conditions(doc: Doc) -> Doc:
    """Add the conditions of this part to the reading."""
    return doc

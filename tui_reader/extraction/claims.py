"""claims"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("reader_claims")
def find_claims(doc: Doc) -> Doc:
    """Add the claims of this part to the reading."""
    return doc

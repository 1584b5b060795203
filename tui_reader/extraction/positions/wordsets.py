"""The small closed sets of words that the constructions look for (`lexicons/stance_sets.tsv`)."""

from __future__ import annotations

from tui_reader.extraction import lexicon


def word_set(name: str) -> frozenset[str]:
    """Return the words of the set called *name*."""
    return lexicon.sets("stance_sets")[name]

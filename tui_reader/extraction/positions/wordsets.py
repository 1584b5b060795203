"""The small closed sets of words that the constructions look for (`lexicons/stance_sets.tsv`)."""

from __future__ import annotations

from functools import cache

from tui_reader.extraction import lexicon


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of the set called *name*."""
    return frozenset(w for key, words in lexicon.rows("stance_sets") if key == name for w in words.split())

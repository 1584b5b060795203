"""What the clauses of an answer hang on."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.vocabulary import Word, mapping


def hinges(found: Sequence[Word]) -> dict[str, str]:
    ways = mapping("hinges.tsv")
    return {ways[word.text]: word.text for word in found if word.text in ways}


def texts(found: Sequence[Word]) -> set[str]:
    return {word.text for word in found}

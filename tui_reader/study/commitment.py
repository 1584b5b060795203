"""How far is a deed: is it weighed, wished, planned, promised, tried, or done?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui_reader.study.alignment import Alignment
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, stem, table


def committed(aligned: Alignment) -> Turn | None:
    """Return the turn if a deed is at another stage: “considered selling” for “promised to sell”, “tried to sell”."""
    mine, theirs = _stages(aligned.wanted), _stages(aligned.said)
    unmet, unasked = aligned.unmet
    for stage, index in theirs.items():
        if stage in mine or index not in unasked:
            continue
        lost = next((place for other, place in mine.items() if other not in theirs and place in unmet), None)
        typed = aligned.said[index].text
        if lost is not None:
            return Turn(f"“{typed}” in place of “{aligned.wanted[lost].text}”", certain=False)
        if not mine:
            return Turn(f"“{typed}” is not in the answer", certain=False)
    return None


def _stages(found: Sequence[Word]) -> dict[str, int]:
    return {_stage()[word.stem]: index for index, word in reversed(list(enumerate(found))) if word.stem in _stage()}


@cache
def _stage() -> dict[str, str]:
    return {stem(word): stage for stage, words in table("stages.tsv") for word in words.split()}

"""How much of two answers is the same words, whatever they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui_reader.study.alignment import content
from tui_reader.study.thesaurus import negates_plainly
from tui_reader.study.vocabulary import Word, little

ARTICLES = little("article")


def closeness(said: Sequence[Word], wanted: Sequence[Word]) -> float:
    """Return how much of two answers is the same words, 0 to 1, in whatever order."""
    one, other = (Counter(word.stem for word in found if word.text not in ARTICLES) for found in (said, wanted))
    return 2 * sum((one & other).values()) / max(1, one.total() + other.total())


def copied_share(said: Sequence[Word], known: Sequence[Word]) -> float:
    """Return how many of the words of content that were typed are of the answer or the question."""
    stems = {word.stem for word in known}
    typed = [word for word in said if content(word) and not negates_plainly(word)]
    return sum(word.stem in stems for word in typed) / len(typed) if typed else 0.0

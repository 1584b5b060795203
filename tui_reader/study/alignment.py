"""Which word of a typed answer stands for which word of the right one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui_reader.study.thesaurus import alike, converse, near
from tui_reader.study.vocabulary import Word, empty_words, light_words, little

LEADING = (little("article") | little("preposition")) - {"to"}
WEIGHTY_ADVERBS = little("weighty adverb")  # others in -ly only tell the manner


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two answers word by word; `pairs` has the index in `wanted` and the index in `said` of words that match."""

    wanted: tuple[Word, ...]
    said: tuple[Word, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def lacking(self) -> tuple[int, ...]:
        """Where in `wanted` the words of content stand that nothing matches."""
        matched = {mine for mine, _ in self.pairs}
        return tuple(index for index, word in enumerate(self.wanted) if content(word) and index not in matched)

    @property
    def unmet(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where in `wanted` and in `said` words stand, little ones too, that nothing matches nor repeats."""
        mine, theirs = {one for one, _ in self.pairs}, {other for _, other in self.pairs}
        ours, others = {word.stem for word in self.wanted}, {word.stem for word in self.said}
        return (
            tuple(index for index, word in enumerate(self.wanted) if index not in mine and word.stem not in others),
            tuple(index for index, word in enumerate(self.said) if index not in theirs and word.stem not in ours),
        )

    @property
    def foreign(self) -> tuple[int, ...]:
        """Where in `said` the words of content stand that match nothing and repeat nothing that was wanted."""
        matched = {theirs for _, theirs in self.pairs}
        return tuple(
            index
            for index, word in enumerate(self.said)
            if content(word)
            and index not in matched
            and not any(word.stem == other.stem or (not content(other) and alike(word, other)) for other in self.wanted)
        )


def align(said: Sequence[Word], wanted: Sequence[Word]) -> Alignment:
    """Pair the words of content one to one, the same words first, then those that stand for one another."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    exact: tuple[Callable[[Word, Word], bool], ...] = (
        lambda one, other: one.text == other.text,
        lambda one, other: one.stem == other.stem,
    )
    for same in exact:
        for mine, word in enumerate(wanted):
            if mine in taken or not content(word):
                continue
            for theirs, other in enumerate(said):
                if theirs not in used and content(other) and same(word, other):
                    taken[mine] = theirs
                    used.add(theirs)
                    break
    for similar in (_like, near):
        free = [mine for mine, word in enumerate(wanted) if mine not in taken and content(word)]
        used = set(taken.values())
        like = {
            mine: sorted(
                (
                    theirs
                    for theirs, word in enumerate(said)
                    if theirs not in used and content(word) and similar(wanted[mine], word)
                ),
                key=lambda theirs: abs(theirs / len(said) - mine / len(wanted)),
            )
            for mine in free
        }
        taken |= {mine: theirs for theirs, mine in _matched(like).items()}
    return Alignment(tuple(wanted), tuple(said), tuple(sorted(taken.items())))


def _like(one: Word, other: Word) -> bool:
    return alike(one, other) or converse(one.stem, other.stem)


def _matched(like: dict[int, list[int]]) -> dict[int, int]:
    """Match as many words as can be, each to one of those that it is like (augmenting paths)."""
    owner: dict[int, int] = {}

    def place(mine: int, tried: set[int]) -> bool:
        for theirs in like[mine]:
            if theirs not in tried:
                tried.add(theirs)
                if theirs not in owner or place(owner[theirs], tried):
                    owner[theirs] = mine
                    return True
        return False

    for mine in like:
        place(mine, set())
    return owner


def in_place(aligned: Alignment, typed: Word, wanted: Word) -> bool:
    """Say whether the one word stands where the other should: beside the same words."""
    pairs = set(aligned.pairs)
    for mine, word in enumerate(aligned.wanted):
        for theirs, other in enumerate(aligned.said):
            if word is wanted and other is typed:
                before = (previous_content(aligned.wanted, mine), previous_content(aligned.said, theirs))
                after = (next_content(aligned.wanted, mine), next_content(aligned.said, theirs))
                if _behind_little(aligned.wanted, mine) != _behind_little(aligned.said, theirs):
                    return False  # a noun where a verb was: “reigns”, “is on the throne”
                if before in pairs or after in pairs or before == (None, None) or after == (None, None):
                    return True
    return False


def _behind_little(found: Sequence[Word], index: int) -> bool:
    return index > 0 and found[index - 1].text in LEADING


def previous_content(found: Sequence[Word], index: int) -> int | None:
    """Return where the last word of content before *index* stands, None where there is none."""
    return next((place for place in range(index - 1, -1, -1) if content(found[place])), None)


def content(word: Word) -> bool:
    return word.text not in empty_words()


def next_content(found: Sequence[Word], index: int) -> int | None:
    """Return where the first word of content after *index* stands, None where there is none."""
    return next((place for place in range(index + 1, len(found)) if content(found[place])), None)


def weighty(word: Word) -> bool:
    """Say whether a word carries something that another could replace."""
    manner = word.text.endswith("ly") and word.text not in WEIGHTY_ADVERBS and not word.capital
    return content(word) and word.stem not in light_words() and not manner

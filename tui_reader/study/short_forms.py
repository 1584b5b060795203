"""Short forms in an answer: `PM` where the right one has `prime minister`, `infl` where it has `inflation`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.study.thesaurus import known
from tui_reader.study.vocabulary import Word, empty_words

BEGUN = 3  # letters at least of the beginning of a word that stands for it
SHORTEST, LONGEST = 2, 5  # letters that initials may have


def spelt_out(said: Sequence[Word], wanted: Sequence[Word]) -> tuple[Word, ...]:
    """Return *said* with each word that has the initials of words of *wanted* replaced by these."""
    present = {word.text for word in wanted}
    found: list[Word] = []
    for word in said:
        usual = word.text in present or word.text in empty_words() or known(word.stem)
        long = () if usual else _long(word.text, wanted) or _begun(word.text, wanted)
        found += [replace(one, after_break=word.after_break and not nth) for nth, one in enumerate(long)] or [word]
    return tuple(found)


def _begun(short: str, wanted: Sequence[Word]) -> Sequence[Word]:
    """Return the one word of the answer that a word is the beginning of: `infl`, `hosps`."""
    begun = short.removesuffix("s")
    if len(begun) < BEGUN or not begun.isalpha():
        return ()
    found = {word.stem: word for word in wanted if word.text.startswith(begun) and len(word.text) > len(short) + 1}
    return tuple(found.values()) if len(found) == 1 else ()


def _long(short: str, wanted: Sequence[Word]) -> Sequence[Word]:
    count = len(short)
    if not SHORTEST <= count <= LONGEST or not short.isalpha():
        return ()
    for start in range(len(wanted) - count + 1):
        run = wanted[start : start + count]
        if all(word.text[0] == letter for word, letter in zip(run, short, strict=True)):
            return run
    return ()

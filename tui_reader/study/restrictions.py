"""What is allowed only on a condition, in one form: “no entry without a pass” as “entry only with a pass”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.study.vocabulary import Word, little

DENYING = little("denying")
BARRING = {"unless": "if", "without": "with"}
ONLY = Word("only", "onli")


def as_only(found: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a text with the one `no` or `not` that an `unless` or `without` answers as `only`.

    A text with more of either, or where each stands in a clause of its own, stays as it is.
    """
    denying = [index for index, word in enumerate(found) if word.text in DENYING]
    barring = [index for index, word in enumerate(found) if word.text in BARRING]
    if len(denying) != 1 or len(barring) != 1:
        return tuple(found)
    no, bar = denying[0], barring[0]
    if no > bar and bar > 0:
        return tuple(found)  # “the mine closes without a deal that is not signed”
    if no > bar and not any(word.after_break for word in found[bar + 1 : no + 1]):
        return tuple(found)
    if found[no + 1 : no + 2] and found[no + 1].text in ("only", "until", "before", *BARRING):
        return tuple(found)
    words: list[Word] = []
    for index, word in enumerate(found):
        if index == bar:
            hinge = BARRING[word.text]
            words += [replace(ONLY, after_break=word.after_break), Word(hinge, hinge)]
        elif index != no:
            words.append(word)
    return tuple(words)

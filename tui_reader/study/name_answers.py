"""An answer that is a name: its last part will do, and a title beside it does no harm."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.alignment import Alignment, weighty
from tui_reader.study.verdict import Grade, Verdict
from tui_reader.study.vocabulary import Word, empty_words

SPARE = 2  # words of its own that even the shortest answer may have


def is_name(wanted: Sequence[Word]) -> bool:
    content = [word for word in wanted if word.text not in empty_words()]
    return 0 < len(content) <= 4 and all(word.name or word.capital for word in content)


def goes_on(aligned: Alignment) -> bool:
    """Say whether a sentence goes on behind a name; what comes behind a comma only tells who it is."""
    last = max((theirs for _, theirs in aligned.pairs), default=len(aligned.said))
    tail = aligned.said[last + 1 :]
    return any(map(weighty, tail)) and not tail[0].after_break


def grade_name(
    required: Sequence[Word], missing: Sequence[Word], foreign: Sequence[Word], lost: tuple[str, ...]
) -> Grade:
    """Grade a name: its last part will do, and a title beside it does no harm."""
    share = 1 - len(missing) / len(required)
    of_another = len(required) > 1 and required[-1].name and bool(missing)  # “Issaly” for “the Minister of Issaly”
    if required[-1] not in missing and len(foreign) <= SPARE and not of_another:
        return Grade(Verdict.RIGHT, 1.0)
    named = any(word.name or word.capital for word in foreign)
    return Grade(Verdict.WRONG, share, "another actor" if named else "not the name", lost)

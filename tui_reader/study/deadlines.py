"""Is a day or an hour the last moment, the moment itself, or the first one: “by Friday”, “on Friday”?"""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.alignment import Alignment
from tui_reader.study.thesaurus import of_a_kind
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little

DEADLINE, MOMENT = little("deadline"), little("point in time")
ROUND = little("round the clock")  # “by night” is “at night”
EARLIEST = "not before"
NEAR = 3  # words from a preposition to the date that it leads


def another_deadline(aligned: Alignment) -> Turn | None:
    """Return the turn if what was to be done by a day is done on it, or the other way round."""
    for one, other in aligned.pairs:
        word = aligned.wanted[one]
        if word.stem != aligned.said[other].stem or word.text in ROUND or not (word.number or of_a_kind(word.stem)):
            continue
        mine, theirs = _led_by(aligned.wanted, one), _led_by(aligned.said, other)
        for last, moment in ((mine, theirs), (theirs, mine)):
            if (last == "by" and moment in MOMENT) or (last == "until" and moment == "on"):
                return Turn(f"“{theirs} {aligned.said[other].text}”, not “{mine}”", certain=False)
            if last in DEADLINE and moment == EARLIEST:
                return Turn(f"“{theirs} {aligned.said[other].text}”, not “{mine}”", certain=False)
    return None


def _led_by(found: Sequence[Word], index: int) -> str:
    texts = [word.text for word in found[max(index - NEAR, 0) : index]]
    place = next((at for at in range(len(texts) - 1, -1, -1) if texts[at] in DEADLINE or texts[at] in MOMENT), None)
    if place is None:
        return ""
    return EARLIEST if texts[place] in ("before", "until") and texts[place - 1 : place] == ["not"] else texts[place]

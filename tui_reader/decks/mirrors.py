"""Questions for somebody that print what other questions of the same place ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tui_reader.decks.wording import content_words
from tui_reader.model import Card, Question

WHO = frozenset({Question.SPEAKER, Question.HOLDER, Question.STATER})
WHAT = frozenset({Question.STANCE, Question.CONTRAST, Question.ANTECEDENT, Question.CONSEQUENCE, Question.CLOZE})
SEVERAL = 2  # other cards whose answers one may not print
PRINTED = 0.75  # share of an answer's words that another prompt shows
CELL = 500  # characters: where cards of one place are looked for


class Mirrors:
    """The cards made, by place; whether a new one mirrors them costs as much as there are cards near it."""

    def __init__(self) -> None:
        self._near: dict[int, list[Card]] = defaultdict(list)

    def add(self, card: Card) -> None:
        for cell in _cells(card):
            self._near[cell].append(card)

    def mirrors(self, card: Card) -> bool:
        """Whether *card* asks for somebody and prints the answers of several items of its place.

        One card and its reverse may both be asked.
        """
        if card.question not in WHO:
            return False
        printed = {other.item for other in self._beside(card) if other.question in WHAT and _prints(card, other)}
        return len(printed) >= SEVERAL

    def _beside(self, card: Card) -> Iterator[Card]:
        for cell in _cells(card):
            yield from (other for other in self._near.get(cell, ()) if other.sentence.overlap(card.sentence))


def _prints(who: Card, what: Card) -> bool:
    answer = content_words(what.answer)
    return bool(answer) and len(answer & content_words(who.prompt)) >= PRINTED * len(answer)


def _cells(card: Card) -> range:
    return range(card.span.start // CELL, card.span.end // CELL + 1)

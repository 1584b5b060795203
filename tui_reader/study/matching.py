"""Match: several statements of one text, and the holders of all of them to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui_reader.model import Card, Choice, Option, Question

ABOUT = frozenset({Question.HOLDER, Question.SPEAKER, Question.STATER})
MOST = 6


def match_round(cards: Iterable[Card], most: int = MOST) -> tuple[Choice, ...]:
    """Return questions that share one list of holders, in the order of their names; none with fewer than two holders.

    As few questions as there can be have the same answer, so that the last ones cannot be told by what is left.
    """
    taken = _spread([card for card in cards if card.question in ABOUT], most)
    holders = sorted({card.answer for card in taken})
    if len(holders) < 2:
        return ()
    spans = {card.answer: card.span for card in reversed(taken)}
    theirs: Mapping[str, Card] = {card.answer: card for card in reversed(taken)}

    def options(card: Card) -> tuple[Option, ...]:
        return tuple(
            Option(name, name == card.answer, spans[name], "" if name == card.answer else _note(theirs[name]))
            for name in holders
        )

    return tuple(Choice(card, card.prompt, options(card)) for card in taken)


def _note(card: Card) -> str:
    return f"Of {card.answer} it was asked: {card.prompt}"


def _spread(cards: Sequence[Card], most: int) -> list[Card]:
    """Take one card of each holder in turn, and of an item only one."""
    queues: dict[str, list[Card]] = {}
    for card in cards:
        queues.setdefault(card.answer, []).append(card)
    taken: list[Card] = []
    items: set[str] = set()
    while len(taken) < most and any(queues.values()):
        for queue in queues.values():
            found = next((card for card in queue if card.item not in items), None)
            queue[:] = [] if found is None else [other for other in queue if other is not found]
            if found is not None and len(taken) < most:
                items.add(found.item)
                taken.append(found)
    return taken

"""Match: several statements of one text, and the holders of all of them to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_reader.model import Card, Choice, Option, Question

ABOUT = frozenset({Question.HOLDER, Question.SPEAKER, Question.STATER})
FEWEST, MOST = 2, 6
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
ASKED = re.compile(r"\b(?:whose\s[^,]*?\bis it\b|who\s+\S+|whose)(?P<said>.*)", re.IGNORECASE | re.DOTALL)
PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b")
THING = re.compile(r"\b(?:they|them|their|theirs|themselves|it|its|itself)\b")
EMPTY = re.compile(
    r"\bit(?:\s+(?:is|was|will be|would be|may be)\s+(?:not\s+)?[^\W\d_]+\s+(?:to|that|for|whether)|\s+seems)\b"
)
NAMED = re.compile(r"\b[A-Z][^\W\d_]")
NOUN = re.compile(r"\b(?:the|an?|this|these|those|some|all|no|two|three)\s+[^\W\d_]+|[^\W\d_]{3,}s\b", re.IGNORECASE)


def match_round(cards: Iterable[Card], most: int = MOST) -> tuple[Choice, ...]:
    """Return questions that share one list of holders, in the order of their names; none with fewer than two holders.

    As few questions as there can be have the same answer, so that the last ones cannot be told by what is left. A wrong
    holder is not told of what that one did say, and leads nowhere in the text: the round has yet to ask it.
    """
    taken = _spread([card for card in cards if card.question in ABOUT and not unsettled(card.prompt)], most)
    holders = sorted({card.answer for card in taken})
    if len(holders) < FEWEST:
        return ()

    def options(card: Card) -> tuple[Option, ...]:
        return tuple(Option(name, name == card.answer, card.span if name == card.answer else None) for name in holders)

    return tuple(Choice(card, card.prompt, options(card)) for card in taken)


def unsettled(prompt: str) -> bool:
    """Whether *prompt* has, outside quotation marks, a pronoun that nothing before it in the question stands for.

    Such a one means the holder who is asked for, and tells whether that is a man, a woman or several.
    """
    asked = ASKED.search(QUOTED.sub("", prompt))
    if asked is None:
        return False
    said = EMPTY.sub("", asked.group("said"))
    return any(not NAMED.search(said[: found.start()]) for found in PERSON.finditer(said)) or any(
        not (NAMED.search(said[: found.start()]) or NOUN.search(said[: found.start()]))
        for found in THING.finditer(said)
    )


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

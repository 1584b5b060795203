"""What there is to choose cards by, with how many cards each choice would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tui_reader.model import Card, CardKind
from tui_reader.study.selection import Known, Selection

KNOWN_WORDS = {
    Known.FORGOTTEN: "forgotten within the week",
    Known.SOON: "due within the week",
    Known.LEECH: "slipped again and again",
    Known.NEW: "never asked before",
}
ACTORS = 12  # of each sitting, those with the most cards


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose cards by: its part of a selection, in words, and how many cards have it."""

    words: str
    count: int
    part: Selection

    def on(self, selection: Selection) -> bool:
        """Say whether the selection has this part."""
        return all(getattr(self.part, name) <= getattr(selection, name) for name in FIELDS)

    def turned(self, selection: Selection) -> Selection:
        """Return the selection with this part if it was without it, else without it."""
        change = frozenset.difference if self.on(selection) else frozenset.union
        return replace(
            selection, **{name: change(getattr(selection, name), getattr(self.part, name)) for name in FIELDS}
        )


FIELDS = ("documents", "kinds", "actors", "known")


def facets(
    cards: Sequence[Card],
    known: Mapping[str, frozenset[Known]],
    actors: Mapping[tuple[str, str], str],
    texts: Mapping[str, str],
) -> list[Facet]:
    """Return what *cards* can be chosen by: how they are known, kind, actor, text.

    `actors` are the names of actors by text and id, `texts` the titles by id; what no card has is left out, and a text
    where there is only one.
    """
    ways: Counter[Known] = Counter(way for card in cards for way in known[card.id])
    kinds = Counter(card.kind for card in cards)
    named: dict[str, set[tuple[str, str]]] = {}
    for pair, name in actors.items():
        named.setdefault(name, set()).add(pair)
    about: Counter[str] = Counter()
    for card in cards:
        about.update({actors[card.document, actor] for actor in card.actors if (card.document, actor) in actors})
    found = [Facet(words, ways[way], Selection(known=frozenset({way}))) for way, words in KNOWN_WORDS.items()]
    found += [Facet(f"{kind} cards", kinds[kind], Selection(kinds=frozenset({kind}))) for kind in CardKind]
    found += [
        Facet(f"about {name}", count, Selection(actors=frozenset(named[name])))
        for name, count in about.most_common(ACTORS)
    ]
    if len(texts) > 1:
        per_text = Counter(card.document for card in cards)
        found += [
            Facet(f"in {title}", per_text[text], Selection(documents=frozenset({text})))
            for text, title in texts.items()
        ]
    return [facet for facet in found if facet.count]


def in_words(selection: Selection, offered: Sequence[Facet]) -> str:
    """Return what a selection takes, in words."""
    return ", ".join(facet.words for facet in offered if facet.on(selection))

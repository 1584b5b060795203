"""A text with what was found in it and its cards, the reader's edits in all three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.model import Card, Document, Extraction
from tui_reader.store.library import Library
from tui_reader.study.rereading import Passage, passages


@dataclass(frozen=True, slots=True)
class Material:
    """One text ready to be studied or exported."""

    document: Document
    extraction: Extraction
    cards: tuple[Card, ...]

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """All names of each actor, any of which may stand for it in an answer."""
        return tuple(tuple(dict.fromkeys(actor.every_name)) for actor in self.extraction.actors)


def material_of(library: Library, document: str) -> Material:
    """Return a text of the library with what is kept of it; nothing is extracted or made here."""
    found = library.extraction(document) or Extraction(document)
    return Material(library.document(document), found, library.cards(document))


def actor_names(materials: Iterable[Material]) -> dict[tuple[str, str], str]:
    """Return the names of all actors by the ids of their text and of themselves: texts may share ids of actors."""
    return {(one.document.id, actor.id): actor.name for one in materials for actor in one.extraction.actors}


def passages_of(library: Library, material: Material) -> list[Passage]:
    """Return the passages of a text that should be read again."""
    states = {card.id: library.progress.state(card.id) for card in material.cards}
    return passages(material.cards, states, library.rereading.read())

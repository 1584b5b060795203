"""Whom a reader takes for whom in the texts of a library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.errors import StoreError
from tui_reader.store.library import Library
from tui_reader.store.material import Material
from tui_reader.store.picking import actors_called
from tui_reader.study.drill import Pair
from tui_reader.study.statistics import confusions


@dataclass(frozen=True, slots=True)
class Confused:
    """A pair of actors, and how often either was taken for the other."""

    pair: Pair
    times: int


def confused_pairs(library: Library, materials: Iterable[Material]) -> list[Confused]:
    """Return the pairs of actors that the reader has confused, the most frequent first; reads the whole log."""
    materials = list(materials)
    mine = {card.id for material in materials for card in material.cards}
    reviews = [review for review in library.progress.reviews() if review.answer and review.card in mine]
    found = []
    for material in materials:
        actors = {actor.id: actor for actor in material.extraction.actors}
        times: dict[tuple[str, str], int] = {}
        for one in confusions(reviews, {card.id: card for card in material.cards}, tuple(actors.values())):
            key = (min(one.meant, one.taken), max(one.meant, one.taken))
            times[key] = times.get(key, 0) + one.times
        document = material.document.id
        found += [Confused(Pair(document, actors[a], actors[b]), count) for (a, b), count in times.items()]
    return sorted(found, key=lambda one: -one.times)


def named_pairs(materials: Iterable[Material], one: str, other: str) -> list[Pair]:
    """Return the pairs of actors of these names that are in one text; raises StoreError where there is none."""
    materials = list(materials)
    first, second = actors_called(materials, one), actors_called(materials, other)
    found = []
    for material in materials:
        actors = {(material.document.id, actor.id): actor for actor in material.extraction.actors}
        ones, others = ([actors[pair] for pair in actors if pair in named] for named in (first, second))
        found += [Pair(material.document.id, a, b) for a in ones for b in others if a.id != b.id]
    if not found:
        raise StoreError(f"{one!r} and {other!r} are not two actors of one text")
    return found

"""From the names that a reader uses of texts, tags and actors to a selection of cards."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.errors import StoreError
from tui_reader.model import Actor
from tui_reader.store.library import Library
from tui_reader.store.material import Material


def texts_tagged(library: Library, tags: Iterable[str]) -> list[str]:
    """Return the ids of the texts that have any of the tags and cards; raises StoreError for a tag that none has."""
    wanted = {" ".join(tag.split()) for tag in tags}
    known = library.tags()
    for tag in sorted(wanted.difference(known)):
        has = f"; the tags are {', '.join(known)}" if known else ""
        raise StoreError(f"no text is tagged {tag!r}{has}")
    return [text.id for text in library.documents() if text.cards and wanted.intersection(text.tags)]


def actors_called(materials: Iterable[Material], name: str) -> frozenset[tuple[str, str]]:
    """Return text and id of the actors that have a name, or, if none has, of those whose name has it as a part.

    Only actors that cards are about; raises StoreError, naming them, where there is none.
    """
    materials = list(materials)
    asked = {(card.document, actor) for material in materials for card in material.cards for actor in card.actors}
    actors = [(material.document.id, actor) for material in materials for actor in material.extraction.actors]
    actors = [(document, actor) for document, actor in actors if (document, actor.id) in asked]
    key = " ".join(name.casefold().split())
    exact = {(document, actor.id) for document, actor in actors if key in _names(actor)}
    found = exact or {(document, actor.id) for document, actor in actors if any(key in one for one in _names(actor))}
    if not found or not key:
        known = sorted({actor.name for _, actor in actors})
        raise StoreError(f"no card is about {name!r}; there are {', '.join(known[:12]) or 'none'}")
    return frozenset(found)


def _names(actor: Actor) -> set[str]:
    return {" ".join(name.casefold().split()) for name in actor.every_name}

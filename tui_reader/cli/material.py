"""A text with what was found in it and its cards, from the library or read afresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui_reader.config.paths import Home
from tui_reader.errors import SourceError
from tui_reader.model import Document, Extraction

if TYPE_CHECKING:
    from tui_reader.store import Library
    from tui_reader.store.material import Material


def find(library: Library, wanted: str) -> Document | None:
    """Return the text of the library that *wanted* names by its id or title, or by a beginning of either."""
    key = wanted.casefold()
    shelved = library.documents()
    exact = [one for one in shelved if key in (one.id, one.title.casefold())]
    found = exact or [one for one in shelved if one.id.startswith(key) or one.title.casefold().startswith(key)]
    if len(found) > 1:
        titles = "; ".join(one.title for one in found[:3])
        raise SourceError(f"{wanted!r} names {len(found)} texts of the library: {titles}")
    return library.document(found[0].id) if found else None


def must_find(library: Library, wanted: str) -> Document:
    """Return the text of the library that *wanted* names; raises SourceError if there is none."""
    found = find(library, wanted)
    if found is None:
        raise SourceError(f"no text of the library is called {wanted!r}; `tui-reader list` names them")
    return found


def open_material(home: Home, library: Library, location: str, *, keep: bool = False) -> Material:
    """Return what *location* names: a source, or a text of the library by its title.

    Only with *keep* is a source that the library does not have put on its shelf.
    """
    from tui_reader.decks.cards import make_cards
    from tui_reader.sources import open_source
    from tui_reader.store.material import Material

    try:
        document = open_source(location)
    except SourceError:
        shelved = find(library, location)
        if shelved is None:
            raise
        document = shelved
    extraction = library.extraction(document.id) if document.id in library else None
    if extraction is None:
        extraction = analyse(home, document)
        if keep:
            extraction = library.keep_extraction(document, extraction)
    cards = library.cards(document.id) if document.id in library else ()
    if not cards:
        cards = make_cards(document, extraction)
        if keep:
            cards = library.keep_cards(document.id, cards)
    return Material(document, extraction, cards)


def analyse(home: Home, document: Document) -> Extraction:
    """Return what *document* says, telling on standard error that it takes a moment."""
    from tui_reader.config.settings import load_settings
    from tui_reader.extraction import extract
    from tui_reader.extraction.pipeline import load

    click.echo(f"reading {' '.join(document.title.split()) or 'the text'} …", err=True)
    return extract(document, nlp=load(load_settings(home).text("extraction.pipeline")))

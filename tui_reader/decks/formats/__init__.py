"""Deck files in and out: one module a format, each with `write(deck) -> bytes` and, where it can be read, `read`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from tui_reader.decks.deck import Deck
from tui_reader.errors import DeckError

__all__ = ["FORMATS", "Format", "format_named", "format_of", "read", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of deck file: its name, the ending of its files, the module that knows it, and whether it can be read."""

    name: str
    suffix: str
    module: str
    title: str
    readable: bool = False
    binary: bool = False


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("json", ".json", "json_deck", "JSON with everything, for programs", readable=True),
        Format("csv", ".csv", "csv_deck", "a table for spreadsheets (RFC 4180)", readable=True),
        Format("markdown", ".md", "markdown_deck", "plain text in the form of hashcards", readable=True),
        Format("anki", ".apkg", "anki_package", "a package that Anki imports", binary=True),
        Format("anki-text", ".txt", "anki_text", "Anki's text import, for older versions and scripts"),
        Format("hascard", ".hascard", "hascard_deck", "choice questions for hascard"),
        Format("obsidian", ".obsidian.md", "obsidian_deck", "notes for Obsidian's spaced repetition"),
    )
}


def format_named(name: str) -> Format:
    """Return the format called *name*; raises DeckError with the names there are."""
    try:
        return FORMATS[name]
    except KeyError:
        raise DeckError(f"no deck format {name!r}: choose one of {', '.join(FORMATS)}") from None


def format_of(path: str) -> Format | None:
    """Return the format that a file of this name has, by its ending."""
    fitting = [one for one in FORMATS.values() if path.casefold().endswith(one.suffix)]
    return max(fitting, key=lambda one: len(one.suffix), default=None)


def write(name: str, deck: Deck) -> bytes:
    """Return *deck* as a file of the format *name*; the same deck gives the same bytes. Raises DeckError."""
    module = import_module(f"{__name__}.{format_named(name).module}")
    written: bytes = module.write(deck)
    return written


def read(name: str, data: bytes) -> Deck:
    """Return the deck in *data*; raises DeckError where it is none or the format cannot be read back."""
    found = format_named(name)
    if not found.readable:
        able = ", ".join(one.name for one in FORMATS.values() if one.readable)
        raise DeckError(f"decks in the format {name!r} cannot be read back: use one of {able}")
    deck: Deck = import_module(f"{__name__}.{found.module}").read(data)
    return deck

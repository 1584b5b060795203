"""The argument as pictures for other programs: Mermaid, Graphviz DOT, Argdown and SVG, one module each."""

from __future__ import annotations

from importlib import import_module

from tui_reader.errors import DeckError
from tui_reader.model import Document, Extraction

FORMATS = {"mermaid": ".mmd", "dot": ".dot", "argdown": ".argdown", "svg": ".svg"}
MAPS = ("standings", "conditions", "quotations")


def write(form: str, which: str, document: Document, extraction: Extraction) -> str:
    """Return the map *which* of a text in the format *form*; raises DeckError where there is no such map or form."""
    if form not in FORMATS:
        raise DeckError(f"no picture format {form!r}: choose one of {', '.join(FORMATS)}")
    if which not in MAPS:
        raise DeckError(f"no map {which!r}: choose one of {', '.join(MAPS)}")
    drawn: str = getattr(import_module(f"{__name__}.{form}"), which)(document, extraction)
    return drawn

"""To whom a letter or memo is written: who "you" is in it."""

from __future__ import annotations

from tui_reader.extraction.actors.names import HONORIFICS, TITLES
from tui_reader.extraction.actors.normal import normal
from tui_reader.model import ActorKind, BlockKind, Document, Span
from tui_reader.sources.bylines import memo_addressee
from tui_reader.sources.voices import addressee

OPENING = 8  # blocks at the start of a letter among which its salutation stands


def addressee_of(document: Document, section: Span) -> str | None:
    """Return the name in the salutation of the letter that covers *section*, or in the "To:" of a memo."""
    inside = [block for block in document.blocks if section.contains(block.span)][:OPENING]
    for block in inside:
        if block.kind is BlockKind.PARAGRAPH:
            name = addressee(block.body.of(document.text))
            if name is not None:
                return name
    heads = [block for block in document.blocks[: 2 * OPENING] if block.kind is BlockKind.HEADING]
    return next((name for block in heads if (name := memo_addressee(document.text, block.span)) is not None), None)


def addressed(name: str) -> tuple[str, ActorKind, tuple[str, ...]]:
    """Return *name* with the kind of actor that it names and the form to keep."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    last = normal(words[-1])
    titled = any(word.lower().strip(".") in HONORIFICS or word.lower() in TITLES for word in words)
    plural = last.endswith("s") and not last.endswith("ss")
    if plural and (len(words) == 1 or last.removesuffix("s") in TITLES) and " ".join(words) == name:
        return name, ActorKind.GROUP, (name,)
    return " ".join(words), ActorKind.PERSON if titled or len(words) > 1 else ActorKind.GROUP, (name,)

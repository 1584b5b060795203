"""A deck as a note for Obsidian's spaced repetition plug-in: `question::answer`, gaps as `==words==`."""

from __future__ import annotations

import re

from tui_reader.decks.deck import Deck, Entry
from tui_reader.decks.formats.anki_fields import tag

GAP = re.compile(r"_{3,}")
MARKUP = re.compile(r"([\\`*_\[\]<>$~#|])")


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 Markdown; each card's passage is quoted under it."""
    lines = [f"#flashcards/{tag(deck.name) or 'deck'}", "", f"# {_safe(deck.name)}", ""]
    for about in deck.documents:
        lines += [f"Source: {_safe(about.citation)}", ""]
    for entry in deck.entries:
        lines += [_card(entry), "", f"> {_safe(entry.passage)}", ""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _card(entry: Entry) -> str:
    card = entry.card
    if len(GAP.findall(card.prompt)) == 1:
        before, after = GAP.split(card.prompt)
        return f"{_safe(before)}=={_safe(card.answer)}=={_safe(after)}"
    return f"{_safe(card.prompt)}::{_safe(card.answer)}"


def _safe(text: str) -> str:
    text = MARKUP.sub(r"\\\1", " ".join(text.split()))
    return text.replace("==", "=\u2060=").replace("::", ":\u2060:")

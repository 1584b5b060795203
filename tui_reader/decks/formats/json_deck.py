"""A deck as JSON: everything, for programs and for reading back."""

from __future__ import annotations

import json
from typing import Any

from tui_reader.decks.deck import Deck
from tui_reader.errors import DeckError
from tui_reader.model import decode, encode

SCHEMA = 1


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 JSON, two blanks a level."""
    return (json.dumps({"schema": SCHEMA, **encode(deck)}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read(data: bytes) -> Deck:
    """Return the deck that `write` made *data* of; raises DeckError on anything else."""
    try:
        value: Any = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise DeckError(f"the deck is not JSON: {error}") from error
    if not isinstance(value, dict) or "entries" not in value:
        raise DeckError("the JSON is not a deck: it has no entries")
    if value.get("schema") != SCHEMA:
        raise DeckError(f"the deck has schema {value.get('schema')!r}, this release reads {SCHEMA}")
    try:
        return decode(Deck, {key: item for key, item in value.items() if key != "schema"})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DeckError(f"the deck has a part that cannot be read: {error}") from error

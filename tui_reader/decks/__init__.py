"""Extraction → cards and quiz questions; deck files in and out, one module a format."""

from __future__ import annotations

from tui_reader.decks.cards import explain, make_cards
from tui_reader.decks.choices import make_choice
from tui_reader.decks.deck import Deck, build_deck
from tui_reader.decks.turned import turn

__all__ = ["Deck", "build_deck", "explain", "make_cards", "make_choice", "turn"]

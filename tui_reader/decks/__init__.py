"""Extraction → cards and quiz questions; deck files in and out, one module a format."""

from __future__ import annotations

from tui_reader.decks.cards import explain, make_cards

__all__ = ["explain", "make_cards"]

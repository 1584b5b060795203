"""Leeches: cards that slip again and again."""

from __future__ import annotations

from tui_reader.model import CardState

LEECH = 8  # lapses after which a card is a leech, as in Anki; again after every half as many


def is_leech(state: CardState, threshold: int = LEECH) -> bool:
    """Say whether a card has lapsed so often that it should be read again, or put otherwise, instead of drilled."""
    return state.lapses >= threshold


def becomes_leech(before: CardState, after: CardState, threshold: int = LEECH) -> bool:
    """Say whether this lapse is the one to speak up at: the threshold, and every half threshold after it."""
    if after.lapses == before.lapses or after.lapses < threshold:
        return False
    return (after.lapses - threshold) % max(1, threshold // 2) == 0

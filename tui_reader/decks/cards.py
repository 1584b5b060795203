"""Extraction → cards, in order of worth."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.decks.attribution_cards import attribution_cards
from tui_reader.decks.candidate import Candidate
from tui_reader.decks.chain_cards import chain_cards
from tui_reader.decks.checks import failed
from tui_reader.decks.condition_cards import condition_cards
from tui_reader.decks.context import Context
from tui_reader.decks.position_cards import position_cards
from tui_reader.decks.quotation_cards import quotation_cards
from tui_reader.decks.unmentioned_cards import unmentioned_cards
from tui_reader.model import Card, Document, Extraction


def make_cards(document: Document, extraction: Extraction) -> tuple[Card, ...]:
    """Return the cards of *document* that pass every check, those most worth knowing first."""
    return tuple(card for card, reasons in explain(document, extraction) if not reasons)


def explain(document: Document, extraction: Extraction) -> list[tuple[Card, tuple[str, ...]]]:
    """Return every card that was thought of with the names of the checks it failed, none for one that was made."""
    context = Context(document, extraction)
    drafts = sorted(_candidates(context), key=lambda draft: (-draft.card.weight, draft.card.span))
    judged: list[tuple[Card, tuple[str, ...]]] = []
    prompts: set[str] = set()
    for candidate in drafts:
        reasons = failed(candidate, context)
        if candidate.card.prompt.casefold() in prompts:
            reasons = (*reasons, "unique")
        if not reasons:
            prompts.add(candidate.card.prompt.casefold())
        judged.append((candidate.card, reasons))
    return judged


def _candidates(context: Context) -> Iterator[Candidate]:
    yield from condition_cards(context)
    yield from position_cards(context)
    yield from attribution_cards(context)
    yield from quotation_cards(context)
    yield from unmentioned_cards(context)
    yield from chain_cards(context)

"""The reader's edits applied to cards: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from tui_reader.model import Card, CardKind, Document, Edit, EditAction, EditTarget, Question, Span
from tui_reader.store.standing import rejected_ids, standing_edits

BLANK = Card("", "", "", CardKind.ATTRIBUTION, Question.SPEAKER, "", "", Span(0, 0), Span(0, 0))
TEXTS = frozenset({"prompt", "answer"})


def live_cards(items: Mapping[str, str], edits: Iterable[Edit], current: Callable[[str], str]) -> list[str]:
    """Return the ids of the cards that are asked, given the item of each: those made and those added, not rejected."""
    edits = tuple(edits)
    if not edits:
        return list(items)
    rejected = {current(name) for name in rejected_ids(edits)}
    added = {edit.id: edit.changes.get("item", "") for edit in edits if _adds_card(edit)}
    return [card for card, item in {**items, **added}.items() if card not in rejected and item not in rejected]


def amend_cards(
    document: Document, cards: Iterable[Card], edits: Iterable[Edit], current: Callable[[str], str] = str
) -> tuple[Card, ...]:
    """Return the cards with the edits applied; *current* gives the id that a card has now.

    A card whose item is rejected is dropped with it.
    """
    by_id = {card.id: card for card in cards}
    for edit in standing_edits(edits):
        name = current(edit.id)
        card = by_id.get(name)
        match edit.target, edit.action:
            case _, EditAction.REJECT:
                by_id = {key: card for key, card in by_id.items() if key != name and card.item != edit.id}
            case EditTarget.CARD, (EditAction.ADD | EditAction.AMEND | EditAction.ACCEPT):
                with suppress(ValueError, TypeError, KeyError):  # it fitted once, when it was made
                    by_id[name] = edited_card(document, card, edit)
            case EditTarget.ACTOR, EditAction.MERGE:
                by_id = {key: _merge_in_card(card, edit) for key, card in by_id.items()}
    return tuple(by_id.values())


def edited_card(document: Document, card: Card | None, edit: Edit) -> Card:
    """Return the card after one edit of it, None standing for a card that is not there; raises ValueError, KeyError."""
    if edit.action is EditAction.ADD:
        return _new_card(document, edit)
    if card is None:
        raise KeyError(edit.id)
    if edit.action is EditAction.AMEND:
        return _amend_card(card, edit)
    answer = edit.changes.get("answer", "").strip()
    if not answer:
        raise ValueError("no answer was given")
    return card if answer in card.accepted else replace(card, accepted=(*card.accepted, answer))


def _amend_card(card: Card, edit: Edit) -> Card:
    """Return the card with `prompt` or `answer` changed, or `accepted` (one a line)."""
    unknown = set(edit.changes) - TEXTS - {"accepted"}
    if unknown:
        raise ValueError(f"of a card only prompt, answer and accepted can be changed, not {unknown.pop()}")
    if any(not edit.changes.get(name, "x").strip() for name in TEXTS):
        raise ValueError("a card needs a prompt and an answer")
    accepted = edit.changes.get("accepted")
    return replace(
        card,
        prompt=edit.changes.get("prompt", card.prompt),
        answer=edit.changes.get("answer", card.answer),
        accepted=card.accepted if accepted is None else tuple(filter(None, accepted.split("\n"))),
    )


def _new_card(document: Document, edit: Edit) -> Card:
    """Return a card of the reader's own on the anchored words."""
    span = edit.anchor.find(document.text) if edit.anchor is not None else None
    if span is None:
        raise ValueError("a card leads back to words of the text")
    block = document.block_at(span.start)
    sentence = block.span if block is not None and block.span.contains(span) else span
    return Card(
        id=edit.id,
        document=document.id,
        item=edit.changes.get("item", edit.id),
        kind=CardKind(edit.changes.get("kind", CardKind.ATTRIBUTION)),
        question=Question(edit.changes.get("question", Question.CONTENT)),
        prompt=edit.changes["prompt"],
        answer=edit.changes.get("answer") or span.of(document.text),
        span=span,
        sentence=sentence,
    )


def _adds_card(edit: Edit) -> bool:
    return edit.target is EditTarget.CARD and edit.action is EditAction.ADD


def _merge_in_card(card: Card, edit: Edit) -> Card:
    gone = edit.changes.get("with", "")
    if gone not in card.actors:
        return card
    return replace(card, actors=tuple(dict.fromkeys(edit.id if actor == gone else actor for actor in card.actors)))

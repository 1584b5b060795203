"""An item or a card as fields that a reader can correct, and what they typed as the changes of an edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.errors import StoreError
from tui_reader.model import (
    Card,
    Claim,
    Condition,
    ConditionKind,
    Document,
    Extraction,
    Item,
    Mode,
    Position,
    Span,
    Stance,
    item_span,
)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to correct: its name in an edit, its label, its value, and the values that it may have."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()
    words: bool = False  # it is a stretch of the text


def fields(document: Document, extraction: Extraction, item: Item) -> tuple[Field, ...]:
    """Return what can be corrected of *item*."""

    def name(actor_id: str | None) -> str:
        actor = extraction.actor(actor_id)
        return actor.name if actor else ""

    def words(span: Span) -> str:
        return " ".join(span.of(document.text).split())

    holder = Field("holder", "whose it is", name(item.holder))
    match item:
        case Condition():
            return (
                Field("antecedent", "if", words(item.antecedent), words=True),
                Field("consequent", "then", words(item.consequent), words=True),
                Field("kind", "kind", item.kind.value, tuple(ConditionKind)),
                holder,
                Field("obligor", "who must act", name(item.obligor)),
            )
        case Position():
            return (
                holder,
                Field("stance", "stance", item.stance.value, tuple(Stance)),
                Field("issue", "on", item.issue.text),
                Field("evidence", "shown by", words(item.evidence), words=True),
            )
        case Claim():
            return (
                Field("span", "words", words(item.span), words=True),
                holder,
                Field("mode", "mode", item.mode.value, tuple(Mode)),
                Field("hedged", "hedged", str(item.hedged).lower(), ("true", "false")),
            )


def changes(
    document: Document, extraction: Extraction, item: Item, given: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the changes that make *item* as *given*, and those that take them back; both empty for none.

    Raises StoreError, saying what is wrong, on words that the text does not have and on values that do not exist.
    """
    forward: dict[str, str] = {}
    back: dict[str, str] = {}
    for field in fields(document, extraction, item):
        value = " ".join(given.get(field.name, field.value).split())
        if value == field.value:
            continue
        if field.choices and value not in field.choices:
            raise StoreError(f"{field.label}: one of {', '.join(field.choices)}")
        if field.words:
            before: Span = getattr(item, field.name)
            after = find_words(document.text, value, item_span(item).start)
            if after is None:
                raise StoreError(f"{field.label}: the text has no words “{value}”")
            forward[field.name], back[field.name] = _offsets(after), _offsets(before)
        else:
            forward[field.name], back[field.name] = value, field.value
    return forward, back


def card_fields(card: Card) -> tuple[Field, ...]:
    """Return what can be changed of a card."""
    return (Field("prompt", "Question", card.prompt), Field("answer", "Answer", card.answer))


def card_changes(card: Card, given: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of *card* that are other than before; raises StoreError where nothing would be left of one."""
    if not all(words.strip() for words in given.values()):
        raise StoreError("a card needs a question and an answer")
    before = {field.name: field.value for field in card_fields(card)}
    return {name: words.strip() for name, words in given.items() if words.strip() != before[name].strip()}


def find_words(text: str, words: str, near: int) -> Span | None:
    """Return where *words* stand in *text*, white space apart, nearest to an offset."""
    from tui_reader.app.search import pattern

    if not words.split():
        return None
    found = [Span(m.start(), m.end()) for m in pattern(words).finditer(text)]
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _offsets(span: Span) -> str:
    return f"{span.start}:{span.end}"

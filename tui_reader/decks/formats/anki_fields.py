"""A card as Anki's fields and tags: text as data, so that nothing in it can run, play or be typeset there."""

from __future__ import annotations

import html
import re

import genanki

from tui_reader.decks.deck import Deck, Entry
from tui_reader.errors import DeckError
from tui_reader.model import Card

MODEL = "tui-reader"
FIELDS = ("Prompt", "Answer", "Source", "Quote", "Extra", "Id")
JOINER = "\u2060"  # word joiner: unseen, and no delimiter any more


def fields(deck: Deck, entry: Entry) -> tuple[str, ...]:
    """Return the card in the order of `FIELDS`; raises DeckError where prompt or answer would be empty.

    A note with an empty first field is imported by Anki as a note without cards, and without a word.
    """
    card = entry.card
    prompt, answer = safe(card.prompt), safe(card.answer)
    if not prompt.strip() or not answer.strip():
        raise DeckError(f"card {card.id} has an empty prompt or answer")
    source = deck.about(card).citation
    section = f" · {entry.section}" if entry.section else ""
    also = "; ".join(other for other in card.accepted if other != entry.quote)
    return (prompt, answer, safe(source + section), _lit(entry), safe(also), card.id)


def safe(text: str) -> str:
    """Return *text* as HTML that Anki shows as it is.

    Besides HTML's own marks: templates and clozes (`{{…}}`, `::`), `[sound:…]`, `[latex]`, `[$]`, and the MathJax
    delimiters, which act on the page after entities are decoded and so are parted by an unseen character.
    """
    text = re.sub(r"\\(?=[()\[\]])", "\\\\" + JOINER, text)
    text = html.escape(text, quote=True)
    for char in "{}[]:":
        text = text.replace(char, f"&#{ord(char)};") if char != ":" else text.replace("::", "&#58;&#58;")
    return " ".join(text.split())


def _lit(entry: Entry) -> str:
    """Return the passage with the answer's words marked."""
    lit, passage = entry.lit, entry.passage
    if lit is None:
        return safe(passage)
    before, after = passage[: lit.start], passage[lit.end :]
    parted = " " if before.endswith(" ") else "", " " if after.startswith(" ") else ""
    return f"{safe(before)}{parted[0]}<mark>{safe(entry.quote)}</mark>{parted[1]}{safe(after)}"


def tags(deck: Deck, entry: Entry) -> tuple[str, ...]:
    """Return typed tags without a blank: kind, question, document, each actor."""
    card = entry.card
    found = [
        ("kind", card.kind.value),
        ("question", card.question.value),
        ("document", deck.about(card).title),
        *(("actor", name) for name in entry.actors),
    ]
    return tuple(dict.fromkeys(f"{kind}::{tag(name)}" for kind, name in found if tag(name)))


def tag(name: str) -> str:
    """Return *name* as one part of a tag: letters, digits and underscores."""
    return re.sub(r"[^\w-]+", "_", name).strip("_")[:60]


def guid(card: Card) -> str:
    """Return the note's guid, which follows from the card's identity alone, so that a second import updates it."""
    made: str = genanki.guid_for(MODEL, card.id)
    return made


def deck_name(deck: Deck) -> str:
    """Return the deck's name with no `::` of its own, which would make levels of it."""
    return " ".join(re.sub(r":{2,}", ":", deck.name).replace('"', "'").split()) or "Deck"

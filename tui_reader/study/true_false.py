"""True or false: the right answer, or one that was turned or belongs elsewhere, as a sentence to be judged."""

from __future__ import annotations

import random
import re

from tui_reader.decks.choices import cut
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.turned import Turn, turns
from tui_reader.decks.turnings import waits
from tui_reader.decks.wording import words
from tui_reader.model import Card, Choice, Document, Extraction, Option
from tui_reader.study.assertion import assertion

TRUE, FALSE = "true", "false"
ONLY = re.compile(r"\bonly\b", re.IGNORECASE)  # “not … only if” can be read two ways
QUESTION = re.compile(r"\b(?:whether|what|how|why)\b", re.IGNORECASE)  # what is denied in it is no less open


def propose(
    card: Card, choice: Choice | None, seed: int, document: Document | None = None, extraction: Extraction | None = None
) -> Choice | None:
    """Return *card* as a statement to be judged, true half of the time by *seed*; None where no false one can be made.

    None as well where the answer was cut off, or where the prompt makes no sentence with it. A false statement is the
    answer with its direction or number turned or denied, else a wrong answer of *choice*; the document tells which
    words keep their capital.
    """
    if cut(card.answer):
        return None
    draw = random.Random(f"{seed}/{card.id}/true")
    false = _false(card, choice, draw)
    if false is None:
        return None
    true = draw.random() < 0.5
    text, actors = document.text if document else "", extraction.actors if extraction else ()
    said = assertion(card, card.answer if true else false.text, text, actors)
    if said is None:
        return None
    note = (
        "That is what the text says."
        if true
        else " ".join(filter(None, (f"It is: {card.answer.rstrip('.')}.", false.note)))
    )
    options = (
        Option(TRUE, true, card.span if true else false.span, note),
        Option(FALSE, not true, card.span if not true else None, note),
    )
    return Choice(card, f"{said}\nTrue or false?", options)


def _false(card: Card, choice: Choice | None, draw: random.Random) -> Option | None:
    """Return an answer that is false by the text, not merely less than it says: “may” is none for “will”."""
    unsure = {Turn.MODAL, Turn.NEGATION} if ONLY.search(card.prompt) else {Turn.MODAL}
    turned = [one.text for one in turns(card.answer, card.prompt) if one.turn not in unsure]
    if turned and not waits(card) and not QUESTION.search(card.answer):
        return Option(turned[0], False)
    own = {word.casefold() for word in words(card.answer)}
    wrong = [option for option in choice.options if not option.right] if choice else []
    sure = [one for one in wrong if not ({word.casefold() for word in words(one.text)} - own) & wordset("unsure")]
    return draw.choice(sure) if sure else None

"""A card asked with its options: the answer among wrong ones from the same text, each of which teaches what it was."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.distractors import distractors
from tui_reader.decks.framing import within
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import balanced, first_word, is_subjunctive, last_word
from tui_reader.model import Card, Choice, Document, Extraction, Option, Question

WRONG = 3
LENGTHS = (0.5, 2.0)
SINGULAR = {"is": True, "was": True, "has": True, "does": True, "are": False, "were": False, "have": False, "do": False}
SAME = 80.0  # rapidfuzz ratio, 0 to 100, from which two answers count as one


def make_choice(
    card: Card, document: Document, extraction: Extraction, cards: Iterable[Card], seed: int
) -> Choice | None:
    """Return *card* with its answer among three wrong ones in an order that follows from *seed*.

    The wrong ones are not the answers of others of *cards* that share its prompt.

    None where the answer itself was cut off, or where the text does not offer three that are of the answer's kind and
    length and wrong for this prompt.
    """
    if card.question is not Question.FORCE and cut(card.answer):
        return None
    context = Context.of(document, extraction)
    chosen: list[Distractor] = []
    also_right = [other.answer for other in cards if other.prompt == card.prompt and other.id != card.id]
    for candidate in distractors(card, context, random.Random(f"{seed}/{card.id}/draw")):
        if fits(candidate, card, chosen) and all(apart(candidate.text, one) for one in also_right):
            chosen.append(candidate)
        if len(chosen) == WRONG:
            break
    if len(chosen) < WRONG:
        return None
    options = [Option(card.answer, True, card.span)]
    options += [Option(wrong.text, False, wrong.span, wrong.note) for wrong in chosen]
    random.Random(f"{seed}/{card.id}/order").shuffle(options)
    return Choice(card, _prompt(card, context), tuple(options))


def _prompt(card: Card, context: Context) -> str:
    """Return the card's prompt; a gap that only its options could fill asks for the odd one out."""
    if card.question is Question.UNMENTIONED:
        return within(context, card.span.start, "which of these is said to have been left out?", named=False)
    return card.prompt


def fits(candidate: Distractor, card: Card, chosen: Iterable[Distractor]) -> bool:
    """Whether *candidate* may stand beside the answer: like it in length, and no other wording of any option."""
    text = candidate.text
    if not text or not LENGTHS[0] <= len(text) / len(card.answer) <= LENGTHS[1]:
        return False
    if inside(text, card.prompt):
        return False
    if card.question is not Question.FORCE and (  # a tie is no phrase: it has another word behind it
        cut(text) or last_word(text) in wordset("title_cuts") - {last_word(card.answer)}
    ):
        return False
    if first_word(text) in wordset("leaning_starts") - {first_word(card.answer)} or not built_alike(text, card.answer):
        return False
    return all(apart(text, other, candidate.turned) for other in (card.answer, *card.accepted)) and all(
        apart(text, other.text, candidate.turned or other.turned) for other in chosen
    )


def cut(text: str) -> bool:
    """Whether *text* shows that it was cut out of something: a mark without its partner, a word that wants another."""
    return (
        not balanced(text)
        or text.rstrip().endswith((",", ";", ":", "–", "—"))
        or last_word(text) in wordset("cut_ends")
    )


def built_alike(one: str, other: str) -> bool:
    """Whether neither of two answers is told by its grammar: the number of the verb that opens it, a bare `be`."""
    numbers = {SINGULAR.get(first_word(text), text) for text in (one, other)}
    return numbers != {True, False} and is_subjunctive(one) == is_subjunctive(other)


def apart(one: str, other: str, turned: bool = False) -> bool:
    """Whether two answers are told from each other: neither stands in the other, nor do they say the same.

    A `turned` one shares all words but the one that makes it wrong.
    """
    if inside(one, other) or inside(other, one):
        return False
    first, second = one.casefold(), other.casefold()
    return turned or max(fuzz.token_sort_ratio(first, second), fuzz.token_set_ratio(first, second) - 10) < SAME


def inside(short: str, long: str) -> bool:
    """Whether the words of *short* stand in *long*, marks at their ends left out."""
    bare = short.casefold().strip("“”‘’\"' .,")
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", long.casefold()) is not None

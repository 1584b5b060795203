"""A card asked with its options: the answer among wrong ones from the same text, each of which teaches what it was."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from rapidfuzz import fuzz

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.distractors import MOST, WHO, others_for, singles, threes
from tui_reader.decks.frames import betrayed, nearly
from tui_reader.decks.framing import within
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.turnings import turnings
from tui_reader.decks.wording import balanced, first_word, is_subjunctive, last_word
from tui_reader.model import Card, Choice, Document, Extraction, Option, Question

WRONG = 3
LENGTHS = (0.5, 2.0)
NAMED = (0.25, 4.0)  # of names, whose length tells nothing
SINGULAR = {"is": True, "was": True, "has": True, "does": True, "are": False, "were": False, "have": False, "do": False}
MARKS = re.compile(r"[“”‘\"]|[’'](?!\w)")
MARKED = "“"
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
    made = list(cards)
    also_right = [other.answer for other in made if other.prompt == card.prompt and other.id != card.id]
    chosen = _drawn(card, context, made, also_right, seed)
    if chosen is None:
        return None
    options = [Option(card.answer, True, card.span)]
    options += [Option(wrong.text, False, wrong.span, wrong.note) for wrong in chosen]
    random.Random(f"{seed}/{card.id}/order").shuffle(options)
    return Choice(card, _prompt(card, context), tuple(options))


def refusal(card: Card, document: Document, extraction: Extraction, cards: Iterable[Card], seed: int) -> str | None:
    """Return why no choice is made of *card*, None where one is.

    `cut_off` answer, `few` wrong ones that fit, or every three `betrayed` the right one.
    """
    made = list(cards)
    if make_choice(card, document, extraction, made, seed) is not None:
        return None
    if card.question is not Question.FORCE and cut(card.answer):
        return "cut_off"
    context, rng = Context.of(document, extraction), random.Random(f"{seed}/{card.id}/draw")
    if singles(card, context, rng) is not None:
        return "few"
    fitting = [one for one in others_for(card, context, made, rng) if fits(one, card, ())]
    return "betrayed" if next(threes(card, list(_once(fitting))[:MOST], context, made, rng), None) else "few"


def _drawn(
    card: Card, context: Context, cards: list[Card], also_right: list[str], seed: int
) -> list[Distractor] | None:
    """Return three wrong answers that may stand beside the right one and each other."""
    rng = random.Random(f"{seed}/{card.id}/draw")
    loose = singles(card, context, rng)
    if loose is not None and card.part:
        turned = next(
            (three for three in turnings(card, context, cards, rng) if stand_together(three, card, also_right)), None
        )
        if turned is not None:
            return list(turned)
    if loose is not None:
        chosen: list[Distractor] = []
        for wrong in loose:
            if fits(wrong, card, chosen) and all(apart(wrong.text, one) for one in also_right):
                chosen.append(wrong)
            if len(chosen) == WRONG:
                return chosen
        return None
    pool = (
        wrong
        for wrong in others_for(card, context, cards, rng)
        if fits(wrong, card, ()) and all(apart(wrong.text, one) for one in also_right)
    )
    others = list(islice(_once(pool), MOST))
    return next(
        (list(three) for three in threes(card, others, context, cards, rng) if stand_together(three, card, also_right)),
        None,
    )


def _once(pool: Iterable[Distractor]) -> Iterator[Distractor]:
    """Yield each wrong answer once, whatever its capitals."""
    seen: set[str] = set()
    for wrong in pool:
        if wrong.text.casefold() not in seen:
            seen.add(wrong.text.casefold())
            yield wrong


def stand_together(three: Iterable[Distractor], card: Card, also_right: Iterable[str] = ()) -> bool:
    """Whether all of them may stand beside the answer, told from each other and from it only by what they say."""
    chosen: list[Distractor] = []
    for wrong in three:
        if not fits(wrong, card, chosen) or not all(apart(wrong.text, one, wrong.turned) for one in also_right):
            return False
        chosen.append(wrong)
    texts = [wrong.text for wrong in chosen]
    if MARKED in card.answer and not any(MARKED in text for text in texts):
        return False  # seen to be right by its marks
    return card.part != "" or not betrayed(card.answer, texts, card.prompt)


def _prompt(card: Card, context: Context) -> str:
    """Return the card's prompt; a gap that only its options could fill asks for the odd one out."""
    if card.question is Question.UNMENTIONED:
        return within(context, card.span.start, "which of these is said to have been left out?", named=False)
    return card.prompt


def fits(candidate: Distractor, card: Card, chosen: Iterable[Distractor]) -> bool:
    """Whether *candidate* may stand beside the answer: like it in length, and no other wording of any option."""
    text, answer = candidate.text, card.answer
    if card.question is Question.FORCE:  # a tie may have another in it: “if”, “only if”
        return text.casefold() not in {answer.casefold(), *(other.text.casefold() for other in chosen)}
    least, most = NAMED if card.question in WHO else LENGTHS
    if not text or not least <= len(text) / len(answer) <= most:
        return False
    if inside(text, card.prompt):
        return False
    if card.question in WHO and any(_within(text, one) for one in (answer, *(other.text for other in chosen))):
        return False
    if cut(text) or last_word(text) in wordset("title_cuts") - {last_word(answer)}:
        return False
    if first_word(text) in wordset("leaning_starts") - {first_word(answer)} or not built_alike(text, answer):
        return False
    return all(apart(text, other, candidate.turned) for other in (answer, *card.accepted)) and all(
        apart(text, other.text, candidate.turned or other.turned) and not nearly_same(candidate, other)
        for other in chosen
    )


def _within(one: str, other: str) -> bool:
    """Whether one of two names stands in the other, be it as part of a word: a state and who is called after it."""
    first, second = sorted((one.casefold(), other.casefold()), key=len)
    return first in second


def nearly_same(one: Distractor, other: Distractor) -> bool:
    """Whether two wrong answers have the same words, and neither is the other turned."""
    return nearly(one.text, other.text) and not (one.turned or other.turned)


def cut(text: str) -> bool:
    """Whether *text* shows that it was cut out of something: a mark without its partner, a word that wants another."""
    return (
        not balanced(text)
        or text.rstrip().endswith((",", ";", ":", "–", "—"))
        or (last_word(text) in wordset("cut_ends") and not re.search(r"\s[A-Z]$", text))
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
    bare, whole = (MARKS.sub("", text.casefold()).strip(" .,") for text in (short, long))
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", whole) is not None

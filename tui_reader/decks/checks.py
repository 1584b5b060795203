"""What makes a card worth answering, one mechanical check a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.decks.candidate import Candidate
from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS
from tui_reader.decks.stance_wording import BARE, open_quantity
from tui_reader.decks.wording import balanced, content_words, count, stems
from tui_reader.model import Question

Check = Callable[[Candidate, Context], bool]
ANSWER_WORDS = 20
TOLD = 0.5  # share of the answer that the prompt may name
HANGING = re.compile(r"\s(?:with|of|for|to|from|into|than|by|the|an?)$")  # something is missing behind it
NEGATION = re.compile(r"\b(?:no|not|never|cannot|nothing|nobody|neither|without)\b|n[’']t\b", re.IGNORECASE)


def stands_alone(candidate: Candidate, context: Context) -> bool:
    """No pronoun or demonstrative in the prompt without the one it stands for."""
    return not candidate.loose and not BARE.search(candidate.card.prompt)


def answer_stands_alone(candidate: Candidate, context: Context) -> bool:
    """No pronoun or demonstrative in the answer without the one it stands for."""
    return not candidate.loose_answer and not open_quantity(candidate.card.answer)


def grounded(candidate: Candidate, context: Context) -> bool:
    """The answer's words stand in the sentence shown with it, but for names put in for pronouns."""
    if candidate.card.question is Question.VOICE:
        return True  # the writer is not named in the text
    shown = stems(candidate.card.sentence.of(context.document.text))
    return stems(candidate.card.answer) <= shown | context.actor_stems


def prompt_length(candidate: Candidate, context: Context) -> bool:
    """The prompt has 4 to 35 words."""
    return 4 <= count(candidate.card.prompt) <= PROMPT_WORDS


def answer_length(candidate: Candidate, context: Context) -> bool:
    """The answer is a few words, never a paragraph."""
    return 1 <= count(candidate.card.answer) <= ANSWER_WORDS


def keeps_its_answer(candidate: Candidate, context: Context) -> bool:
    """The answer does not stand in the prompt; of a stance, which names its issue again, one telling word is new."""
    card = candidate.card
    answer, prompt = content_words(card.answer), content_words(card.prompt)
    if card.question is Question.STANCE:
        return bool(answer - prompt) or bool(NEGATION.search(card.answer)) > bool(NEGATION.search(card.prompt))
    if not answer:
        return card.answer.casefold() not in card.prompt.casefold()
    return len(answer & prompt) / len(answer) <= TOLD


def well_formed(candidate: Candidate, context: Context) -> bool:
    """Marks are in pairs, nothing hangs over, and the prompt ends as a question or a gap does."""
    card = candidate.card
    return (
        balanced(card.prompt)
        and balanced(card.answer)
        and card.prompt.endswith(("?", ".”", "”", ".", "…"))
        and not re.search(r"\s[,.;:?]|[,;:]\?|\?\?|\n", card.prompt)
        and not HANGING.search(card.answer)
    )


CHECKS: tuple[Check, ...] = (
    stands_alone,
    answer_stands_alone,
    grounded,
    prompt_length,
    answer_length,
    keeps_its_answer,
    well_formed,
)


def failed(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """Return the names of the checks that *candidate* does not pass."""
    return tuple(check.__name__ for check in CHECKS if not check(candidate, context))

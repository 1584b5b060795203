"""Which conditions and positions of a text a reader should be asked about, and why not the others.

Of weight is what somebody could be held to, or be contradicted in: a condition, demand, refusal, offer, prediction,
accusation, or a claim of fact or worth that others may dispute. What is said in passing is not: thanks, procedure, that
one does not comment, a verdict on how something was put.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.stands import Stand
from tui_reader.decks.wording import AUXILIARIES, content_words, last_word, words
from tui_reader.model import Condition, Item, Position, Stance, item_span

PASSING = re.compile(rf"\b(?:{'|'.join(table('words')['passing'])})\b", re.IGNORECASE)
EMPTY = re.compile(
    rf"\b(?:is|was|are|were)\s+(?:an?\s+)(?:[^\W\d_]+\s+)?(?:{alternatives('empty_nouns')})\W*$", re.IGNORECASE
)
LEAST = 2  # telling words of a position, with what its pronouns mean
MOST = 0.75  # share of an item's words that another of the same holder may say as well


def slight(context: Context, item: Condition | Position, others: Iterable[Item]) -> str | None:
    """Return why *item* carries no weight, None where it does.

    `in_passing`: thanks, procedure, or a verdict that says nothing (“a good line”). `in_title`: the title says it, and
    the text says it again. `question`: it is asked, not held. `unheld`: the text does not show that anybody holds it.
    `says_little`: besides its holder and a time it has fewer than two telling words, what its pronouns are known to
    mean among them; or, where it only describes, none but its issue; or its verb stands elsewhere (“the owners do”).
    `general`: what must hold is nothing in particular (“if any”). `repeats`: one of *others*, which are asked, has the
    same holder and three quarters of its words.
    """
    if in_passing(context, item):
        return "in_passing"
    title = context.document.title_span
    span = item_span(item)
    if title is not None and title.overlap(span):
        return "in_title"
    if context.text(context.sentence(span)).rstrip("”’ \n").endswith("?"):
        return "question"
    if isinstance(item, Position):
        stand = Stand(context, item)
        if stand.asks_indirectly:
            return "question"
        if _is_nobodys(context, stand):
            return "unheld"
        words_said = content_words(context.phrase(span, stand.named).text)
        said = words_said - content_words(stand.name or "") - wordset("times")
        if last_word(context.text(span)) in AUXILIARIES | {"not"}:
            return "says_little"
        if len(said) < LEAST or (item.stance is Stance.CHARACTERISES and said <= stand.issue_words):
            return "says_little"
    elif {word.casefold() for word in words(context.text(item.antecedent))} <= wordset("general_conditions"):
        return "general"
    own = content_words(context.phrase(span).text)
    for other in others:
        if other.id != item.id and other.holder == item.holder:
            said = content_words(context.phrase(item_span(other)).text)
            if own and len(own & said) >= MOST * len(own):
                return "repeats"
    return None


def in_passing(context: Context, item: Condition | Position) -> bool:
    """Whether *item* is a courtesy, a matter of procedure, or a verdict in one adjective and an empty noun."""
    if not isinstance(item, Position):
        return False
    text = context.text(item_span(item))
    return PASSING.search(text) is not None or EMPTY.search(text) is not None


def _is_nobodys(context: Context, stand: Stand) -> bool:
    """Whether the text does not show who holds it: nobody is named, and the writer does not speak for himself."""
    offset = stand.position.evidence.start
    if stand.position.holder is not None:
        actor = context.actors.get(stand.position.holder)
        return actor is None or actor.name.casefold() in wordset("nameless")
    judged = {word.casefold() for word in words(context.text(stand.position.evidence))} & wordset("judging")
    return not (judged or stand.is_writers or context.is_opinion or context.in_first_person(offset))

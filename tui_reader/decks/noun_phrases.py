"""Noun phrases of a text that what stands around them shows to be whole, without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.verbs import may_be_verb
from tui_reader.decks.wording import AUXILIARIES, LOWERED, is_plural, words
from tui_reader.model import Span

WORD = r"[a-z]+(?:-[a-z]+)*"
NAME = r"[A-Z][\w’-]*"
BEHIND = (  # what shows that a phrase has ended
    rf"(?=[,;:.!?)”—–]|\s(?:{'|'.join(sorted(AUXILIARIES))}|{alternatives('subordinators')}|and|but|or|nor|to|by|at|from|"
    r"into|who|which|that|because|while|than|before|after|against|under)\b)"
)
OF = rf"(?:\sof\s(?:(?:the|an?|its|their)\s)?(?:{NAME}|{WORD})(?:\s(?:{NAME}|{WORD}))?)?"
DETERMINED = re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s(?:{WORD}\s){{0,3}}{WORD}{OF}{BEHIND}")
LED = re.compile(
    rf"\b(?:of|for|with|without|about|against|between|on|over)\s(?P<noun>(?:{WORD}\s){{0,2}}{WORD}){BEHIND}"
)
ARTICLES = frozenset({"the", "an", "a", "its", "their"})
LEANING = LOWERED | AUXILIARIES | wordset("adverbs") | wordset("empty_tails") | wordset("third_person")
LEAST = 4  # letters of the head of a bare phrase


def noun_phrases(context: Context) -> Iterator[Span]:
    """Yield where phrases with an article stand, and bare ones behind a preposition, up to a sure end."""
    source = context.document.text
    for sentence in context.extraction.sentences:
        for match in DETERMINED.finditer(source, sentence.start, sentence.end):
            if _nominal(words(match.group())[1:]):
                yield Span(match.start(), match.end())
        for match in LED.finditer(source, sentence.start, sentence.end):
            found = words(match["noun"])
            if _nominal(found) and len(found[-1]) >= LEAST and not found[0].endswith("ing"):
                yield Span(*match.span("noun"))


def bare(text: str) -> str | None:
    """Return the number of a noun phrase without an article, `s` or ``; None for what may be another kind of words."""
    found = words(text)
    folded = [word.casefold() for word in found]
    if (
        not found
        or set(folded) & AUXILIARIES
        or folded[0] in LOWERED | wordset("determiners")
        or not text[:1].islower()
    ):
        return None
    if folded[0].endswith(("ly", "ing", "ed")) or set(folded) & wordset("no_heads"):
        return None
    if len(found) > 1 and may_be_verb(folded[0]):
        return None
    return "s" if is_plural(text) else ""


def _nominal(found: list[str]) -> bool:
    """Whether none of the words of a phrase may be its sentence’s verb, and none is one that leans on another."""
    head, _, owner = " ".join(found).partition(" of ")
    own, whose = head.split(), [word for word in owner.split() if word not in ARTICLES]
    if not own or set(own[-1:] + whose[-1:]) & wordset("no_heads") or own[-1].endswith("ed"):
        return False
    if any(word.endswith("s") and not word.endswith("ss") for word in own[:-1]):
        return False  # “the schools federate”
    return not any(
        word in LEANING or word.endswith("ly") or may_be_verb(word, sure=word is not own[-1]) for word in (*own, *whose)
    )

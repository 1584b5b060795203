"""What a text says somebody is to do: its infinitives, as answers to “what … to do?”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.frames import Form
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.others import Other, Place, told
from tui_reader.decks.places import STOP, place
from tui_reader.decks.verbs import base_of, known, may_be_verb
from tui_reader.decks.wording import (
    AUXILIARIES,
    MODALS,
    balanced,
    content_words,
    count,
    finished,
    first_word,
    upper_first,
    words,
)
from tui_reader.model import Span

LED = re.compile(r"\b(?:to|will|would|shall|must|can|could|should)\s+(?=[a-z]{3,})")
DID = re.compile(  # “closes the slip”, “has signed its will”
    r"(?<=[a-z] )(?P<verb>[a-z]{3,}(?:s|ed|t|d|w|e|n|k))(?=\s(?:the|an?|its|their|his|her|no|every|all)\s)"
)
ASKING = re.compile(r"[“‘]?(?:Whether|That|What|How)\b")  # what stands in such a subject is no deed of its own
LEAST, MOST = 2, 12  # words of one


def infinitives(context: Context) -> Iterator[Other]:
    """Yield what stands behind `to` or a modal, and what somebody did, up to the end of its clause.

    Only what can be read by itself.
    """
    source = context.document.text
    for sentence in context.extraction.sentences:
        for match in LED.finditer(source, sentence.start, sentence.end):
            span = _to_stop(source, match.end(), sentence)
            behind_to = match.group().startswith("to")
            text = context.text(span)
            first = first_word(text)
            if first in wordset("states") | NOT:
                continue
            if behind_to and (
                first in wordset("determiners")
                or first.endswith(("s", "ing", "ed"))
                or place(source[max(0, match.start() - 20) : match.start()], f"to {text}") is None
            ):
                continue
            second = [*(word.casefold() for word in words(text)), "", ""][1]
            if known(first) is None and second not in wordset("determiners") | wordset("topic_prepositions"):
                continue  # “to civilian traffic”
            if not ASKING.match(source, sentence.start, match.start()):
                yield from _deed(context, span, first)
        for match in DID.finditer(source, sentence.start, sentence.end):
            verb = base_of(match["verb"])
            if verb is not None and verb not in wordset("states"):
                yield from _deed(context, _to_stop(source, match.start(), sentence), verb)


def _to_stop(source: str, start: int, sentence: Span) -> Span:
    stop = STOP.search(source, start, sentence.end)
    return Span(start, stop.start() if stop else sentence.end)


def _deed(context: Context, span: Span, base: str) -> Iterator[Other]:
    """Yield the words at *span* with their verb in its base form, where they are whole and not long."""
    text = context.text(span)
    found = [word.casefold() for word in words(text)]
    if not LEAST <= count(text) <= MOST or set(found[:1]) & (AUXILIARIES | MODALS):
        return
    phrase = context.phrase(span)
    if phrase.loose or not balanced(phrase.text) or len(content_words(phrase.text)) < LEAST:
        return
    if not any(may_be_verb(word, sure=True) for word in found[1:]):
        said = base + phrase.text[len(found[0]) :]
        yield Other("", Place.STANCE, Form.INFINITIVE, span, _put(said), told(context, span), "", None, "do")


def _put(text: str) -> str:
    return upper_first(finished(text))


NOT = frozenset({"not", "never", "also", "only", "the"})

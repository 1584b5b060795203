"""What a text says somebody is to do: its infinitives, as answers to “what … to do?”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.frames import Form
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.others import Other, Place, told
from tui_reader.decks.places import STOP, place
from tui_reader.decks.verbs import known, may_be_verb
from tui_reader.decks.wording import AUXILIARIES, MODALS, balanced, content_words, count, finished, upper_first, words
from tui_reader.model import Span

LED = re.compile(r"\b(?:to|will|would|shall|must|can|could|should)\s+(?=[a-z]{3,})")
ASKING = re.compile(r"[“‘]?(?:Whether|That|What|How)\b")  # what stands in such a subject is no deed of its own
LEAST, MOST = 2, 12  # words of one


def infinitives(context: Context) -> Iterator[Other]:
    """Yield what stands behind `to` or a modal up to the end of its clause, where it can be read by itself."""
    source = context.document.text
    for sentence in context.extraction.sentences:
        for match in LED.finditer(source, sentence.start, sentence.end):
            stop = STOP.search(source, match.end(), sentence.end)
            span = Span(match.end(), stop.start() if stop else sentence.end)
            text = context.text(span)
            first, *rest = [word.casefold() for word in words(text)] or [""]
            if not LEAST <= count(text) <= MOST or first in wordset("states") | AUXILIARIES | MODALS | NOT:
                continue
            behind_to = match.group().startswith("to")
            if place(source[max(0, match.start() - 20) : match.start()], f"to {text}") is None and behind_to:
                continue
            second = [*(word.casefold() for word in words(text)), "", ""][1]
            if known(first) is None and second not in wordset("determiners") | wordset("topic_prepositions"):
                continue  # “to civilian traffic”
            if ASKING.match(source, sentence.start, match.start()) or any(
                may_be_verb(word, sure=True) for word in rest
            ):
                continue
            phrase = context.phrase(span)
            noun = behind_to and (first in wordset("determiners") or first.endswith(("s", "ing", "ed")))
            if phrase.loose or noun or not balanced(phrase.text) or len(content_words(phrase.text)) < LEAST:
                continue
            yield Other("", Place.STANCE, Form.INFINITIVE, span, _put(phrase.text), told(context, span), "", None, "do")


def _put(text: str) -> str:
    return upper_first(finished(text))


NOT = frozenset({"not", "never", "also", "only", "the"})

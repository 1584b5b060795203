"""Wrong words for a gap in a passage: phrases of the text that stand elsewhere in a place like the gap's."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.gaps import SPOKEN
from tui_reader.decks.infinitives import infinitives
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.noun_phrases import bare, noun_phrases
from tui_reader.decks.places import BEING, HAVING, STOP, place
from tui_reader.decks.verbs import gerund, may_be_verb
from tui_reader.decks.wording import (
    WORD,
    balanced,
    content_words,
    count,
    finished,
    is_inverted,
    last_word,
    quote,
    tidy,
    upper_first,
    words,
)
from tui_reader.model import Card, ReferenceKind, Span

LONGEST, NOTE = 10, 160  # words of a phrase; characters of a sentence in a note
REACH = 40  # characters before a phrase that are looked at
LABEL = re.compile(r"(?P<head>(?:the )?[A-Z][a-z]+) (?:[A-Z]|\d+)", re.IGNORECASE)  # “Option B”, “Annex 2”
NOUN = ReferenceKind.NOUN
ALIKE = 0.5  # share of the answer's words from which a phrase could be right as well


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A phrase of the text, and in what kind of place it stands."""

    place: str
    span: Span
    text: str


def endings(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield phrases of the text that fit where the answer stands, those first that are nearest to it in length."""
    if (label := LABEL.fullmatch(card.answer)) is not None:
        yield from _labels(label, context)
        return
    before = context.document.text[max(0, card.span.start - REACH) : card.span.start]
    wanted = place(before, context.text(card.span))
    led = last_word(before)
    if wanted is None and led not in BEING | HAVING and (number := bare(context.text(card.span))) is not None:
        wanted = f"bare {number}"
    if wanted is None:
        return
    own, asked = content_words(card.answer), context.sentence(card.span)
    pool: list[tuple[int, float, Distractor]] = []
    for one in _phrasings(context):
        shared = len(content_words(one.text) & own) / max(1, len(own))
        if one.place == wanted and shared < ALIKE and not one.span.overlap(asked):
            pool.append((abs(len(one.text) - len(card.answer)) // 6, rng.random(), _wrong(context, one)))
    yield from (wrong for *_, wrong in sorted(pool, key=lambda row: row[:2]))


def _labels(label: re.Match[str], context: Context) -> Iterator[Distractor]:
    """Yield the other parts or choices of the text that are told by a letter or number: “Option A” for “Option B”."""
    seen = {label.group().casefold()}
    for match in re.finditer(rf"\b{re.escape(label['head'])} (?:[A-Z]|\d+)\b", context.document.text):
        if match.group().casefold() not in seen:
            seen.add(match.group().casefold())
            yield _wrong(context, Phrasing("label", Span(match.start(), match.end()), match.group()))


def _wrong(context: Context, one: Phrasing) -> Distractor:
    around = tidy(context.text(context.sentence(one.span)))
    note = f"Those words stand elsewhere: {quote(around if len(around) < NOTE else around[:NOTE] + '…')}."
    return Distractor(upper_first(finished(one.text)), note, one.span)


def _phrasings(context: Context) -> list[Phrasing]:
    """Return the phrases of the text that can be read by themselves; made once a document."""
    if context not in _found:
        _found.clear()
        _found[context] = list(_all(context))
    return _found[context]


def _all(context: Context) -> Iterator[Phrasing]:
    source = context.document.text
    for span in {*_nouns(context), *noun_phrases(context)}:
        yield from _phrasing(context, "", span)
    for one in infinitives(context):
        yield Phrasing("to", one.span, f"to {one.text[:1].lower()}{one.text[1:]}")
        if (made := gerund(one.text)) is not None:
            yield Phrasing("ing", one.span, f"{made[:1].lower()}{made[1:]}")
    for sentence in context.extraction.sentences:
        stops = [match.start() for match in STOP.finditer(source, sentence.start, sentence.end)] + [sentence.end]
        for match in WORD.finditer(source, sentence.start, sentence.end):
            end = next(stop for stop in stops if stop >= match.start())
            if re.match(r"\s(?:that|who|which)\s", source[end : end + 7]):
                continue  # what goes on has no end here
            span = Span(match.start(), end)
            before = source[max(sentence.start, span.start - REACH) : span.start]
            if match.group().casefold() not in wordset("determiners"):
                yield from _phrasing(context, before, span)
                if span.end > match.end():
                    yield from _phrasing(context, before, Span(match.start(), match.end()))


def _nouns(context: Context) -> set[Span]:
    """Return where noun phrases stand: issues, and what pronouns mean."""
    found = {position.issue.span for position in context.extraction.positions if position.issue.span}
    found |= {one.antecedent for one in context.extraction.references if one.antecedent and one.kind is NOUN}
    return found


def _phrasing(context: Context, before: str, span: Span) -> Iterator[Phrasing]:
    text = context.text(span)
    where = place(before, text)
    if where is None and not before and (number := bare(text)) is not None:
        where = f"bare {number}"
    if where is None or not 1 <= count(text) <= LONGEST or is_inverted(text):
        return
    if where.endswith("adverbial") and may_be_verb(last_word(text), sure=True):
        return  # “at Old Quay goes”
    phrase = context.phrase(span)
    found = {word.casefold() for word in words(phrase.text)}
    if not phrase.loose and not found & SPOKEN and balanced(phrase.text) and content_words(phrase.text):
        yield Phrasing(where, span, phrase.text)


_found: dict[Context, list[Phrasing]] = {}  # of the document asked about last

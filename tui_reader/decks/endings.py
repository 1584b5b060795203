"""Wrong words for a gap in a passage: phrases of the text that stand elsewhere in a place like the gap's."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.gaps import SPOKEN
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.noun_phrases import bare, noun_phrases
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.wording import (
    AUXILIARIES,
    LOWERED,
    MODALS,
    WORD,
    balanced,
    content_words,
    count,
    finished,
    is_inverted,
    is_plural,
    quote,
    tidy,
    upper_first,
    words,
)
from tui_reader.model import Card, ReferenceKind, Span

LONGEST, NOTE = 10, 160  # words of a phrase; characters of a sentence in a note
REACH, SHORTEST = 40, 4  # characters before a phrase that are looked at; letters of a word without its ending
NOUN = ReferenceKind.NOUN
ALIKE = 0.5  # share of the answer's words from which a phrase could be right as well
HAVING = wordset("having")
STOP = re.compile(rf"[,;:.!?()–—“”]|\s(?:and|but|or|nor|because|who|which|that|{alternatives('subordinators')})\s")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A phrase of the text, and in what kind of place it stands."""

    place: str
    span: Span
    text: str


def endings(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield phrases of the text that fit where the answer stands, those first that are nearest to it in length."""
    before = context.document.text[max(0, card.span.start - REACH) : card.span.start]
    wanted = place(before, context.text(card.span))
    if wanted is None and (number := bare(context.text(card.span))) is not None:
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
    phrase = context.phrase(span)
    found = {word.casefold() for word in words(phrase.text)}
    if not phrase.loose and not found & SPOKEN and balanced(phrase.text) and content_words(phrase.text):
        yield Phrasing(where, span, phrase.text)


def _is_base(word: str) -> bool:
    """Whether *word* behind a `to` can be a verb, by its form."""
    return word.islower() and (not word.endswith("s") or word.endswith("ss"))


def place(before: str, text: str) -> str | None:
    """Return in what kind of place the words *text* stand behind *before*: two of one place fit in each other's.

    None where neither their first word nor the one before it tells.
    """
    first, *rest = [word.casefold() for word in words(text) if word != "May"] or [""]  # the month is no modal
    led = [word.casefold() for word in words(re.split(r"[,;:.!?“”]", before)[-1])]
    if first == "not":
        inner = place(before, text[len(first) :].lstrip())
        return f"not {inner}" if inner else None
    last = (led[:-1] if led[-1:] == ["not"] else led)[-1:] or [""]
    modal = last[0] in MODALS or last[0].endswith(("’ll", "’d"))
    if not rest and first not in AUXILIARIES | LOWERED and text[:1].islower():
        if first.endswith("ed") and len(first) > SHORTEST:
            return "word ed"
        return "word" if modal or last[0] == "to" else "be word" if last[0] in BEING else None
    determined = first in wordset("determiners")
    if first in wordset("topic_prepositions") | {"to", "as"}:
        if set(rest) & (AUXILIARIES | QUESTIONS) or not rest:
            return None
        if first == "to" and (rest[0] in wordset("determiners") or not _is_base(words(text)[1])):
            first = "to noun"
        return f"{'be ' if last[0] in BEING else ''}{first if first.split()[0] in BOUND else 'adverbial'}"
    if first in AUXILIARIES:
        return first
    if determined and not modal:
        return f"noun {'s' if is_plural(text) else ''}" if not set(rest) & AUXILIARIES else None
    if modal:
        return None if determined or set(rest[:1]) & AUXILIARIES else "base"
    if last[0] in BEING | HAVING:
        kind = next((ending for ending in ("ing", "ed") if first.endswith(ending) and len(first) > SHORTEST), "")
        if set(rest) & AUXILIARIES or first in LOWERED | PRONOUNS:
            return None
        return f"{'be' if last[0] in BEING else 'have'} {kind}"
    return None


BOUND = frozenset({"of", "to", "for", "as"})  # prepositions that the word before them asks for
QUESTIONS = frozenset({"how", "what", "why", "where", "whom"})
BEING = wordset("being")
_found: dict[Context, list[Phrasing]] = {}  # of the document asked about last

"""Cards of last resort: an item's own sentence with a gap in it, behind the sentence before it where that is needed.

They are for what no question of another kind can ask by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui_reader.decks.blanks import ends, stated
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.condition_voice import reported
from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS, owner
from tui_reader.decks.gaps import SPOKEN, quoted
from tui_reader.decks.passages import Passage
from tui_reader.decks.stance_wording import open_quantity
from tui_reader.decks.stretches import stretches
from tui_reader.decks.wording import (
    content_words,
    count,
    is_plural,
    tidy,
    words,
)
from tui_reader.model import CardKind, Condition, Mode, Position, Question, SectionKind, Span, item_span

PASSAGE = "passage"  # the part of a card that is asked in its passage
NEAR = 400  # characters back to the sentence before
LET = re.compile(r"\blet \[?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*\]?(?:[,.;]|$)")  # do what?
MATRIX = 3  # words that say who says something
WHOLE = 5  # words of a sentence that explains something, no heading: “The telecoms firms.”
SHOWN = 3  # content words around a gap by which a sentence is known again
FRAME_WORDS, NAMED_FRAME = 8, 6


def passage_cards(context: Context, item: Condition | Position) -> Iterator[list[Candidate]]:
    """Yield for each thing that can be asked of *item* the ways to ask it, the best first.

    One end of a condition is asked for: its sentence tells the other.
    """
    if isinstance(item, Condition):
        yield [one for question, gap in ends(context, item) for one in _asked(context, item, question, gap)]
    else:
        yield [one for gap in stated(context, item) for one in _asked(context, item, Question.STANCE, gap)]


def _asked(context: Context, item: Condition | Position, question: Question, gap: Span) -> Iterator[Candidate]:
    """Yield the item's words with *gap* left out: by themselves, else behind the sentence that says what they mean."""
    tied = isinstance(item, Condition)
    for shown, cut in stretches(context, item_span(item)):
        if not shown.contains(gap):
            continue
        led = Span(shown.start, max(shown.start, item_span(item).start))
        if isinstance(item, Condition) and reported(context, item) and count(context.text(led)) < MATRIX:
            continue  # whose words these are would not be shown
        plain = Passage(context, shown, tied=tied, cut=cut)
        text, open_words = plain.gapped(gap)
        leads = gap.start == plain.shown.start
        known = not leads and (_speaker(context, shown) or context.speaks(gap.start))  # who says it tells it as well
        if len(content_words(text)) >= (1 if known else SHOWN) and not (LET.search(text) or open_quantity(text)):
            yield _card(context, item, question, gap, plain)
        unclear = bool(open_words) or not plain.settles(gap)
        before = lead_of(context, shown) if context.begins_sentence(shown.start) else None
        if not unclear or before is None or _speaker(context, before) != _speaker(context, shown):
            continue  # somebody else’s words
        named = context.name(owner(context, item.holder, gap.start)) is not None
        room = PROMPT_WORDS - (NAMED_FRAME if named else FRAME_WORDS) - count(text)
        if WHOLE <= count(context.text(before)) <= room:
            yield _card(context, item, question, gap, Passage(context, shown, before, cut, tied))


def lead_of(context: Context, shown: Span) -> Span | None:
    """Return the sentence before *shown*, that at the end of the paragraph before where it begins its own."""
    before = context.sentence_before(shown)
    block = context.block(shown.start)
    if before is not None and block is not None:
        start = max(before.start, block.body.start)
        return Span(start, before.end) if start < before.end else None
    if block is None or re.search(r"\w", context.document.text[block.body.start : shown.start]):
        return None
    section = context.document.section_at(shown.start)
    near = context.sentences.over(Span(max(0, block.span.start - NEAR), block.span.start))
    earlier = [one for one in near if one.end <= block.span.start and section and section.span.contains(one)]
    if not earlier or context.text(earlier[-1]).rstrip("”’ \n")[-1:] not in ".?!":
        return None  # a heading
    return earlier[-1]


def _speaker(context: Context, span: Span) -> str | None:
    """Return who speaks all of *span* in quotation marks, None where it is told."""
    quoted = (
        one for one in context.claims.over(span) if one.mode is Mode.DIRECT and one.span.contains(_core(context, span))
    )
    return next((one.holder for one in quoted), None)


def _core(context: Context, span: Span) -> Span:
    """Return *span* without the marks at its ends."""
    text = context.text(span)
    start = span.start + len(text) - len(text.lstrip(" “"))
    return Span(start, max(start, span.start + len(text.rstrip(" .,;!?”\n"))))


def _card(context: Context, item: Condition | Position, question: Question, gap: Span, passage: Passage) -> Candidate:
    text, loose = passage.gapped(gap)
    holder = owner(context, item.holder, gap.start)
    speaker = _speaker(context, passage.shown) or context.author(gap.start)
    spoken = any(word.casefold() in SPOKEN for word in words(re.sub(r"“[^”]*”", "", text)))
    if spoken:
        holder = speaker
    name = context.name(holder)
    asks, named = _frame(name, speaks=holder == speaker, spoken=spoken)
    section = context.document.section_at(gap.start)
    if section and section.kind is SectionKind.STATEMENT and holder == context.author_of(section) and name:
        asks, named = "complete", True  # its title names whose it is
    told = {actor for _, actor in context.mentions.over(Span(passage.shown.start, gap.start))}
    named_gap = context.phrase(gap, tuple(sorted(told)))
    verbatim = passage.settles(gap)
    return draft(
        context,
        item=item.id,
        kind=CardKind.CONDITION if isinstance(item, Condition) else CardKind.POSITION,
        question=question,
        prompt=quoted(context, gap.start, asks, text, named),
        answer=tidy(context.text(gap)) if verbatim else named_gap.text,
        span=gap,
        shown=item_span(item),
        loose=loose,
        answers=[replace(named_gap, loose=())] if verbatim else [named_gap],
        accepted=[named_gap.text, named_gap.verbatim],
        actors=[holder] if name else [],
        part=PASSAGE,
        weight=0.3,
    )


def _frame(name: str | None, *, speaks: bool, spoken: bool) -> tuple[str, bool]:
    """Return what is asked before the quoted words, and whether that names whose they are.

    Of what a text only reports it is the text that is quoted.
    """
    if name and speaks:
        return f"complete what {name} {'say' if name[0].islower() and is_plural(name) else 'says'}", True
    return ("complete what the writer says" if spoken else "complete"), name is not None

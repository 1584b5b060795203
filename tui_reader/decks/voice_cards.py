"""Cards on whose voice something stands in: a verdict of the writer beside what the text reports, and the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import within
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.stands import JUDGING
from tui_reader.decks.wording import content_words, is_clause, words
from tui_reader.model import BlockKind, CardKind, Mode, Question, SectionKind, Span, item_span

WRITER = "the writer"
VOICES = 2
TELLING = 3  # content words of what is asked about
REPORTING = re.compile(
    rf"[“”]|\b(?:{alternatives('neutral_cues')}|according to|under)\b"
    r"|\bin (?:his|her|its|their|the) (?:\w+ )?view\b|[’']s view\b",
    re.IGNORECASE,
)


def voice_cards(context: Context) -> Iterator[Candidate]:
    """Yield in whose voice something is said: the writer's once, or as often as somebody else's close by."""
    mine = list(_own(context))[:VOICES]
    places = [span.start for _, span, _ in mine]
    theirs = sorted(_reported(context), key=lambda one: min((abs(one[1].start - at) for at in places), default=0))
    mine = mine[: max(1, len(theirs))]
    yield from (_card(context, item, span, phrase, None) for item, span, phrase in mine)
    yield from (_card(context, item, span, phrase, holder) for item, span, phrase, holder in theirs[: len(mine)])


def _own(context: Context) -> Iterator[tuple[str, Span, Phrase]]:
    """Yield what the writer judges where others' words stand beside it, so that a reader may take it for theirs."""
    items = [(one.id, item_span(one), one.holder) for one in context.extraction.conditions]
    items += [(one.id, one.evidence, one.holder) for one in context.extraction.positions]
    for item, span, holder in sorted(items, key=lambda one: one[1]):
        phrase = context.phrase(span)
        if phrase.text.startswith(tuple(context.name(one) or "?" for one in context.mentions.people)):
            continue  # what somebody is like is a courtesy
        if holder is None and _asks_enough(phrase) and _is_writers(context, span) and _is_beside_others(context, span):
            yield item, span, phrase


def _is_writers(context: Context, span: Span) -> bool:
    """Whether the writer, whom nothing else names, plainly judges at *span*, which is a whole sentence of the text.

    The text calls itself an opinion, or the sentence has `I`, `we` or `should`; or it opens a paragraph, where no
    report goes on, of a text that says `I`.
    """
    block, section = context.block(span.start), context.document.section_at(span.start)
    if block is None or block.kind is not BlockKind.PARAGRAPH or context.author(span.start) is not None:
        return False
    if section is not None and section.kind is SectionKind.STATEMENT:
        return False
    sentence = context.text(context.sentence(span))
    if REPORTING.search(sentence) or not context.begins_sentence(span.start):
        return False
    if any(claim.holder is not None for claim in context.claims.over(context.sentence(span))):
        return False
    judged = bool({word.casefold() for word in words(sentence)} & JUDGING)
    opens = context.sentence_before(span) is None and context.in_first_person(span.start)
    return context.is_opinion or judged or opens


def _is_beside_others(context: Context, span: Span) -> bool:
    """Whether the sentence before or behind is somebody else's."""
    sentence = context.sentence(span)
    near = Span(max(0, sentence.start - 3), min(len(context.document.text), sentence.end + 3))
    beside = [one for one in context.sentences.over(near) if not one.overlap(sentence)]
    return any(claim.holder is not None for one in beside for claim in context.claims.over(one))


def _reported(context: Context) -> Iterator[tuple[str, Span, Phrase, str]]:
    """Yield what is reported of somebody with a name, to the end of its sentence."""
    for claim in context.extraction.claims:
        name = context.name(claim.holder)
        if claim.mode is not Mode.INDIRECT or claim.holder is None or name is None or claim.negated or not claim.cue:
            continue
        phrase = context.phrase(claim.span)
        ends = context.document.text[claim.span.end : context.sentence(claim.span).end]
        neutral = context.text(claim.cue).casefold() in wordset("neutral_cues")
        if neutral and not words(ends) and _asks_enough(phrase) and name.casefold() not in phrase.text.casefold():
            yield claim.id, claim.span, phrase, claim.holder


def _asks_enough(phrase: Phrase) -> bool:
    return is_clause(phrase.text) and not phrase.loose and len(content_words(phrase.text)) >= TELLING


def _card(context: Context, item: str, span: Span, phrase: Phrase, holder: str | None) -> Candidate:
    return draft(
        context,
        item=item,
        kind=CardKind.ATTRIBUTION,
        question=Question.VOICE,
        prompt=within(context, span.start, f"who says that {context.inline(phrase)}?", named=False),
        answer=context.name(holder) or WRITER,
        span=span,
        phrases=[phrase],
        accepted=context.names(holder) or ("the writer", "the author", "the article"),
        actors=[holder],
        weight=0.45,
    )

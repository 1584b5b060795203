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
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.passages import BOUNDARY, JOINED, Passage
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.stance_wording import open_quantity
from tui_reader.decks.wording import (
    AUXILIARIES,
    LOWERED,
    content_words,
    count,
    first_word,
    is_plural,
    lacks_subject,
    last_word,
    starts_with_verb,
    tidy,
    words,
)
from tui_reader.model import CardKind, Condition, Mode, Position, Question, SectionKind, Span, item_span

PASSAGE = "passage"  # the part of a card that is asked in its passage
SENTENCE_WORDS = 24  # of a sentence that is shown whole
ANSWER_WORDS = 12
TAIL_WORDS = 6  # of what is left out of a position
NEAR = 400  # characters back to the sentence before
LET = re.compile(r"\blet \[?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*\]?(?:[,.;]|$)")  # do what?
CUT = re.compile(rf",?\s+(?:that|who|which|of|to|for|than|or|nor|{alternatives('bounds')})\s")  # behind half a thought
MATRIX = 3  # words that say who says something
WHOLE = 5  # words of a sentence that explains something, no heading: “The telecoms firms.”
SHOWN = 3  # content words around a gap by which a sentence is known again
FRAME_WORDS, NAMED_FRAME = 8, 6
VERB = re.compile(rf"(?:{alternatives('auxiliaries')}|{alternatives('modals')})\s+(?:not\s+)?(?:be(?:en)?\s+)?")
VERBS = re.compile(rf"\b(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
LEADING = wordset("subordinators") | wordset("concessives")
INTERPOSED = re.compile(rf"[^,]*,\s+(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
DOUBTED = 4  # words before a clause among which it may be doubted
INTERPOSED = re.compile(rf"[^,]*,\s+(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
HEDGING = 4  # words before a clause among which it may be doubted, feared or asked for
LONG_WORD = 5
LINKS = LOWERED | AUXILIARIES
RELATIVE = frozenset({"which", "who", "whose", "that", "why", "where", "whom"})


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
    for shown in _stretches(context, item_span(item)):
        if not shown.contains(gap):
            continue
        led = Span(shown.start, max(shown.start, item_span(item).start))
        if isinstance(item, Condition) and reported(context, item) and count(context.text(led)) < MATRIX:
            continue  # whose words these are would not be shown
        plain = Passage(context, shown, tied=tied)
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
            yield _card(context, item, question, gap, Passage(context, shown, before, tied))


def _stretches(context: Context, whole: Span) -> Iterator[Span]:
    """Yield what can be shown around an item: its sentence where that is short, and its own words."""
    sentence = context.sentence(whole)
    text = JOINED.sub("", context.text(sentence).lstrip("“ "))
    asks = text.rstrip("”’ ").endswith("?")
    if count(text) <= SENTENCE_WORDS and not (asks or _is_fragment(text) or _is_predicate(text) or _goes_on(text)):
        yield _trimmed_left(context, sentence)
    starts = [sentence.start + match.end() for match in BOUNDARY.finditer(context.text(sentence))]
    fronted = first_word(context.text(sentence)) in wordset("subordinators") | wordset("inverted")
    if fronted:
        starts = []  # what follows would lose its condition
    start = max((one for one in starts if one <= whole.start), default=sentence.start)
    for span in dict.fromkeys((_trimmed_left(context, Span(start, whole.end)), whole)):
        text = JOINED.sub("", context.text(span))
        subject = _begins_clause(context, span) and not _lacks_subject(context, span, text) and not _is_fragment(text)
        half = CUT.match(context.document.text[span.end : span.end + NEAR]) or INTERPOSED.match(text) or _goes_on(text)
        hedged = set(words(context.before(span).casefold())[-HEDGING:]) & (wordset("aversions") | wordset("hedges"))
        fits = span != sentence and first_word(text) not in RELATIVE and count(text) <= SENTENCE_WORDS
        torn = fronted and not context.begins_sentence(span.start)
        if subject and fits and not (half or hedged or torn):
            yield span


def _goes_on(text: str) -> bool:
    """Whether *text* begins with what it follows from: “Then a dry summer would silence them”."""
    return first_word(text) in {"then", "otherwise", "so"}


def _is_predicate(text: str) -> bool:
    """Whether *text* begins with a verb that is no order: “calls upon the board”."""
    return lacks_subject(text) and first_word(text).endswith(("s", "ed"))


def _lacks_subject(context: Context, span: Span, text: str) -> bool:
    """Whether *text*, the words of *span*, begins with a verb whose subject stands before them."""
    first = first_word(text)
    inside = not context.begins_sentence(span.start) and text[:1].islower()
    verb = inside and first not in LOWERED and (first.endswith("ed") or first in wordset("past_forms"))
    return verb or starts_with_verb(text) or lacks_subject(text) or span.start in context.cue_starts


def _is_fragment(text: str) -> bool:
    """Whether *text* is no whole clause: “unless payments restart before the rains”, “issues which have no end”."""
    first = first_word(text)
    led = first in wordset("subordinators") | wordset("concessives") or (
        first.endswith("ing") and len(first) > LONG_WORD
    )
    head = VERBS.split(text)[0]
    related = re.search(r"\b(?:which|who|whom)\b", head) is not None and "," not in head
    return related or first in wordset("fragment_starts") or (led and re.search(r",\s", text) is None)


def _begins_clause(context: Context, span: Span) -> bool:
    """Whether a clause begins there that can be shown by itself, no relative one: “the policy that I can recommend”."""
    before = context.before(span).rstrip()
    if not before or before[-1] in ",;:—–“(":
        return True
    if last_word(before) in {"and", "but", "or"}:
        second = next(iter(words(context.text(span).casefold())[1:]), "")
        if second in PRONOUNS or lacks_subject(context.text(span)):
            return False  # “and wants it kept”
        return not re.search(r"\b(?:which|that|who)\b", VERBS.split(context.text(span))[0])
    return any(claim.span.start == span.start for claim in context.claims.over(span))


def _trimmed_left(context: Context, sentence: Span) -> Span:
    """Return the sentence without a quotation mark that opens before it."""
    text = context.text(sentence)
    return Span(sentence.start + len(text) - len(text.lstrip("“ \n")), sentence.end)


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
    others = {actor for _, actor in context.mentions.over(passage.shown) if context.name(actor)} - {holder}
    named_within = bool(others) or gap.start == passage.shown.start or _mentions(context, gap, holder)
    called = [*context.names(holder), name] if name else []
    asks, named = _frame(name, called, text, speaks=holder == speaker, reports=not named_within, spoken=spoken)
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


def _mentions(context: Context, span: Span, actor: str | None) -> bool:
    return any(who == actor for _, who in context.mentions.over(span))


def _frame(
    name: str | None, called: list[str], text: str, *, speaks: bool, reports: bool, spoken: bool
) -> tuple[str, bool]:
    """Return what is asked before the quoted words, and whether that names whose they are.

    `called` are all names of who is called *name*: one who is named in the words is not named before them.
    """
    if name and speaks:
        return f"complete what {name} {'say' if name[0].islower() and is_plural(name) else 'says'}", True
    if name and reports and not any(content_words(one) & content_words(text) for one in called):
        verb = "are" if is_plural(name) and name[0].islower() else "is"
        return f"complete what {name} {verb} reported to say", True
    return ("complete what the writer says" if spoken else "complete"), name is not None

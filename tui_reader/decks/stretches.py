"""What of a text can be shown by itself around an item: whole clauses, with all that bounds or hedges them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.passages import BOUNDARY, JOINED
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.wording import (
    LOWERED,
    balanced,
    count,
    first_word,
    is_clause,
    lacks_subject,
    last_word,
    starts_with_verb,
    words,
)
from tui_reader.model import Span

SENTENCE_WORDS = 24  # of a sentence that is shown whole
MOST = 31  # of one that cannot be shown otherwise
LEAST = 8  # words of one that is cut
NEAR = 40  # characters behind a clause that are looked at
VERBS = re.compile(rf"\b(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
CUT = re.compile(rf",?\s+(?:that|who|which|of|to|for|than|or|nor|{alternatives('bounds')})\s")  # behind half a thought
LEADING = wordset("subordinators") | wordset("concessives")
INTERPOSED = re.compile(rf"[^,]*,\s+(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b")
HEDGING = 4  # words before a clause among which it may be doubted, feared or asked for
FURTHER = re.compile(
    r",\s+(?=(?:which|who|and)\s)|,?\s+(?=(?:because|although|while)\s)|(?<=”)\s+(?=that\s)"
)  # before a further clause
FRONTED = re.compile(
    rf"(?:(?:so|but|and|even)\s+)?(?:{alternatives('fronts')}|{alternatives('inverted')})\s", re.IGNORECASE
)  # a condition before its clause
BOUNDED = re.compile(rf"(?:^|\s)(?:{alternatives('bounds')})\s", re.IGNORECASE)
LONG_WORD = 5
RELATIVE = frozenset({"which", "who", "whose", "that", "why", "where", "whom"})


def stretches(context: Context, whole: Span) -> Iterator[tuple[Span, bool]]:
    """Yield what can be shown around an item, and whether its end is cut off.

    Its sentence where that is short, its own words, and of a long sentence what stands before a further clause.
    """
    sentence = context.sentence(whole)
    text = JOINED.sub("", context.text(sentence).lstrip("“ "))
    asks = text.rstrip("”’ ").endswith("?")
    if count(text) <= SENTENCE_WORDS and not (asks or _is_fragment(text) or _is_predicate(text) or _goes_on(text)):
        yield _trimmed_left(context, sentence), False
    starts = [sentence.start + match.end() for match in BOUNDARY.finditer(context.text(sentence))]
    fronted = FRONTED.match(text) is not None
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
            yield span, False
    text = JOINED.sub("", context.text(sentence).lstrip("“ "))
    if count(text) <= MOST and not (asks or _is_fragment(text) or _is_predicate(text) or _goes_on(text)):
        yield _trimmed_left(context, sentence), False
    if count(text) > SENTENCE_WORDS and not (asks or fronted or _is_fragment(text) or _goes_on(text)):
        for end in _cuts(context.text(sentence)):
            yield _trimmed_left(context, Span(sentence.start, sentence.start + end)), True


def _cuts(text: str) -> Iterator[int]:
    """Yield where a long sentence can be cut off, the last place first: never before what bounds it."""
    for match in reversed(list(FURTHER.finditer(text))):
        kept = text[: match.start()]
        if LEAST <= count(kept) <= SENTENCE_WORDS and balanced(kept) and not BOUNDED.search(text[match.end() :]):
            yield match.start()


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
    said = re.search(rf"\b(?:and|but|{alternatives('neutral_cues')})\s+that$", before)
    if said and is_clause(context.text(span)) and not BOUNDED.search(before):
        return True
    return any(claim.span.start == span.start for claim in context.claims.over(span))


def _trimmed_left(context: Context, sentence: Span) -> Span:
    """Return the sentence without a quotation mark that opens before it."""
    text = context.text(sentence)
    return Span(sentence.start + len(text) - len(text.lstrip("“ \n")), sentence.end)

"""Cards from quotations that do not say what their source says: which words stand in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS, TIGHT_TITLE, TITLE_WORDS, in_text, place
from tui_reader.decks.quotation_cards import TOKEN
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.wording import AUXILIARIES, STOPWORDS, count, quote, tidy, words
from tui_reader.model import CardKind, Check, Question, Quotation, SectionKind, Span, item_id

BEFORE, AFTER = 6, 4  # words shown about a changed one
UNLIKE = 2  # words by which a change may lengthen or shorten the quotation
OPENING = frozenset({"the", "a", "an", "no", "any"})


@dataclass(frozen=True)
class _Change:
    """Words of a quotation, `there` in its source, with some words around them."""

    quotation: Quotation
    number: int
    changed: str
    around: str
    there: Span

    def only_grammar(self, context: Context) -> bool:
        """Whether it is an auxiliary or a pronoun, which reported speech changes."""
        said = {word.casefold() for word in words(f"{self.changed} {context.text(self.there)}")}
        return said <= AUXILIARIES | PRONOUNS


def altered_cards(context: Context) -> Iterator[Candidate]:
    """Yield a card for each change of words, not for one of an auxiliary or pronoun alone.

    What stands in square brackets is marked as changed, and not asked about.
    """
    changes = [change for quotation in context.extraction.quotations for change in _changes(context, quotation)]
    yield from (_card(context, change) for change in changes if not change.only_grammar(context))


def _changes(context: Context, quotation: Quotation) -> Iterator[_Change]:
    """Yield each stretch of words in which the quotation and its source differ."""
    source = quotation.source
    if quotation.check is not Check.ALTERED or source is None or quotation.source_document is not None:
        return
    here, there = context.text(quotation.span), context.text(source)
    old, new = list(TOKEN.finditer(here)), list(TOKEN.finditer(there))
    matcher = SequenceMatcher(
        None, [m.group().casefold() for m in old], [m.group().casefold() for m in new], autojunk=False
    )
    for number, (tag, i, j, k, m) in enumerate(matcher.get_opcodes()):
        if tag == "equal" or j == i or m == k or abs((j - i) - (m - k)) > UNLIKE:
            continue  # words for quite other words are no slip
        changed = here[old[i].start() : old[j - 1].end()]
        original = Span(source.start + new[k].start(), source.start + new[m - 1].end())
        if changed.casefold() != context.text(original).casefold() and "[" not in changed:
            yield _Change(quotation, number, changed, _around(here, old, i, j), original)


def _card(context: Context, change: _Change) -> Candidate:
    quotation, start = change.quotation, change.there.start
    name = context.name(quotation.speaker)
    section = context.document.section_at(start)
    stated = section is not None and section.kind is SectionKind.STATEMENT
    several = max(len(change.changed.split()), len(context.text(change.there).split())) > 1
    which = "which words stand" if several else "which word stands"
    prompts = []
    for limit in (TITLE_WORDS, TIGHT_TITLE):
        where = "the statement itself" if stated else place(context, start, quotation.speaker, limit)
        said = f"{in_text(context, limit)} quotes {name or 'a source'} as saying {quote(tidy(change.around))}"
        prompts.append(f"{said}; {which} in {where} instead of {quote(change.changed)}?")
    return draft(
        context,
        item=item_id("quotation", context.document.text, quotation.span),
        kind=CardKind.QUOTATION,
        question=Question.ALTERED,
        prompt=next((prompt for prompt in prompts if count(prompt) <= PROMPT_WORDS), prompts[-1]),
        answer=context.text(change.there),
        keep_case=True,
        span=change.there,
        part=str(change.number),
        actors=[quotation.speaker],
        weight=0.6,
    )


def _around(text: str, tokens: list[re.Match[str]], first: int, end: int) -> str:
    """Return the words of *text* about those from *first* to *end*: from an article on, ending in no little word."""
    last = min(len(tokens), end + AFTER)
    while end < last < len(tokens) and tokens[last - 1].group().casefold() in STOPWORDS:
        last -= 1
    begin = max(0, first - BEFORE)
    opening = [at for at in range(begin, first) if tokens[at].group().casefold() in OPENING]
    if opening and begin > 0:
        begin = opening[-1] if first - opening[-1] > 2 else opening[0]
    return text[tokens[begin].start() : tokens[last - 1].end()]

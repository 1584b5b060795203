"""Cards from quotations: a word left out of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.figures import is_figure
from tui_reader.decks.gaps import completion
from tui_reader.decks.lexicon import table
from tui_reader.decks.passages import Passage
from tui_reader.decks.wording import STOPWORDS, content_words, count
from tui_reader.decks.worth import PASSING
from tui_reader.model import CardKind, Claim, Mode, Question, Span

TOKEN = re.compile(r"\[[^\]]*\](?:[’'-]\w+)*|\d[\d,.]*\d|\w+(?:[’'-]\w+)*", re.UNICODE)
SHORTEST, LONGEST = 8, 24


def quotation_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that quoted words give."""
    for claim in context.extraction.claims:
        if claim.mode is Mode.DIRECT:
            yield from _cloze(context, claim)


def _cloze(context: Context, claim: Claim) -> Iterator[Candidate]:
    """Yield the quotation without the word that carries most: a number, a name, or what a stand is taken on."""
    name = context.name(claim.holder)
    source = context.text(claim.span)
    first = re.match(r".*?[.!?](?=\s|$)", source, re.DOTALL)
    if count(source) > LONGEST and first and count(first.group()) >= SHORTEST:
        source = first.group()
    if name is None or not SHORTEST <= count(source) <= LONGEST:
        return
    start = claim.span.start
    if len(content_words(source)) < 4 or source.rstrip("”’ ").endswith("?"):
        return
    if PASSING.search(source):
        return
    target = _target(context, source, start)
    if target is None:
        return
    if context.text(target)[0].islower() and not is_figure(context.text(target)):
        return  # a common word that anybody could supply
    whole = Span(start, start + len(source))
    shown, loose = Passage(context, whole).gapped(target)
    yield draft(
        context,
        item=claim.id,
        kind=CardKind.QUOTATION,
        question=Question.CLOZE,
        prompt=completion(context, name, start, shown),
        answer=context.text(target),
        keep_case=True,
        span=target,
        shown=claim.span,
        loose=loose,
        actors=[claim.holder],
        weight=0.55,
    )


def _target(context: Context, source: str, offset: int) -> Span | None:
    tokens = list(TOKEN.finditer(source))
    seen = [match.group().casefold() for match in tokens]
    telling = {word for position in context.extraction.positions for word in content_words(position.issue.text)}
    numbers = set(table("turns")["numbers"]["words"].split()) - {"one"}
    best: tuple[float, Span] | None = None
    for index, match in enumerate(tokens):
        word = match.group()
        folded = word.casefold()
        if "’" in word or "'" in word:
            continue  # an owner, or a pronoun with its verb
        if folded in STOPWORDS or seen.count(folded) > 1 or (len(word) < 4 and not word[0].isdigit()):
            continue
        number = word[0].isdigit() or folded in numbers
        named = word[0].isupper() and not re.search(r"(?:^|[.!?:]\s+)[“‘]?$", source[: match.start()])
        if not number and not named and folded not in telling:
            continue  # no holder, number or issue
        worth = len(word) + index / len(tokens) * 6
        if number:
            worth += 20
        elif named:
            worth += 8
        if folded.endswith("ly"):
            worth -= 6
        if best is None or worth > best[0]:
            best = (worth, Span(offset + match.start(), offset + match.end()))
    return best[1] if best else None

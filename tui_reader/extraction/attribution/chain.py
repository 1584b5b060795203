"""From attributions to claims: whose each is, and through whom it is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from tui_reader.extraction.attribution.found import Attribution, NoOne
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.reading import Reading, document_span
from tui_reader.model import Claim, Mode, Span, item_id

SPEAKING = frozenset({"i", "me", "we", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
QUOTE_MARKS = frozenset('“”"«»„')


def claims_of(reading: Reading, doc: Doc, found: Iterable[Attribution], headings: Sequence[Span]) -> Iterator[Claim]:
    """Yield the claims of *doc*: those attributed, then the sentences of nobody else."""
    items = distinct(found)
    outer = _enclosing(items)
    holders: dict[int, str | None] = {}
    text = reading.document.text

    def holder(k: int) -> str | None:
        if k not in holders:
            holders[k] = _look_up(reading, items[k], lambda: _speaker_around(k))
        return holders[k]

    def _speaker_around(k: int) -> int | None:
        up = outer[k]
        while up is not None and not items[up].direct:
            up = outer[up]
        return up

    def _look_up(reading: Reading, item: Attribution, around) -> str | None:  # type: ignore[no-untyped-def]
        who = item.holder
        if isinstance(who, str):
            return reading.actors.speaker(who)
        if who is NoOne.UNSPECIFIED:
            return reading.actors.unspecified()
        if who is NoOne.PREVIOUS:
            return _previous(item)
        if who is NoOne.WRITER or (isinstance(who, Token) and speaks(who)):
            up = around()
            if up is not None:
                return holder(up)
            return reading.section_author_id(item.cue.start)
        assert isinstance(who, Token)
        return reading.actors.everyone(who)

    in_order = sorted(range(len(items)), key=lambda k: items[k].cue)
    rank = {id(items[k]): at for at, k in enumerate(in_order)}

    def _previous(item: Attribution) -> str | None:
        at = rank[id(item)] - 1
        if at < 0 or "\n" in text[items[in_order[at]].cue.end : item.cue.start]:
            return reading.actors.unspecified()
        return holder(in_order[at])

    for k in in_order:
        holder(k)
    for k, item in enumerate(items):
        via: list[str] = []
        up = outer[k]
        while up is not None:
            reporter = holder(up)
            if reporter is not None and reporter != holder(k) and reporter not in via:
                via.append(reporter)
            up = outer[up]
        yield Claim(
            id=item_id("claim", text, item.content, item.cue.of(text)),
            span=item.content,
            mode=mode_of(text, item),
            holder=holder(k),
            via=tuple(reversed(via)),
            cue=item.cue,
            hedged=item.hedged,
            negated=item.negated,
        )
    yield from _narration(reading, doc, items, headings)


def speaks(who: Token) -> bool:
    """Whether *who* is the first person, also as "all of us"."""
    if who.lower_ in SPEAKING:
        return True
    if (
        who.lemma_.lower() in lexicon().instruments
        and who.i
        and {
            "our",
            "my",
        }
        & {c.lower_ for c in (*who.lefts, who.nbor(-1))}
    ):
        return True  # "our modelling suggests"
    us = (inner for prep in who.rights if prep.lower_ == "of" for inner in prep.rights)
    return who.lower_ in {"all", "both", "each"} and any(inner.lower_ == "us" for inner in us)


def mode_of(text: str, item: Attribution) -> Mode:
    if item.direct:
        return Mode.DIRECT
    return Mode.MIXED if any(mark in item.content.of(text) for mark in QUOTE_MARKS) else Mode.INDIRECT


def distinct(found: Iterable[Attribution]) -> list[Attribution]:
    """Return attributions in the order of the text, outer before inner, each content once for each cue."""
    kept: list[Attribution] = []
    by_cue: dict[Span, list[Attribution]] = {}
    for item in sorted(found, key=lambda item: (item.content.start, -item.content.end)):
        same = by_cue.setdefault(item.cue, [])
        if any(other.content.dice(item.content) > 0.5 for other in same):
            continue
        same.append(item)
        kept.append(item)
    return kept


def _enclosing(items: Sequence[Attribution]) -> list[int | None]:
    """Return for each item the nearest one whose content has its content and cue inside."""
    outer: list[int | None] = []
    stack: list[int] = []
    for k, item in enumerate(items):
        while stack and items[stack[-1]].content.end <= item.content.start:
            stack.pop()
        outer.append(
            next(
                (
                    up
                    for up in reversed(stack)
                    if items[up].content.contains(item.content)
                    and items[up].content.contains(item.cue)
                    and items[up].cue != item.cue
                ),
                None,
            )
        )
        stack.append(k)
    return outer


def _narration(reading: Reading, doc: Doc, items: Sequence[Attribution], headings: Sequence[Span]) -> Iterator[Claim]:
    text = reading.document.text
    covered = sorted([item.content for item in items] + [item.cue for item in items] + list(headings))
    k = 0
    reach = 0
    for sentence in doc.sents:
        span = document_span(sentence)
        span = Span(span.start, span.start + len(span.of(text).rstrip().rstrip(".")))
        while k < len(covered) and covered[k].start < span.end:
            reach = max(reach, covered[k].end)
            k += 1
        if reach > span.start or not any(token.pos_ in {"VERB", "AUX"} for token in sentence):
            continue
        yield Claim(
            id=item_id("claim", text, span, ""),
            span=span,
            mode=Mode.NARRATION,
            holder=reading.section_author_id(span.start),
        )

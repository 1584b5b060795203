"""A quotation held against the text that it quotes: exact, altered (and in which words) or not found there.

Found by seed and extend: each word of the quotation votes for the place in the source where it would begin, and
only the best places are aligned, so that the cost grows with the length of the source and not with its product.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from tui_reader.model import Check, Document, Extraction, Quotation, Span

TOKEN = re.compile(r"\[[^\]\n]*\]|\(?…\)?|\(?\.(?:\s?\.){2,3}\)?|\w+(?:[’'ʼ]\w+)*|[^\w\s]")
QUOTE_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "—": "-", "–": "-"}
)
EDGE = frozenset(".,;:!?\"'-")
COMMON = 60  # places; a word that stands more often says little about where the quotation comes from
ELLIPSIS = 120  # tokens of the source that one ellipsis may skip
ALIKE = 0.6  # share of the quotation's words that the source must have
FEWEST = 4  # words; fewer are only ever found as they stand
OWN = 0.4  # share enough where the source is known to be the speaker's own words
RUN = 4  # words in a row that such a quotation must have from them


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation and what the source has in their place; either may be empty.

    `quoted` is a span of the quotation, `source` one of the source text. `marked` says that brackets or an ellipsis
    own up to the change.
    """

    quoted: Span
    source: Span
    quoted_words: str
    source_words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """How a quotation compares with a text; `source` is where in that text it stands."""

    check: Check
    source: Span | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def silent(self) -> tuple[Difference, ...]:
        """The differences that nothing in the quotation owns up to."""
        return tuple(difference for difference in self.differences if not difference.marked)


UNMATCHED = QuotationCheck(Check.UNMATCHED)


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    span: Span

    @property
    def marked(self) -> bool:
        return self.key == "…" or self.key.startswith("[")

    @property
    def is_word(self) -> bool:
        return self.key[0].isalnum()


def _words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(_key(match.group()), Span(match.start(), match.end())) for match in TOKEN.finditer(text))


def _key(token: str) -> str:
    if token[0] != "[" and ("…" in token or ".." in token or ". ." in token):
        return "…"
    return token.casefold().translate(QUOTE_MARKS)


class _Source:
    """The words of a text and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)
        self.keys = [word.key for word in self.words]
        self.places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if word.is_word:
                self.places.setdefault(word.key, []).append(at)

    def beginnings(self, quoted: Sequence[_Word]) -> list[int]:
        """Return the likeliest places at which *quoted* begins, best first."""
        votes: Counter[int] = Counter()
        weigh = [(at, word, self.places.get(word.key, [])) for at, word in enumerate(quoted) if word.is_word]
        rare = [row for row in weigh if len(row[2]) <= COMMON] or weigh
        for at, _, places in rare:
            for place in places[: 4 * COMMON]:
                votes[place - at] += 1
        near: Counter[int] = Counter()
        for beginning, count in votes.items():
            for drift in range(-3, 4):
                near[beginning + drift] += count * (4 - abs(drift))
        chosen: list[int] = []
        for beginning, _ in near.most_common(40):
            if all(abs(beginning - other) > 8 for other in chosen):
                chosen.append(beginning)
            if len(chosen) == 3:
                break
        return chosen


@lru_cache(maxsize=64)
def _source(text: str) -> _Source:
    return _Source(text)


def check_quotation(quoted: str, source_text: str, *, own: bool = False) -> QuotationCheck:
    """Compare *quoted*, without its outer marks, with the place in *source_text* that it comes closest to.

    Letter case, the forms of quotation marks and dashes, line breaks and punctuation at the edges make no difference.
    Fewer than four words are found only as they stand; more must share six words in ten with the source, or, of a
    source that is the speaker's *own* statement, four in ten and as many in a row.
    """
    words = list(_words(quoted))
    while words and words[-1].key in EDGE:
        words.pop()
    while words and words[0].key in EDGE:
        words.pop(0)
    count = sum(word.is_word for word in words)
    if not count:
        return UNMATCHED
    source = _source(source_text)
    best, best_share = UNMATCHED, 0.0
    for beginning in source.beginnings(words):
        found, share = _align(quoted, words, source, beginning)
        if share > best_share:
            best, best_share = found, share
    if count < FEWEST and best.check is not Check.EXACT:
        return UNMATCHED
    if best_share >= ALIKE or (own and best_share >= OWN and _longest_run(words, best) >= RUN):
        return best
    return UNMATCHED


def _longest_run(words: Sequence[_Word], found: QuotationCheck) -> int:
    """Return how many words of the quotation stand in a row without a difference."""
    changed = [difference.quoted for difference in found.differences]
    longest = run = 0
    for word in words:
        broken = any(span.start <= word.span.start and word.span.end <= span.end for span in changed)
        broken = broken or any(not len(span) and span.start == word.span.start for span in changed)
        run = 0 if broken else run + word.is_word
        longest = max(longest, run)
    return longest


def _align(quoted: str, words: Sequence[_Word], source: _Source, beginning: int) -> tuple[QuotationCheck, float]:
    skipped = ELLIPSIS * sum(word.key == "…" for word in words)
    low = max(0, beginning - 6)
    high = min(len(source.words), beginning + len(words) + len(words) // 4 + 6 + skipped)
    keys = [word.key for word in words]
    matcher = SequenceMatcher(None, keys, source.keys[low:high], autojunk=False)
    blocks = _core(words, [block for block in matcher.get_matching_blocks() if block.size])
    if not blocks:
        return UNMATCHED, 0.0
    shared = sum(words[at].is_word for a, _, size in blocks for at in range(a, a + size))
    share = shared / sum(word.is_word for word in words)
    first, last = blocks[0], blocks[-1]
    # What the quotation has before and after the common words stands for as many words of the source.
    before = max(low, low + first[1] - first[0])
    after = min(len(source.words), low + last[1] + last[2] + len(words) - last[0] - last[2])
    edges = [(0, before - low, 0), *blocks, (len(words), after - low, 0)]
    differences: list[Difference] = []
    for (a, b, size), (next_a, next_b, _) in pairwise(edges):
        mine, theirs = words[a + size : next_a], source.words[low + b + size : low + next_b]
        if mine or theirs:
            differences.append(_difference(quoted, mine, words, a + size, source, theirs, low + b + size))
    place = Span(source.words[before].span.start, source.words[max(before, after - 1)].span.end)
    kind = Check.ALTERED if differences else Check.EXACT
    return QuotationCheck(kind, place, tuple(differences)), share


def _core(words: Sequence[_Word], blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Drop blocks at the edges that match by chance: one small word far from all others."""
    kept = [(a, b, size) for a, b, size in blocks]
    while len(kept) > 1:
        (a, b, size), (next_a, next_b, _) = kept[0], kept[1]
        if size <= 2 and (next_b - b - size) > (next_a - a - size) + 3 and not _elided(words, a + size, next_a):
            kept.pop(0)
            continue
        (a, b, size), (last_a, last_b, last_size) = kept[-2], kept[-1]
        if last_size <= 2 and (last_b - b - size) > (last_a - a - size) + 3 and not _elided(words, a + size, last_a):
            kept.pop()
            continue
        break
    return kept


def _elided(words: Sequence[_Word], start: int, end: int) -> bool:
    return any(words[at].key == "…" for at in range(start, end))


def _difference(
    quoted: str,
    mine: Sequence[_Word],
    words: Sequence[_Word],
    at: int,
    source: _Source,
    theirs: Sequence[_Word],
    there: int,
) -> Difference:
    ours = _span(mine, words, at)
    other = _span(theirs, source.words, there)
    marked = any(word.marked for word in mine)
    return Difference(ours, other, ours.of(quoted), other.of(source.text), marked)


def _span(run: Sequence[_Word], words: Sequence[_Word], at: int) -> Span:
    if run:
        return Span(run[0].span.start, run[-1].span.end)
    caret = words[at - 1].span.end if at else (words[0].span.start if words else 0)
    return Span(caret, caret)


def check_against(document: Document, extraction: Extraction, others: Iterable[Document]) -> tuple[Quotation, ...]:
    """Return the quotations of *document*, those not matched so far held against the *others*, such as a library's.

    The best match is kept: an exact one before an altered one, the earlier document before the later.
    """
    quotations = list(extraction.quotations)
    for other in others:
        if other.id == document.id:
            continue
        for k, quotation in enumerate(quotations):
            in_own_text = quotation.source is not None and quotation.source_document is None
            if quotation.check is Check.EXACT or in_own_text:
                continue
            found = check_quotation(quotation.span.of(document.text), other.text)
            if found.check is Check.EXACT or (found.check is Check.ALTERED and quotation.check is Check.UNMATCHED):
                quotations[k] = replace(quotation, check=found.check, source=found.source, source_document=other.id)
    return tuple(quotations)

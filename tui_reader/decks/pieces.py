"""A long phrase cut into the parts of which each is asked on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.wording import AUXILIARIES, LOWERED, balanced, content_words, count, tidy
from tui_reader.model import Span

PIECE_WORDS = 12
STRONG = re.compile(
    r",?\s+(?=(?:and that|or that|through|on the basis of|in order to|instead of|because|so that|which|who|whose)\s)"
    r"|;\s+|,\s+(?=(?:and|but|or|nor)\s)",
    re.IGNORECASE,
)
WEAK = re.compile(r",?\s+(?=(?:and|or|but|until|unless|if)\s)|,\s+", re.IGNORECASE)
HELD = "".join(rf"(?<!\b{word})" for word in ("not", "able", "ready", "have", "has", "had", "ought", "going", "need"))
WEAKEST = re.compile(
    rf"{HELD}\s+(?=to\s+[^\W\d_]+\s+(?:the|an?|up|out|its|their|his|her|all|any|no|both)\s)", re.IGNORECASE
)
LEADS = re.compile(
    r"^(?:and that|or that|and|but|or|nor|through|on the basis of|in order to|instead of|because|so that|which|who|"
    r"whose|until|unless|if)\s+",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r",?\s+(?=(?:and that|which|who|because|although|though|while|so that)\s)|[,;]\s+(?=(?:and|but|or)\s)"
)
TYING = re.compile(rf"(?:^|\s)(?:{alternatives('subordinators')}|only)\s", re.IGNORECASE)
PHRASE = re.compile(
    r"\s+(?!(?:at|in|on|from|with)\s+(?:the\s+)?[A-Z])"
    r"(?=(?:over|as|for|by|through|with|on|in|at|against|from|between|during|until|into)\s)"
)
SMALL, HARDLY = 3, 3  # words of a part; words by which a phrase is hardly too long
SUBJECT = 5  # words with which a phrase begins that are shown where its middle is left out
OPENERS = wordset("topic_prepositions") | {"a", "an", "the", "and", "or", "that", "to"}
LEAST = 6  # words of what is left of a long statement
CUT_PAIR = re.compile(r"…,? (?:and|or|nor|but)\b|\b(?:and|or|nor) …")  # of what is joined, one half is not shown
MOST = 3
BLANKED = 0.85  # share of a phrase that may be left out: the other end of its condition is shown as well


@dataclass(frozen=True, slots=True)
class Piece:
    """One part: the phrase with a gap in its place, its words, and where they stand."""

    gapped: str
    answer: str
    span: Span


def pieces(context: Context, phrase: Phrase, room: int) -> Iterator[Piece]:
    """Yield up to three parts of *phrase*, each of 2 to 12 words, with the rest cut to *room* words around the gap."""
    source = context.text(phrase.span)
    ranked: list[tuple[int, int, int]] = []
    for start, end in _parts(source):
        if end - start == len(source) or re.match(r"\s*to\s", source[end:]):
            continue  # the whole, or what wants its infinitive
        if re.match(r"[“‘](?:And|Not|But)\b", source[start:end].lstrip(), re.IGNORECASE):
            continue  # a speaker’s flourish
        lead = LEADS.match(source[start:end])
        if lead and lead.group().casefold().strip() in {"who", "which", "whose"}:
            continue
        inner = start + (lead.end() if lead else 0)
        last = inner + len(source[inner:end].rstrip(" ,;"))
        words = count(source[inner:last])
        if 2 <= words <= PIECE_WORDS and len(content_words(source[inner:last])) >= 2:
            ranked.append((len(content_words(source[inner:last])), inner, last))
    best = sorted(ranked, reverse=True)[:MOST]
    for _, inner, last in sorted(best, key=lambda row: row[1]):
        span = Span(phrase.span.start + inner, phrase.span.start + last)
        before = context.phrase(Span(phrase.span.start, span.start)).text if inner else ""
        after = context.phrase(Span(span.end, phrase.span.end)).text if last < len(source) else ""
        gapped = _around(before, after, source[last : last + 1], room)
        if (
            gapped is not None
            and not (gapped.count("…") and count(source) <= PIECE_WORDS + HARDLY)
            and not gapped.startswith("…")
            and not CUT_PAIR.search(gapped)
            and len(content_words(source[inner:last])) <= len(content_words(source)) * BLANKED
        ):
            yield Piece(gapped, tidy(context.phrase(span).text), span)


def opening(text: str) -> str:
    """Return the first part of a long phrase with an ellipsis for the rest; a short one as it is."""
    first = next(iter(_cut(text, 0, len(text), STRONG)), (0, len(text)))
    return text if first[1] == len(text) else text[: first[1]].rstrip(" ,;") + " …"


def clip(text: str, most: int) -> str:
    """Return the first part of *text*, at most *most* words of it, with an ellipsis where words are missing."""
    found = opening(text).removesuffix(" …").split()[:most]
    while len(found) > 1 and found[-1].casefold() in LOWERED:
        found.pop()
    clipped = tidy(" ".join(found))
    if clipped == text:
        return text
    late = [i for i, word in enumerate(found) if i >= max(SMALL, len(found) - SMALL) and word.casefold() in OPENERS]
    return f"{tidy(' '.join(found[: late[0]] if late else found))} …"


def shorter(text: str, most: int) -> str:
    """Return *text* up to the last end of a clause within *most* words, with an ellipsis; a short one as it is.

    A condition stays: what it ties would say more without it.
    """
    if count(text) <= most:
        return text
    cuts = [match for match in CLAUSE_END.finditer(text) if LEAST <= count(text[: match.start()]) <= most]
    for cut in reversed(cuts):
        kept = text[: cut.start()].rstrip(" ,;")
        added = re.search(r",\s+and\s+([^,]*)$", kept)
        if added and not {word.casefold() for word in added[1].split()} & AUXILIARIES:
            kept = kept[: added.start()]  # a subject without its verb
        if balanced(kept) and not TYING.search(text[cut.start() :]) and not TYING.match(kept):
            return f"{kept} …"
    return text


def _parts(source: str) -> list[tuple[int, int]]:
    """Return *source* cut where clauses meet, and what is still too long of that where phrases meet."""
    found = _cut(source, 0, len(source), STRONG)
    for boundary in (WEAK, WEAKEST):
        found = [
            piece
            for start, end in found
            for piece in (_cut(source, start, end, boundary) if _long(source[start:end]) else [(start, end)])
        ]
    return [cut for start, end in found for cut in _halved(source, start, end)]


def _halved(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what of a part that is still too long can be left out by itself.

    Of one that is hardly too long all but the phrase at its end; of a longer one the phrases at its end.
    """
    if not _long(source[start:end]):
        return [(start, end)]
    cuts = [
        match.end()
        for match in PHRASE.finditer(source, start, end)
        if not {word.casefold() for word in source[match.end() : end].split()} & AUXILIARIES
    ]
    heads = [cut for cut in cuts if SMALL <= count(source[start:cut]) <= PIECE_WORDS]
    if heads and count(source[start:end]) <= PIECE_WORDS + HARDLY:
        return [(start, heads[-1])]
    tails = [cut for cut in cuts if SMALL <= count(source[cut:end]) <= PIECE_WORDS and cut - start > SMALL]
    return [*_halved(source, start, tails[0]), (tails[0], end)] if tails else []


def _long(piece: str) -> bool:
    return count(LEADS.sub("", piece)) > PIECE_WORDS


def _cut(source: str, start: int, end: int, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [start, *(match.end() for match in boundary.finditer(source, start, end)), end]
    return [(one, two) for one, two in pairwise(cuts) if source[one:two].strip()]


def _around(before: str, after: str, mark: str, room: int) -> str | None:
    """Return the gap with as much before and after it as *room* words allow, None where that is too little."""
    if room < 6:
        return None
    first, last = before.split(), after.split()
    keep = room - 1
    if len(first) + len(last) > keep:
        tail = min(len(last), max(2, keep - len(first)) if len(first) < keep - 2 else 2)
        head = keep - tail
        if len(first) > head:
            opened = _ended(first[: min(SUBJECT, head - 2)])
            rest = _begun(first[len(first) - head + len(opened) :])
            first = [*opened, "…", *rest] if head > SUBJECT else ["…", *first[len(first) - head :]]
        if len(last) > tail:
            last = [*_ended(last[:tail]), "…"]
    joined = " ".join([*first, "____", *last])
    return joined.replace("____ ", f"____{mark} ", 1) if mark in {",", ";"} and last else joined


def _ended(found: list[str]) -> list[str]:
    """Return the words without those at their end that want others behind them: articles, prepositions, auxiliaries."""
    kept = list(found)
    while kept and kept[-1].casefold() in LOWERED | AUXILIARIES:
        kept.pop()
    return kept


def _begun(found: list[str]) -> list[str]:
    """Return the words from the first with which a phrase can begin: an article, preposition or conjunction."""
    start = next((i for i, word in enumerate(found) if word.casefold() in LOWERED | OPENERS), 0)
    return found[start:]

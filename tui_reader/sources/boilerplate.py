"""Lines of a page that are not part of what it says: navigation, subscription calls, credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.cues import cues, pattern
from tui_reader.sources.cues import words as words_of

_LINE = 240  # characters; a longer block is never navigation
_LAST = 3  # blocks at the end of a text among which a credit to its author may stand
_TAIL = 6  # blocks at the end of a text among which calls and contacts stand
_NOTES = 6  # blocks that may follow a heading "About X"
_ITSELF = re.compile(r"About this\b|About the (?:authors?|writers?|series|interviewer)\b", re.IGNORECASE)
_TEASER = 110  # characters of the title of another text
_MOST = 12  # such titles
_QUOTATION = re.compile(r"[“”\"«»]")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
_SECOND = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(?:we|us|our|here|below|links?|pages?|sites?|mail|e-?mail|online|reply|inbox|send|story|stories|comments?|questions?|experiences?|letters?|editors?|readers?|subscri\w+|members?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9©])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|No|vs|Jr|Sr)|\b[A-Z])\.\s+$")


def is_line(text: str, *, head: bool = False, first: bool = False) -> bool:
    """Tell whether a block is navigation or the like; *head* is true before the first paragraph.

    What opens the text, the *first* block, is its headline also where a label stands before it: “Explainer: …”.
    """
    if len(text) > _LINE:
        return False
    return bool(
        pattern("boilerplate", "anywhere").fullmatch(text)
        or (head and pattern("boilerplate", "head").fullmatch(text))
        or (not first and pattern("boilerplate", "labelled").fullmatch(text))
    )


def is_credit(text: str, author: str | None, elsewhere: str) -> bool:
    """Tell whether one of the last blocks is a line about the writer.

    Somebody who is called a professor in the last line is the writer if the byline or nothing *elsewhere* names them.
    """
    if len(text) > 2 * _LINE:
        return False
    if pattern("boilerplate", "last").match(text):
        return True
    match = _credit().match(text)
    if match is None:
        return False
    name = match["name"]
    if author and name in author:
        return True
    return bool(match["noun"]) and name not in elsewhere


def is_tail(text: str) -> bool:
    """Tell whether one of the last blocks speaks to the reader of the publication: who may write to whom, and where."""
    return len(text) <= 2 * _LINE and not _QUOTATION.search(text) and bool(pattern("boilerplate", "tail").search(text))


def teasers(text: str, blocks: Sequence[Block], junk: set[int]) -> set[int]:
    """Return the short lines under "Most read" or "Related stories": titles of other texts."""
    found: set[int] = set()
    below = False
    for index, block in enumerate(blocks):
        words = block.body.of(text)
        if index in junk:
            below = below or bool(pattern("boilerplate", "elsewhere").fullmatch(words))
        elif len(words) > _TEASER or words.endswith(".") or _QUOTATION.search(words) or len(found) > _MOST:
            below = False
        elif below:
            found.add(index)
    return found


def tail(text: str, blocks: Sequence[Block], kept: Sequence[int]) -> set[int]:
    """Return which of the *kept* blocks stand behind a text's end: calls, contacts, notes to editors, "About X"."""
    found: set[int] = set()
    before = kept[: max(0, len(kept) - _LAST)]
    speaks = not before or any(_addresses(blocks[index].body.of(text)) for index in before)
    for index in reversed(kept[-_TAIL:]):
        words = blocks[index].body.of(text)
        turns = not speaks and index not in before and len(words) <= _LINE and _invites(words)
        if blocks[index].kind is not BlockKind.PARAGRAPH or not (turns or is_tail(words)):
            break
        found.add(index)
    for place in range(len(kept) // 2 + 1, len(kept)):
        block = blocks[kept[place]]
        words = block.body.of(text)
        if block.kind is BlockKind.TURN or len(words) > _LINE:
            continue
        closes = bool(pattern("boilerplate", "closing").fullmatch(words))
        if closes or (pattern("boilerplate", "about").fullmatch(words) and _describes(text, blocks, kept, place)):
            found.update(kept[place:])
            break
    return found


def _addresses(text: str) -> bool:
    """Tell whether a block says "you" outside quotation marks."""
    return bool(_SECOND.search(_QUOTED.sub("", text)))


def _invites(text: str) -> bool:
    """Tell whether a block asks its reader to turn to those who publish it."""
    return _addresses(text) and bool(_PUBLISHER.search(_QUOTED.sub("", text)))


def _describes(text: str, blocks: Sequence[Block], kept: Sequence[int], place: int) -> bool:
    """Tell whether what follows a heading "About X" is about the body X, and is the last of the text."""
    rest = [blocks[index] for index in kept[place + 1 :]]
    if not rest or len(rest) > _NOTES:
        return False
    if _ITSELF.match(blocks[kept[place]].body.of(text)):
        return True
    name = re.sub(r"^About (?:the )?|:$", "", blocks[kept[place]].body.of(text))
    return name.split()[0] in rest[0].body.of(text)[: 2 * len(name) + 20] or name == "us"


def _credit() -> re.Pattern[str]:
    table = cues("boilerplate")
    return re.compile(
        rf"(?P<name>[A-Z][\w.’'-]+(?: [\w.’'-]+){{0,3}}? ?[A-Z][\w’'-]+)(?:, [^,.]{{1,80}},)? {table['credit_verbs']}\b"
        rf"(?:.{{0,120}}?\b(?P<noun>{table['credit_nouns']}))?"
    )


def sentences(text: str) -> list[Span]:
    """Return a block's sentences, roughly, with the space behind each."""
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, match.end() - 12), match.end()):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def split(text: str, block: Block) -> list[tuple[Block, bool]]:
    """Return *block* in one to three pieces, each told whether it is boilerplate.

    Boilerplate sentences are cut off where they open or close a paragraph.
    """
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return [(block, False)]
    call = pattern("boilerplate", "sentence")
    body = block.body
    words = body.of(text)
    lowered = words.lower()
    if not any(hint in lowered for hint in words_of("boilerplate", "hints")):
        return [(block, False)]
    parts = sentences(words)
    flags = [bool(call.match(words, part.start, part.end)) for part in parts]
    if not any(flags):
        return [(block, False)]
    if all(flags):
        return [(block, True)]
    first = next(index for index, flag in enumerate(flags) if not flag)
    last = next(index for index in range(len(flags) - 1, -1, -1) if not flags[index])
    pieces: list[tuple[Block, bool]] = []
    if first:
        pieces.append((_piece(text, block.span.start, body.start + parts[first].start), True))
    start = body.start + parts[first].start if first else block.span.start
    end = body.start + parts[last].end
    kept = Span(start, start + len(text[start:end].rstrip()))
    pieces.append((Block(kept, block.kind, block.text_start if not first else -1, block.level, block.label), False))
    if last + 1 < len(parts):
        pieces.append((_piece(text, end, block.span.end), True))
    return pieces


def _piece(text: str, start: int, end: int) -> Block:
    return Block(Span(start, start + len(text[start:end].rstrip())))


def last_blocks(count: int) -> range:
    """Return the indexes of the last blocks of *count*, where credits stand."""
    return range(max(0, count - _LAST), count)

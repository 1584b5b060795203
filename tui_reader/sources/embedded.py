"""Statements printed whole inside an article: the line above them, the marks around them, and who made them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.cues import pattern
from tui_reader.sources.names import is_pronoun, name_in
from tui_reader.sources.voices import Voice, expressions, led_in

_LABEL = 100  # characters of a line that leads in a statement and names nobody
_ROLE = 60  # characters of the name of a body or an office
_CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“”"}
_AFTER = " \n.,;:!?)’'”\""  # what may stand behind a closing mark
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])")
_CAPITALS = re.compile(r"[^A-Z]*(?:[A-Z][\w.’'-]*(?:\s+(?=[A-Z]))?)+")
_SPOKEN = (BlockKind.PARAGRAPH, BlockKind.ITEM)


@dataclass
class Embedded:
    """The blocks of a text, their wrapping marks skipped; the voices of statements, by the index of the label above
    each; and the last blocks of those that stand in quotation marks.
    """

    blocks: list[Block]
    voices: dict[int, Voice | None] = field(default_factory=dict)
    last: set[int] = field(default_factory=set)


def find_embedded(text: str, blocks: list[Block], junk: Collection[int]) -> Embedded:
    """Return *blocks* with labels made headings, and quotations that are whole statements freed of their marks."""
    found = Embedded(list(blocks))
    kept = [index for index in range(len(blocks)) if index not in junk]
    for place, index in enumerate(kept[:-1]):
        block, under = blocks[index], kept[place + 1 :]
        if block.kind is BlockKind.TURN or blocks[under[0]].kind not in _SPOKEN:
            continue
        label = place > 0 and is_label(text, block)
        wrapped = _wrapped(text, blocks, under)
        if wrapped and (label or (len(wrapped) > 1 and led_in(text, block.body) is not None)):
            found.last.add(wrapped[-1])
            for inside in wrapped:
                if _opening(text, blocks[inside]):
                    found.blocks[inside] = replace(blocks[inside], text_start=blocks[inside].body.start + 1)
        if label:
            found.blocks[index] = replace(block, kind=BlockKind.HEADING, level=max(2, block.level))
            found.voices[index] = _released(text, [blocks[other] for other in kept[:place]])
    return found


def is_label(text: str, block: Block) -> bool:
    """Tell whether a line says that a statement follows, and does not say whose: “The letter in full:”."""
    line = block.body.of(text).strip()
    if len(line) > _LABEL or (block.kind is not BlockKind.HEADING and not line.endswith(":")):
        return False
    return any(expression.fullmatch(line) for expression in expressions("labels"))


def _opening(text: str, block: Block) -> bool:
    return block.body.of(text)[:1] in _CLOSING


def _wrapped(text: str, blocks: list[Block], under: list[int]) -> list[int]:
    """Return the indices of the blocks that one quotation fills from its opening to its closing mark."""
    first = blocks[under[0]].body.of(text)
    if first[:1] not in _CLOSING:
        return []
    mark = first[0]
    for count, index in enumerate(under, 1):
        if blocks[index].kind not in _SPOKEN:
            return []
        words = blocks[index].body.of(text).rstrip()
        if count > 1 and mark != '"' and not words.startswith(mark) and mark in words:
            return []
        inner = words[1:] if words.startswith(mark) else words
        closed = [at for at, char in enumerate(inner) if char in _CLOSING[mark] and _closes(inner, at)]
        opened = sum(char == mark and not _closes(inner, at) for at, char in enumerate(inner))
        if len(closed) > opened:
            return under[:count] if closed[-1] == len(inner) - 1 else []
    return []


def _closes(words: str, at: int) -> bool:
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return bool(before) and not before.isspace() and (not after or after in _AFTER)


def _released(text: str, before: list[Block]) -> Voice | None:
    """Return who made the statement, as the nearest paragraph that tells it does; one that announces the text first."""
    prose = [block for block in reversed(before) if block.kind in _SPOKEN]
    printed = pattern("voices", "printed")
    for block in sorted(prose, key=lambda block: printed.search(block.body.of(text)) is None):
        for expression in expressions("releases"):
            for sentence in _sentences(text, block.body):
                match = expression.search(text, sentence.start, sentence.end)
                voice = None if match is None else _named(text, Span(match.start("who"), match.end("who")))
                if voice is not None:
                    return voice
    return None


def _named(text: str, who: Span) -> Voice | None:
    end = pattern("voices", "release_ends").search(text, who.start + 1, who.end)
    who = Span(who.start, end.start()) if end else who
    named = name_in(text, who)
    run = _CAPITALS.match(text, who.start, who.end)
    if run is not None and (named is None or not named[1]):
        named = name_in(text, Span(who.start, run.end())) or named
    if named is None or is_pronoun(who.of(text)):
        return None
    span, personal = named
    words = span.of(text)
    if not personal and (len(words) > _ROLE or not re.match(r"(?:the |The )?[A-Z]|the ", words)):
        return None
    return Voice(span, personal)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _SENTENCE.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)

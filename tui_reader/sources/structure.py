"""Draft → Document: title, byline, date, boilerplate, headings and the sections with their voices."""

from __future__ import annotations

import re
from dataclasses import replace

from tui_reader.model import Block, BlockKind, Document, SectionKind, Source, Span, document_id
from tui_reader.sources.boilerplate import is_credit, is_line, last_blocks, split, tail, teasers
from tui_reader.sources.bylines import bare_byline, byline, memo_author, memo_lines
from tui_reader.sources.datelines import date_in, dateline_end, is_dateline
from tui_reader.sources.draft import Draft
from tui_reader.sources.embedded import find_embedded
from tui_reader.sources.headings import find_headings, find_title
from tui_reader.sources.sections import one_line, partition
from tui_reader.sources.turns import label_turns

_PUBLISHED = re.compile(r"\b(?:published|posted|appeared|updated)\b[^.\d]{0,40}?\bon\b", re.IGNORECASE)
_DATE = 30  # characters after "on"
_HEAD = 10  # blocks at the start among which bylines, datelines and kickers stand
_PROSE = 160  # characters; a longer paragraph ends the head of a text
_TITLE = 90  # characters of a title made from a text's first words


def structure(draft: Draft, source: Source) -> Document:
    """Return the document that *draft* makes; its sections partition the text, its blocks lie within sections."""
    text = draft.text
    author: Span | None = None
    sender: Span | None = None
    date = draft.date
    blocks: list[Block] = []
    junk: set[int] = set()
    head = True
    titled = False
    turned = label_turns(text, draft.blocks)
    memo = memo_lines(text, turned)
    for place, block in enumerate(turned):
        words = block.body.of(text)
        if place in memo:
            sender = sender or memo_author(text, block.body)
            author = author or sender
            date = date or (date_in(words) if memo[place] in {"date", "sent"} else None)
            blocks.append(replace(block, kind=BlockKind.HEADING, level=max(2, block.level)))
            continue
        if block.kind in (BlockKind.CODE, BlockKind.TABLE, BlockKind.TURN):
            head = head and block.kind is not BlockKind.TURN
            blocks.append(block)
            continue
        by = byline(text, block.body) if (head and titled) or block is turned[-1] else None
        if by is None and head and titled and place + 1 < len(turned):
            by = bare_byline(text, block.body, turned[place + 1].body)
        if by is not None:
            author = author or by
            date = date or date_in(words)
            junk.add(len(blocks))
            blocks.append(_plain(block))
            continue
        if is_line(words, head=head, first=not blocks):
            date = date or (date_in(words) if head else None)
            junk.add(len(blocks))
            blocks.append(_plain(block))
            continue
        if head and titled and is_dateline(words):
            date = date or date_in(words)
            blocks.append(replace(block, kind=BlockKind.HEADING, level=max(2, block.level)))
            continue
        for piece, cut in split(text, block):
            if cut:
                junk.add(len(blocks))
            blocks.append(piece)
        titled = titled or bool(blocks)
        if head and block.kind is not BlockKind.HEADING and (len(words) > _PROSE or len(blocks) > _HEAD):
            head = False
    name = one_line(author.of(text)) if author else draft.author
    kept = [index for index in range(len(blocks)) if index not in junk]
    for place in last_blocks(len(kept)):
        block = blocks[kept[place]]
        if (
            place
            and block.kind is BlockKind.PARAGRAPH
            and is_credit(block.body.of(text), name, text[: block.span.start])
        ):
            junk.add(kept[place])
    junk |= teasers(text, blocks, junk)
    junk |= tail(text, blocks, [index for index in range(len(blocks)) if index not in junk])
    blocks = find_headings(text, blocks, junk, marked=draft.marked)
    title = find_title(text, blocks, junk, draft.title)
    blocks, dated = _skip_datelines(text, blocks, junk)
    embedded = find_embedded(text, blocks, junk)
    blocks = embedded.blocks
    sections = partition(draft, embedded, junk, title, sender)
    opening = next((section for section in sections if section.kind is not SectionKind.BOILERPLATE), None)
    if name is None and opening is not None and opening.kind is SectionKind.STATEMENT:
        name = opening.author
    return Document(
        id=document_id(text),
        text=text,
        title=one_line(title.of(text)) if title else draft.title or _first_words(text, blocks, junk),
        source=source,
        sections=sections,
        blocks=tuple(blocks),
        author=name,
        date=date or _published(text, blocks, junk) or dated or (date_in(title.of(text)) if title else None),
        title_span=title,
    )


def _plain(block: Block) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH, level=0)


def _skip_datelines(text: str, blocks: list[Block], junk: set[int]) -> tuple[list[Block], str | None]:
    """Return *blocks* with their datelines skipped, and the first dateline's date."""
    date: str | None = None
    first = True
    skipped = list(blocks)
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or index in junk:
            continue
        end = dateline_end(text, block.body, first=first)
        first = False
        if end is not None:
            date = date or date_in(text[block.body.start : end])
            skipped[index] = replace(block, text_start=end)
    return skipped, date


def _published(text: str, blocks: list[Block], junk: set[int]) -> str | None:
    """Return the date that a credit line gives: "originally published on 3 March 2021"."""
    for index in junk:
        match = _PUBLISHED.search(text, blocks[index].span.start, blocks[index].span.end)
        if match is not None:
            return date_in(text[match.end() : match.end() + _DATE])
    return None


def _first_words(text: str, blocks: list[Block], junk: set[int]) -> str:
    """Return a title for a text that has none."""
    words = next((block.body.of(text) for index, block in enumerate(blocks) if index not in junk), text.strip())
    words = one_line(words)
    if len(words) <= _TITLE:
        return words
    return words[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:.") + "…"

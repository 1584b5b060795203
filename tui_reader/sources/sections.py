"""The sections of a text: under which heading, of which kind, in whose voice."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from tui_reader.model import Block, BlockKind, Section, SectionKind, Span
from tui_reader.sources.draft import Draft
from tui_reader.sources.embedded import Embedded
from tui_reader.sources.names import without_role
from tui_reader.sources.signatures import signatures
from tui_reader.sources.voices import (
    Voice,
    announced,
    first_person,
    is_end,
    is_salutation,
    is_statement,
    issues,
    led_in,
    undersigned,
)

_HEAD = 6  # blocks at the start of a text among which the body that reports is named
_OWN = 2  # times that a memo says I or we for it to be its sender's own words
_SIGNATURE = 160  # characters of a line in which somebody signs
_UNDER = 4  # short lines that may stand under a letter
_SHORT = 60  # characters of such a line


@dataclass
class _Stretch:
    """A section on its way: the blocks `first` to `last` and what is known of their voice."""

    first: int
    last: int
    kind: SectionKind = SectionKind.BODY
    title: Span | None = None
    voice: Voice | None = None
    letter: bool = False
    led: bool = False


def partition(
    draft: Draft, embedded: Embedded, junk: Collection[int], title: Span | None, sender: Span | None = None
) -> tuple[Section, ...]:
    """Return sections that cover the text without gap or overlap.

    The voice of a body is the document's writer, with or without a byline, and so is that of a letter signed by many;
    that of a memo in the first person is its *sender*, the name behind "From:", and that of a report the body named
    in its head.
    """
    text, blocks = draft.text, embedded.blocks
    if not blocks:
        return (Section(Span(0, len(text))),)
    stretches = _settle(text, blocks, junk, _stretches(draft, embedded, junk, title))
    marks: list[tuple[int, Section]] = []
    sender = sender or _issuer(text, blocks, junk, title)
    spoken = sum(_first_person(text, blocks, stretch) for stretch in stretches) >= _OWN
    memo = Voice(sender, personal=True) if sender is not None and spoken else None
    for stretch in stretches:
        if memo is not None and stretch.voice is None and stretch.kind is SectionKind.BODY:
            stretch.voice = memo
        section = Section(
            Span(0, 0), stretch.kind, one_line(stretch.title.of(text)).rstrip(" :") if stretch.title else None
        )
        if stretch.voice:
            voice = stretch.voice
            section = replace(section, author=voice.name or one_line(voice.span.of(text)))
            section = section if voice.name else replace(section, author_span=voice.span)
        fresh = True
        for index in range(stretch.first, stretch.last + 1):
            if index in junk:
                if not marks or marks[-1][1].kind is not SectionKind.BOILERPLATE:
                    marks.append((blocks[index].span.start, Section(Span(0, 0), SectionKind.BOILERPLATE)))
                fresh = True
            elif fresh:
                marks.append((blocks[index].span.start, section))
                fresh = False
    starts = [0, *(start for start, _ in marks[1:]), len(text)]
    return tuple(
        replace(section, span=Span(starts[place], starts[place + 1])) for place, (_, section) in enumerate(marks)
    )


def one_line(words: str) -> str:
    """Return a title or name without the line ends of a wrapped text."""
    return " ".join(words.split())


def _stretches(draft: Draft, embedded: Embedded, junk: Collection[int], title: Span | None) -> list[_Stretch]:
    text, blocks = draft.text, embedded.blocks
    found = [_Stretch(0, len(blocks) - 1)]
    breaks = list(draft.breaks)
    closed = False  # whether a line such as "ENDS" stands before
    prose = False  # whether a paragraph has been seen; headings before it are the text's head

    def open_at(index: int, **known: object) -> None:
        if index == found[-1].first:
            found.pop()
        else:
            found[-1].last = index - 1
        found.append(_Stretch(index, len(blocks) - 1, **known))  # type: ignore[arg-type]

    for index, block in enumerate(blocks):
        current = found[-1]
        parted = False
        while breaks and breaks[0] <= block.span.start:
            breaks.pop(0)
            parted = True
            if current.kind is SectionKind.STATEMENT and index > current.first + 1:
                open_at(index)
        closed = closed or index - 1 in embedded.last
        if index in junk:
            closed = closed or (found[-1].kind is SectionKind.STATEMENT and is_end(block.span.of(text)))
            continue
        if closed:
            open_at(index)
            closed = False
        current = found[-1]
        if index in embedded.voices:
            open_at(index, kind=SectionKind.STATEMENT, title=block.body, voice=embedded.voices[index], led=True)
            prose = True
            continue
        if block.kind is BlockKind.HEADING:
            line = block.body.of(text)
            is_title = title is not None and block.body == title
            voice = announced(text, block.body)
            if (voice or is_statement(line)) and (is_title or not prose or _has_prose(blocks, junk, index)):
                if is_title or not prose:
                    current.kind, current.voice = SectionKind.STATEMENT, voice
                else:
                    open_at(index, kind=SectionKind.STATEMENT, title=block.body, voice=voice)
            elif (prose or parted) and not is_title:
                if current.kind is SectionKind.STATEMENT and not parted and _only_lines(blocks, junk, index):
                    continue
                open_at(index, title=block.body)
            continue
        if block.kind is BlockKind.PARAGRAPH:
            if is_salutation(block.body.of(text)) and not current.letter:
                if prose and current.kind is not SectionKind.STATEMENT:
                    open_at(index, kind=SectionKind.STATEMENT, letter=True)
                else:
                    current.kind, current.letter = SectionKind.STATEMENT, True
                prose = True
                continue
            voice = led_in(text, block.body)
            if voice is not None and _speaks(text, blocks, junk, index):
                _lead_in(draft, blocks, found, index, voice, prose=prose)
        prose = True
    return [stretch for stretch in found if stretch.first <= stretch.last]


def _lead_in(
    draft: Draft, blocks: list[Block], found: list[_Stretch], index: int, voice: Voice, *, prose: bool
) -> None:
    """Open the statement that the block at *index* leads in, or name the voice of the one that a heading opened."""
    current = found[-1]
    if current.kind is SectionKind.STATEMENT and not current.led and index <= current.first + 3:
        current.led = True
        if current.voice is None:
            current.voice = voice
        elif not current.voice.personal:
            role = current.voice.span.of(draft.text)
            current.voice = replace(voice, span=without_role(draft.text, voice.span, role))
        return
    if current.kind is SectionKind.BODY and not prose:
        current.kind, current.voice, current.led = SectionKind.STATEMENT, voice, True
        return
    if current.kind is SectionKind.STATEMENT:
        current.last = index - 1
        found.append(_Stretch(index, index, title=current.title))
    found[-1].last = index
    found.append(_Stretch(index + 1, len(blocks) - 1, SectionKind.STATEMENT, current.title, voice, led=True))
    end = _quote_end(draft, blocks, index + 1)
    if end is not None and end < len(blocks):
        found[-1].last = end - 1
        found.append(_Stretch(end, len(blocks) - 1, title=current.title))


def _issuer(text: str, blocks: list[Block], junk: Collection[int], title: Span | None) -> Span | None:
    """Return the name of the body that stands by itself between the title and the first prose."""
    for index, block in enumerate(blocks[:_HEAD]):
        line = block.body.of(text)
        if index in junk or block.body == title:
            continue
        if block.kind is BlockKind.TURN or len(line) > _SIGNATURE:
            return None
        if issues(line):
            return block.body
    return None


def _has_prose(blocks: list[Block], junk: Collection[int], index: int) -> bool:
    following = next((blocks[i] for i in range(index + 1, len(blocks)) if i not in junk), None)
    return following is not None and following.kind is not BlockKind.HEADING


def _only_lines(blocks: list[Block], junk: Collection[int], index: int) -> bool:
    """Tell whether nothing but short lines follows, as under a letter: who signs, where and when."""
    rest = [blocks[i] for i in range(index, len(blocks)) if i not in junk]
    return len(rest) <= _UNDER and all(len(block.span) <= _SHORT for block in rest)


def _speaks(text: str, blocks: list[Block], junk: Collection[int], index: int) -> bool:
    """Tell whether unquoted prose follows a lead-in."""
    following = next((blocks[i] for i in range(index + 1, len(blocks)) if i not in junk), None)
    return (
        following is not None
        and following.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and following.body.of(text)[:1] not in '“"‘«„'
    )


def _quote_end(draft: Draft, blocks: list[Block], index: int) -> int | None:
    """Return the index of the first block after a block quote that begins at *index*."""
    quoted = {span.start for span in draft.quoted}
    if blocks[index].span.start not in quoted:
        return None
    while index < len(blocks) and blocks[index].span.start in quoted:
        index += 1
    return index


def _settle(text: str, blocks: list[Block], junk: Collection[int], stretches: list[_Stretch]) -> list[_Stretch]:
    """Carry a statement over its own subheadings, end a letter at its signature, and let signatures name voices."""
    settled: list[_Stretch] = []
    for stretch in stretches:
        before = settled[-1] if settled else None
        if (
            stretch.kind is SectionKind.BODY
            and stretch.title is not None
            and before is not None
            and before.kind is SectionKind.STATEMENT
            and _first_person(text, blocks, stretch)
        ):
            stretch.kind, stretch.voice = SectionKind.STATEMENT, before.voice
        if stretch.voice and not stretch.voice.sure and not _first_person(text, blocks, stretch):
            stretch.voice = None
            if not stretch.letter and not (stretch.title and is_statement(stretch.title.of(text))):
                stretch.kind = SectionKind.BODY
        settled.append(stretch)
        kept = [index for index in range(stretch.first, stretch.last + 1) if index not in junk]
        end, voices = signatures(text, blocks, kept, stretch.last, letter=stretch.letter)
        statement = stretch.kind is SectionKind.STATEMENT
        if statement and stretch.voice and stretch.led and not voices:
            end = _last_own(text, blocks, stretch, stretch.voice)
            if end < stretch.last:
                settled.append(_Stretch(end + 1, stretch.last, title=stretch.title))
                stretch.last = end
        if statement and (stretch.voice is None or not stretch.voice.personal):
            together = _undersigned(text, blocks, stretch)
            voices = voices if together is None else [together]
        if before is None and voices and voices[0].name is not None:
            voices = []  # a letter that many sign, and nothing else: they are the document's writer
        if len(voices) != 1 or not (statement or _first_person(text, blocks, stretch)):
            continue
        if stretch.voice is None or not stretch.voice.personal:
            stretch.voice = voices[0]
            for earlier in reversed(settled[:-1]):
                if earlier.kind is not SectionKind.STATEMENT or earlier.voice is not None:
                    break
                earlier.voice = voices[0]
        if stretch.letter and end < stretch.last:
            settled.append(_Stretch(end + 1, stretch.last))
            stretch.last = end
    return settled


def _last_own(text: str, blocks: list[Block], stretch: _Stretch, voice: Voice) -> int:
    """Return the last block of a statement that runs on into an article.

    The article is back where, after the last first person, a paragraph speaks of the speaker by name.
    """
    name = re.compile(rf"\b{re.escape(voice.span.of(text).split()[-1])}\b")
    for index in range(stretch.last, stretch.first - 1, -1):
        if first_person(text, blocks[index].body):
            spoken = (later for later in range(index + 1, stretch.last + 1) if name.search(blocks[later].body.of(text)))
            return next(spoken, stretch.last + 1) - 1
    return stretch.last


def _undersigned(text: str, blocks: list[Block], stretch: _Stretch) -> Voice | None:
    """Return those whom one of the first paragraphs of a stretch names: “We, the residents of X, …”."""
    opening = [b for b in blocks[stretch.first : stretch.last + 1] if b.kind is BlockKind.PARAGRAPH][:3]
    return next((voice for block in opening if (voice := undersigned(text, block.body))), None)


def _first_person(text: str, blocks: list[Block], stretch: _Stretch) -> int:
    """Return how often the prose of a stretch says I or we in its own voice."""
    return sum(
        first_person(text, block.body)
        for block in blocks[stretch.first : stretch.last + 1]
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    )

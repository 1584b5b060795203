"""Turns of a transcript: which paragraphs begin with a speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.cues import words
from tui_reader.sources.names import is_name

_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][\w.’'-]*|[a-z]{2,3})(?: (?:[A-Z&][\w.’'-]*|[a-z]{2,3}|\d{1,2})){0,5}"
    r"(?: ?[(\[][^()\[\]\n]{1,60}[)\]]){0,3})\s?:(?:\s+|$)"
)
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*(?:[(\[].*)?")
_NAMEPLATE = re.compile(r"[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,4}")
_SURNAME = re.compile(r"(?:[\w.’'-]+ )+[A-Z][A-Z’'-]{2,}(?: ?[(\[].*)?")  # “Dr SHIELDS”, “The CHAIR”
_OWN_LINE = 40  # characters of a label that stands on a line of its own
_LEAST = 3  # turns that make a transcript


def label_turns(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return *blocks* with the turns of a transcript marked and their labels named.

    A label stands in capitals, or comes back; a lone “Name: …” in prose is none.
    """
    blocks = _join_labels(text, blocks)
    found: dict[int, re.Match[str]] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            match = _LABEL.match(text, block.body.start, min(block.span.end, block.body.start + 160))
            if match and (
                _SURNAME.fullmatch(match["label"]) or bracketed_name(match["label"]) or not _is_no_label(match["label"])
            ):
                found[index] = match
    counts = Counter(_speaker(match["label"]) for match in found.values())
    kept = {
        index: match
        for index, match in found.items()
        if counts[_speaker(match["label"])] >= 2
        or _CAPITALS.fullmatch(match["label"])
        or _SURNAME.fullmatch(match["label"])
    }
    titled = {index: match for index, match in found.items() if _is_courteous(_bare(match["label"]))}
    if len(titled) >= _LEAST:
        kept |= titled  # each speaks but once: "Mrs. Kilmartin: …"
    if len(kept) < _LEAST and not any(_speaker(match["label"]) in words("turns", "labels") for match in kept.values()):
        return blocks
    turned = list(blocks)
    for index, match in kept.items():
        label = Span(match.start("label"), match.end("label"))
        turned[index] = replace(turned[index], kind=BlockKind.TURN, text_start=match.end(), label=label)
    return _carry_on(text, turned)


def _join_labels(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make a turn of a line in capitals that comes back and of the paragraph under it."""
    lines = [
        block.kind is BlockKind.PARAGRAPH
        and len(block.span) <= _OWN_LINE
        and bool(_NAMEPLATE.fullmatch(text, block.span.start, block.span.end))
        for block in blocks
    ]
    counts = Counter(block.span.of(text) for block, line in zip(blocks, lines, strict=True) if line)
    if sum(count for count in counts.values() if count >= 2) < 2 or counts.total() < _LEAST:
        return blocks
    joined: list[Block] = []
    label: Span | None = None
    for place, block in enumerate(blocks):
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        if lines[place] and below is not None and below.kind is BlockKind.PARAGRAPH and not lines[place + 1]:
            label = block.span
            continue
        if label is not None:
            block = Block(Span(label.start, block.span.end), BlockKind.TURN, block.body.start, label=label)
            label = None
        joined.append(block)
    return tuple(joined)


def _is_no_label(label: str) -> bool:
    return label.split()[0].lower() in words("turns", "not_labels")


def _carry_on(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Give a paragraph in the first person that follows a turn to the same speaker."""
    own = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou)\b")
    label: Span | None = None
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.TURN:
            label = block.label
        elif (
            block.kind is BlockKind.PARAGRAPH
            and label
            and text[block.span.start] not in "([*"
            and own.search(re.sub(r"[“\"][^”\"]*[”\"]", "", block.body.of(text)))
        ):
            blocks[index] = replace(block, kind=BlockKind.TURN, label=label)
        else:
            label = None
    return tuple(blocks)


def bracketed_name(label: str) -> str | None:
    """Return the speaker's name where a label gives it behind an office: "The Minister for Roads (Tomas Berg)"."""
    office, *brackets = re.split(r"\s?[(\[]", label)
    if _is_personal(office):
        return None  # "Mr. Tomas Berg (Velm North)"
    return next((name for words_ in brackets if _is_personal(name := words_.rstrip(")] "))), None)


def _is_courteous(label: str) -> bool:
    return label.partition(" ")[0].rstrip(".").lower() in words("turns", "courtesies") and _is_personal(label)


def _is_personal(words_: str) -> bool:
    """Tell whether *words_* are a full name, or a name behind "Mr." or another title of courtesy."""
    bare = words_.split()
    while len(bare) > 1 and bare[0].rstrip(".").lower() in words("turns", "courtesies"):
        bare = bare[1:]
    return is_name(" ".join(bare)) or (len(bare) == 1 and bare[0] != words_ and bare[0][:1].isupper())


def _speaker(label: str) -> str:
    name = bracketed_name(label)
    if name is not None:
        return name.lower()
    return _bare(label).lower()


def _bare(label: str) -> str:
    return re.sub(r"\s?[(\[].*", "", label)

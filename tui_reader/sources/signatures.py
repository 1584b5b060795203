"""Who signs under a letter or statement, and where the signatures end."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.names import has_title, is_name
from tui_reader.sources.voices import SIGNATORIES, Voice, are_many, is_valediction, signature, signed

_LAST = 6  # blocks at the end of a text among which signatures stand
_CLOSING = 4  # blocks at the end among which a name with its office is a signature
_SIGNATURE = 160  # characters of a line in which somebody signs


def signatures(text: str, blocks: list[Block], kept: list[int], last: int, *, letter: bool) -> tuple[int, list[Voice]]:
    """Return the index of the last block of the signatures among the *kept* ones, else *last*, and those who sign.

    In a letter they may stand anywhere, elsewhere among the last blocks.
    """
    voices: list[Voice] = []
    end = last
    for index in kept[1:] if letter else kept[1:][-_LAST:]:
        block = blocks[index]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TURN):
            continue
        voice = signature(text, block.span)
        if voice is None and is_valediction(block.span.of(text)):
            after = next((i for i in kept if i > index), None)
            if after is not None and (voice := signed(text, blocks[after].span)):
                index = after
                if are_many(text, [blocks[i].span for i in kept if i >= after]):
                    return _last_signature(text, blocks, kept, after), [replace(voice, name=SIGNATORIES)]
        if voice is None and not voices and index in kept[-_CLOSING:] and (held := _with_office(text, block)):
            voice = held
        if voice is None and not voices and letter:
            named = len(block.span.of(text).partition(",")[0].rstrip())
            if is_name(text[block.span.start : block.span.start + named]) and _closes(text, block, index, kept):
                voice = Voice(Span(block.span.start, block.span.start + named), True)
        if voice is not None:
            voices.append(voice)
            end = index
        elif voices and end == index - 1 and len(block.span) <= 60 and not block.span.of(text).endswith("."):
            end = index  # the office under the name
    return end, voices


def _with_office(text: str, block: Block) -> Voice | None:
    """Return who signs in a line of a name and an office: "Edvard Holm, Chairman"."""
    name, comma, office = block.span.of(text).partition(",")
    if not comma or len(block.span) > _SIGNATURE // 2 or office.endswith((".", "?", "!", ":")) or '"' in name:
        return None
    if not is_name(name) or not has_title(office.strip()):
        return None
    return Voice(Span(block.span.start, block.span.start + len(name)), True)


def _closes(text: str, block: Block, index: int, kept: list[int]) -> bool:
    """Tell whether a line that begins with a name can be a signature: it is the name alone, or the last of the text."""
    words = block.span.of(text)
    alone = "," not in words
    return alone or (index == kept[-1] and len(words) <= _SIGNATURE // 2 and not words.endswith((".", "?", "!", ":")))


def _last_signature(text: str, blocks: list[Block], kept: list[int], first: int) -> int:
    """Return the last of the short lines that stand under a letter from its *first* signature on."""
    last = first
    for index in kept[kept.index(first) + 1 :]:
        words = blocks[index].span.of(text)
        if len(words) > _SIGNATURE or words.endswith((".", "?", "!", ":")):
            break
        last = index
    return last

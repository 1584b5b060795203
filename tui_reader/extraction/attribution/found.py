"""What the rules of attribution hand on, before holders are looked up and quotations are joined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.model import Span


class NoOne(Enum):
    """A holder without a noun phrase."""

    UNSPECIFIED = auto()  # "it is feared that"
    PREVIOUS = auto()  # the holder of the attribution before: "the basic notion is that"
    WRITER = auto()  # the section's author, else the document's writer: "in my view"


Holder = Token | NoOne | str  # a str is the label of a turn


@dataclass
class Attribution:
    """A content, its cue and whose it is; spans are in offsets of the document's text.

    `at` is the token of the cue, None for a label.
    """

    content: Span
    cue: Span
    holder: Holder
    at: Token | None = None
    negated: bool = False
    hedged: bool = False
    direct: bool = False


def spread(words: Words) -> Span:
    """Return where *words* stand in the document's text."""
    offset: int = words.doc._.offset
    return Span(offset + words.start_char, offset + words.end_char)


def place(token: Token) -> Span:
    """Return where *token* stands in the document's text."""
    offset: int = token.doc._.offset
    return Span(offset + token.idx, offset + token.idx + len(token.text))

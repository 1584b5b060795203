"""A wrong answer out of the text."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.model import Span


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer; `note` says whose or what it really is, `span` where that stands."""

    text: str
    note: str
    span: Span | None = None
    turned: bool = False

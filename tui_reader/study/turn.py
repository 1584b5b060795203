"""What a typed answer turned round."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """A reason for the reader; one that is not `certain` keeps an answer from being right, but it may be partly so.

    `by_order` says that only the order of words tells it, which proves nothing in an answer in other words.
    """

    reason: str
    certain: bool = True
    by_order: bool = False

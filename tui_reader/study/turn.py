"""What a typed answer turned round."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """A reason for the reader; one that is not `certain` keeps an answer from being right, but it may be partly so.

    `lacking` says that something is left out, not turned round; one that is `doubtful` never makes an answer wrong.
    """

    reason: str
    certain: bool = True
    lacking: bool = False
    doubtful: bool = False

"""The word lists of this room."""

from __future__ import annotations

from tui_reader.extraction.lexicon import sets

SETS = sets("references/sets")

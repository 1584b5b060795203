"""The word lists of this room, and the weights of what speaks for a candidate."""

from __future__ import annotations

from tui_reader.extraction.lexicon import rows, sets

SETS = sets("references/sets")
WEIGHTS = {name: float(weight) for name, weight in rows("references/weights")}

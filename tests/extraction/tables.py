"""Tables of texts and of what is attributed in them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tui_reader.model import Claim, Extraction, Mode

Row = tuple[str, str, str, str]  # holder, cue, mode, content


def rows_of(table: Path) -> dict[str, list[Row]]:
    """Return what is attributed in each text of *table*; a row without content stands for nothing."""
    found: dict[str, list[Row]] = defaultdict(list)
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, holder, cue, mode, content = (line.split("\t") + [""] * 4)[:5]
            found[text].append((holder, cue, mode, content))
    return found


def attributed(extraction: Extraction) -> list[Claim]:
    return [claim for claim in extraction.claims if claim.mode is not Mode.NARRATION]


def named(extraction: Extraction, actor: str | None) -> str:
    return next((found.name for found in extraction.actors if found.id == actor), "")

"""Attributions that hang on the form of a whole text: letters, memos, debates, lists under a lead-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.tables import attributed, named, rows_of
from tui_reader.extraction import extract
from tui_reader.sources import read_text

ROWS = rows_of(Path(__file__).with_name("claims_texts.tsv"))


@pytest.mark.parametrize("text", ROWS)
def test_form(text: str) -> None:
    document = read_text(text.replace("|", "\n\n").replace("¶", "\n"))
    extraction = extract(document)
    found = {
        (named(extraction, claim.holder), claim.cue.of(document.text), claim.mode.value, claim.span.of(document.text))
        for claim in attributed(extraction)
        if claim.cue is not None
    }
    wanted = {row for row in ROWS[text] if row[3]}
    assert wanted <= found
    if not wanted:
        assert not found

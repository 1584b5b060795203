"""What most tests of the app need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.texts import CARDS, DOCUMENT, EXTRACTION
from tui_reader.store import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with the small text and what is found in it."""
    with Library.open(tmp_path) as opened:
        opened.add(DOCUMENT)
        opened.keep_extraction(DOCUMENT, EXTRACTION)
        yield opened


@pytest.fixture
def library_with_cards(library: Library) -> Library:
    """The same library with the cards of the small text."""
    library.keep_cards(DOCUMENT.id, CARDS)
    return library

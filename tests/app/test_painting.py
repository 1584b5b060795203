"""A key paints only the lines that it changes: what is then on the screen is what a whole painting would show."""

import random

import pytest

from tests.app.harbour import DOCUMENT, EXTRACTION
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.store import Library

KEYS = [
    "j",
    "k",
    "l",
    "h",
    "}",
    "{",
    "right_parenthesis",
    "left_parenthesis",
    "space",
    "b",
    "G",
    "v",
    "escape",
    "ctrl+o",
]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.add(DOCUMENT)
        opened.keep_extraction(DOCUMENT, EXTRACTION)
        yield opened


async def test_lines_painted_one_by_one_are_those_of_a_whole_screen(library):
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), DOCUMENT)
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.pause(0.1)
        view = app.screen.source
        chance = random.Random(7)
        for key in [chance.choice(KEYS) for _ in range(25)]:
            if key != "escape" or view.selected_from is not None or view.search.query:
                await pilot.press(key)
            in_parts = view.render_lines(view.size.region)
            view.refresh()
            assert view.render_lines(view.size.region) == in_parts, key

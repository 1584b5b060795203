"""What a key may cost, counted and not timed; and a screen whose signs alone carry the meaning."""

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.app.texts import DOCUMENT, EXTRACTION
from tui_reader.app.commands import commands
from tui_reader.app.kinds import SIGNS, Kind
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.theme_choice import choose_theme
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.store import Library

WRITES = 3  # the text, the status line, the scroll bar
BYTES = 40_000


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.add(DOCUMENT)
        opened.keep_extraction(DOCUMENT, EXTRACTION)
        yield opened


def app_on(library):
    return ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), DOCUMENT)


async def settled(pilot):
    for _ in range(5):
        await pilot.pause()


@pytest.mark.parametrize("key", ["j", "k", "}", "{", "right_parenthesis", "space", "G"])
async def test_a_key_in_the_text_writes_three_times_and_40_kilobytes_at_most(library, monkeypatch, key):
    written = []
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda self, data: written.append(data))
    app = app_on(library)
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        await pilot.press("j")
        await settled(pilot)
        written.clear()
        await pilot.press(key)
        await settled(pilot)
        assert sum(len(piece.encode()) for piece in written) <= BYTES
        assert 0 < len(written) <= WRITES


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "reader-dark", "reader-light"])
@pytest.mark.parametrize("colour", [True, False])
async def test_signs_carry_the_meaning_where_there_is_no_colour(library, monkeypatch, theme, colour):
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    choose_theme(library.home, theme)
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.theme == theme
        view = app.screen.source
        shown = [view.render_line(y).text for y in range(view.size.height)]
        assert any(SIGNS[Kind.CONDITION] in line[:3] for line in shown)
        assert any(SIGNS[Kind.POSITION] in line[:3] for line in shown)
        assert any(line[:1].strip() for line in shown), "the cursor has a sign"

"""What a key may cost, counted and not timed; and a screen whose signs alone carry the meaning."""

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.app.texts import DOCUMENT
from tui_reader.app.commands import commands
from tui_reader.app.kinds import SIGNS, Kind
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.theme_choice import choose_theme
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings

FRAMES = 2  # what the key changed, then what follows from it, such as the status line
BYTES = 40_000


def app_on(library):
    return ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), DOCUMENT)


async def settled(pilot):
    for _ in range(5):
        await pilot.pause()


@pytest.fixture
def written(monkeypatch):
    """What goes to the terminal, a piece for each frame."""
    pieces = []
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda self, data: pieces.append(data))
    return pieces


def size_of(pieces):
    return sum(len(piece.encode()) for piece in pieces)


MOVING = ["j", "k", "}", "{", "]", "right_parenthesis", "space", "ctrl+d", "G", "n", "v", "g", "1", "tab"]
IN_THE_CLAIMS = ["j", "k", "l", "G", "enter", "shift+tab", "escape"]
ANSWERING = ["space", "escape"]


@pytest.mark.parametrize(
    ("before", "keys"),
    [((), MOVING), (("tab",), IN_THE_CLAIMS), (("tab", "tab"), ANSWERING), (("i",), ["j", "k", "m"])],
)
async def test_a_key_writes_two_frames_and_40_kilobytes_at_most(library, written, before, keys):
    app = app_on(library)
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        await pilot.press(*before)
        await pilot.pause(0.1)
        for key in keys:
            written.clear()
            await pilot.press(key)
            await pilot.pause(0.05)
            assert size_of(written) <= BYTES, key
            assert len(written) <= FRAMES, key


@pytest.mark.parametrize(
    "keys",
    [("/",), ("/", "a"), ("?",), ("w",), ("i",), ("Q",), ("?", "escape"), ("K",), ("tab", "f"), ("tab", "tab", "m")],
)
async def test_a_key_that_lays_the_screen_out_anew_writes_40_kilobytes_at_most(library, written, keys):
    app = app_on(library)
    async with app.run_test(size=(200, 50)) as pilot:
        await settled(pilot)
        await pilot.press("j", *keys[:-1])
        await pilot.pause(0.2)
        written.clear()
        await pilot.press(keys[-1])
        await pilot.pause(0.2)
        assert 0 < size_of(written) <= BYTES


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

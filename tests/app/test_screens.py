"""Six screens at four sizes, character by character, against the files in `screens/`.

`pytest tests/app/test_screens.py --update-screens` writes them anew; look at what changed before it is committed.
"""

import difflib
from pathlib import Path

import pytest

from tests.app.grid import grid
from tests.app.harbour import CARDS, DOCUMENT, EXTRACTION
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.store import Library

SIZES = ((200, 50), (120, 40), (80, 24), (40, 12))
SCREENS = {
    "reading": ("right_parenthesis",),
    "answer": ("s", "space"),
    "standings": ("w",),
    "hanging": ("i",),
    "library": ("escape",),
    "quotes": ("Q",),
}
PATIENCE = 20  # looks at a screen that is still being laid out
FOLDER = Path(__file__).parent / "screens"


@pytest.fixture
def app(tmp_path):
    with Library.open(tmp_path) as library:
        library.add(DOCUMENT)
        library.keep_extraction(DOCUMENT, EXTRACTION)
        library.keep_cards(DOCUMENT.id, CARDS)
        yield ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands(), DOCUMENT)


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(app, name, request):
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause(0.1)
        for key in SCREENS[name]:
            await pilot.press(key)
            await pilot.pause(0.1)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            file = FOLDER / f"{name}-{width}x{height}.txt"
            if request.config.getoption("--update-screens"):
                await pilot.pause(0.5)
                file.parent.mkdir(exist_ok=True)
                file.write_text(grid(app, width, height), encoding="utf-8")
            kept = file.read_text(encoding="utf-8")
            for _ in range(PATIENCE):
                await pilot.pause(0.05)
                if (shown := grid(app, width, height)) == kept:
                    break
            difference = difflib.unified_diff(kept.splitlines(True), shown.splitlines(True), file.name, "now")
            assert shown == kept, "".join(difference)

"""A text is on the screen before the whole of it has been read."""

import subprocess
import sys
import threading

import pytest

from tests.app.grid import grid
from tests.app.texts import DOCUMENT, EXTRACTION, TEXT, span
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.screens.opening import OpeningScreen
from tui_reader.app.screens.reading import ReadingScreen
from tui_reader.app.theme_choice import choose_theme, chosen_theme
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import SourceError, StoreError
from tui_reader.sources.preview import SIZE, preview
from tui_reader.store import Library


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def beginning(tmp_path):
    path = tmp_path / "toll.txt"
    path.write_text(TEXT, encoding="utf-8")
    return preview(str(path))


def app_on(library, beginning, whole):
    settings = load_settings(Home(library.home, library.home))
    return ReaderApp(library, settings, commands(), beginning, whole=whole)


def app_that_waits(library, beginning):
    """An app on a known text, and the event that lets the whole of it be read."""
    library.add(DOCUMENT)
    library.keep_extraction(DOCUMENT, EXTRACTION)
    read = threading.Event()

    def whole():
        read.wait(20)
        return DOCUMENT

    return app_on(library, beginning, whole), read


async def until(pilot, true):
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.02)
    pytest.fail("it did not come to that")


async def test_the_beginning_is_shown_at_once_and_what_is_typed_waits_for_the_whole(library, beginning):
    app, read = app_that_waits(library, beginning)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, OpeningScreen)
        view = app.screen.query_one("SourceView")
        assert any("Maud Ferrier said" in view.render_line(y).text for y in range(10))
        await pilot.press("}", "}")
        read.set()
        place = span("Nobody asked").start
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and app.screen.source.offset_in_hand == place)


@pytest.mark.parametrize("width", [200, 141, 120, 80, 40])
async def test_the_text_stays_where_it_is_when_the_other_panes_come(library, beginning, width):
    app, read = app_that_waits(library, beginning)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        words = "Maud Ferrier"
        (before,) = [(y, line.index(words)) for y, line in enumerate(grid(app, width, 30).split("\n")) if words in line]
        read.set()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and app.screen.extraction is not None)
        await pilot.pause(0.2)
        lines = [line.partition("│")[0] for line in grid(app, width, 30).split("\n")[1:]]
        (after,) = [(y, line.index(words)) for y, line in enumerate(lines, 1) if words in line]
        assert after == before


async def test_a_text_that_cannot_be_read_ends_the_app_with_one_line(library, beginning):
    def whole():
        raise SourceError("toll.txt cannot be read")

    app = app_on(library, beginning, whole)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.return_code is not None)
    assert (app.return_code, app.failure) == (1, "toll.txt cannot be read")
    assert library.documents() == []


def test_only_a_plain_text_in_a_file_has_a_beginning_to_show(tmp_path):
    files = {
        "page.html": b"<p>No</p>",
        "page.txt": b"<!doctype html><p>No</p>",
        "empty.txt": b" \n\n",
        "wide.txt": "Nein".encode("utf-16"),
        "latin.txt": "Fährmänner, große Flüsse".encode("latin-1"),
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
        assert preview(str(tmp_path / name)) is None, name
    for location in (str(tmp_path), str(tmp_path / "none.txt"), "-", "clipboard", "https://orrin.example/toll.txt"):
        assert preview(location) is None


def test_a_long_text_is_cut_short_even_within_a_character_and_its_escapes_are_harmless(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("a\x1b[2Jb\n\n" + "é" * SIZE, encoding="utf-8")
    shown = preview(str(path))
    assert len(shown.text.encode()) <= SIZE + 10
    assert "\x1b" not in shown.text
    assert len(shown.blocks) == 2


FIRST_TEXT = """
import asyncio, sys
from pathlib import Path
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.sources.preview import preview

text, home = sys.argv[1], Path(sys.argv[2])

async def main():
    app = ReaderApp(home, load_settings(Home(home, home)), commands(), preview(text), whole=lambda: 1 / 0)
    from tui_reader.app.screens.opening import OpeningScreen
    OpeningScreen.read = lambda self: app.exit()  # what is loaded from here on keeps no text waiting
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "Maud Ferrier" in "".join(app.screen.query_one("SourceView").render_line(y).text for y in range(9))

asyncio.run(main())
print(*sorted(sys.modules))
"""


def test_the_first_text_waits_for_no_library_no_parser_and_no_other_screen(tmp_path):
    path = tmp_path / "toll.txt"
    path.write_text(TEXT, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", FIRST_TEXT, str(path), str(tmp_path)], capture_output=True, text=True, check=True
    )
    loaded = set(told.stdout.split())
    heavy = {"tinydb", "filelock", "click", "spacy", "rapidfuzz", "tui_reader.sources.html", "tui_reader.store"}
    heavy |= {"tui_reader.model.extraction", "tui_reader.model.card"}
    assert loaded & heavy == set()
    assert not {name for name in loaded if name.startswith(("tui_reader.extraction", "tui_reader.study"))}
    assert {name for name in loaded if name.startswith("tui_reader.app.screens.")} == {
        "tui_reader.app.screens.command_screen",
        "tui_reader.app.screens.opening",
    }


async def test_the_library_is_opened_behind_the_first_text_and_a_broken_one_ends_the_app(tmp_path, monkeypatch):
    path = tmp_path / "toll.txt"
    path.write_text(TEXT, encoding="utf-8")
    settings = load_settings(Home(tmp_path, tmp_path))
    app = ReaderApp(tmp_path / "home", settings, commands(), preview(str(path)), whole=lambda: DOCUMENT)
    monkeypatch.setattr(ReadingScreen, "extract", lambda self: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert DOCUMENT.id in app.library
    app.close_library()

    def broken(home):
        raise StoreError("cannot use the data directory")

    monkeypatch.setattr(Library, "open", broken)
    app = ReaderApp(tmp_path / "home", settings, commands(), preview(str(path)), whole=lambda: DOCUMENT)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.return_code is not None)
    assert (app.return_code, app.failure) == (1, "cannot use the data directory")


def test_a_theme_that_was_chosen_is_kept_and_a_broken_file_of_it_is_none(tmp_path):
    assert chosen_theme(tmp_path / "new") is None
    assert choose_theme(tmp_path / "new", "reader-light")
    assert chosen_theme(tmp_path / "new") == "reader-light"
    (tmp_path / "theme").write_bytes(b"\xff\xfe\xff")
    assert chosen_theme(tmp_path) is None
    (tmp_path / "file").touch()
    assert not choose_theme(tmp_path / "file", "reader-light")

"""A text is on the screen before the whole of it has been read."""

import threading

import pytest

from tests.app.texts import DOCUMENT, EXTRACTION, TEXT, span
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.screens.opening import OpeningScreen
from tui_reader.app.screens.reading import ReadingScreen
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import SourceError
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


async def until(pilot, true):
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.02)
    pytest.fail("it did not come to that")


async def test_the_beginning_is_shown_at_once_and_what_is_typed_waits_for_the_whole(library, beginning):
    library.add(DOCUMENT)
    library.keep_extraction(DOCUMENT, EXTRACTION)
    read = threading.Event()

    def whole():
        read.wait(20)
        return DOCUMENT

    app = app_on(library, beginning, whole)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, OpeningScreen)
        view = app.screen.query_one("SourceView")
        assert any("Maud Ferrier said" in view.render_line(y).text for y in range(10))
        await pilot.press("}", "}")
        read.set()
        place = span("Nobody asked").start
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen) and app.screen.source.offset_in_hand == place)


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

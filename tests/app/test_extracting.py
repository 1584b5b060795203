"""Reading a text for its claims: stopped by a key, and a new version held against the one before."""

import threading
from dataclasses import replace

import pytest

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import Cancelled
from tui_reader.extraction import worker
from tui_reader.model import Extraction, Source
from tui_reader.sources import read_text
from tui_reader.store import Library

OLD = """Orrin Toll

Maud Ferrier said that the toll will fall.

The ferrymen wait at the old landing every morning.
"""
NEW = OLD.replace("every morning", "and nobody has told them why")


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        yield opened


def app_on(library, document):
    return ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), document)


async def until(pilot, true):
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.02)
    pytest.fail("it did not come to that")


async def test_a_key_stops_the_reading_and_the_pane_says_so(library, monkeypatch):
    running, stopped = threading.Event(), threading.Event()

    def slow(document, pipeline, went_on, cancelled):
        running.set()
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()
        raise Cancelled("stopped")

    monkeypatch.setattr(worker, "extract_in_process", slow)
    document = read_text(OLD)
    app = app_on(library, document)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, running.is_set)
        await pilot.press("ctrl+x")
        await until(pilot, stopped.is_set)
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["Stopped; R begins again."]
        await pilot.press("ctrl+x")
        assert [notice.message for notice in app._notifications][1:] == ["Nothing is running."]
        running.clear()
        await pilot.press("R")
        await until(pilot, running.is_set)
    assert library.extraction(document.id) is None


async def test_a_new_version_is_told_and_its_changes_lead_into_the_text(library, monkeypatch):
    monkeypatch.setattr(worker, "extract_in_process", lambda document, *rest: Extraction(document.id))
    old, new = (replace(read_text(words), source=Source("toll.txt")) for words in (OLD, NEW))
    library.add(old)
    library.keep_extraction(old, Extraction(old.id))
    app = app_on(library, new)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: any("new version" in notice.message for notice in app._notifications))
        await pilot.press("g", "d")
        await pilot.pause()
        added = [choice for choice in app.screen.choices if choice.words.startswith("+")]
        assert added
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.source.offset_in_hand == int(added[0].id)

"""Keys that come faster than screens do, as when somebody types where no line is open."""

import random

import pytest

from tests.app.texts import DOCUMENT
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings


@pytest.fixture
def library(library_with_cards):
    return library_with_cards


def type_at_once(app, words):
    """Let every key be there before the first of them is looked at."""
    from textual import events

    for letter in words:
        app.post_message(events.Key("space" if letter == " " else letter, letter))


async def test_words_typed_after_a_card_was_checked_end_no_screen_in_a_crash(library):
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), DOCUMENT)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        for words in ("not staying in the past", "ts", "tstststs", "stst not s t s"):
            app.study(DOCUMENT.id)
            await pilot.pause()
            type_at_once(app, words)
            await pilot.pause(0.1)
            assert app.is_running
            assert app.return_code is None
            while len(app.screen_stack) > 2:
                app.pop_screen()
        keys = random.Random(5)
        for _ in range(6):
            type_at_once(app, keys.choices("tsnoigh mfy1234abcwe ", k=12))
            await pilot.pause(0.05)
            await pilot.press("escape")
        assert app.is_running
    assert app.return_code in (None, 0)

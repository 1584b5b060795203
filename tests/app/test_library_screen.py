"""The library screen: where the app begins without a text."""

from datetime import UTC, datetime

import pytest
from textual.widgets import Input

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.screens.library import LibraryScreen
from tui_reader.app.screens.reading import ReadingScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Anchor, Card, CardKind, Extraction, Question, Span
from tui_reader.sources import read_text
from tui_reader.store import Library

TEXTS = [
    read_text(f"{title}\n\nThe ferry waits. The council met.\n\nNobody came.\n") for title in ("Arn", "Bel", "Col")
]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        for number, document in enumerate(TEXTS, 1):
            opened.add(document)
            opened.keep_extraction(document, Extraction(document.id))
            opened.opened(document.id, datetime(2026, 5, number, tzinfo=UTC))
        opened.opened(TEXTS[1].id, datetime(2026, 6, 1, tzinfo=UTC))
        at = TEXTS[1].text.index("Nobody")
        opened.set_place(TEXTS[1].id, Anchor.of(TEXTS[1].text, Span(at, at + 6)))
        opened.set_setting("library.order", "title")
        yield opened


def app_on(library):
    return ReaderApp(library, load_settings(Home(library.home, library.home)), commands())


async def test_the_text_read_last_is_in_hand_in_every_order_and_enter_opens_it_at_its_place(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.screen.text.id == TEXTS[1].id
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.source.offset_in_hand == TEXTS[1].text.index("Nobody")


async def test_a_setting_opens_the_text_read_last(library):
    (library.home / "config.toml").write_text("[app]\nopen_last = true\n", encoding="utf-8")
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.document.id == TEXTS[1].id


async def test_an_empty_library_opens_as_the_library_whatever_is_set(tmp_path):
    (tmp_path / "config.toml").write_text("[app]\nopen_last = true\n", encoding="utf-8")
    with Library.open(tmp_path) as empty:
        app = app_on(empty)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)


async def test_a_word_is_found_in_every_text_and_leads_to_its_place(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("F", *"council met", "enter")
        await pilot.pause()
        assert len(app.screen.choices) == 3
        await pilot.press("j", "enter")
        await pilot.pause()
        document = app.screen.document
        assert app.screen.source.offset_in_hand == document.text.index("council met")


async def test_what_no_text_has_is_said_so(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("F", *"[/b]", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert [notice.message for notice in app._notifications] == ["No text has “[/b]”."]


async def test_the_cards_of_the_texts_that_a_filter_leaves_are_studied(library):
    span = Span(0, 3)
    for document in TEXTS:
        card = Card(document.id, document.id, document.id, CardKind.POSITION, Question.STANCE, "p?", "a", span, span)
        library.keep_cards(document.id, [card])
    library.tag(TEXTS[0].id, "river")
    library.tag(TEXTS[2].id, "river")
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("/", *"river", "enter", "c")
        await pilot.pause()
        assert {card.document for card in app.screen.sitting.session.waiting} == {TEXTS[0].id, TEXTS[2].id}


async def test_an_empty_library_offers_nothing_that_is_done_with_a_text(tmp_path):
    with Library.open(tmp_path) as empty:
        app = app_on(empty)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            shown = {command.id for command in app.screen.query_one(KeyFooter).commands}
            assert "library.add" in shown
            assert not shown & {"library.filter", "library.remove", "library.study"}


async def test_what_is_told_again_while_it_can_be_read_does_not_stack(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            app.screen.notify("No hit.", markup=False)
            await pilot.pause()
        app.notify("Another.", markup=False)
        await pilot.pause()
        assert [told.message for told in app._notifications] == ["No hit.", "Another."]


async def test_a_goal_is_set_for_all_texts_that_are_shown(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("D", "a")
        await pilot.pause()
        app.screen.query_one("#field-day", Input).value = "in 4 days"
        await pilot.press("enter")
        await pilot.pause()
        days = {library.aims.goal(document.id).day for document in TEXTS}
        assert len(days) == 1

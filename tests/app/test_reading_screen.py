"""The reading screen under hostile text, hostile sizes, and the ways of leaving it."""

import pytest

from tests.app.texts import DOCUMENT, span
from tui_reader.app.commands import commands
from tui_reader.app.crash import last_report, write_report
from tui_reader.app.main import run
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings


def app_on(library, document=DOCUMENT):
    home = Home(library.home, library.home)
    return ReaderApp(library, load_settings(home), commands(), document)


def shown(screen):
    return "\n".join(screen.source.render_line(y).text for y in range(screen.source.size.height))


async def test_words_that_look_like_markup_are_shown_as_they_are(library):
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "[i]in all" in shown(app.screen)
        assert "[/i]" in shown(app.screen)
        await pilot.press("slash", *"[/i]", "enter")
        assert app.screen.source.offset_in_hand == span("[/i]").start


async def test_a_storm_of_sizes_leaves_the_place_where_it_was(library):
    app = app_on(library)
    async with app.run_test(size=(250, 80)) as pilot:
        await pilot.pause()
        await pilot.press("}", "}")
        place = app.screen.source.offset_in_hand
        for size in [(140, 40), (100, 30), (80, 24), (40, 12), (20, 5), (5, 3), (1, 1), (90, 24), (250, 80)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.screen.source.offset_in_hand == place
        assert "Nobody asked" in shown(app.screen)


async def test_at_80_by_24_every_pane_is_one_key_away_and_both_places_are_kept(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("}", "l", "enter")
        await pilot.pause()
        assert app.screen.place == "claims"
        assert app.screen.claims.row.id == "d1"
        assert app.screen.claims.region.width > 60
        await pilot.press("escape")
        assert app.screen.place == "source"
        assert app.screen.source.offset_in_hand == span("If the council").start
        await pilot.press("tab")
        assert app.screen.claims.row.id == "d1"


async def test_a_rejected_item_is_gone_and_comes_back(library):
    app = app_on(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("tab", "x")
        assert library.extraction(DOCUMENT.id).conditions == ()
        await pilot.press("u")
        assert len(library.extraction(DOCUMENT.id).conditions) == 1


async def test_leaving_keeps_the_place_and_a_mark(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("G", "m", "a", "g", "g", "q")
    assert library.place(DOCUMENT.id).offset == 0
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("apostrophe", "a")
        assert app.screen.source.offset_in_hand > span("Nobody").start


async def test_contents_kinds_and_jump_open_and_close(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        before = set(screen.shown_kinds)
        await pilot.press("K", "a", "escape")
        assert screen.shown_kinds != before
        await pilot.press("g", "j", "s")
        assert screen.place == "claims"
        await pilot.press("c", "escape")
        assert app.screen is screen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 44)])
async def test_a_word_to_the_reader_lies_over_neither_the_text_nor_the_keys(library, size):
    app = app_on(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("m", "a")
        await pilot.pause(0.1)
        toast = app.screen.query("Toast").first()
        assert toast.region.height == 1
        assert toast.region.width == app.size.width
        assert toast.region.bottom <= app.screen.source.region.y


def test_a_crash_report_says_where_and_nothing_of_the_text(tmp_path):
    path = tmp_path / "crash.txt"
    secret = "the toll of Orrin"
    with pytest.raises(ValueError, match=secret) as failed:
        raise ValueError(secret)
    assert write_report(path, failed.value)
    report = path.read_text()
    assert "ValueError" in report
    assert "test_reading_screen.py" in report
    assert "Orrin" not in report
    assert "crash-told" in last_report(path)
    assert last_report(path) is None


def test_without_a_terminal_the_app_refuses(tmp_path, capsys):
    assert run(Home(tmp_path, tmp_path)) == 2
    assert "terminal" in capsys.readouterr().err

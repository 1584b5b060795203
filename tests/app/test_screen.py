"""What only a screen can show: sizes, hostile text, budgets of frames and bytes, edits by key."""

import pytest

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Actor, ActorKind, Condition, ConditionKind, Extraction, Span
from tui_reader.sources import read_text
from tui_reader.store import Library

HOSTILE = "[bold red]Owned[/] [/x] \x1b[2J\x1b]52;c;aGk=\x07 [@click=app.quit]press[/] {0} %s"
TEXT = (
    f"If the [toll] falls, the boats will come.\n\n{HOSTILE}\n\n" + "The delegates met again in spring. " * 400 + "\n"
)
DOCUMENT = read_text(TEXT)
EXTRACTION = Extraction(
    DOCUMENT.id,
    actors=(Actor("a", HOSTILE[:40], ActorKind.PERSON, (HOSTILE[:40],)),),
    conditions=(Condition("c", ConditionKind.SUFFICIENT, Span(0, 2), Span(3, 19), Span(21, 40), "a", "a"),),
    sentences=(Span(0, 41),),
)


@pytest.fixture
def app(tmp_path):
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, EXTRACTION)
        yield ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands(), DOCUMENT)


def shown(app):
    return "\n".join(line.text for line in app.screen._compositor.render_strips())


async def test_a_text_is_data_and_never_markup(app):
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        for key in ("tab", "l", "l", "l", "w", "escape", "i", "escape", "question_mark", "escape"):
            await pilot.press(key)
        await pilot.pause()
        screen = shown(app)
        assert "[bold red]Owned[/]" in screen
        assert "\x1b" not in screen
        assert app.is_running


async def test_a_storm_of_sizes_leaves_the_app_alive_and_the_place_kept(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6", "j")
        place = app.screen.source.offset_in_hand
        for size in ((250, 80), (90, 24), (40, 12), (20, 5), (1, 1), (3, 60), (139, 40), (250, 80)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            for key in ("tab", "tab", "tab"):
                await pilot.press(key)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.source.offset_in_hand == place


@pytest.mark.parametrize(("width", "panes"), [(200, 3), (120, 2), (80, 1)])
async def test_as_many_panes_as_there_is_room_for(app, width, panes):
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        visible = [pane for pane in ("#source", "#claims", "#study") if app.screen.query_one(pane).region.area]
        assert len(visible) == panes


async def test_a_key_in_the_text_moves_without_a_new_layout(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = app.screen.source.offset_in_hand
        await pilot.press("j")
        assert app.screen.source.offset_in_hand > before
        at = app.screen.source.top
        await pilot.press("space")
        assert app.screen.source.top > at


async def test_an_item_is_rejected_and_brought_back(app):
    async with app.run_test(size=(160, 40)) as pilot:
        while not app.screen.furnished or app.screen.claims.row is None:
            await pilot.pause(0.05)
        await pilot.press("tab", "x")
        await pilot.pause()
        assert app.library.extraction(DOCUMENT.id).conditions == ()
        await pilot.press("u")
        await pilot.pause()
        assert len(app.library.extraction(DOCUMENT.id).conditions) == 1


async def test_the_library_says_what_to_do_when_it_is_empty(tmp_path):
    with Library.open(tmp_path / "new") as library:
        app = ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "No text is in the library yet" in shown(app)
            assert "Transcript of the Daily Press Briefing" in shown(app)

"""Jumping: a letter on every pane and tab, wherever the screen has room to show them."""

import pytest

from tests.app.test_study_desk import app_on, at_a_card, library  # noqa: F401
from tui_reader.app.rows import Tab
from tui_reader.app.screens.jump import JumpScreen


def letters(screen):
    return {str(sign.content).strip(): sign.region.offset for sign in screen.query(".jump-letter")}


@pytest.mark.parametrize(("size", "in_sight"), [((160, 40), 7), ((100, 30), 6), ((80, 24), 3)])
async def test_letters_stand_on_what_is_in_sight_and_lead_to_all(library, size, in_sight):  # noqa: F811
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await at_a_card(app, pilot)
        reading = app.screen
        reading.focus_pane("source")
        await pilot.pause(0.1)
        for target in [target.id for target in reading.jump_targets()]:
            reading.focus_pane("source")
            await pilot.pause(0.05)
            await pilot.press("g", "j")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, JumpScreen)
            assert len(letters(screen)) == in_sight
            assert len(set(letters(screen).values())) == in_sight
            letter = next(letter for letter, one in screen.targets.items() if one.id == target)
            await pilot.press(letter)
            await pilot.pause()
            kind, _, name = target.partition(":")
            assert reading.place == (name if kind == "pane" else "claims")
            assert kind == "pane" or reading.claims.tab is Tab(name)


async def test_a_letter_of_a_tab_stands_before_its_title(library):  # noqa: F811
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        await at_a_card(app, pilot)
        reading = app.screen
        line = str(reading.query_one("#claims-tabs").content)
        left = reading.claims.region.x
        for target in reading.jump_targets():
            if target.id.startswith("tab:"):
                assert line[target.at.x - left :].startswith(target.title)


async def test_any_other_key_and_another_size_leave_all_as_it_was(library):  # noqa: F811
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        await at_a_card(app, pilot)
        reading, place = app.screen, app.screen.place
        for leave in ("escape", "z", "resize"):
            await pilot.press("ctrl+j")
            await pilot.pause()
            assert isinstance(app.screen, JumpScreen)
            if leave == "resize":
                await pilot.resize_terminal(100, 30)
            else:
                await pilot.press(leave)
            await pilot.pause(0.1)
            assert (app.screen, reading.place) == (reading, place)

"""From a real text to answered cards that are still there when the app is opened again."""

from pathlib import Path

import pytest

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import CardKind
from tui_reader.sources import open_source
from tui_reader.store import Library

SEED = Path(__file__).parents[2] / "seeds" / "velm-ferry.txt"


def app_on(library, tmp_path, document=None):
    home = Home(tmp_path, tmp_path)
    return ReaderApp(library, load_settings(home), commands(), document)


async def until(pilot, true, seconds=60):
    for _ in range(int(seconds / 0.05)):
        if true():
            return
        await pilot.pause(0.05)
    pytest.fail("it did not come to that")


async def test_open_read_jump_answer_undo_quit_and_find_it_all_again(tmp_path):
    document = open_source(str(SEED))
    with Library.open(tmp_path) as library:
        app = app_on(library, tmp_path, document)
        async with app.run_test(size=(200, 50)) as pilot:
            screen = app.screen
            # The text is there before anything was found in it; then it is read.
            assert screen.source.page.lines
            await until(pilot, lambda: library.cards(document.id))
            await pilot.pause()

            # From the text to an item of the sentence under the cursor, and back to the place of another.
            await pilot.press("right_parenthesis", "enter")
            await pilot.pause()
            assert screen.place == "claims"
            row = screen.claims.row
            assert screen.source.sentence.overlap(row.span)
            await pilot.press("j", "enter")
            assert screen.place == "source"
            assert screen.source.offset_in_hand == screen.claims.row.span.start

            # Five cards of three kinds are answered, one answer is taken back.
            await pilot.press("s")
            await pilot.pause()
            sitting = app.screen.sitting
            by_kind = {card.kind: card for card in sitting.session.waiting}
            assert len(by_kind) >= 3
            first = list(by_kind.values())[:3]
            others = [card for card in sitting.session.waiting if card not in first]
            sitting.session.waiting = [*first, *others]
            app.screen.ask_next()
            asked = []
            for _ in range(5):
                asked.append(app.screen.pane.card)
                await pilot.press("space")
                assert app.screen.pane.exercise.revealed
                await pilot.press("3")
                await pilot.pause()
            assert len({card.kind for card in asked}) >= 3
            assert len(list(library.progress.reviews())) == 5
            await pilot.press("u")
            await pilot.pause()
            assert app.screen.pane.card == asked[-1]
            known = {card.id: library.progress.state(card.id) for card in asked}
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("6", "j")
            place = app.screen.source.offset_in_hand
            await pilot.press("q")
        assert app.return_code == 0

    with Library.open(tmp_path) as library:
        assert [review.card for review in library.progress.reviews()] == [card.id for card in asked[:4]]
        assert {card.id: library.progress.state(card.id) for card in asked} == known
        assert CardKind.CONDITION in {card.kind for card in asked}
        app = app_on(library, tmp_path, document)
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: app.screen.extraction is not None)
            assert app.screen.source.offset_in_hand == place
            await pilot.press("s")
            await pilot.pause()
            # The fourth answer can be taken back too, by another sitting.
            await pilot.press("u")
            await pilot.pause()
            assert app.screen.pane.card.id == asked[3].id

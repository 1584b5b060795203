"""Pairing statements and holders in the app."""

import pytest
from textual.widgets import Static

from tests.study.test_matching import HELD, stances
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Rating, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library

DOCUMENT = read_text("Of the toll and the lease, and of what became of them in spring.\n\n" + "The quay is shut. " * 9)


@pytest.fixture
def library(tmp_path):
    from dataclasses import replace

    cards, found = stances(*HELD)
    with Library.open(tmp_path) as opened:
        opened.add(DOCUMENT)
        opened.keep_extraction(DOCUMENT, replace(found, document=DOCUMENT.id))
        opened.keep_cards(DOCUMENT.id, [replace(card, document=DOCUMENT.id) for card in cards])
        yield opened


async def test_how_sure_the_reader_is_is_asked_once_a_match_before_it_is_judged(library):
    library.set_setting("study.confidence", True)
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), study=[DOCUMENT.id])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("m", "w")
        await pilot.pause()
        pane = app.screen.pane
        await pilot.press("1", "a", "b", "c", "a", "space")
        await pilot.pause()
        assert (pane.match.weighing, pane.match.judged) == (True, False)
        assert "how sure are you?" in str(pane.query_one("#card-ratings", Static).content)
        await pilot.press("m")
        await pilot.pause()
        assert "the pairs not handed in" in str(pane.query_one("#card-said", Static).content)
        await pilot.press("c")  # on second thoughts
        assert not pane.match.weighing
        await pilot.press("space", "4")
        await pilot.pause()
        assert pane.match.judged
        assert [review.confidence for review in library.progress.reviews()] == [1.0] * 4
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("1", "a", "space", "space", "space")
        await pilot.pause()
        assert pane.match.judged
        assert {review.confidence for review in library.progress.reviews()} == {None}


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 44)])
async def test_statements_are_paired_changed_handed_in_looked_up_and_taken_back(library, size):
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), study=[DOCUMENT.id])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("m", "w")
        await pilot.pause()
        pane = app.screen.pane
        await pilot.press("1", "a", "b", "c", "u", "space")
        await pilot.pause()
        assert pane.match.given == (0, 1, None, None)
        assert "Without a holder: 3, 4" in str(pane.query_one("#card-said", Static).content)
        await pilot.press("k", "k", "k", "j", "a", "3", "c", "space", "space")
        await pilot.pause()
        assert (pane.match.judged, pane.match.right) == (True, 3)
        assert "3 of 4 right" in str(pane.query_one("#card-head", Static).content)
        reviews = list(library.progress.reviews())
        assert [review.rating for review in reviews] == [Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN]
        assert {review.mode for review in reviews} == {StudyMode.MATCH}
        await pilot.press("2")
        assert pane.card.span.start == 20
        options = pane.query_one("#card-options").region
        assert options.y >= pane.region.y
        await pilot.press("u")
        await pilot.pause()
        assert list(library.progress.reviews()) == []
        assert not pane.match.judged
        await pilot.press("a", "space", "space", "space")
        await pilot.pause()
        assert pane.match is None
        assert "Done for now" in str(pane.query_one("#card-head", Static).content)

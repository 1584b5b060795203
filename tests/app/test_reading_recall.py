"""Read and recall: three questions at the end of a section, before the reader goes on."""

from dataclasses import replace

import pytest
from textual.widgets import Static

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Card, CardKind, Extraction, Question, Rating, Section, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.unrated import Unrated, UnratedAnswers

TEXT = """The toll will fall.

The boats will come. The fair will open. The mill will stop.

Nobody asked the ferrymen.

They wait.
"""
WEIR = TEXT.index("Nobody")
DOCUMENT = replace(
    read_text(TEXT),
    sections=(Section(Span(0, WEIR), title="The toll"), Section(Span(WEIR, len(TEXT)), title="The weir")),
)


def card(words):
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    question = Question.CONSEQUENCE
    return Card(words, DOCUMENT.id, words, CardKind.CONDITION, question, f"{words}?", words, span, span)


@pytest.fixture
def app(tmp_path):
    (tmp_path / "config.toml").write_text("[reading]\nrecall = true\n", encoding="utf-8")
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        words = ("The toll will", "The boats will", "The fair will", "The mill will", "Nobody asked")
        library.keep_cards(DOCUMENT.id, [card(one) for one in words])
        yield ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands(), DOCUMENT)


async def read_to_the_weir(app, pilot):
    while not app.screen.query("#card-prompt") or app.screen.pane.card is None:
        await pilot.pause()
    for _ in range(12):
        await pilot.press("j")
        await pilot.pause()
        if app.screen.source.offset_in_hand >= WEIR or app.screen.recalling:
            return


@pytest.mark.parametrize("size", [(160, 40), (40, 12)])
async def test_reading_past_a_section_asks_three_questions_on_it_and_then_goes_on_where_it_was(app, size):
    async with app.run_test(size=size) as pilot:
        await read_to_the_weir(app, pilot)
        screen = app.screen
        assert screen.recalling
        said = str(screen.query_one("#card-said", Static).content)
        assert said == "3 questions on §1, just read; esc ends them and reads on."
        here = screen.source.offset_in_hand
        asked = []
        while (card := screen.pane.card) is not None and len(asked) < 5:
            asked.append(card.id)
            await pilot.press("space", "1")
            await pilot.pause()
        # A card that slipped does not come back here.
        assert asked == ["The toll will", "The boats will", "The fair will"]
        await pilot.press("space")
        await pilot.pause()
        assert screen.source.has_focus
        assert screen.source.offset_in_hand == here
        assert not screen.recalling
        modes = {review.mode for review in app.library.progress.reviews()}
        assert modes == {StudyMode.RECALL}
        # Once is enough.
        await pilot.press("k", "k", "j", "j")
        await pilot.pause()
        assert not screen.recalling


async def test_escape_leaves_the_questions_and_reading_goes_on(app):
    async with app.run_test(size=(160, 40)) as pilot:
        await read_to_the_weir(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.source.has_focus
        assert not app.screen.recalling
        assert app.screen.sitting.mode is StudyMode.FLASHCARD


async def test_the_end_of_the_text_is_the_end_of_its_last_section(app):
    async with app.run_test(size=(160, 40)) as pilot:
        await read_to_the_weir(app, pilot)
        await pilot.press("escape", "j", "j", "j")
        await pilot.pause()
        assert app.screen.recalling
        assert app.screen.pane.card.id == "Nobody asked"


async def test_a_jump_is_not_reading_and_a_command_switches_it_off_for_good(app):
    async with app.run_test(size=(160, 12)) as pilot:
        while not app.screen.query("#card-prompt") or app.screen.pane.card is None:
            await pilot.pause()
        await pilot.press("g", "r")
        await pilot.pause()
        await read_to_the_weir(app, pilot)
        assert not app.screen.recalling
    assert app.library.setting("reading.recall") is False


async def test_the_text_is_covered_while_it_is_asked_on_and_looking_it_up_counts_as_not_known(app):
    async with app.run_test(size=(160, 40)) as pilot:
        await read_to_the_weir(app, pilot)
        await pilot.pause()
        screen = app.screen
        assert not screen.source.display
        assert not screen.claims.display
        assert "§1 is covered" in str(screen.query_one("#cover", Static).content)
        await pilot.press("1", "2")  # the panes that are covered are not to be had
        await pilot.pause()
        assert screen.place == "study"
        first = screen.pane.card
        await pilot.press("t")
        await pilot.pause()
        assert screen.source.display
        assert screen.pane.exercise.suggested is Rating.AGAIN
        screen.focus_pane("study")
        await pilot.press("space")
        await pilot.pause()
        assert screen.pane.card != first
        assert not screen.source.display
        await pilot.press("escape")
        await pilot.pause()
        assert screen.source.display
        assert screen.source.has_focus
    assert [(review.card, review.rating) for review in app.library.progress.reviews()] == [(first.id, Rating.AGAIN)]


async def test_an_answer_that_is_still_to_be_rated_does_not_show_where_the_text_is_asked_on(app):
    UnratedAnswers(app.library.home / "drafts").keep(Unrated("The toll will", 0, "a guess", checked=True))
    async with app.run_test(size=(160, 40)) as pilot:
        await read_to_the_weir(app, pilot)
        await pilot.pause()
        assert app.screen.pane.card.id == "The toll will"
        assert not app.screen.pane.exercise.revealed


async def test_going_on_to_the_next_section_asks_too(app):
    async with app.run_test(size=(160, 40)) as pilot:
        while not app.screen.query("#card-prompt") or app.screen.pane.card is None:
            await pilot.pause()
        await pilot.press("]")
        await pilot.pause()
        assert app.screen.recalling
        assert app.screen.pane.card.id == "The toll will"

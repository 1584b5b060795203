"""The three views of the argument, over a text whose extraction is written by hand."""

import pytest
from textual.widgets import Static

from tui_reader.app.commands import commands
from tui_reader.app.ladder_rows import duties, tree
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.screens.standings import headed
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.ladder import Mark
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import (
    Actor,
    ActorKind,
    Check,
    Condition,
    ConditionKind,
    Extraction,
    Issue,
    Position,
    Quotation,
    Span,
    Stance,
)
from tui_reader.sources import read_text
from tui_reader.store import Library

TEXT = (
    "If the port opens, the fleet will sail. The mayor refuses the toll. The guild demands the toll.\n\n"
    "She said the port “must [never] open” while he had said the port must surely open today.\n"
)
DOCUMENT = read_text(TEXT)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


EXTRACTION = Extraction(
    DOCUMENT.id,
    actors=(Actor("m", "The [b]mayor[/b]", ActorKind.PERSON), Actor("g", "The guild", ActorKind.GROUP)),
    conditions=(
        Condition(
            "c1", ConditionKind.SUFFICIENT, span("If"), span("the port opens"), span("the fleet will sail"), "m", "g"
        ),
    ),
    positions=(
        Position("p1", "m", Issue("the toll"), Stance.REFUSES, span("The mayor refuses the toll")),
        Position("p2", "g", Issue("the toll"), Stance.DEMANDS, span("The guild demands the toll")),
    ),
    quotations=(Quotation(span("must [never] open"), "m", Check.ALTERED, span("must surely open")),),
)


@pytest.fixture
def app(tmp_path):
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, EXTRACTION)
        yield ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands(), DOCUMENT)


def test_a_mark_says_what_follows_and_duties_are_grouped_by_who_must_act():
    (outcome, rung) = tree(DOCUMENT, EXTRACTION, {"c1": Mark.MET})
    assert (outcome.words, outcome.state) == ("the fleet will sail", "✓ follows")
    assert (rung.words, rung.state) == ("the port opens", "✓ met")
    assert "The guild must act" in rung.detail
    assert duties(DOCUMENT, EXTRACTION, {})[0].words == "The guild must act"


async def test_a_cell_leads_to_its_evidence_and_the_table_turns(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        screen = app.screen
        assert screen.standings.issues == ("the toll",)
        assert {screen.cell.holder} <= {"m", "g"}
        await pilot.press("v", "l")
        assert screen.cell is not None
        evidence = screen.evidence()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.source.offset_in_hand == evidence.start


async def test_a_mark_is_kept_with_the_text(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("j", "m")
        assert app.library.setting(f"marks:{DOCUMENT.id}") == {"c1": "met"}
        assert app.screen.rows[0].state == "✓ follows"
        await pilot.press("v")
        assert app.screen.rows[1].state == "✓ met"


async def test_a_view_is_written_to_a_file_by_its_ending(app, tmp_path):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("Q")
        await pilot.pause()
        assert app.screen.quotation.check is Check.ALTERED
        await pilot.press("e", "ctrl+u")
        await pilot.press(*str(tmp_path / "q.dot"), "enter")
        await pilot.pause()
        assert "must [never] open" in (tmp_path / "q.dot").read_text(encoding="utf-8")


async def test_two_actors_are_made_one_and_two_again(app):
    async with app.run_test(size=(160, 40)) as pilot:
        while not app.screen.furnished or app.screen.claims.row is None:
            await pilot.pause(0.05)
        await pilot.press("tab", "l", "l", "l")
        first = app.screen.claims.row
        other = next(actor for actor in EXTRACTION.actors if actor.id != first.id)
        await pilot.press("M", "ctrl+u", *other.name, "enter")
        await pilot.pause()
        assert [actor.id for actor in app.library.extraction(DOCUMENT.id).actors] == [first.id]
        await pilot.press("u")
        await pilot.pause()
        assert len(app.library.extraction(DOCUMENT.id).actors) == 2


async def test_rows_of_the_table_show_on_the_smallest_screen_however_much_is_said_of_one(app):
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        app.screen.query_one("#standings-evidence", Static).update("\n".join("So it is." for _ in range(12)))
        await pilot.pause()
        grid = app.screen.query_one("#standings")
        assert grid.scrollable_content_region.height > len(app.screen.standings.holders)


def test_the_head_of_a_column_is_broken_and_not_cut_where_it_fits_on_two_lines():
    assert headed("relations with Japan").plain == "relations with\nJapan"
    assert headed("the toll").plain == "the toll"
    long = headed("the development of its missiles and of all that is behind them").plain.splitlines()
    assert len(long) == 2
    assert long[-1].endswith("…")


async def test_which_of_how_many_columns_is_in_hand_is_said_above_the_table(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        assert app.screen.query_one(StatusLine).parts[2] == "issue 1 of 1"
        await pilot.press("v", "l", "l", "l")
        await pilot.pause()
        holders = len(app.screen.standings.holders)
        assert app.screen.query_one(StatusLine).parts[2] == f"actor {holders} of {holders}"

from datetime import date, timedelta

import pytest

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.screens.figures import charts_of
from tui_reader.app.widgets.charts import BarChart, Chart, DayChart, HeatMap, Points, heat, ticks
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.store import Library

TODAY = date(2031, 5, 7)  # a Wednesday
FIGURES = {
    "texts": [{"id": "d", "title": "A [b]text[/b]", "known": 0.5}, {"id": "e", "title": "Another", "known": 0.25}],
    "reviews": 3,
    "seconds": 90.0,
    "streak": 2,
    "days": [{"day": "2031-05-06", "reviews": 3, "seconds": 90.0}],
    "forecast": [{"day": (TODAY + timedelta(days=n)).isoformat(), "due": n % 3} for n in range(30)],
    "retention": {"true": 0.8, "predicted": 0.9},
    "known": 0.4,
    "known_by_kind": {"condition": 0.4},
    "known_by_actor": [{"text": "d", "actor": "Brisk", "known": 0.4}],
    "stability": {"edges": [0, 1, 3], "cards": [1, 2]},
    "difficulty": {"edges": [1, 2, 3], "cards": [0, 0]},
    "calibration": [{"confidence": 0.9, "right": 0.5}],
    "confusions": [{"text": "d", "meant": "Brisk", "taken": "Tarn", "times": 2}],
}


def test_the_heat_map_has_a_row_a_weekday_and_shades_the_busiest_day_darkest():
    lines = heat({TODAY: 8, TODAY - timedelta(days=7): 1}, TODAY, weeks=3).splitlines()
    assert [line[:3] for line in lines] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert lines[2] == "Wed · ░░██"
    assert lines[3] == "Thu · ·   "


def test_every_figure_that_there_is_becomes_a_chart():
    shown = charts_of(FIGURES, TODAY)
    kinds = [type(widget) for widget in shown]
    assert kinds.count(BarChart) == 4  # by text, kind, actor and stability; of difficulty there is nothing
    assert kinds.count(DayChart) == 2  # minutes spent and cards due, by day
    assert {HeatMap, Points} <= set(kinds)


def test_without_answers_the_reader_is_told_what_to_do():
    empty = {**FIGURES, "reviews": 0, "days": [], "forecast": [], "calibration": [], "confusions": [], "texts": []}
    empty |= {"known_by_kind": {}, "known_by_actor": [], "stability": {"edges": [0, 1], "cards": [0]}, "known": None}
    assert [type(widget).__name__ for widget in charts_of(empty, TODAY)] == ["Static", "Static"]


@pytest.mark.parametrize(
    ("most", "shown"),
    [(1, [0, 1]), (3.5, [0, 1, 2, 3]), (7, [0, 2, 4, 6]), (40, [0, 10, 20, 30, 40]), (100, [0, 20, 40, 60, 80, 100])],
)
def test_a_scale_has_a_few_whole_numbers(most, shown):
    assert ticks(most) == shown


async def test_every_chart_is_drawn_in_any_theme(tmp_path):
    for theme in ("reader-dark", "ansi-light"):
        with Library.open(tmp_path / theme) as library:
            app = ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands())
            async with app.run_test(size=(100, 200)) as pilot:
                app.theme = theme
                await app.screen.mount_all(charts_of(FIGURES, TODAY))
                await pilot.pause()
                assert all(chart.size.height for chart in app.screen.query(Chart))


async def test_the_schedule_is_fitted_from_the_statistics_or_says_why_not(tmp_path):
    with Library.open(tmp_path) as library:
        app = ReaderApp(library, load_settings(Home(tmp_path, tmp_path)), commands())
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("S")
            await pilot.pause()
            await pilot.press("O")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert any("answers or more" in told.message for told in app._notifications)

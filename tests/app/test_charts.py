from datetime import date, timedelta

import pytest
from textual.widgets import Static

from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.widgets.charts import (
    BarChart,
    Chart,
    DayChart,
    HeatMap,
    LineChart,
    Points,
    floor_of,
    heat,
    labelled,
    ticks,
)
from tui_reader.app.widgets.figures import charts_of
from tui_reader.app.widgets.overview import overview
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.store import Library

TODAY = date(2031, 5, 7)  # a Wednesday
FIGURES = {
    "texts": [
        {"id": "d", "title": "A [b]text[/b]", "known": 0.5, "cards": 8, "due": 2, "unseen": 1, "learnt": 4}
        | {"passages": 1},
        {"id": "e", "title": "Another", "known": 0.25, "cards": 4, "due": 0, "unseen": 3, "learnt": 1, "passages": 0},
    ],
    "reviews": 3,
    "seconds": 90.0,
    "seconds_per_answer": 30.0,
    "streak": 2,
    "days": [
        {"day": "2031-05-05", "reviews": 1, "seconds": 30.0},
        {"day": "2031-05-06", "reviews": 2, "seconds": 60.0},
    ],
    "forecast": [{"day": (TODAY + timedelta(days=n)).isoformat(), "due": n % 3} for n in range(30)],
    "retention": {
        "true": 0.8,
        "predicted": 0.9,
        "weeks": [
            {"from": "2031-04-28", "true": 0.7, "predicted": 0.9, "answers": 10},
            {"from": "2031-05-05", "true": 0.9, "predicted": 0.88, "answers": 12},
        ],
        "months": [{"from": "2031-05-01", "true": 0.8, "predicted": 0.9, "answers": 22}],
    },
    "known": 0.4,
    "known_by_kind": {"condition": 0.4},
    "known_by_actor": [{"text": "d", "actor": "Brisk", "known": 0.4}],
    "stability": {"edges": [0, 1, 3], "cards": [1, 2]},
    "difficulty": {"edges": [1, 2, 3], "cards": [0, 0]},
    "calibration": [{"confidence": 0.9, "right": 0.5, "answers": 8}],
    "confusions": [{"text": "d", "meant": "Brisk", "taken": "Tarn", "times": 2}],
}


def test_the_heat_map_has_a_row_a_weekday_and_shades_the_busiest_day_darkest():
    lines = heat({TODAY: 8, TODAY - timedelta(days=7): 1}, TODAY, weeks=3).splitlines()
    assert [line[:3] for line in lines[1:]] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert lines[3] == "Wed · ░░██"
    assert lines[4] == "Thu · ·   "


def test_the_heat_map_names_each_month_where_it_begins():
    assert heat({TODAY: 8}, TODAY, weeks=9).splitlines()[0] == "    Mar     Apr"


def test_every_figure_that_there_is_becomes_a_chart():
    shown = charts_of(FIGURES, TODAY)
    kinds = [type(widget) for widget in shown]
    assert kinds.count(BarChart) == 4  # by text, kind, actor and stability; of difficulty there is nothing
    assert kinds.count(DayChart) == 2  # minutes spent and cards due, by day
    assert {HeatMap, LineChart, Points} <= set(kinds)


def test_bars_have_their_numbers_before_them_one_under_another():
    rows = [("Brisk", 97.4), ("the guild of pilots of the Narrows", 4.0)]
    assert labelled(rows, " %", 20) == ["Brisk           97 % ", "the guild of …   4 % "]


@pytest.mark.parametrize(("shares", "low"), [([0.95, 0.88], 70), ([0.13], 0), ([], 0), ([1.0], 90)])
def test_a_scale_of_shares_begins_below_the_least_of_them(shares, low):
    assert floor_of(shares) == low


@pytest.mark.parametrize("width", [30, 60, 80, 140])
def test_a_chart_is_as_wide_as_it_may_be_at_most_and_in_the_colours_of_the_theme(width):
    for chart in charts_of(FIGURES, TODAY):
        if isinstance(chart, Chart):
            drawn = chart.drawn(width)
            assert max(len(line) for line in drawn.plain.splitlines()) <= width
            assert len(drawn.plain.splitlines()) <= chart.rows
            assert {str(span.style) for span in drawn.spans} <= {"$accent", "$primary", "$rule", "$foreground"}
            assert set(drawn.plain) & set("█●")


def test_what_a_chart_shows_is_told_in_numbers_too():
    told = "\n".join(str(one.content) for one in charts_of(FIGURES, TODAY) if type(one) is Static)
    assert "May 2031   80 % true   90 % predicted  22 answers" in told
    assert " 90 % sure   50 % right  8 answers" in told
    assert "3 answers in 2 minutes, 30 s each, 2 days in a row." in told


def test_without_answers_the_reader_is_told_what_to_do():
    empty = {**FIGURES, "reviews": 0, "days": [], "forecast": [], "calibration": [], "confusions": [], "texts": []}
    empty |= {"retention": {"true": None}}
    empty |= {
        "known_by_kind": {},
        "known_by_actor": [],
        "retention": {"true": None},
        "stability": {"edges": [0, 1], "cards": [0]},
        "known": None,
    }
    assert [type(widget).__name__ for widget in charts_of(empty, TODAY)] == ["Overview", "Static", "Static"]
    assert told(empty) == ["No cards yet: reading a text makes them."]


def told(figures):
    return ["".join(words for words, _ in line) for line in overview(figures, TODAY, lambda name: "p", 10)]


def test_first_it_is_said_what_is_known_today_and_what_there_is_to_do():
    assert told(FIGURES) == [
        "You know 40 % of these 2 texts today",
        "━━━━──────",
        "12 cards: 5 learnt, 3 being learnt, 4 unseen",
        "2 due now",
        "1 passage to read again, because a card slipped:   p lists them",
    ]
    (text, _) = FIGURES["texts"]
    later = {**FIGURES, "texts": [text | {"due": 0, "passages": 0}]}
    assert told(later)[0] == "You know 40 % of this text today"
    assert told(later)[-1] == "nothing is due now; 1 tomorrow"
    assert told(later | {"forecast": []})[-1] == "nothing is due"


def test_a_single_day_makes_no_calendar():
    kinds = [type(widget) for widget in charts_of(FIGURES | {"days": FIGURES["days"][1:]}, TODAY)]
    assert HeatMap not in kinds
    assert kinds.count(DayChart) == 1  # cards due


def test_a_calendar_of_a_few_days_has_no_months_without_an_answer():
    (calendar,) = [one for one in charts_of(FIGURES, TODAY) if isinstance(one, HeatMap)]
    assert calendar.weeks == 2


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

"""Goals and desired retention of a text, from the setting of them to what a sitting asks."""

from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import StoreError
from tui_reader.model import Card, CardKind, CardState, Extraction, Phase, Question, Rating, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.courses import course_of, goal_plan, goals, set_goal
from tui_reader.store.figures import figures_of
from tui_reader.store.material import material_of
from tui_reader.store.sitting import Sitting
from tui_reader.study.goal import Goal
from tui_reader.study.plan import study_days

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")
OTHER = read_text("If the weir breaks, the mill will stop.\n")


def card(document, name, item):
    span = Span(0, 5)
    return Card(name, document.id, item, CardKind.CONDITION, Question.CONSEQUENCE, f"{name}?", "a", span, span)


def cards(document, items, siblings):
    return [card(document, f"{item}{n}", item) for n in range(siblings) for item in items]


@pytest.fixture
def library(tmp_path):
    (tmp_path / "config.toml").write_text("[study]\nnew_per_day = 2\n", encoding="utf-8")
    with Library.open(tmp_path) as opened:
        for document, items in ((DOCUMENT, "abcd"), (OTHER, "xy")):
            opened.keep_extraction(document, Extraction(document.id))
            opened.keep_cards(document.id, cards(document, items, 3))
        yield opened


def settings(library):
    return load_settings(Home(library.home, library.home))


def sit(library, at, *documents):
    materials = [material_of(library, document.id) for document in documents or (DOCUMENT,)]
    return Sitting(library, settings(library), materials, at, StudyMode.FLASHCARD)


def aim(library, days, at=AT, share=0.95):
    day = study_days(settings(library)).day(at) + timedelta(days=days)
    return set_goal(library, settings(library), DOCUMENT.id, Goal(day, share), at)


def answer_all(library, at, rating=Rating.EASY):
    sitting, asked = sit(library, at), []
    while (exercise := sitting.ask(at)) is not None:
        sitting.answer(exercise.reveal(), rating, at)
        asked.append(exercise.card.id)
    return asked


def test_every_card_is_seen_before_the_day_and_known_on_it_whatever_the_limits(library):
    aim(library, days=4)
    days = [answer_all(library, AT + timedelta(days=n)) for n in range(4)]
    seen = {name for asked in days for name in asked}
    assert seen == {one.id for one in library.cards(DOCUMENT.id)}
    # Twelve cards in three days, the last day before the goal being left for going over them again.
    assert [len(asked) for asked in days[:3]] == [4, 4, 4]
    course = course_of(library, settings(library), DOCUMENT.id)
    the_day = AT + timedelta(days=4)
    shares = [course.scheduler.retrievability(library.progress.state(name), the_day) for name in seen]
    assert min(shares) >= 0.95


def test_siblings_come_on_one_day_only_as_far_as_the_goal_asks_it(library):
    aim(library, days=2)
    asked = answer_all(library, AT)
    assert len(asked) == 12
    assert {name[0] for name in asked[:4]} == set("abcd")


def test_what_was_answered_today_counts_for_the_share_of_today(library):
    assert aim(library, days=4).new_today == 4
    sitting = sit(library, AT)
    for _ in range(3):
        sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    plan = goal_plan(library, course_of(library, settings(library), DOCUMENT.id), library.cards(DOCUMENT.id), AT)
    assert (plan.new_today, plan.unseen, plan.new_per_day) == (1, 9, 4)


def test_a_card_answered_before_the_goal_was_set_comes_and_is_counted_on_its_eve(library):
    sitting = sit(library, AT)
    first = sitting.ask(AT).card
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    state = library.progress.state(first.id)
    eve, day = AT + timedelta(days=3), AT + timedelta(days=4)
    assert state.due > day
    aim(library, days=4)
    assert library.shelved(DOCUMENT.id, eve).due == 1
    assert library.shelved(DOCUMENT.id, AT + timedelta(days=1)).due == 0
    assert sit(library, eve).ask(eve).card.id == first.id
    # Not gone over on the eve, it is still asked on the day; after it the goal is over.
    assert sit(library, day).ask(day).card.id == first.id
    assert library.shelved(DOCUMENT.id, day + timedelta(days=1)).due == 0
    # Another goal, or none, leaves no trace.
    set_goal(library, settings(library), DOCUMENT.id, None, AT)
    assert library.shelved(DOCUMENT.id, eve).due == 0
    assert library.progress.state(first.id) == state


def test_a_card_answered_on_the_eve_is_no_longer_counted(library):
    answer_all(library, AT)
    aim(library, days=4)
    eve = AT + timedelta(days=3)
    assert library.shelved(DOCUMENT.id, eve).due == 2
    answer_all(library, eve)
    assert library.shelved(DOCUMENT.id, eve + timedelta(hours=1)).due == 0


def test_a_goal_of_one_text_leaves_the_limits_to_the_others(library):
    aim(library, days=4)
    waiting = sit(library, AT, OTHER, DOCUMENT).session.waiting
    assert [one.document for one in waiting] == [DOCUMENT.id] * 4
    set_goal(library, settings(library), DOCUMENT.id, None, AT)
    assert len(sit(library, AT, OTHER, DOCUMENT).session.waiting) == 2


def test_the_preview_shows_the_interval_that_comes(library):
    aim(library, days=4)
    sitting = sit(library, AT)
    exercise = sitting.ask(AT)
    promised = sitting.session.preview(exercise.card, AT)[Rating.EASY]
    sitting.answer(exercise.reveal(), Rating.EASY, AT)
    state = library.progress.state(exercise.card.id)
    assert promised == timedelta(days=3) == sitting.session.scheduler.interval(AT, state)


def test_each_text_of_a_sitting_keeps_its_own_retention(library):
    library.aims.set_retention(OTHER.id, 0.99)
    sitting = sit(library, AT, OTHER, DOCUMENT)
    intervals = {
        one.document: sitting.session.preview(one, AT)[Rating.EASY]
        for one in (card(OTHER, "x0", "x"), card(DOCUMENT, "a0", "a"))
    }
    assert intervals[OTHER.id] < intervals[DOCUMENT.id]


def test_goals_are_listed_with_what_they_ask_until_they_have_passed(library):
    aim(library, days=4)
    (found,) = goals(library, settings(library), AT)
    assert (found["id"], found["new_today"], found["unseen"], found["days_left"]) == (DOCUMENT.id, 4, 12, 4)
    assert library.shelved(DOCUMENT.id, AT).goal == found["day"]
    later = AT + timedelta(days=5)
    assert goals(library, settings(library), later) == []
    assert library.shelved(DOCUMENT.id, later).goal is None


def test_aims_outlast_the_program_and_go_on_in_a_new_version_of_the_text(tmp_path):
    file = tmp_path / "toll.txt"
    file.write_text("If the toll falls, the boats will come.\n", encoding="utf-8")
    from tui_reader.sources import open_source

    goal = Goal(study_days(load_settings(Home(tmp_path, tmp_path))).day(AT))
    with Library.open(tmp_path / "home") as library:
        first = library.add(open_source(str(file)))
        library.aims.set_goal(first, goal)
        library.aims.set_retention(first, 0.85)
    file.write_text("If the toll falls, the boats will come. The mayor agrees.\n", encoding="utf-8")
    with Library.open(tmp_path / "home") as library:
        second = library.add(open_source(str(file)))
        assert second != first
        assert (library.aims.goal(second), library.aims.retention(second)) == (goal, 0.85)
        library.aims.set_goal(second, None)
        assert library.aims.goal(second) is None


@pytest.mark.parametrize("share", [0.5, 1.0, float("nan")])
def test_a_share_that_cannot_be_asked_for_is_refused(library, share):
    with pytest.raises(StoreError, match=r"from 0\.7 to 0\.99"):
        library.aims.set_retention(DOCUMENT.id, share)
    with pytest.raises(StoreError, match=r"from 0\.7 to 0\.99"):
        aim(library, days=4, share=share)
    assert library.progress.state("a0") == CardState(Phase.NEW)


def test_the_forecast_has_the_cards_that_a_goal_brings_forward_on_its_eve(library):
    answer_all(library, AT)
    aim(library, days=4)
    model = course_of(library, settings(library), DOCUMENT.id).scheduler
    dues = [row["due"] for row in figures_of(library, model, AT)["forecast"]]
    assert dues[:5] == [0, 0, 0, 2, 0]

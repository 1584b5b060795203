from datetime import UTC, date, datetime, timedelta

import pytest

from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    CardState,
    Phase,
    Question,
    Rating,
    Review,
    Span,
    StudyMode,
)
from tui_reader.study.day import StudyDays
from tui_reader.study.leech import becomes_leech
from tui_reader.study.schedule import Scheduler
from tui_reader.study.selection import Known, Selection, select
from tui_reader.study.statistics import (
    by_day,
    calibration,
    confusions,
    forecast,
    histogram,
    knowledge,
    knowledge_by_actor,
    share_known,
    streak,
)

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DAYS = StudyDays(zone=UTC)
SCHEDULER = Scheduler(days=DAYS, fuzz=False)


def card(name, question=Question.HOLDER, answer="Ana Brisk", actors=(), kind=CardKind.POSITION, document="doc"):
    return Card(name, document, name, kind, question, name, answer, Span(0, 1), Span(0, 1), actors=actors)


def test_a_day_total_counts_by_study_day():
    late = datetime(2031, 5, 7, 3, 0, tzinfo=UTC)
    reviews = [Review("a", Rating.GOOD, AT, seconds=4), Review("a", Rating.AGAIN, late, seconds=6)]
    (total,) = by_day(reviews, DAYS)
    assert (total.day, total.reviews, total.remembered, total.seconds) == (date(2031, 5, 6), 2, 1, 10)


def test_a_streak_holds_until_today_is_over():
    totals = by_day([Review("a", Rating.GOOD, AT - timedelta(days=n)) for n in (1, 2, 4)], DAYS)
    assert streak(totals, DAYS.day(AT)) == 2


def test_the_forecast_counts_what_is_overdue_for_today():
    states = [
        CardState(phase=Phase.REVIEW, due=AT - timedelta(days=3)),
        CardState(phase=Phase.REVIEW, due=AT + timedelta(days=2)),
        CardState(phase=Phase.REVIEW, due=AT, suspended=True),
        CardState(),
    ]
    assert [count for _, count in forecast(states, DAYS, AT, 4)] == [1, 0, 1, 0]


def test_a_card_never_seen_is_not_known():
    states = {"a": SCHEDULER.answer("a", CardState(), Rating.EASY, AT)}
    assert knowledge([card("a"), card("b")], states, SCHEDULER, AT) == pytest.approx(0.5)
    assert knowledge([], states, SCHEDULER, AT) is None
    shares = knowledge_by_actor([card("a", actors=("x",)), card("b", actors=("x", "y"))], states, SCHEDULER, AT)
    assert shares == pytest.approx({"x": 0.5, "y": 0.0})


def test_what_was_answered_wrong_is_not_known_however_lately_and_what_is_being_learnt_only_in_part():
    first = {rating: SCHEDULER.answer("a", CardState(), rating, AT) for rating in Rating}
    assert [share_known(first[rating], SCHEDULER, AT) for rating in Rating] == pytest.approx([0, 0, 0.5, 1])
    twice = SCHEDULER.answer("a", first[Rating.GOOD], Rating.GOOD, AT)
    assert share_known(twice, SCHEDULER, AT) == pytest.approx(1)
    later = AT + timedelta(days=400)
    assert 0 < share_known(twice, SCHEDULER, later) < 0.9
    slipped = SCHEDULER.answer("a", twice, Rating.AGAIN, later)
    assert share_known(slipped, SCHEDULER, later) == 0
    assert share_known(SCHEDULER.answer("a", slipped, Rating.GOOD, later), SCHEDULER, later) == pytest.approx(1)


def test_confusions_say_who_is_taken_for_whom():
    actors = [
        Actor("x", "Ana Brisk", ActorKind.PERSON, ("Ana Brisk", "Brisk")),
        Actor("y", "Olmo Tarn", ActorKind.PERSON, ("Olmo Tarn", "the envoy")),
    ]
    reviews = [
        Review("a", Rating.AGAIN, AT, answer="the envoy"),
        Review("a", Rating.AGAIN, AT, answer="Olmo Tarn"),
        Review("a", Rating.GOOD, AT, answer="Ana Brisk"),
        Review("b", Rating.AGAIN, AT, answer="Olmo Tarn"),
    ]
    cards = {"a": card("a"), "b": card("b", Question.CONSEQUENCE)}
    (found,) = confusions(reviews, cards, actors)
    assert (found.meant, found.taken, found.times) == ("x", "y", 2)
    paired = {"c": card("c", Question.STANCE, "Rejects the toll", actors=("x",))}
    wrong = Review("c", Rating.AGAIN, AT, StudyMode.MATCH, answer="The envoy")
    assert [(one.meant, one.taken) for one in confusions([wrong], paired, actors)] == [("x", "y")]


def test_calibration_sets_how_sure_against_how_often_right():
    reviews = [Review("a", rating, AT, confidence=0.9) for rating in (Rating.GOOD, Rating.AGAIN)]
    (found,) = calibration([*reviews, Review("a", Rating.GOOD, AT)])
    assert (found.low, found.answers, found.right) == (0.8, 2, 0.5)
    assert found.confidence == pytest.approx(0.9)


def test_a_histogram_puts_all_above_into_the_last_bin():
    assert histogram([0.5, 1, 3, 99, -1], [0, 1, 2, 4]) == [1, 1, 2]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Selection(), ["a", "b", "c"]),
        (Selection(documents=frozenset({"other"})), ["c"]),
        (Selection(kinds=frozenset({CardKind.CONDITION})), ["b"]),
        (Selection(actors=frozenset({("doc", "x")})), ["a", "b"]),
        (Selection(actors=frozenset({("doc", "x")}), kinds=frozenset({CardKind.POSITION})), ["a"]),
        (Selection(known=frozenset({Known.NEW})), ["c"]),
        (Selection(known=frozenset({Known.FORGOTTEN})), ["b"]),
        (Selection(known=frozenset({Known.LEECH, Known.NEW})), ["a", "c"]),
        (Selection(known=frozenset({Known.SOON})), ["b"]),
    ],
)
def test_a_selection_takes_what_agrees_with_all_of_it(wanted, names):
    cards = [
        card("a", actors=("x",)),
        card("b", actors=("x", "y"), kind=CardKind.CONDITION),
        card("c", document="other"),
    ]
    states = {
        "a": CardState(phase=Phase.REVIEW, due=AT + timedelta(days=30), lapses=8),
        "b": CardState(phase=Phase.REVIEW, due=AT + timedelta(days=3)),
    }
    reviews = [Review("b", Rating.AGAIN, AT - timedelta(days=2)), Review("a", Rating.AGAIN, AT - timedelta(days=9))]
    assert [found.id for found in select(cards, states, wanted, AT, reviews)] == names


def test_a_leech_is_announced_at_the_threshold_and_every_half_after_it():
    lapses = [CardState(lapses=n) for n in range(20)]
    told = [n for n in range(1, 20) if becomes_leech(lapses[n - 1], lapses[n])]
    assert told == [8, 12, 16]

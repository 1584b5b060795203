from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.model import Card, CardKind, CardState, Phase, Question, Rating, Span
from tui_reader.study.day import StudyDays
from tui_reader.study.schedule import Scheduler
from tui_reader.study.session import Limits, Session, summary

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
SCHEDULER = Scheduler(days=StudyDays(zone=UTC))


def card(name, item=None):
    return Card(name, "doc", item or name, CardKind.CONDITION, Question.CONSEQUENCE, name, "x", Span(0, 1), Span(0, 1))


def sitting(cards, states=None, **limits):
    return Session.begin(cards, states or {}, SCHEDULER, AT, Limits(**limits))


def rate(session, rating, at=AT, seconds=2.0):
    asked = session.current(at)
    review, state = session.answer(asked, rating, at, seconds=seconds)
    session.kept(asked, review, state)
    return asked


def test_cards_that_are_due_come_before_new_ones_and_the_longest_due_first():
    old = CardState(phase=Phase.REVIEW, stability=3.0, difficulty=5.0, due=AT - timedelta(days=4), last_review=AT)
    newer = CardState(phase=Phase.REVIEW, stability=3.0, difficulty=5.0, due=AT - timedelta(days=1), last_review=AT)
    session = sitting([card("new"), card("b"), card("a")], {"a": old, "b": newer})
    assert [waiting.id for waiting in session.waiting] == ["a", "b", "new"]


def test_a_card_that_is_not_due_suspended_or_buried_is_not_asked():
    later = CardState(phase=Phase.REVIEW, due=AT + timedelta(days=1))
    states = {"a": later, "b": CardState(suspended=True), "c": CardState(buried_until=AT + timedelta(hours=1))}
    assert sitting([card("a"), card("b"), card("c")], states).current(AT) is None


def test_one_card_of_an_item_a_day():
    session = sitting([card("a", "item"), card("b", "item"), card("c")])
    assert [waiting.id for waiting in session.waiting] == ["a", "c"]


def test_new_cards_are_limited():
    assert len(sitting([card(str(n)) for n in range(9)], new=5, new_done=2).waiting) == 3


def test_a_card_rated_again_returns_in_the_same_sitting_when_its_step_is_over():
    session = sitting([card("a"), card("b")])
    assert rate(session, Rating.AGAIN).id == "a"
    assert session.current(AT).id == "b"
    assert session.current(AT + timedelta(minutes=2)).id == "a"


def test_nothing_changes_until_an_answer_is_saved():
    session = sitting([card("a"), card("b")])
    session.answer(session.current(AT), Rating.GOOD, AT)
    assert session.current(AT).id == "a"
    assert session.answered == []


@pytest.mark.parametrize("rating", list(Rating))
def test_an_answer_taken_back_leaves_the_sitting_as_it_was(rating):
    session = sitting([card("a"), card("b")])
    rate(session, rating)
    session.take_back("a", None)
    assert session.current(AT).id == "a"
    assert session.state(card("a")) == CardState()
    assert (session.done, session.total) == (0, 2)


def test_the_summary_names_what_slipped_what_was_never_learnt_and_when_to_come_back():
    learnt = CardState(Phase.REVIEW, 30.0, 5.0, None, AT, AT - timedelta(days=30), 4)
    session = sitting([card("a"), card("b"), card("c")], {"c": learnt})
    for rating in (Rating.AGAIN, Rating.EASY, Rating.AGAIN):  # what is due comes first
        rate(session, rating)
    outcome = summary(session)
    named = [[one.id for one in cards] for cards in (outcome.right, outcome.slipped, outcome.missed)]
    assert named == [["a"], ["c"], ["b"]]
    assert outcome.next_due == min(session.states[name].due for name in "bc")
    assert outcome.seconds == 6.0


def test_the_other_cards_of_an_item_are_put_off_until_tomorrow():
    session = sitting([card("a", "item"), card("b", "item"), card("c")])
    put_off = session.siblings(session.current(AT), AT)
    assert list(put_off) == ["b"]
    assert put_off["b"].buried_until == SCHEDULER.days.start(SCHEDULER.days.day(AT) + timedelta(days=1))
    again = sitting([card("b", "item"), card("c")], put_off)
    assert again.current(AT).id == "c"


def test_a_sibling_that_is_being_learnt_is_left_where_it_is():
    learning = CardState(phase=Phase.LEARNING, step=0, due=AT)
    session = sitting([card("a", "item"), card("b", "item")], {"b": learning})
    assert session.siblings(card("a", "item"), AT) == {}

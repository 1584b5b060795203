"""Two copies of the program on one library: each takes back its own answers, and states follow from the log."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Card, CardKind, CardState, Extraction, Question, Rating, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.material import material_of
from tui_reader.store.sitting import Sitting
from tui_reader.study.exercise import Exercise

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")


def card(name):
    span = Span(0, 5)
    kind, question = CardKind.CONDITION, Question.CONSEQUENCE
    return Card(name, DOCUMENT.id, name, kind, question, f"{name}?", "a", span, span)


CARDS = [card(name) for name in "abcd"]


@pytest.fixture
def copies(tmp_path):
    with Library.open(tmp_path) as first:
        first.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        first.keep_cards(DOCUMENT.id, CARDS)
    with Library.open(tmp_path) as one, Library.open(tmp_path) as two:
        yield one, two


def sit(library, at=AT):
    settings = load_settings(Home(library.home, library.home))
    return Sitting(library, settings, [material_of(library, DOCUMENT.id)], at, StudyMode.FLASHCARD)


def answer(sitting, rating=Rating.EASY, at=AT):
    exercise = sitting.ask(at)
    sitting.answer(exercise.reveal(), rating, at)
    return exercise.card.id


def standing(library):
    with library.refreshed():
        return [review.card for review in library.progress.reviews()]


def test_a_copy_takes_back_its_own_answers_and_not_those_of_another(copies):
    one, two = map(sit, copies)
    assert [answer(one), answer(two), answer(one), answer(two)] == ["a", "b", "c", "d"]
    assert one.undo().id == "c"
    assert one.undo().id == "a"
    assert one.undo() is None
    assert standing(copies[0]) == ["b", "d"]
    assert two.undo().id == "d"
    assert standing(copies[1]) == ["b"]


def test_after_its_own_a_copy_takes_back_what_was_there_before_both(tmp_path, copies):
    answer(sit(copies[0]))
    with Library.open(tmp_path) as later, Library.open(tmp_path) as other:
        mine, theirs = sit(later), sit(other)
        assert [answer(mine), answer(theirs)] == ["b", "c"]
        assert mine.undo().id == "b"
        assert mine.undo().id == "a"
        assert mine.undo() is None
        assert standing(later) == ["c"]


def test_a_card_that_another_copy_asked_meanwhile_is_passed_over(copies):
    one, two = map(sit, copies)
    assert one.ask(AT).card.id == "a"
    answer(two)
    assert one.ask(AT).card.id == "b"


def test_an_answer_goes_on_from_what_another_copy_made_of_the_card(copies):
    one, two = map(sit, copies)
    shown = one.ask(AT)
    answer(two)
    one.answer(shown.reveal(), Rating.GOOD, AT + timedelta(minutes=1))
    assert copies[0].progress.state("a").reviews == 2
    assert standing(copies[1]) == ["a", "a"]


def test_an_answer_taken_back_from_under_another_leaves_what_the_other_alone_leads_to(copies):
    one, two = map(sit, copies)
    shown = two.ask(AT)
    answer(one, Rating.AGAIN)
    later = AT + timedelta(minutes=3)
    two.answer(shown.reveal(), Rating.EASY, later)
    assert one.undo().id == "a"
    alone = one.session.scheduler.answer("a", CardState(), Rating.EASY, later)
    for library in copies:
        with library.refreshed():
            assert library.progress.state("a") == alone
            assert len(library.progress.history("a")) == 1
    assert two.undo().id == "a"
    assert copies[1].progress.state("a") == CardState()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_two_copies_answer_and_take_back_each_state_is_the_replay_of_what_stands(copies, seed):
    rng = random.Random(seed)
    sittings = [sit(library) for library in copies]
    model = sittings[0].session.scheduler
    at = AT
    for _ in range(30):
        at += timedelta(minutes=rng.randrange(1, 3000))
        sitting = rng.choice(sittings)
        if rng.random() < 0.35:
            sitting.undo()
        else:
            exercise = Exercise(rng.choice(CARDS), StudyMode.FLASHCARD, at)
            sitting.answer(exercise.reveal(), rng.choice(list(Rating)), at)
    for library in copies:
        with library.refreshed():
            for one in CARDS:
                history = library.progress.history(one.id)
                state = library.progress.state(one.id)
                assert state == model.replay(one.id, history)
            names = [review.card for review in library.progress.reviews()]
            assert {name: names.count(name) for name in names} == {
                one.id: len(found) for one in CARDS if (found := library.progress.history(one.id))
            }

from datetime import UTC, datetime

from tui_reader.model import Card, CardKind, Choice, Option, Question, Rating, Span, StudyMode
from tui_reader.study.exercise import Exercise
from tui_reader.study.verdict import Grade, Verdict

AT = datetime(2031, 5, 6, tzinfo=UTC)
CARD = Card(
    "a",
    "d",
    "i",
    CardKind.CONDITION,
    Question.CONSEQUENCE,
    "What would follow?",
    "the boats will come",
    Span(0, 1),
    Span(0, 1),
)
CHOICE = Choice(CARD, CARD.prompt, (Option("the fair will close", False), Option(CARD.answer, True)))


def test_a_choice_is_made_once_and_rated_by_what_was_chosen():
    asked = Exercise(CARD, StudyMode.CHOICE, AT, CHOICE)
    wrong = asked.choose(0)
    assert (wrong.suggested, wrong.given, wrong.revealed) == (Rating.AGAIN, "the fair will close", True)
    assert wrong.choose(1) == wrong
    assert asked.choose(1).suggested is Rating.GOOD
    assert asked.choose(7) == asked


def test_a_typed_answer_is_graded_and_may_be_overruled():
    asked = Exercise(CARD, StudyMode.TYPED, AT)
    assert asked.type("boats will come").suggested is Rating.GOOD
    wrong = asked.type("boats will not come")
    assert wrong.suggested is Rating.AGAIN
    assert wrong.overrule().suggested is Rating.GOOD
    assert asked.type("the boats will come").overrule().overruled is False


def test_an_answer_that_is_partly_right_has_no_rating_until_the_reader_says_whether_it_says_the_same():
    grade = Grade(Verdict.PARTLY, 0.5, "“welcome” for “disrupt”?")
    partly = Exercise(CARD, StudyMode.TYPED, AT, revealed=True, given="the boats may come", grade=grade)
    assert (partly.suggested, partly.unsure) == (None, True)
    assert (partly.settle(True).suggested, partly.settle(True).overruled) == (Rating.GOOD, True)
    differs = partly.settle(False)
    assert (differs.suggested, differs.unsure, differs.overruled) == (Rating.AGAIN, False, False)
    wrong = Exercise(CARD, StudyMode.TYPED, AT).type("boats will not come")
    assert wrong.settle(True) == wrong


def test_how_sure_one_is_counts_only_before_the_answer_is_seen():
    asked = Exercise(CARD, StudyMode.FLASHCARD, AT)
    assert asked.sure(0.8).reveal().confidence == 0.8
    assert asked.reveal().sure(0.8).confidence is None
    assert asked.reveal().suggested is None


def test_a_card_without_choices_says_that_it_is_bare():
    asked = {mode: Exercise(CARD, mode, AT).bare for mode in StudyMode}
    assert {mode for mode, bare in asked.items() if bare} == {StudyMode.CHOICE, StudyMode.TRUE_FALSE}

import pytest

from tui_reader.study.grading import Verdict, grade
from tui_reader.study.wording import words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twenty-one ships", ["21"]),
        ("two thirds of the cost", ["2/3"]),
        ("half of it", ["1/2"]),
        ("one hundred and five", ["100", "5"]),
        ("three hundred thousand tons", ["300000"]),
        ("1,250 tons", ["1250"]),
        ("7.5 per cent", ["7.5"]),
        ("one of them", []),
        ("twelve 1990 ships", ["12", "1990"]),
    ],
)
def test_numbers_have_one_form(text, numbers):
    assert [word.text for word in words(text) if word.number] == numbers


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("will raise rates", "will not raise rates"),
        ("the port must close", "the port may close"),
        ("within 60 days", "within 30 days"),
        ("tariffs would fall", "tariffs would rise"),
    ],
)
def test_an_answer_that_turns_the_meaning_is_wrong_however_like_it_looks(given, answer):
    outcome = grade(given, answer)
    assert outcome.verdict is Verdict.WRONG
    assert outcome.reason


def test_any_name_of_an_actor_will_do():
    names = [["Republic of Ostrava", "Ostrava", "the republic"], ["Kestria", "the islanders"]]
    assert grade("the republic opens the port", "Ostrava opens the port", names=names).right
    assert not grade("the islanders open the port", "Ostrava opens the port", names=names).right
    assert not grade("Kestria pays Ostrava", "Ostrava pays Kestria", names=names).right


def test_an_answer_that_was_accepted_before_is_right():
    assert not grade("the quay", "the ferry would sail again").right
    assert grade("the quay", "the ferry would sail again", accepted=["the quay"]).right


def test_nothing_typed_is_wrong():
    assert grade("  …", "the ferry sails").verdict is Verdict.WRONG


def test_actors_that_changed_places_are_noticed_though_no_names_are_given():
    assert grade("Tessia leaves Orland", "Orland leaves Tessia").verdict is Verdict.WRONG
    assert grade("Orland leaves Tessia", "Orland leaves Tessia").verdict is Verdict.RIGHT


def test_advice_is_neither_a_duty_nor_leave():
    for modal in ("must", "may"):
        assert (
            grade(f"employer {modal} consult workers", "the employer should consult the workers").verdict
            is Verdict.WRONG
        )

from dataclasses import replace

import pytest

from tests.decks.story import harbour
from tui_reader.decks.cards import make_cards
from tui_reader.model import Question
from tui_reader.study.parts import grade_card, parts_of
from tui_reader.study.verdict import Part, Verdict

NAMES = [["Tarovia", "Velm"], ["Sardenne", "the islanders"]]
ANSWER = "Tarovia will reopen the strait if Sardenne ends the escorts"


@pytest.fixture
def card():
    made = make_cards(*harbour().read())[0]
    return replace(made, question=Question.STANCE, prompt="Where does the premier stand?", answer=ANSWER, accepted=())


def verdicts(given, card):
    return {graded.part: graded.verdict for graded in grade_card(given, card, NAMES).parts}


@pytest.mark.parametrize(
    ("answer", "parts"),
    [
        (ANSWER, [(Part.CONSEQUENCE, "Tarovia will reopen the strait"), (Part.CONDITION, "Sardenne ends the escorts")]),
        (
            "unless the toll falls, the quay stays shut",
            [(Part.CONSEQUENCE, "the quay stays shut"), (Part.CONDITION, "unless the toll falls")],
        ),
        ("the quay stays shut", [(Part.STATEMENT, "the quay stays shut")]),
        ("without an escort", [(Part.STATEMENT, "without an escort")]),
    ],
)
def test_an_answer_falls_into_condition_and_consequence(answer, parts):
    assert list(parts_of(answer)) == parts


def test_every_part_of_a_right_answer_is_right(card):
    graded = verdicts("Velm opens the strait again if the islanders stop the escorts", card)
    assert set(graded) == {Part.ACTOR, Part.CONSEQUENCE, Part.CONDITION}
    assert set(graded.values()) == {Verdict.RIGHT}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ("Tarovia will reopen the strait", {Part.CONDITION}),
        ("Tarovia will reopen the strait if Sardenne keeps the escorts", {Part.CONDITION}),
        ("Tarovia will close the strait if Sardenne ends the escorts", {Part.CONSEQUENCE}),
        ("it will reopen the strait", {Part.CONDITION}),
    ],
)
def test_the_part_that_is_wrong_is_told_from_the_rest(card, given, wrong):
    outcome = grade_card(given, card, NAMES)
    assert not outcome.right
    assert {graded.part for graded in outcome.parts if graded.verdict is Verdict.WRONG} == wrong


def test_an_answer_that_is_a_name_has_the_actor_for_its_part(card):
    who = replace(card, question=Question.HOLDER, answer="Tarovia", prompt="Who would reopen the strait?")
    assert verdicts("Velm", who) == {Part.ACTOR: Verdict.RIGHT}
    assert verdicts("the islanders", who) == {Part.ACTOR: Verdict.WRONG}


def test_an_answer_that_the_reader_overruled_is_accepted_from_then_on(card):
    given = "only when the warships go home"
    assert not grade_card(given, card, NAMES).right
    outcome = grade_card(given, replace(card, accepted=(given,)), NAMES)
    assert outcome.right
    assert {graded.verdict for graded in outcome.parts} == {Verdict.RIGHT}

import pytest

from tui_reader.argument.ladder import Mark, Outcome, by_obligor, ladders, mark_of, outcome, same_situation
from tui_reader.model import Condition, ConditionKind, Extraction, Span
from tui_reader.sources import read_text

TEXT = (
    "If the port opens, the fleet will sail. The port will open only if the miners leave. "
    "If the port opens, the fleet would sail. Unless it storms, the fair goes ahead.\n"
)
DOCUMENT = read_text(TEXT)


def span(words, nth=1):
    at = -1
    for _ in range(nth):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


SAIL = Condition(
    "c1", ConditionKind.SUFFICIENT, span("If"), span("the port opens"), span("the fleet will sail"), None, "o1"
)
OPEN = Condition(
    "c2", ConditionKind.NECESSARY, span("only if"), span("the miners leave"), span("The port will open"), None, "o2"
)
AGAIN = Condition(
    "c3", ConditionKind.SUFFICIENT, span("If", 2), span("the port opens", 2), span("the fleet would sail"), None, "o1"
)
STORM = Condition("c4", ConditionKind.EXCEPTIVE, span("Unless"), span("it storms"), span("the fair goes ahead"))
EXTRACTION = Extraction(DOCUMENT.id, conditions=(SAIL, OPEN, AGAIN, STORM))


def test_a_chain_is_joined_where_an_antecedent_is_another_consequent_and_what_is_said_twice_stands_once():
    first, second = ladders(DOCUMENT, EXTRACTION)
    assert (first.outcome, second.outcome) == ("the fleet will sail", "the fair goes ahead")
    (rung,) = first.rungs
    assert rung.times == 2
    (below,) = rung.below
    assert below.outcome == "The port will open"
    assert below.rungs[0].condition == OPEN


def test_a_circle_of_conditions_comes_to_an_end():
    text = "If the port opens, the fleet sails. If the fleet sails, the port opens.\n"
    document = read_text(text)
    one = Condition("c1", ConditionKind.SUFFICIENT, Span(0, 2), Span(3, 17), Span(19, 34))
    two = Condition("c2", ConditionKind.SUFFICIENT, Span(36, 38), Span(39, 54), Span(56, 70))
    assert ladders(document, Extraction(document.id, conditions=(one, two)))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({}, Outcome.OPEN),
        ({"c1": Mark.MET}, Outcome.FOLLOWS),
        ({"c1": Mark.UNMET}, Outcome.OPEN),
        ({"c2": Mark.MET}, Outcome.OPEN),
        ({"c1": Mark.CONTESTED}, Outcome.CONTESTED),
    ],
)
def test_what_follows_from_a_mark(marks, expected):
    assert outcome(ladders(DOCUMENT, EXTRACTION)[0], marks) is expected


def test_a_mark_below_works_its_way_up():
    (rung,) = ladders(DOCUMENT, EXTRACTION)[0].rungs
    assert mark_of(rung, {"c2": Mark.UNMET}) is Mark.UNMET
    assert mark_of(rung, {"c2": Mark.UNMET, "c1": Mark.MET}) is Mark.MET


@pytest.mark.parametrize(("mark", "expected"), [(Mark.MET, Outcome.FAILS), (Mark.UNMET, Outcome.FOLLOWS)])
def test_an_exception_that_is_met_makes_its_outcome_fail(mark, expected):
    assert outcome(ladders(DOCUMENT, EXTRACTION)[1], {"c4": mark}) is expected


def test_a_negated_clause_is_another_situation():
    assert same_situation("the port opens", "The port will open")
    assert not same_situation("the port opens", "the port does not open")


def test_conditions_come_by_who_must_act_those_on_whom_most_hangs_first():
    assert list(by_obligor(EXTRACTION)) == ["o1", "o2", None]


def test_without_what_a_negative_outcome_needs_it_follows():
    text = "No boat will sail without a permit.\n"
    document = read_text(text)
    condition = Condition("c", ConditionKind.NECESSARY, Span(18, 25), Span(26, 34), Span(0, 17))
    (ladder,) = ladders(document, Extraction(document.id, conditions=(condition,)))
    assert outcome(ladder, {"c": Mark.UNMET}) is Outcome.FOLLOWS
    assert outcome(ladder, {"c": Mark.MET}) is Outcome.OPEN

"""Answers as they are typed: in haste, in another form, with more or less than was asked, and turned in small ways."""

import pytest

from tui_reader.study.grading import Verdict, grade


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("theyll be moved w/in 3 hrs", "They will be moved within three hours"),
        ("flow > 900 m3/s", "The flow exceeds 900 cubic metres per second"),
        ("the call came at 2:10 am", "The call came at 0210"),
        ("a wall of 90m", "A wall of ninety meters"),
        ("rates fall 50 basis points", "Rates fall by half a point"),
        ("300 families or more were moved", "At least 300 families were moved"),
        ("velms offer", "Velm's offer"),
        ("no entry w/o a pass", "Entry only with a pass"),
        ("it may not drop under 90 days", "It must never fall below 90 days"),
        ("not before april", "At the earliest in April"),
        ("if infl stays high", "If inflation stays high"),
        ("by may 1", "By the first of May"),
        ("1.5m ballots", "One and a half million ballots"),
    ],
)
def test_shorthand_and_other_forms_of_a_measure_are_right(given, answer):
    names = [["Velm"]]
    assert grade(given, answer, names=names).right, grade(given, answer, names=names)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the dam leaks at three joints", "The dam, which was finished in 1971, leaks at three joints"),
        ("it regrets the delay of the vote", "The committee regrets the delay of the vote"),
        ("the council must ratify the treaty by May", "the council must ratify the border treaty by May"),
    ],
)
def test_an_aside_a_subject_told_as_it_and_a_word_that_tells_more_may_be_left_out(given, answer):
    assert grade(given, answer).right, grade(given, answer)


def test_words_of_the_passage_may_stand_beside_an_answer():
    answer, typed = "The ferry sails again", "the ferry sails again from the old quay"
    assert not grade(typed, answer).right
    assert grade(typed, answer, passage="From the old quay the ferry sails again, he said.").right
    assert not grade("the ferry never sails again", answer, passage="It never did before.").right


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the navy escorts its ships to its ally", "the navy escorts its ally's ships"),
        ("release by the crew", "release of the crew"),
        ("the mayor had bribed", "the mayor had been bribed"),
        ("nobody would lend to the bank", "the bank would lend no more"),
        ("the inspectors ignored two warnings from the plant", "the plant ignored two warnings, the inspectors said"),
        ("no toll has to be levied", "no toll may be levied"),
        ("the assembly rejected the loan", "the assembly has yet to approve the loan"),
        ("all but ten hostages were freed", "ten hostages were freed"),
        ("the court made the paper print it", "the court let the paper print it"),
        ("a debt of the bank", "a debt on the bank"),
        ("villages have a hospital but no clinic", "villages have no clinic"),
        ("hospitals dont have to turn patients away", "hospitals are forbidden to turn patients away"),
        ("velm recognising orland", "velm's recognition by orland"),
        ("only the owners can agree to move it", "only if the owners agree can it be moved"),
    ],
)
def test_who_owns_does_suffers_or_is_let_keeps_an_answer_from_being_right(given, answer):
    assert not grade(given, answer).right, grade(given, answer)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("in every season the port needs notice", "the port needs notice in every season"),
        ("passengers may board only with a ticket", "only passengers with a ticket may board"),
        ("outside the bay it is only safe", "it is only safe outside the bay"),
        ("the wreck can be moved only if they agree", "only if they agree can the wreck be moved"),
        ("in 1988 Velm dropped its claim", "Velm dropped its claim in 1988"),
    ],
)
def test_a_phrase_that_was_moved_is_never_called_wrong(given, answer):
    assert grade(given, answer).verdict is not Verdict.WRONG, grade(given, answer)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("parliament wasnt shown the report", "The report was kept from parliament"),
        ("tenants who complain are thrown out", "Tenants who complain are evicted"),
        ("the witness was not heard because the judge refused", "The judge refused to hear the witness"),
        ("they built a 3rd runway", "They built a third runway"),
    ],
)
def test_a_negation_told_by_another_word_is_never_called_wrong(given, answer):
    assert grade(given, answer).verdict is not Verdict.WRONG, grade(given, answer)

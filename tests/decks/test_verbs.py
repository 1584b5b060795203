"""The finite verb of a clause is found where it is certain, and no other word is taken for it."""

import pytest

from tui_reader.decks.tense import Tense
from tui_reader.decks.verbs import finite, gerund


@pytest.mark.parametrize(
    ("clause", "denied"),
    [
        ("The harbour answers Vant’s questions too", "The harbour does not answer Vant’s questions too"),
        ("It first asks the guild", "It does not first ask the guild"),
        ("The gulls vanish", "The gulls do not vanish"),
        ("The piles bent", "The piles did not bend"),
        ("They looked at the wrong quay", "They did not look at the wrong quay"),
    ],
)
def test_a_clause_without_an_auxiliary_is_denied(clause, denied):
    found = finite(clause)
    assert found is not None
    assert found.denied == denied


@pytest.mark.parametrize(
    "clause",
    [
        "The harbour records",  # no verb at all
        "The ferry provided in June runs",
        "The mole will close the port",
        "Both votes succeed",  # “both do not” can be read two ways
        "The mole protects what the pilots leave",
    ],
)
def test_what_is_not_certain_is_left(clause):
    assert finite(clause) is None


@pytest.mark.parametrize(
    ("when", "clause"),
    [
        (Tense.PAST, "The mole gave way"),
        (Tense.PERFECT, "The mole has given way"),
        (Tense.PLUPERFECT, "The mole had given way"),
        (Tense.CONDITIONAL, None),
    ],
)
def test_a_clause_is_put_into_another_tense(when, clause):
    found = finite("The mole gives way")
    assert found is not None
    assert found.put(when) == clause


@pytest.mark.parametrize(
    ("deed", "made"),
    [
        ("Close the quay", "Closing the quay"),
        ("Stop the ferry", "Stopping the ferry"),
        ("Cut the toll", "Cutting the toll"),
        ("Pay the pilots", "Paying the pilots"),
        ("Meet the guild", "Meeting the guild"),
        ("Zest the quay", None),
    ],
)
def test_a_deed_is_put_in_its_running_form(deed, made):
    assert gerund(deed) == made

"""A clause denied, left open, put into another tense or with another number is still English, and another statement."""

from __future__ import annotations

import pytest

from tui_reader.decks.certainty import deed_otherwise, otherwise
from tui_reader.decks.ladders import subject_laddered
from tui_reader.decks.retensed import as_event, denied, pronounced
from tui_reader.decks.tense import Tense
from tui_reader.decks.turned import turns


@pytest.mark.parametrize(
    ("clause", "when", "event"),
    [
        ("The quay will be mended by May", Tense.PRESENT, "The quay is mended by May"),
        ("The pilots would sail at dawn", Tense.PRESENT, "The pilots sail at dawn"),
        ("Vant would sell the quay", Tense.PRESENT, "Vant sells the quay"),
        ("The quays will be mended", Tense.PLUPERFECT, "The quays had been mended"),
        ("Vant would sell the quay", Tense.PAST, "Vant sold the quay"),
        ("Vant would moor at the quay", Tense.PERFECT, "Vant has moored at the quay"),
        ("Vant would zest the quay", Tense.PAST, None),
        ("Vant will not sell the quay", Tense.PRESENT, None),
        ("It will sink", Tense.PRESENT, None),
    ],
)
def test_what_is_to_come_is_put_as_what_comes_to_pass(clause, when, event):
    assert as_event(clause, when) == event


@pytest.mark.parametrize(
    ("clause", "other"),
    [
        ("The league closes the quay", "The league does not close the quay"),
        ("Vant carries the cost", "Vant does not carry the cost"),
        ("The council watches the port", "The council does not watch the port"),
        ("The quay is open", None),
    ],
)
def test_a_clause_without_an_auxiliary_is_denied_where_its_verb_is_plain(clause, other):
    assert denied(clause) == other


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        ("It will close", {"It will not close", "It may close", "It may not close"}),
        ("It cannot close", {"It can close", "It must close", "It need not close"}),
        ("They’d have closed", {"They would not have closed", "They might have closed", "They might not have closed"}),
        ("The pilots won’t pay", {"The pilots will pay", "The pilots may pay", "The pilots may not pay"}),
        ("They’d better close", set()),
        ("It might well have closed", set()),
        ("They have no port", set()),
        (
            "The pilots are paid",
            {"The pilots may be paid", "The pilots may not be paid", "The pilots are not paid"},
        ),
        ("It has already been settled", {"It may have been settled", "It has not been settled"}),
        ("They looked at the quay", {"They did not look at the quay", "They may have looked at the quay"}),
        ("The view that it should close", {"The view that it may close", "The view that it should not close"}),
        ("No ferry will run", {"Any ferry will run", "Any ferry may run", "No ferry may run"}),
        ("Nothing will run", set()),
    ],
)
def test_another_auxiliary_denies_or_leaves_open(answer, others):
    found = {one.text for one in otherwise(answer)}
    assert others <= found
    assert others or not found


@pytest.mark.parametrize(
    ("deed", "others"),
    [
        ("Voted with them", ["Did not vote with them", "May have voted with them", "May not have voted with them"]),
        ("Rejects it", ["Does not reject it", "May reject it", "May not reject it"]),
    ],
)
def test_a_deed_is_denied_and_left_open(deed, others):
    assert [one.text for one in deed_otherwise(deed)] == others


def test_no_number_of_the_prompt_is_turned():
    assert not list(turns("Sends three teams", "Where does Vant stand on three teams?"))
    assert {one.text for one in turns("It lends two thirds of the sum")} >= {
        "It lends one third of the sum",
        "It lends three quarters of the sum",
    }


def test_what_its_subject_does_is_put_otherwise():
    assert {one.text for one in subject_laddered("The guild refused to lift the toll")} == {
        "The guild promised to lift the toll",
        "The guild asked others to lift the toll",
        "The guild put off a decision whether to lift the toll",
    }


@pytest.mark.parametrize(
    ("clause", "lead", "made"),
    [
        ("The toll is paid by the guild", "it", "It is paid by the guild"),
        ("The pilots close the quay", "they", "They close the quay"),
        ("The pilots close the quay", "it", None),
        ("Nobody is paid", "it", None),
        ("The guild has paid itself", "it", None),
    ],
)
def test_a_subject_becomes_the_pronoun_that_is_asked_for(clause, lead, made):
    assert pronounced(clause, lead) == made


@pytest.mark.parametrize("clause", ["Vant had offered Brisk immunity", "Vant offered him shelter"])
def test_what_is_given_to_somebody_is_not_taken_for_what_is_offered(clause):
    assert not list(subject_laddered(clause))

"""A turned statement says something else and is still English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.decks import turn
from tui_reader.decks.turned import Turn, turns


@pytest.mark.parametrize(
    ("kind", "statement", "turned"),
    [
        ("negation", "The quay is open to traffic", "The quay is not open to traffic"),
        ("negation", "The quay is not open to traffic", "The quay is open to traffic"),
        ("negation", "Relief convoys can pass", "Relief convoys cannot pass"),
        ("negation", "The tariffs won’t rise", "The tariffs will rise"),
        ("negation", "Velm has quietly dropped two demands", "Velm has not quietly dropped two demands"),
        ("negation", "The lease requires a vote", "The lease does not require a vote"),
        ("modal", "Brennmark shall limit releases", "Brennmark need not limit releases"),
        ("modal", "The date must be fixed", "The date may be fixed"),
        ("number", "The crew of 19 are well", "The crew of 28 are well"),
        ("number", "It sold 1,200 tons in 1994", "It sold 1,800 tons in 1994"),
        ("number", "They sent four teams", "They sent five teams"),
        ("number", "The case is heard in November", "The case is heard in March"),
        ("direction", "The bank raised rates", "The bank lowered rates"),
        ("direction", "The works stop after the vote", "The works stop before the vote"),
        ("direction", "The ship was released before dawn", "The ship was released after dawn"),
        ("direction", "The tariffs will rise by a tenth", "The tariffs will fall by a tenth"),
        ("direction", "Velm stopped escorting the survey ships", "Velm continued escorting the survey ships"),
        ("direction", "Supports the tunnel", "Opposes the tunnel"),
        ("direction", "The motion was rejected by the members", "The motion was accepted by the members"),
        ("direction", "The quay is open to traffic", "The quay is closed to traffic"),
        ("direction", "Stocks stay above 2,000 tonnes", "Stocks stay below 2,000 tonnes"),
        ("direction", "Velm wants more than three ferries", "Velm wants less than three ferries"),
        ("direction", "The strait has always been shared", "The strait has never been shared"),
        ("direction", "Expects an increase in tolls", "Expects a decrease in tolls"),
        ("direction", "Brennmark will cut the fee", "Brennmark will raise the fee"),
        ("number", "Asks for an 8 per cent cut", "Asks for a 12 per cent cut"),
    ],
)
def test_turns(kind, statement, turned):
    found = [one.text for one in turns(statement) if one.turn is Turn(kind)]
    assert turned in found


@pytest.mark.parametrize(
    "statement",
    ["The release of water", "It rained", "the guarantee", "A vote of the council", "He left last week"],
)
def test_a_noun_is_not_turned_as_if_it_were_a_verb(statement):
    assert all("detain" not in one.text and "first week" not in one.text for one in turns(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "The two ports can open up a new route",
        "The ministers closed down the debate",
        "The open sea lies to the east",
        "They rise to the occasion in the debate on rates",
        "Velm will rise up",
        "The date falls on a Sunday",
        "The council decided today to leave the toll unchanged",
        "The harbour kept climbing",
        "They will raise the question of the strait",
        "That led to lower rates",
        "The supports of the bridge hold",
        "They bring the matter before the Arbitral Chamber",
        "The parcels are treated as before",
        "They will meet after three years",
        "The lower house sits",
        "No longer a matter of rates",
        "They accept that the strait is shared",
        "No carrier is able to pay",
        "Without a second’s thought",
        "A failure to report",
    ],
)
def test_a_word_whose_kind_or_object_is_not_certain_is_not_turned_round(statement):
    assert [one.text for one in turns(statement) if one.turn is Turn.DIRECTION] == []


@pytest.mark.parametrize(
    "statement",
    [
        "The will and executive power to decide",
        "The country’s will to reform",
        "Their might on the sea",
        "A poll in May",
        "There will be no reason for delay",
        "No toll may be levied",
    ],
)
def test_a_noun_is_no_modal_and_what_is_negated_is_not_negated_twice(statement):
    assert [
        one.text for one in turns(statement) if one.turn in (Turn.NEGATION, Turn.MODAL) and " not" in one.text
    ] == []
    assert all("The may" not in one.text and "must" not in one.text for one in turns(statement))


@pytest.mark.parametrize(
    "statement", ["The wage claims of the union", "All fishing permits", "It plans ahead, the demands"]
)
def test_a_plural_is_not_negated_as_a_verb(statement):
    assert all("not claim" not in one.text and "not permit" not in one.text for one in turns(statement))


@pytest.mark.parametrize("statement", ["the guarantee", "A vote of the council", ""])
def test_what_cannot_be_turned_gives_nothing(statement):
    assert turn(statement) is None


def test_a_date_keeps_its_day_when_its_month_is_turned():
    assert turn("by 30 June") == "by 30 October"


def test_capitals_stay():
    assert turn("Four teams came") == "Five teams came"


@given(st.text(max_size=200))
def test_any_text_is_turned_into_another_or_left(statement):
    for one in turns(statement):
        assert one.text != statement
        assert one.was in statement

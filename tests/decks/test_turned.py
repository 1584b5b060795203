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
        ("modal", "Brennmark will limit releases", "Brennmark may limit releases"),
        ("modal", "The date must be fixed", "The date may be fixed"),
        ("number", "The crew of 19 are well", "The crew of 28 are well"),
        ("number", "It sold 1,200 tons in 1994", "It sold 1,800 tons in 1994"),
        ("number", "They sent four teams", "They sent five teams"),
        ("number", "The case is heard in November", "The case is heard in March"),
        ("direction", "The bank raised rates", "The bank lowered rates"),
        ("direction", "The works stop after the vote", "The works continue after the vote"),
        ("direction", "The ship was released before dawn", "The ship was detained before dawn"),
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

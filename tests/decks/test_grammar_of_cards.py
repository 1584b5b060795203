"""Prompts and answers are whole clauses with their subjects, and say what the text says."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.wording import lacks_subject
from tui_reader.model import Card, Question


def cards(story: Story) -> tuple[Card, ...]:
    return make_cards(*story.read())


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("restore the licence at once", True),
        ("calls upon the board to act", True),
        ("the board restores it", False),
        ("wages in the mills rise", False),
    ],
)
def test_a_clause_that_begins_with_its_verb(text, lacking):
    assert lacks_subject(text) is lacking


def test_not_before_stays_not():
    story = Story("The Bond\n\nOrrin will give a bond, but not before the council has read the books.")
    story.actor("a1", "Orrin", "person")
    story.condition("necessary", "before", "the council has read the books", "Orrin will give a bond", "a1")
    assert any(card.prompt.endswith("will give a bond: not before what has happened?") for card in cards(story))


def test_an_inverted_even_is_put_right():
    story = Story("The Bond\n\nThe mole would stand even were Orrin to refuse. It is old.")
    story.condition("concessive", "even were", "Orrin to refuse", "The mole would stand")
    answers = [card.answer for card in cards(story) if card.question is Question.ANTECEDENT]
    assert answers == ["That Orrin refuse"]


def test_a_plain_if_is_not_told_from_nothing():
    story = Story("The Bond\n\nIf Orrin signs, the mole will be mended in May.")
    story.condition("sufficient", "If", "Orrin signs", "the mole will be mended in May")
    assert not [card for card in cards(story) if card.question is Question.FORCE]
    story = Story("The Bond\n\nIf Orrin signs, the mole will be mended in May. It stands only if the swell is low.")
    story.condition("sufficient", "If", "Orrin signs", "the mole will be mended in May")
    story.condition("necessary", "only if", "the swell is low", "It stands")
    assert any(card.answer == "If" for card in cards(story))


def test_who_is_aware_of_something_is_asked_so():
    story = Story("The Toll\n\nOrrin is aware that the millers are waiting for the toll to fall.")
    story.actor("a1", "Orrin", "person")
    story.claim("the millers are waiting for the toll to fall", "a1", "aware")
    assert any("who is aware that the millers" in card.prompt for card in cards(story))


def test_somebody_and_the_state_he_speaks_for_do_not_differ():
    story = Story(
        "The Toll\n\nVant supports the toll on salt. Vant’s trade minister, Orrin, opposes the toll on salt at Hask."
    )
    story.actor("a1", "Vant", "state")
    story.actor("a2", "Orrin", "person")
    story.position("a1", "the toll on salt", "supports", "Vant supports the toll on salt")
    story.position("a2", "the toll on salt", "opposes", "Orrin, opposes the toll on salt at Hask")
    assert not [card for card in cards(story) if card.question is Question.CONTRAST]


def test_what_another_reports_in_the_middle_is_not_the_holders_deed():
    story = Story("The Register\n\nThe ban would also, the wardens warn, empty the register at Hask.")
    story.actor("a1", "wardens", "group", "the wardens")
    story.position("a1", "the register", "warns", "would also, the wardens warn, empty the register at Hask")
    assert not [card for card in cards(story) if card.question is Question.STANCE and not card.part]

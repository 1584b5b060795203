"""Wrong words for a gap stand elsewhere in a place like it, and the right ones are not told by their form."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards, make_choice
from tui_reader.decks.places import place
from tui_reader.decks.tense import demanded
from tui_reader.model import Question


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("would ", "lift the ban"), ("will ", "keep two looms"), True),
        (("would ", "lift the ban"), ("has been ", "mended at last"), False),
        (("was ", "mended in May"), ("is ", "planned for June"), True),
        (("keeps ", "the mole at Hask"), ("sold ", "a ferry"), True),
        (("keeps ", "the ferries"), ("sold ", "a ferry"), False),
        (("asked him ", "to mend it"), ("went ", "to the mole"), False),
        (("asked him ", "to mend it"), ("wants ", "to sail at once"), True),
        (("kept it ", "in the shed"), ("sold it ", "with pleasure"), True),
        (("a part ", "of the toll"), ("sold it ", "with pleasure"), False),
    ],
)
def test_what_fits_in_one_place(one, other, alike):
    first, second = place(*one), place(*other)
    assert (first is not None and first == second) is alike


@pytest.mark.parametrize(
    ("clause", "made"),
    [
        ("The mole will be mended", "That the mole be mended"),
        ("The wages are paid", "That the wages be paid"),
        ("Vant would not pay", "That Vant not pay"),
        ("Vant pays", None),
    ],
)
def test_a_clause_as_it_is_demanded(clause, made):
    assert demanded(clause) == made


def test_a_choice_for_what_is_demanded_has_only_such_clauses():
    story = Story(
        "The Mole\n\nOrrin will come, on condition that the date be fixed in May. If Vant will pay its share, the mole "
        "will be mended. If the pilots can sail, the ferry will run. If the town must wait, the looms will be sold."
    )
    story.actor("a1", "Orrin", "person")
    story.condition("necessary", "on condition that", "the date be fixed in May", "Orrin will come", "a1")
    story.condition("sufficient", "If", "Vant will pay its share", "the mole will be mended")
    story.condition("sufficient", "If", "the pilots can sail", "the ferry will run", nth=2)
    story.condition("sufficient", "If", "the town must wait", "the looms will be sold", nth=3)
    document, extraction = story.read()
    cards = make_cards(document, extraction)
    (card,) = [one for one in cards if one.answer == "That the date be fixed in May"]
    choice = make_choice(card, document, extraction, cards, 1)
    assert choice is not None
    assert all(option.text.startswith("That ") for option in choice.options)


def test_a_tie_is_asked_among_ties_of_other_kinds():
    story = Story("The Mole\n\nThe mole is safe only if the swell stays low. If Vant pays, the ferry will sail.")
    story.condition("sufficient", "If", "Vant pays", "the ferry will sail")
    story.condition("necessary", "only if", "the swell stays low", "The mole is safe")
    document, extraction = story.read()
    cards = make_cards(document, extraction)
    (card,) = [one for one in cards if one.question is Question.FORCE]
    choice = make_choice(card, document, extraction, cards, 1)
    assert choice is not None
    assert "Unless" in {option.text for option in choice.options}

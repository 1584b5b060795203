"""What no question can ask by itself is asked in its own sentence, with what its pronouns mean before it."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.asked import Asked
from tui_reader.decks.cards import unasked
from tui_reader.decks.context import Context
from tui_reader.decks.passages import Passage
from tui_reader.decks.worth import slight
from tui_reader.model import Card


def passages(story: Story) -> list[Card]:
    return [card for card in make_cards(*story.read()) if card.part == "passage"]


def test_a_condition_on_what_stands_before_it_is_shown_behind_that():
    story = Story("The Toll\n\nThe council keeps the toll on salt. That could change in the event of a bad harvest.")
    story.condition("sufficient", "in the event of", "a bad harvest", "That could change")
    prompts = [card.prompt for card in passages(story)]
    assert prompts[0] == (
        "In “The Toll”, complete: “The council keeps the toll on salt. That could change in the event of ____.”"
    )


def test_a_pronoun_that_the_sentence_before_cannot_mean_is_not_shown():
    story = Story("The Toll\n\nIt rained. Unless they pay for the salt by May, the barges will stay at Hask.")
    story.condition("exceptive", "Unless", "they pay for the salt by May", "the barges will stay at Hask")
    assert not passages(story)


def test_two_persons_before_a_pronoun_leave_it_open():
    story = Story("The Toll\n\nOrrin met Fenn at Hask. If he signs the bill, the barges will sail in May.")
    story.actor("a1", "Orrin", "person")
    story.actor("a2", "Fenn", "person")
    story.condition("sufficient", "If", "he signs the bill", "the barges will sail in May")
    assert not passages(story)


def test_a_speakers_own_words_need_no_names():
    story = Story("The Toll\n\n“We shall close this place unless you pay us by May,” said Orrin.")
    story.actor("a1", "Orrin", "person")
    story.claim("We shall close this place unless you pay us by May", "a1", "said", "direct")
    story.condition("exceptive", "unless", "you pay us by May", "We shall close this place", "a1")
    cards = make_cards(*story.read())
    assert any("Orrin" in card.prompt and card.answer == "You pay us by May" for card in cards)


def test_another_voice_does_not_lead_into_a_quotation():
    story = Story("The Toll\n\nThe barges wait. “Tax them and you will lose them,” said Orrin.")
    story.actor("a1", "Orrin", "person")
    story.claim("Tax them and you will lose them", "a1", "said", "direct")
    story.condition("sufficient", "and", "Tax them", "you will lose them", "a1")
    assert all("said Orrin" in card.prompt for card in passages(story) if "The barges wait" in card.prompt)


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue", "evidence", "weighs"),
    [
        ("Orrin rejects the toll.", "a1", "refuses", "the toll", "Orrin rejects the toll", True),
        ("The owners do.", "a1", "characterises", "owners", "The owners do", False),
        ("The toll is low.", None, "characterises", "The toll", "The toll is low", False),
    ],
)
def test_what_carries_weight(text, holder, stance, issue, evidence, weighs):
    story = Story(f"The Mole\n\n{text}")
    story.actor("a1", "Orrin", "person")
    item = story.position(holder, issue, stance, evidence)
    document, extraction = story.read()
    left = {one.id: weight for one, weight, _ in unasked(document, extraction)}
    assert (item.id not in left or left[item.id]) is weighs


def test_what_is_said_twice_by_one_holder_is_asked_once():
    story = Story("The Mole\n\nOrrin rejects the toll on salt at Hask. He says again that he rejects the toll on salt.")
    story.actor("a1", "Orrin", "person", pronouns=(("He", 1),))
    first = story.position("a1", "the toll", "refuses", "Orrin rejects the toll on salt at Hask")
    second = story.position("a1", "the toll", "refuses", "he rejects the toll on salt")
    document, extraction = story.read()
    cards = make_cards(document, extraction)
    assert Asked(cards).asks(first)
    assert Asked(cards).asks(second) or [why for item, weight, why in unasked(document, extraction) if not weight] == [
        ("repeats",)
    ]


def test_a_sentence_before_that_explains_nothing_is_not_shown():
    story = Story("The Toll\n\nIt rained at Hask. The barges will stay unless the salt is paid for by May.")
    story.condition("exceptive", "unless", "the salt is paid for by May", "The barges will stay")
    assert all("rained" not in card.prompt for card in passages(story))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Third, publish the toll tables of 1904.", "Publish the toll tables"),
        ("Perhaps, the toll tables of 1904 are lost at Hask.", "The toll tables"),
        ("The council published the toll tables of 1904 [12].", "[12]"),
    ],
)
def test_ordinals_and_the_numbers_of_notes_are_not_shown(sentence, shown):
    story = Story(f"The Toll\n\n{sentence}")
    context = Context.of(*story.read())
    text = Passage(context, story.span(sentence)).text[0]
    assert (shown not in text) if shown.startswith("[") else text.startswith(shown)


def test_half_a_thought_is_not_shown():
    story = Story(
        "The Toll\n\nThe council does not share the view, put forward by the Salt Guild, that barges should be taxed."
    )
    story.actor("a1", "council", "organisation")
    story.position("a1", "the view", "denies", "The council does not share the view, put forward by the Salt Guild")
    assert not passages(story)


def test_a_concession_alone_is_no_sentence():
    story = Story(
        "The Toll\n\nWhile Tovar is offering a lower toll on salt, which nobody at Hask had thought of until the "
        "spring of that year, the old barges that carry it will not move from their moorings."
    )
    story.actor("a1", "Tovar", "person")
    story.position("a1", "a lower toll", "offers", "While Tovar is offering a lower toll on salt")
    assert not passages(story)


def test_who_is_named_in_the_words_is_not_named_before_them():
    story = Story("The Toll\n\nThe Salt Guild fears that barges from Hask will be taxed twice before the spring.")
    story.actor("a1", "Salt Guild of Tovar", "organisation", "Salt Guild")
    story.position("a1", "barges", "warns", "barges from Hask will be taxed twice before the spring")
    assert all("reported" not in card.prompt for card in passages(story))


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ("It was a good line", "in_passing"),
        ("Orrin declined to comment on the toll", "in_passing"),
        ("Orrin thanked them; thank you for the toll books", "in_passing"),
        ("Orrin rejects the toll on salt", None),
    ],
)
def test_what_is_said_in_passing_has_no_weight(evidence, why):
    story = Story(f"The Mole\n\n{evidence}.")
    story.actor("a1", "Orrin", "person")
    item = story.position("a1", "toll" if "toll" in evidence else "line", "characterises", evidence)
    context = Context.of(*story.read())
    assert slight(context, item, ()) == why


@pytest.mark.parametrize(
    "text",
    [
        "The clerk, who has kept the books of the harbour for thirty years, doubts that the Salt Guild will pay the "
        "toll on forty barges before next spring.",
        "Failing a new treaty between the two old towns on the river that has been talked about for many long years, "
        "the Salt Guild will pay the toll on forty barges.",
    ],
)
def test_what_is_doubted_or_hangs_on_a_condition_is_not_shown_without_that(text):
    story = Story(f"The Toll\n\n{text}")
    story.actor("a1", "Salt Guild", "organisation")
    story.position("a1", "the toll", "accepts", "the Salt Guild will pay the toll on forty barges")
    assert all(text.split()[0] in card.prompt for card in passages(story))


def test_one_gap_is_made_of_a_sentence():
    story = Story(
        "The Toll\n\nOrrin thinks that the toll tables are lost but fears that forty barges will sink at Hask."
    )
    story.actor("a1", "Orrin", "person")
    story.position("a1", "tables", "characterises", "the toll tables are lost")
    story.position("a1", "barges", "warns", "forty barges will sink at Hask")
    assert len(passages(story)) <= 1


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("They would accept it at Hask by May.", "accept it at Hask"),
        ("The guild pays the tolls there.", "the tolls there"),
    ],
)
def test_an_open_word_in_a_gap_is_not_settled_by_the_rest(sentence, gap):
    story = Story(f"The Toll\n\n{sentence}")
    context = Context.of(*story.read())
    assert not Passage(context, story.span(sentence)).settles(story.span(gap))


@pytest.mark.parametrize(
    ("text", "evidence", "gone"),
    [
        (
            "Tovar, a lobby of salt traders, opposes the river toll.",
            "Tovar, a lobby of salt traders, opposes the river toll",
            "A lobby of salt traders",
        ),
        (
            "Tovar warned twenty years ago that the river toll would ruin Hask.",
            "the river toll would ruin Hask",
            "Twenty years",
        ),
    ],
)
def test_what_is_told_by_the_way_is_no_gap(text, evidence, gone):
    story = Story(f"The Toll\n\n{text}")
    story.actor("a1", "Tovar", "organisation")
    story.position("a1", "toll", "opposes", evidence)
    assert gone not in [card.answer for card in passages(story)]

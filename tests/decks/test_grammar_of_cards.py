"""Prompts and answers are whole clauses with their subjects, and say what the text says."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.wording import lacks_subject
from tui_reader.model import Card, Question, Section, SectionKind, Span


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
    assert any(card.prompt.endswith("will give a bond, but not before ____.") for card in cards(story))


def test_an_inverted_even_is_put_right():
    story = Story("The Bond\n\nThe mole would stand even were Orrin to refuse. It is old.")
    story.condition("concessive", "even were", "Orrin to refuse", "The mole would stand")
    answers = [card.answer for card in cards(story) if card.question is Question.ANTECEDENT]
    assert answers == ["Orrin were to refuse"]


def test_a_plain_if_is_not_asked_for():
    story = Story("The Bond\n\nIf Orrin signs, the mole will be mended in May. It stands only if the swell is low.")
    story.condition("sufficient", "If", "Orrin signs", "the mole will be mended in May")
    story.condition("necessary", "only if", "the swell is low", "It stands")
    assert not any(card.answer == "If" for card in cards(story))


def test_who_is_aware_of_something_is_asked_so():
    story = Story("The Toll\n\nOrrin is aware that the millers are waiting for the toll to fall.")
    story.actor("a1", "Orrin", "person")
    story.claim("the millers are waiting for the toll to fall", "a1", "aware")
    story.crowd()
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


def test_a_speaker_is_named_once_in_a_clause():
    text = "I would have kept my hand down if I had known of the toll."
    story = Story(
        f"The Vote\n\nRoke voted against it. He is old.\n\n{text}",
        sections=(
            Section(Span(0, 45), SectionKind.BODY),
            Section(Span(45, 45 + len(text)), SectionKind.STATEMENT, "Statement by Roke", "Roke"),
        ),
    )
    story.actor("a1", "Roke", "person", pronouns=(("He", 1),))
    story.condition("sufficient", "if", "I had known of the toll", "I would have kept my hand down", "a1")
    prompts = " ".join(card.prompt + card.answer for card in cards(story))
    assert "kept his hand down" in prompts
    assert "Roke’s hand" not in prompts


def test_what_somebody_alleges_of_another_is_asked_as_his():
    story = Story("The Quay\n\nThe Guild says that Vant rejects the plan for the quay. Vant is silent.")
    story.actor("a1", "Guild", "organisation", "The Guild")
    story.actor("a2", "Vant", "state")
    story.position("a2", "the plan for the quay", "refuses", "Vant rejects the plan for the quay", via="a1")
    prompts = [card.prompt for card in cards(story) if card.question is Question.STANCE]
    assert prompts == ["According to the Guild in “The Quay”, what does Vant reject?"]


def test_a_writers_aside_is_no_part_of_an_answer():
    story = Story("The Pact\n\nVoss considers the pact good enough, which from her is high praise.")
    story.actor("a1", "Voss", "person")
    words = "Voss considers the pact good enough, which from her is high praise"
    story.position("a1", "the pact", "characterises", words)
    assert [card.answer for card in cards(story) if card.question is Question.STANCE] == ["Good enough"]


def test_a_deed_that_was_done_does_not_follow():
    story = Story("The Visit\n\nOrrin accepted the offer on condition that the date be fixed after the harvest.")
    story.actor("a1", "Orrin", "person")
    words = "Orrin accepted the offer"
    story.condition("necessary", "on condition that", "the date be fixed after the harvest", words, "a1")
    asked = {card.question for card in cards(story) if not card.part}
    assert Question.ANTECEDENT in asked
    assert Question.CONSEQUENCE not in asked


def test_the_first_of_several_things_is_not_the_topic():
    story = Story("The Schools\n\nOrrin is prepared to share heads, cooks and caretakers among the villages.")
    story.actor("a1", "Orrin", "person")
    words = "Orrin is prepared to share heads, cooks and caretakers among the villages"
    story.position("a1", "heads", "offers", words)
    assert not any("stand on heads" in card.prompt for card in cards(story))

"""What a text has only heard said is asked as heard, and what was only asked for is nobody's word."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.cards import Density
from tui_reader.decks.hearsay import as_heard
from tui_reader.model import Question


@pytest.mark.parametrize(
    ("question", "pronoun", "heard"),
    [
        ("what does Orrin badly want?", "he", "what did Orrin reportedly say he badly wants?"),
        ("what does Vant refuse to do?", "it", "what did Vant reportedly say it refuses to do?"),
        ("what do Pilots fear?", "they", "what did Pilots reportedly say they fear?"),
        ("where does Orrin stand on the toll?", "he", None),
    ],
)
def test_a_question_of_hearsay_says_so(question, pronoun, heard):
    assert as_heard(question, question.split()[2], "reportedly", pronoun) == heard


def who(text: str, words: str, cue: str) -> list[str]:
    story = Story(f"The Quay\n\n{text}")
    story.actor("a1", "Orrin", "person")
    story.claim(words, "a1", cue)
    cards = make_cards(*story.crowd().read(), Density.MORE)
    return [card.prompt for card in cards if card.question is Question.SPEAKER]


def test_who_is_asked_for_by_what_they_reportedly_said():
    found = who("Orrin reportedly said that the winter lamps burn oil.", "the winter lamps burn oil", "said")
    assert found == ["In “The Quay”, who reportedly said that the winter lamps burn oil?"]


def test_a_pledge_that_is_only_asked_for_is_not_made():
    text = "We shall ask Orrin to pledge that the winter lamps burn oil."
    assert not who(text, "the winter lamps burn oil", "pledge")


def test_what_somebody_has_yet_to_prove_is_not_their_word():
    assert not who("Orrin will have to prove that the winter lamps burn oil.", "the winter lamps burn oil", "prove")
    assert who("Orrin went on to say that the winter lamps burn oil.", "the winter lamps burn oil", "say")

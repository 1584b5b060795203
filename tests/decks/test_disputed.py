"""What one holds and another turns down is asked where the text lets a word stand for what was held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.reference import is_existential
from tui_reader.decks.subjects import told_of
from tui_reader.model import Question, Reference, ReferenceKind


def contrasts(said: str, answer: str, stance: str, word: str, cue: str = "said") -> dict[str, str]:
    story = Story(f"The Mole\n\nVant said that {said}. {answer}.")
    story.actor("a1", "Vant", "state")
    story.actor("a2", "Hask", "state")
    story.claim(said, "a1", cue)
    story.position("a2", "the mole", stance, answer)
    document, extraction = story.read()
    reference = Reference(story.span(word), ReferenceKind.CLAUSE, story.span(said), None)
    cards = make_cards(document, replace(extraction, references=(reference,)))
    return {card.prompt: card.answer for card in cards if card.question in {Question.CONTRAST, Question.STANCE}}


def test_what_another_denies_is_asked_with_all_that_was_said():
    found = contrasts("the mole requires a guard in every season", "Hask denies this claim", "denies", "this claim")
    assert found == {
        "In “The Mole”, what does Vant say that Hask denies?": "That the mole requires a guard in every season"
    }


def test_what_another_does_not_share_is_not_asked_of_it_again():
    found = contrasts("the mole requires a guard in winter", "Hask could not share that view", "opposes", "that view")
    assert found == {
        "In “The Mole”, what does Vant hold that Hask does not accept?": "That the mole requires a guard in winter"
    }


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("the release of water requires notice in May", ("the release of water", "it requires notice in May")),
        ("the new zones will be closed to trawlers", ("the new zones", "they will be closed to trawlers")),
        ("the loan be paid in yearly parts", ("the loan", "it be paid in yearly parts")),
        ("without a guard the mole would be unsafe", None),
        ("the pilot lost his way in the fog", None),
        ("the mole is safe", None),
        ("the crane that was sold in May is unsafe today", None),
    ],
)
def test_a_clause_is_told_of_its_subject_where_nothing_else_could_be_meant(clause, told):
    assert told_of(clause) == told


@pytest.mark.parametrize(
    ("after", "exists"), [(" could provoke an incident", False), (" could be a storm", True), (" is a storm", True)]
)
def test_a_there_before_what_happens_is_a_place(after, exists):
    assert is_existential(after) is exists

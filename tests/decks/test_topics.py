"""What a position's card asks about: only what the words are about, called by its full name, of who holds it."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.gaps import settled
from tui_reader.decks.phrases import Phrase
from tui_reader.model import Card, Question, Span


def stances(story: Story) -> list[Card]:
    return [card for card in make_cards(*story.read()) if card.question is Question.STANCE and not card.part]


@pytest.mark.parametrize(
    ("stance", "issue", "evidence"),
    [
        ("opposes", "the last tram", "Orrin walked out because the last tram leaves at nine"),
        ("refuses", "an enemy", "Orrin is not an enemy of the mills"),
        ("supports", "a refusal", "Orrin regards that letter as a refusal"),
        ("accepts", "a week", "Orrin agreed within a week to the plan"),
        ("refuses", "weavers", "Orrin cannot find weavers in the valley"),
    ],
)
def test_what_the_words_only_mention_is_not_their_topic(stance, issue, evidence):
    story = Story(f"The Two Towns\n\n{evidence}. The towns wait.")
    story.actor("a1", "Orrin", "person")
    story.position("a1", issue, stance, evidence)
    assert not stances(story)


def test_of_whom_something_is_asked_stands_in_the_prompt():
    story = Story("The Strike\n\nOrrin urged the ministers to step back. The town waits.")
    story.actor("a1", "Orrin", "person")
    story.position("a1", "the ministers", "demands", "Orrin urged the ministers to step back")
    (card,) = stances(story)
    assert card.prompt == "In “The Strike”, what did Orrin urge the ministers to do?"
    assert card.answer == "Step back"


@pytest.mark.parametrize(
    ("holder", "evidence", "answer"),
    [
        ("Berwald", "Governor Lise Arnhem and Mr Berwald vote against the toll", "Against it"),
        ("Arnhem", "Arnhem and Mr Berwald have rejected the toll", "Has rejected it"),
        ("Arnhem", "The toll on salt was declined by Arnhem in May", "Declined it in May"),
    ],
)
def test_a_stance_shared_or_told_in_the_passive_is_the_holders(holder, evidence, answer):
    story = Story(f"The Vote at Hask\n\n{evidence}. The toll stays.")
    story.actor("a1", holder, "person")
    issue = "The toll on salt" if evidence.startswith("The") else "the toll"
    story.position("a1", issue, "opposes", evidence)
    assert [card.answer for card in stances(story)] == [answer]


@pytest.mark.parametrize(
    ("text", "loose", "left"),
    [
        ("Asks it to read a map", ("it",), ("it",)),
        ("Would pay for a map as long as Orrin prints it", ("it",), ()),
        ("Will print it in May", ("it",), ()),
        ("Knows what happened in that cellar", ("that",), ("that",)),
        ("Regards the mole as safe", ("its",), ()),
    ],
)
def test_an_open_word_of_an_answer_means_its_topic_only_behind_it(text, loose, left):
    phrase = Phrase(text, Span(0, len(text)), text, loose)
    assert settled(phrase, "a map").loose == left


@pytest.mark.parametrize(
    ("name", "kind", "text", "asked"),
    [
        ("Committee on Tolls", "person", "Committee on Tolls rejects the toll.", "the Committee on Tolls"),
        ("Council official", "person", "A Council official rejects the toll.", "a Council official"),
        ("some in Hask", "group", "some in Hask reject the toll.", "do some in Hask"),
        ("Tessalan bakers", "group", "Tessalan bakers reject the toll. Tessaly waits.", "do Tessalan bakers"),
    ],
)
def test_a_holder_is_called_as_english_calls_him(name, kind, text, asked):
    story = Story(f"The Toll\n\n{text}")
    story.actor("a1", name, kind)
    story.actor("a2", "Tessaly", "state")
    story.position("a1", "the toll", "opposes", text.split(".")[0])
    assert any(asked in card.prompt for card in stances(story))


def test_votes_hold_nothing():
    story = Story("The Amendment\n\nSix votes rejected the amendment on tolls.")
    story.actor("a1", "Six votes", "group")
    story.position("a1", "the amendment on tolls", "refuses", "Six votes rejected the amendment on tolls")
    asked = [card for card in make_cards(*story.read()) if card.part != "passage"]
    assert not any("do six votes" in card.prompt or card.answer == "Six votes" for card in asked)

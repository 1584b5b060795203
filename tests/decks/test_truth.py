"""No card says what its text does not: a negative, a condition or a speaker that a cut would lose stays or ends it."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.agreement import agree, third_person
from tui_reader.decks.tense import uninverted
from tui_reader.decks.wording import is_inverted
from tui_reader.model import Card, Question, Section, SectionKind, Span


def cards(story: Story) -> tuple[Card, ...]:
    return make_cards(*story.read())


def stances(story: Story) -> list[Card]:
    return [card for card in cards(story) if card.question is Question.STANCE and card.part != "passage"]


def test_a_consequent_that_a_negative_turns_round_is_not_asked():
    story = Story("The Sluice at Arden\n\nNor do we oppose the new sluice gates, whatever the millers may tell Orrin.")
    story.condition("concessive", "whatever", "the millers may tell Orrin", "do we oppose the new sluice gates")
    assert all("Nor do we oppose" in card.prompt for card in cards(story))


def test_a_stance_keeps_the_condition_on_which_alone_it_holds():
    story = Story("The Fen Pact\n\nThe Drainage Board says that the pact takes effect only if four parishes ratify it.")
    story.actor("a1", "Drainage Board", "organisation", "The Drainage Board")
    story.condition("necessary", "only if", "four parishes ratify it", "the pact takes effect", "a1")
    story.position("a1", "the pact", "characterises", "the pact takes effect")
    answers = [card.answer for card in stances(story)]
    assert answers == ["It takes effect only if four parishes ratify it"]


def test_a_stance_whose_condition_points_back_is_not_asked():
    story = Story("The Fen Pact\n\nThe Drainage Board says that the pact lapses in August unless that vote is held.")
    story.actor("a1", "Drainage Board", "organisation", "The Drainage Board")
    story.condition("exceptive", "unless", "that vote is held", "the pact lapses in August", "a1")
    story.position("a1", "the pact", "characterises", "the pact lapses in August")
    assert not stances(story)


@pytest.mark.parametrize(
    ("text", "evidence", "asked"),
    [
        ("It does not accept the tariff on salt.", "It does not accept the tariff on salt", False),
        ("Opposed for years the tariff on salt.", "Opposed for years the tariff on salt", False),
        ("The tariff on salt ruins the coast.", "The tariff on salt ruins the coast", False),
        ("The tariff on salt must fall.", "The tariff on salt must fall", True),
        ("The tariff on salt ruins the coast. We have seen it.", "The tariff on salt ruins the coast", True),
    ],
)
def test_only_what_shows_its_writer_is_the_writers(text, evidence, asked):
    story = Story(f"Salt and the Coast\n\n{text}")
    story.position(None, "the tariff on salt", "opposes", evidence)
    assert bool(stances(story)) is asked


def test_an_opinion_is_its_writers_throughout():
    story = Story("Opinion\n\nThe tariff on salt ruins the coast.", title="Salt and the Coast")
    story.position(None, "the tariff on salt", "opposes", "The tariff on salt ruins the coast")
    assert stances(story)


def test_who_must_act_is_not_asked_where_a_pronoun_acts():
    story = Story("The Quay\n\nShould it find the timber by autumn, the quay at Hask will be rebuilt. Orrin waits.")
    story.actor("a1", "Orrin", "person")
    story.condition(
        "sufficient", "Should", "it find the timber by autumn", "the quay at Hask will be rebuilt", None, "a1"
    )
    assert all(card.question is not Question.OBLIGOR for card in cards(story))


def test_an_order_is_no_consequence():
    story = Story("The Loom\n\nIf the weavers would rather keep the old loom than sell, let them.")
    story.condition("sufficient", "If", "the weavers would rather keep the old loom than sell", "let them")
    assert not cards(story)


@pytest.mark.parametrize(
    ("clause", "righted"),
    [
        ("they left one trained pilot on the mole", "they had left one trained pilot on the mole"),
        ("the ferry been paid for", "the ferry had been paid for"),
        ("a name come out", "a name had come out"),
        ("the planned works begun in May", "the planned works had begun in May"),
    ],
)
def test_the_verb_goes_back_behind_its_subject(clause, righted):
    assert uninverted("had", clause) == righted


@pytest.mark.parametrize(
    ("after", "put"),
    [(" just doubt it", " just doubts"), (" rely on it", " relies"), (" have known it", " has"), (" only hope", None)],
)
def test_an_adverb_is_no_verb(after, put):
    assert agree(after, plural=False)[0] == (put or " only hopes")


@pytest.mark.parametrize("form", ["known", "just", "seen", "in", "sold", "must", "ordered", "asking"])
def test_what_is_inflected_or_no_verb_stays(form):
    assert third_person(form) == form


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("do we oppose it", True),
        ("Nor will Orrin close it", True),
        ("does Orrin pay", True),
        ("do his duty", False),
        ("is a tax", False),
        ("does not pay", False),
    ],
)
def test_an_auxiliary_before_its_subject(text, inverted):
    assert is_inverted(text) is inverted


def test_what_a_condition_points_to_may_stand_in_the_answer():
    text = "The bylaw forbids sending a boy into the tank unless that boy is trained."
    story = Story(f"The Fen Tanks\n\n{text}")
    story.actor("a1", "bylaw", "organisation", "The bylaw")
    words = "The bylaw forbids sending a boy into the tank"
    story.condition("exceptive", "unless", "that boy is trained", words, "a1")
    story.position("a1", "the tank", "opposes", words)
    (card,) = stances(story)
    assert card.prompt.endswith("what does the bylaw forbid?")
    assert card.answer == "Sending a boy into the tank unless that boy is trained"


def test_a_negative_before_its_verb_is_put_right():
    story = Story("The Mole\n\nOrrin spoke last. Nor will I close the mole at Hask.")
    story.sections = (Section(Span(0, len(story.text)), SectionKind.STATEMENT, "Statement by Orrin", "Orrin"),)
    story.actor("a1", "Orrin", "person")
    story.position("a1", "the mole", "refuses", "Nor will I close the mole at Hask")
    (card,) = stances(story)
    assert card.prompt.endswith("what will Orrin not do?")
    assert card.answer == "Close the mole at Hask"


def test_a_question_within_a_sentence_is_nobodys_stand():
    story = Story("The Talks\n\nThe judge must publish his findings on who must pay for the broken settlement.")
    story.position(None, "the broken settlement", "demands", "who must pay for the broken settlement")
    assert not stances(story)


def test_a_name_that_ran_on_into_its_verb_is_no_name():
    story = Story("The Debate\n\nMembers opposite shout “Keep the old ferry”; the house was full.")
    story.actor("a1", "Members opposite shout", "group")
    story.position("a1", "the old ferry", "supports", "Keep the old ferry")
    assert not any("of Members opposite" in card.prompt or "do Members" in card.prompt for card in cards(story))


def test_an_offer_of_nothing_is_no_stance():
    story = Story("The Two Towns\n\nOrrin is offering a hand. The towns wait.")
    story.actor("a1", "Orrin", "person")
    story.position("a1", "a hand", "supports", "Orrin is offering a hand")
    assert not stances(story)


@pytest.mark.parametrize(
    ("text", "words", "cue", "asked"),
    [
        ("Orrin would argue that the mole is sound.", "the mole is sound", "argue", "who would argue that"),
        (
            "The masons of May found that the mole is sound. Orrin agrees.",
            "the mole is sound",
            "found",
            "who found that",
        ),
        ("Orrin has let it be known that the mole is sound.", "the mole is sound", "known", "who said that"),
        ("Orrin told us that the mole is sound.", "the mole is sound", "told", "who said that"),
    ],
)
def test_the_verb_of_a_question_for_a_speaker(text, words, cue, asked):
    story = Story(f"The Mole at Hask\n\n{text}")
    story.actor("a1", "Orrin", "person")
    story.claim(words, "a1", cue)
    story.crowd()
    assert any(asked in card.prompt for card in cards(story))

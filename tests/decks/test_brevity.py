"""What is long is asked in parts that can be recalled, and nothing is cut that would turn what is said."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.pieces import shorter
from tui_reader.decks.stance_wording import with_pronoun
from tui_reader.decks.wording import count, tidy
from tui_reader.model import Card, Question, Section, SectionKind, Span


def cards(story: Story) -> tuple[Card, ...]:
    return make_cards(*story.read())


def test_a_long_antecedent_is_asked_part_by_part():
    words = (
        "Vant takes a decision to open the locks at Hask through its honest conduct and its patient work on the basis "
        "of openly breaking with the old tariff and trusting each other"
    )
    story = Story(f"The Locks\n\nIf {words}, the two towns can trade again.")
    story.condition("sufficient", "If", words, "the two towns can trade again")
    answers = [card.answer for card in cards(story) if card.question is Question.ANTECEDENT]
    assert answers == [
        "Vant takes a decision to open the locks at Hask",
        "Openly breaking with the old tariff and trusting each other",
    ]
    assert all(count(answer) <= 12 for answer in answers)


def test_what_is_one_thing_and_hardly_too_long_is_asked_whole():
    words = "the Northern Waters Board will have to raise the whole sum at market rates"
    story = Story(f"The Locks\n\nIf the vote is lost, {words}.")
    story.condition("sufficient", "If", "the vote is lost", words)
    answers = [card.answer for card in cards(story) if card.question is Question.CONSEQUENCE]
    assert answers == ["The Northern Waters Board will have to raise the whole sum at market rates"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the mole at Hask is sound, and the town may keep the ferry it loves", "the mole at Hask is sound …"),
        ("the mole at Hask is sound, but only if the town mends the ferry", None),
        ("if the mole at Hask is sound, and the town pays, the ferry will sail", None),
        ("the mole at Hask which Orrin built is sound", "the mole at Hask which Orrin built is sound"),
    ],
)
def test_what_is_said_is_cut_at_the_end_of_a_clause_and_keeps_its_condition(text, short):
    assert shorter(text, 9) == (short or text)


@pytest.mark.parametrize(
    ("text", "topic", "left"),
    [
        ("Promised to lift the ban before the first of May", "the ban", "Promised to lift it before the first of May"),
        ("Demands that the works be halted at once", "the works", "Demands that they be halted at once"),
        ("Turned down the bill", "the bill", "Turned down the bill"),
        (
            "Wants the mood prevailing in the town to change",
            "the mood",
            "Wants the mood prevailing in the town to change",
        ),
        ("Told him to mend the mole", "the mole", "Told him to mend the mole"),
        ("Asks for a bill", "a bill", "Asks for a bill"),
    ],
)
def test_the_topic_within_a_long_answer_becomes_a_pronoun_where_it_fits(text, topic, left):
    assert with_pronoun(text, topic) == left


def test_a_parenthesis_that_was_cut_goes_whole():
    assert tidy("relations with the Republic of Vant (RV") == "relations with the Republic of Vant"


def test_who_holds_what_stands_in_a_statement_is_not_asked_of_its_author():
    text = "Statement\n\nHask, 4 May. I hold that the mole is sound and will last."
    story = Story(
        text,
        title="The Locks",
        sections=(Section(Span(0, len(text)), SectionKind.STATEMENT, "Statement by Mira Oswin", "Mira Oswin"),),
    )
    story.actor("a1", "Mira Oswin", "person")
    story.claim("the mole is sound and will last", "a1", "hold")
    assert not [card.prompt for card in cards(story) if card.answer == "Mira Oswin"]


def test_of_a_list_of_things_left_out_the_most_telling_is_asked_with_its_commas():
    story = Story("The Note\n\nThe note made no mention of the tariff, the mole of Hask, or the ferry.")
    story.unmentioned += [story.span("the tariff"), story.span("the mole of Hask"), story.span("the ferry")]
    prompts = [card.prompt for card in cards(story) if card.question is Question.UNMENTIONED]
    assert prompts == ["In “The Note”, complete: “The note made no mention of the tariff, ____, or the ferry.”"]


@pytest.mark.parametrize(
    "text", ["No questions were taken on the tariff.", "Vant asked them not to discuss the tariff."]
)
def test_what_was_only_not_to_be_spoken_of_is_not_asked(text):
    story = Story(f"The Note\n\n{text}")
    story.unmentioned.append(story.span("the tariff"))
    assert not [card for card in cards(story) if card.question is Question.UNMENTIONED]


def test_a_quotation_shows_whom_its_pronouns_mean():
    story = Story("The Ferry\n\nVant was told. “He will never keep the old ferry on the river,” said Ada Crewe.")
    story.actor("a1", "Ada Crewe", "person")
    story.actor("a2", "Vant", "person", pronouns=(("He", 1),))
    story.claim("He will never keep the old ferry on the river", "a1", "said", "direct")
    story.crowd()
    prompts = [card.prompt for card in cards(story) if card.question is Question.SPEAKER]
    assert prompts == ["In “The Ferry”, who said: “[Vant] will never keep the old ferry on the river”?"]


def test_a_word_that_tells_nothing_is_not_left_out_of_a_quotation():
    story = Story("The Ferry\n\n“We doubted that it came slowly through the morning fog,” said Ada Crewe.")
    story.actor("a1", "Ada Crewe", "person")
    story.claim("We doubted that it came slowly through the morning fog", "a1", "said", "direct")
    assert not [card for card in cards(story) if card.question is Question.CLOZE]


def test_no_subject_is_left_without_its_verb():
    text = "the racks were new, and a clerk in the accounts office, who begged not to be named, doubted it"
    assert shorter(text, 12) == "the racks were new …"

"""A position is asked by what its holder does, and its answer is what the verb still wants."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.stance_questions import Asking, alone, askings, mandated
from tui_reader.decks.verdicts import duties, verdict_on
from tui_reader.model import Card, Question


def stances(story: Story) -> list[Card]:
    return [card for card in make_cards(*story.read()) if card.question is Question.STANCE and not card.part]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("denies that the mole is late", "what does Vant deny?", "that the mole is late"),
        ("denied that the mole is late", "what did Vant deny?", "that the mole is late"),
        ("has warned that the mole will sink", "what has Vant warned?", "that the mole will sink"),
        ("thinks the war on rats is over", "what does Vant think?", "That the war on rats is over"),
        ("doesn’t think the war is over", "what does Vant not think?", "That the war is over"),
        ("has promised to repair the mole", "what has Vant promised to do?", "repair the mole"),
        ("is prepared to share the cranes", "what is Vant prepared to do?", "share the cranes"),
        ("wants to see the books", "what does Vant want?", "to see the books"),
        ("urged both towns not to pay", "what did Vant urge both towns not to do?", None),
        ("urged both towns not to pay the toll", "what did Vant urge both towns not to do?", "pay the toll"),
        (
            "calls upon the board to withdraw its order",
            "what does Vant call upon the board to do?",
            "withdraw its order",
        ),
        ("regards the toll as unfair to weavers", "how does Vant regard the toll?", "As unfair to weavers"),
        ("called the toll “a tax in clogs” on Monday", "how did Vant describe the toll?", "“a tax in clogs”"),
        ("calls himself undecided", "how does Vant describe himself?", "undecided"),
        ("considers the text good enough, which from her is praise", "how does Vant describe the text?", "good enough"),
        ("will not hand the books over", "what will Vant not do?", "hand the books over"),
        ("is asking for six per cent", "what is Vant asking for?", "six per cent"),
        ("will back the toll unless the quay is sold", "what will Vant do?", None),
        ("insists that the cranes are safe", "what does Vant insist on?", "that the cranes are safe"),
        ("does not regard the toll as unfair", "what does Vant not regard as unfair?", "the toll"),
        ("had offered Orrin safe passage to Hask", "what had Vant offered Orrin?", "safe passage to Hask"),
        ("considers the stance fairly restrictive", "how does Vant describe the stance?", "fairly restrictive"),
        ("rejects the toll", "where does Vant stand on the toll?", "Rejects it"),
        ("voted for a cut of half a mark", "what did Vant vote for?", "a cut of half a mark"),
        ("does not favour replacing the trams", "what does Vant not favour?", "replacing the trams"),
    ],
)
def test_what_is_asked_of_a_deed(text, question, answer):
    found = next(askings(text, "Vant", False), None)
    if answer is None:
        assert found is None
    else:
        assert (found.question, found.answer) == (question, answer)


@pytest.mark.parametrize(
    "text",
    [
        "asks it to read a map",
        "rejects that",
        "advised the journal to",
        "has so far refused to name",
        "denies this",
        "has not been able to verify that",
        "could vote it down",
        "is asking for it back",
        "insists that the other nine were not",
        "has undertaken to hold its price only",
        "rejects is a secret accusation",
        "urged both towns not to let the thing drift",
        "complains that the other does not exist",
        "hates the whole thing",
        "rejects the whole thing",
        "does not think that either is fatal",
        "considers nine of the fourteen unsaleable",
    ],
)
def test_what_is_not_whole_is_not_asked(text):
    assert next(askings(text, "Vant", False), None) is None


def test_a_second_deed_is_no_part_of_the_first():
    assert alone("the deal and called for more") == "the deal"
    assert alone("salt and pepper") == "salt and pepper"


def test_what_somebody_must_do_is_asked_of_whoever_says_it():
    (asked,) = duties("The council must publish the figures", "Orrin", "does")
    assert asked.question == "what does Orrin say the council must do?"
    assert asked.answer == "publish the figures"
    assert not [*duties("The council must be told", "Orrin", "does")]
    assert not [*duties("The repair should pay for the repair", "Orrin", "does")]
    (needed,) = duties("It is necessary to watch the river", "Orrin", "does")
    assert (needed.question, needed.answer) == ("what does Orrin say it is necessary to do?", "watch the river")


@pytest.mark.parametrize(
    ("text", "topic", "verdict"),
    [
        ("They are unsafe in a storm", "the cranes", "unsafe in a storm"),
        ("The cranes are unsafe in a storm", "the cranes", "unsafe in a storm"),
        ("They are right", "the two towns", None),
        ("They are not ready", "the cranes", None),
        ("They were unsafe", "the cranes", None),
        ("They are asking when the toll will fall", "the cranes", None),
    ],
)
def test_a_verdict_is_told_without_its_topic(text, topic, verdict):
    assert verdict_on(text, topic) == verdict


def test_two_things_that_one_prompt_would_ask_are_asked_by_none():
    text = "Orrin demands the keys of the tower. Orrin demands the books of the guild."
    story = Story(f"The Guild\n\n{text}")
    story.actor("a1", "Orrin", "person")
    story.position("a1", "the keys of the tower", "demands", "Orrin demands the keys of the tower")
    story.position("a1", "the books of the guild", "demands", "Orrin demands the books of the guild")
    assert not stances(story)


def test_neither_of_two_is_asked_what_it_does_not_do():
    story = Story("The Trams\n\nNeither the Forum nor the Guild favours replacing the trams with coaches.")
    story.actor("a1", "the Forum", "organisation")
    story.position(
        "a1", "the trams", "opposes", "Neither the Forum nor the Guild favours replacing the trams with coaches"
    )
    (card,) = stances(story)
    assert card.prompt.endswith("what does the Forum not favour?")
    assert card.answer == "Replacing the trams with coaches"


def test_who_tells_of_anothers_deed_stands_in_the_prompt():
    story = Story("The Toll\n\nMira Oswin said that Vant has rejected the toll on salt and fish.")
    story.actor("a1", "Vant", "state")
    story.actor("a2", "Mira Oswin", "person")
    story.position("a1", "the toll on salt and fish", "refuses", "Vant has rejected the toll on salt and fish", "a2")
    (card,) = stances(story)
    assert card.prompt == "According to Mira Oswin in “The Toll”, what has Vant rejected?"
    assert card.answer == "The toll on salt and fish"


@pytest.mark.parametrize(
    ("name", "held"),
    [("a sudden danger", False), ("a council official", True), ("a group", False), ("a clerk in the mill", True)],
)
def test_only_a_person_or_body_called_by_a_noun_holds_anything(name, held):
    story = Story(f"The Mill\n\nIt is said that {name} rejects the new toll on salt.")
    story.actor("a1", name, "group")
    story.position("a1", "the new toll on salt", "opposes", f"{name} rejects the new toll on salt")
    assert bool(stances(story)) is held


def test_what_would_have_to_be_so_is_not_what_somebody_does():
    story = Story("The Mill\n\nIf Orrin rejects the new toll on salt, the mill closes.")
    story.actor("a1", "Orrin", "person")
    story.condition("sufficient", "If", "Orrin rejects the new toll on salt", "the mill closes")
    story.position("a1", "the new toll on salt", "opposes", "Orrin rejects the new toll on salt")
    made = make_cards(*story.read())
    assert not any(card.question in {Question.STANCE, Question.HOLDER} and not card.part for card in made)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Orrin says that in two years of ten the new weir would run dry.", "the new weir would run dry"),
        ("Orrin assumes that the new weir would run dry.", "the new weir would run dry"),
        ("Orrin says that, once the mill was shut, the new weir would run dry.", "the new weir would run dry"),
    ],
)
def test_what_is_limited_or_assumed_before_the_words_is_not_asked_without_it(text, evidence):
    story = Story(f"The Weir\n\n{text}")
    story.actor("a1", "Orrin", "person")
    story.position("a1", "the new weir", "warns", evidence)
    assert not stances(story)
    whole = Story("The Weir\n\nOrrin says that the new weir would run dry in March.")
    whole.actor("a1", "Orrin", "person")
    whole.position("a1", "the new weir", "warns", "the new weir would run dry in March")
    (card,) = stances(whole)
    assert card.prompt == "In “The Weir”, what does Orrin say of the new weir?"
    assert card.answer == "It would run dry in March"


def test_what_one_offers_and_another_rejects():
    text = "Orrin offers a payment of nine crowns. The Guild has turned down the payment of nine crowns."
    story = Story(f"The Strike\n\n{text}")
    story.actor("a1", "Orrin", "person")
    story.actor("a2", "the Guild", "organisation", "The Guild")
    story.position("a1", "a payment of nine crowns", "offers", "Orrin offers a payment of nine crowns")
    story.position(
        "a2", "the payment of nine crowns", "refuses", "The Guild has turned down the payment of nine crowns"
    )
    made = [card for card in make_cards(*story.read()) if card.question is Question.CONTRAST]
    assert [card.prompt for card in made] == ["In “The Strike”, what does Orrin offer that the Guild rejects?"]


@pytest.mark.parametrize("together", ["Neither Vant nor the Guild favours", "Both Vant and the Guild favour"])
def test_who_is_not_asked_where_two_did_it(together):
    story = Story(f"The Trams\n\n{together} replacing the trams with coaches.")
    story.actor("a1", "Vant", "state")
    story.position("a1", "the trams", "opposes", f"{together} replacing the trams with coaches")
    assert not any(card.question is Question.HOLDER for card in make_cards(*story.read()))


def test_what_is_said_for_a_case_is_not_asked_without_it():
    story = Story("The Lot\n\nIf they do not, the mayor of Hask should drop the plan for good.")
    story.actor("a1", "Orrin", "person")
    story.position("a1", "the plan", "demands", "the mayor of Hask should drop the plan for good")
    assert not stances(story)


@pytest.mark.parametrize(
    ("question", "answer", "verbatim", "left"),
    [
        (
            "what does Orrin propose?",
            "that Vant writes to the Guild",
            "that you write to the Guild",
            "that Vant write to the Guild",
        ),
        (
            "what does Orrin deny?",
            "that Vant writes to the Guild",
            "that you write to the Guild",
            "that Vant writes to the Guild",
        ),
        ("what does Orrin propose?", "that Vant’s mills close", "that your mills close", "that Vant’s mills close"),
    ],
)
def test_a_name_put_in_for_you_leaves_a_demand_its_subjunctive(question, answer, verbatim, left):
    assert mandated(Asking(question, answer), verbatim) == left


def test_what_is_only_moved_is_not_yet_held():
    story = Story("The Debate\n\nOrrin rose to move, That this Chamber regrets the order on salt.")
    story.actor("a1", "the Chamber", "organisation", "this Chamber")
    story.position("a1", "the order on salt", "opposes", "this Chamber regrets the order on salt")
    assert not any(card.question in {Question.STANCE, Question.HOLDER} for card in make_cards(*story.read()))

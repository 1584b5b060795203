"""Where wrong answers are taken from: deeds, claims, descriptions and names, each of the form that is asked for."""

import random

import pytest

from tests.decks.story import Story
from tui_reader.decks.actor_turns import actor_turns
from tui_reader.decks.context import Context
from tui_reader.decks.descriptions import nominals, redescribed
from tui_reader.decks.frames import fits_frame, form
from tui_reader.decks.infinitives import infinitives
from tui_reader.decks.others import Place, of_same_holder, others_of, whole
from tui_reader.decks.people import people
from tui_reader.model import Card, CardKind, Question, Span


def context_of(story):
    return Context.of(*story.read())


def test_what_somebody_did_is_an_answer_to_what_they_are_to_do():
    story = Story("The board has signed the treaty. Vant will close the quay if it rains. It goes to civilian traffic.")
    assert {one.text for one in infinitives(context_of(story))} == {"Sign the treaty", "Close the quay"}


def test_a_deed_within_a_question_is_none_of_its_own():
    story = Story("Whether the mole can hold the sea hinges on the stones.")
    assert not list(infinitives(context_of(story)))


def test_what_somebody_plainly_says_may_stand_for_what_follows():
    story = Story("Vant said that the quay will close. Brisk denied that the mole had sunk.")
    story.actor("v", "Vant", "person")
    story.actor("b", "Brisk", "person")
    story.claim("the quay will close", "v", "said")
    story.claim("the mole had sunk", "b", "denied")
    assert [one.text for one in others_of(context_of(story)) if one.place is Place.CLAIM] == ["The quay will close"]


def test_one_holder_is_never_asked_to_be_told_from_himself():
    story = Story("Vant said that the quay will close. Vant said that the mole will sink. The fair will be dull.")
    story.actor("v", "Vant", "person")
    one, other = story.claim("the quay will close", "v", "said"), story.claim("the mole will sink", "v", "said", nth=2)
    writers = story.claim("The fair will be dull", None, "")
    context = context_of(story)
    assert of_same_holder(one.id, other.id, context)
    assert not of_same_holder(one.id, writers.id, context)
    assert of_same_holder(writers.id, writers.id, context)


def test_a_text_has_descriptions_in_marks_and_behind_a_verb():
    story = Story("Vant called the toll “a slap in the face”. The mole is a ruin, and the quay seems unsafe, he said.")
    assert {one.text for one in nominals(context_of(story))} == {"a slap in the face", "a ruin", "unsafe"}


def test_what_is_said_of_something_within_an_answer_is_not_redescribed():
    story = Story("The mole is a ruin. The fair is a joke.")
    assert not list(redescribed("A tool for pilots who are a burden", nominals(context_of(story))))


def test_names_are_of_one_kind_and_belong_to_different_people():
    story = Story(
        "Ana Brisk said the toll was high. Dear Olmo Tarn left. Tarn’s report is late. Edda Vant sat. Ilse Holm slept."
    )
    story.actor("b", "Ana Brisk", "person")
    story.actor("t", "Olmo Tarn", "person", "Dear Olmo Tarn", "Olmo")
    story.actor("v", "Edda Vant", "person")
    story.actor("h", "Ilse Holm", "person")
    story.actor("p", "58 per cent", "group")
    story.actor("o", "her office", "organisation")
    story.actor("a", "Tarn’s report", "organisation")
    prompt, span = "In “Tolls”, who said the toll was high?", Span(0, 32)
    card = Card("c", "d", "i", CardKind.ATTRIBUTION, Question.SPEAKER, prompt, "Ana Brisk", span, span, actors=("b",))
    assert {one.text for one in people(card, context_of(story), random.Random(1))} == {
        "Olmo Tarn",
        "Edda Vant",
        "Ilse Holm",
    }


def test_of_two_who_belong_together_one_takes_the_place_of_an_actor():
    story = Story("The Mole Board met. The Tarn League and the Harbour Tarn League agreed with the Mole Board.")
    story.actor("m", "the Mole Board", "organisation")
    story.actor("t", "the Tarn League", "organisation")
    story.actor("h", "the Harbour Tarn League", "organisation")
    found = [one.became for one in actor_turns("The Mole Board will pay", "What follows?", context_of(story))]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("right", "option", "fit"),
    [
        ("The view that tolls are high", "The ferry will run", False),
        ("The view that tolls are high", "The view that tolls are low", True),
        ("Closing the quay", "The old ferry", False),
        ("Closing the quay", "Mending the mole", True),
        ("Old batteries", "Small pilot", False),
        ("Old batteries", "Small pilots", True),
        ("As a burden", "The old ferry", False),
        ("The old ferry", "Against it", False),
    ],
)
def test_an_option_has_the_frame_of_the_right_answer(right, option, fit):
    span = Span(0, 1)
    card = Card(
        "c", "d", "i", CardKind.POSITION, Question.STANCE, "In “Tolls”, what does Vant want?", right, span, span
    )
    assert fits_frame(option, card, form(right)) is fit


@pytest.mark.parametrize(
    ("clause", "full"),
    [("The quay will close", True), ("Ten days by its own count, would be lost", False), ("Restore the quay", False)],
)
def test_a_clause_has_its_subject(clause, full):
    assert whole(clause) is full

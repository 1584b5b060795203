"""Wrong answers are wrong, look like the right one, and say what they were."""

from __future__ import annotations

import random

import pytest

from tests.decks.story import Story, harbour
from tui_reader.decks import make_cards, make_choice
from tui_reader.decks.actor_turns import actor_turns
from tui_reader.decks.choices import apart, cut, fits, inside, refusal
from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.distractors import WHO
from tui_reader.decks.endings import endings
from tui_reader.decks.frames import betrayed
from tui_reader.decks.kinship import akin
from tui_reader.decks.ladders import laddered
from tui_reader.decks.word_options import words_like
from tui_reader.decks.wording import upper_first
from tui_reader.model import Card, CardKind, Question, Span


@pytest.fixture(scope="module")
def choices():
    document, extraction = harbour().read()
    cards = make_cards(document, extraction)
    made = [make_choice(card, document, extraction, cards, 7) for card in cards]
    return [choice for choice in made if choice is not None]


def test_most_cards_can_be_asked_as_a_choice(choices):
    assert len(choices) > 0.7 * len(make_cards(*harbour().read()))
    assert {choice.card.question for choice in choices} >= {
        Question.ANTECEDENT,
        Question.CONSEQUENCE,
        Question.STANCE,
        Question.SPEAKER,
    }


def test_one_is_right_and_three_teach(choices):
    for choice in choices:
        assert [option.text for option in choice.options if option.right] == [choice.card.answer]
        wrong = [option for option in choice.options if not option.right]
        assert len(wrong) == 3
        assert all(option.note for option in wrong)


def test_options_are_alike_in_length_and_none_stands_in_another(choices):
    for choice in choices:
        if choice.card.question is Question.FORCE:
            continue  # “if” is short, and stands in “only if”
        texts = [option.text for option in choice.options]
        for text in texts:
            assert choice.card.question in WHO or 0.5 <= len(text) / len(choice.card.answer) <= 2
            assert not any(inside(text, other) for other in texts if other is not text)


def test_no_option_stands_in_the_prompt(choices):
    for choice in choices:
        for option in choice.options:
            assert option.right or not inside(option.text, choice.card.prompt)


def test_order_follows_from_the_seed():
    document, extraction = harbour().read()
    cards = make_cards(document, extraction)
    card = next(card for card in cards if make_choice(card, document, extraction, cards, 1))
    first = make_choice(card, document, extraction, cards, 1)
    assert first == make_choice(card, document, extraction, cards, 1)
    places = {made.right for seed in range(30) if (made := make_choice(card, document, extraction, cards, seed))}
    assert places == {0, 1, 2, 3}


@pytest.fixture(scope="module")
def context():
    return Context.of(*harbour().read())


@pytest.mark.parametrize(
    ("answer", "stances"),
    [
        ("Opposes the toll", {"Accepts the toll", "Asks for changes to the toll", "Puts off a decision on the toll"}),
        (
            "Has offered to lease two berths",
            {
                "Has refused to lease two berths",
                "Has asked others to lease two berths",
                "Has put off a decision whether to lease two berths",
            },
        ),
        (
            "Would not accept the toll",
            {"Would accept the toll", "Would ask for changes to the toll", "Would put off a decision on the toll"},
        ),
        ("Does not question the lease", {"Questions the lease", "Asks for proof of the lease"}),
        ("Denies that bills are due", {"Concedes that bills are due", "Declines to say whether bills are due"}),
        (
            "Urged the board to sell the quay",
            {"Forbade the board to sell the quay", "Left it to the board to sell the quay"},
        ),
        ("The toll is fair", set()),
        ("Sings of the sea", set()),
    ],
)
def test_a_stance_has_others_on_the_same_thing_in_the_same_form(answer, stances):
    found = {one.text for one in laddered(answer)}
    assert stances <= found
    assert stances or not found


def test_another_actor_takes_the_place_of_one_that_the_prompt_does_not_name(context):
    found = {one.text for one in actor_turns("Vant sold its quays", "What must happen?", context)}
    assert "Tessaly sold its quays" in found
    assert not any("Joss Fenn" in one for one in found)
    assert not list(actor_turns("Vant sold its quays", "What must Vant do?", context))


def test_who_belongs_together_is_not_set_against_each_other(context):
    actors = context.actors
    assert akin(context, actors["a1"], actors["a2"])  # “the Harbour Minister of Tessaly”
    assert not akin(context, actors["a5"], actors["a3"])


@pytest.mark.parametrize(
    ("right", "wrong", "betrayed_by"),
    [
        ("Has asked for the map", ["Has sold the quay", "Has mended the mole", "Has left the port"], True),
        ("Has asked for the map", ["Has sold the map", "Has mended the mole", "Has left the port"], True),
        ("Has asked for the map", ["Has sold the map", "Has drawn the map", "Has left the port"], False),
        ("Has sold the quay", ["Has drawn the map", "Has mended the mole", "Has left the port"], False),
    ],
)
def test_the_right_answer_alone_or_with_one_other_has_no_word_of_the_prompt(right, wrong, betrayed_by):
    assert betrayed(right, wrong, "In “The Quay”, where does Vant stand on the map?") is betrayed_by


def test_antecedents_stand_beside_antecedents_only(choices):
    document, extraction = harbour().read()
    consequents = {upper_first(one.consequent.of(document.text)) for one in extraction.conditions}
    asked = [choice for choice in choices if choice.card.question is Question.ANTECEDENT]
    assert asked
    assert not any(option.text in consequents for choice in asked for option in choice.options if not option.right)


def test_another_true_holder_is_no_wrong_answer():
    names = ("Corvin", "Ansel", "Berrin", "Dorset", "Elmet", "Farrow")
    story = Story(f"The Quay\n\nCorvin says that the toll is fair, and Ansel agrees. {', '.join(names[2:])} wait.")
    for number, name in enumerate(names, 1):
        story.actor(f"a{number}", name, "state")
    story.claim("the toll is fair", "a1", "says")
    story.position("a2", "the toll", "supports", "the toll is fair")
    for number, name in ((3, "Berrin"), (4, "Dorset")):
        story.position(f"a{number}", "the tram", "supports", name)
    document, extraction = story.read()
    card = next(card for card in make_cards(document, extraction) if card.question is Question.SPEAKER)
    for seed in range(20):
        choice = make_choice(card, document, extraction, (), seed)
        assert choice is not None
        assert {option.text for option in choice.options} <= {"Corvin", "Berrin", "Dorset", "Elmet", "Farrow"}


def test_a_text_without_wrong_answers_gives_no_choice():
    story = Story("The Quay\n\nIf the toll falls, boats come.")
    story.condition("sufficient", "If", "the toll falls", "boats come")
    document, extraction = story.read()
    cards = make_cards(document, extraction)
    assert cards
    assert make_choice(cards[0], document, extraction, cards, 1) is None


def test_why_no_choice_is_made_is_told():
    document, extraction = harbour().read()
    cards = make_cards(document, extraction)
    told = {card.id: refusal(card, document, extraction, cards, 7) for card in cards}
    for card in cards:
        assert (told[card.id] is None) is (make_choice(card, document, extraction, cards, 7) is not None)
    assert {reason for reason in told.values() if reason} <= {"cut_off", "few", "betrayed"}


def test_the_unmentioned_are_asked_as_the_odd_one_out(choices):
    choice = next(choice for choice in choices if choice.card.question is Question.UNMENTIONED)
    assert choice.prompt == ("In “Tessaly Reopens the Harbour Talks”, which of these is said to have been left out?")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the grain convoy", "the grain convoy should not sail"),
        ("Relief convoys can pass", "relief convoys can pass."),
        ("the two scientists had been released", "two scientists had been released"),
    ],
)
def test_near_equal_answers_are_not_apart(one, other):
    assert not apart(one, other)


def test_a_turned_answer_is_apart_though_it_shares_its_words():
    assert apart("The bank will not raise rates", "The bank will raise rates", turned=True)
    assert not apart("The bank will raise rates again", "The bank will raise rates")


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("Has full confidence in the Harbour Board, and", True),
        ("Has full confidence in the Harbour Board, ", True),
        ("Has full confidence in the", True),
        ("Wants a treaty with the Union of Ports (UP", True),
        ("Calls the toll “a burden", True),
        ("Wants a treaty with the Union of Ports (UP)", False),
        ("Stands by what the ports carried out", False),
        ("Calls the toll “a burden”", False),
    ],
)
def test_what_was_cut_off_is_no_option(text, off):
    answer = "Wants the toll to be cut by half this year"
    card = made(f"Velm {answer}.", answer, Question.STANCE)
    assert cut(text) == off
    assert fits(Distractor(text, "note"), card, ()) != off


@pytest.mark.parametrize(
    ("answer", "option", "alike"),
    [
        ("Is ready to cut the toll", "Are held back by the toll", False),
        ("Have asked for a new quay", "Has asked for a lower toll", False),
        ("Is ready to cut the toll", "Was open to an exemption", True),
        ("Is ready to cut the toll", "Wants a second ferry soon", True),
        ("The works go on until May", "The works be halted at once", False),
    ],
)
def test_an_option_that_its_grammar_gives_away_is_refused(answer, option, alike):
    assert fits(Distractor(option, "note"), made(f"Velm: {answer}.", answer, Question.STANCE), ()) == alike


def test_a_number_at_the_start_makes_no_capital_of_the_word_behind_it():
    assert upper_first("6 per cent") == "6 per cent"
    assert upper_first("“six per cent”") == "“Six per cent”"


def test_an_option_that_leans_on_something_before_it_is_refused():
    card = made("Velm wants the toll cut by half.", "Wants the toll cut by half", Question.STANCE)
    assert not fits(Distractor("Also underlined the need for a quay", "note"), card, ())
    assert fits(Distractor("Underlined the need for a quay", "note"), card, ())


def test_a_card_whose_answer_was_cut_off_gives_no_choice():
    document, extraction = harbour().read()
    answer = "the harbour and"
    card = Card("c", document.id, "i", CardKind.POSITION, Question.STANCE, "?", answer, Span(0, 5), Span(0, 5))
    assert make_choice(card, document, extraction, (), 1) is None


def made(text, answer, question=Question.ALTERED, nth=1):
    at = -1
    for _ in range(nth):
        at = text.find(answer, at + 1)
    span = Span(max(at, 0), max(at, 0) + len(answer))
    return Card("c", "d", "i", CardKind.QUOTATION, question, "What stands there?", answer, span, span)


def offered(text, answer, nth=1, actors=()):
    story = Story(text)
    for number, (name, kind) in enumerate(actors):
        story.actor(f"a{number}", name, kind)
    document, extraction = story.read()
    found = words_like(made(document.text, answer, nth=nth), Context.of(document, extraction), random.Random(3))
    return {words for words, _ in found}


PORT = (
    "The port had closed its gates in 1994, and its quay was bad. The pilots have little time, said Velm, for dead "
    "talk of Sardenne. They will leave in 2011 with 40 boats, though Corvin and Ansel would stay."
)


def test_a_verb_form_is_offered_for_a_verb_form():
    assert offered(PORT, "had") == {"was", "have"}
    assert offered(PORT, "will") == {"would"}


def test_a_number_is_offered_for_a_number_and_a_year_for_a_year():
    assert offered(PORT, "1994") == {"2011"}


def test_a_person_is_offered_for_a_person():
    actors = (("Corvin", "person"), ("Ansel", "person"), ("Velm", "state"), ("Sardenne", "state"))
    assert offered(PORT, "Corvin", actors=actors) == {"Ansel"}
    assert offered(PORT, "Velm", actors=actors) == {"Sardenne"}


def test_a_word_whose_kind_its_place_does_not_show_gives_no_options():
    assert offered(PORT, "dead") == set()
    assert offered(PORT, "little") == set()


def test_a_tie_is_asked_beside_the_plainest_of_each_other_kind(choices):
    tied = [choice for choice in choices if choice.card.question is Question.FORCE]
    assert tied
    for choice in tied:
        assert {option.text for option in choice.options if not option.right} <= {"If", "Only if", "Unless", "Even if"}


def test_the_other_labels_of_a_text_are_offered_for_one():
    document, extraction = Story("Vant wants Option B. The board prefers Option A, or Option C and Option D.").read()
    card = made(document.text, "Option B", Question.STANCE)
    assert {wrong.text for wrong in endings(card, Context.of(document, extraction), random.Random(1))} == {
        "Option A",
        "Option C",
        "Option D",
    }

"""A card and an answer make a sentence with its lead, or none at all."""

import pytest

from tui_reader.model import Actor, ActorKind, Card, CardKind, Question, Span
from tui_reader.study.assertion import assertion

VANT = Actor("a1", "Ana Vant", ActorKind.PERSON, ("Ana Vant", "Vant"))
SIDES = Actor("a2", "the two Sides", ActorKind.GROUP, ("the two Sides",))


def said(prompt, answer, question):
    card = Card("c", "d", "i", CardKind.CONDITION, question, prompt, answer, Span(0, 1), Span(0, 1))
    return assertion(card, answer, "", (VANT, SIDES))


@pytest.mark.parametrize(
    ("question", "prompt", "answer", "sentence"),
    [
        (
            Question.ANTECEDENT,
            "According to Vant in “Tolls”, the port will close if ____.",
            "The mole sinks",
            "According to Vant in “Tolls”, the port will close if the mole sinks.",
        ),
        (
            Question.CONSEQUENCE,
            "In “Tolls”, complete what Vant says: “If the mole sinks, ____.”",
            "The port will close",
            "In “Tolls”, Vant says: “If the mole sinks, the port will close.”",
        ),
        (
            Question.CONSEQUENCE,
            "In “Tolls”, complete what is said of Vant: “____ if the mole sinks.”",
            "She will go",
            "In “Tolls”, it is said of Vant: “She will go if the mole sinks.”",
        ),
        (
            Question.SPEAKER,
            "In “Tolls”, who considers the fee too high?",
            "The two Sides",
            "In “Tolls”, the two Sides consider the fee too high.",
        ),
        (
            Question.SPEAKER,
            "In “Tolls”, whose view is it that the fee is high?",
            "Ana Vant",
            "In “Tolls”, it is Ana Vant’s view that the fee is high.",
        ),
        (
            Question.OBLIGOR,
            "In “Tolls”, on whose action does it depend whether the fee will fall?",
            "Ana Vant",
            "In “Tolls”, it depends on Ana Vant’s action whether the fee will fall.",
        ),
        (
            Question.CONSEQUENCE,
            "In “Tolls”, what will follow unless the fee falls?",
            "The port will close",
            "In “Tolls”, the port will close unless the fee falls.",
        ),
        (
            Question.STANCE,
            "In “Tolls”, what does Ana Vant warn of?",
            "That the mole will sink",
            "In “Tolls”, Ana Vant warns that the mole will sink.",
        ),
        (
            Question.STANCE,
            "In “Tolls”, what did Ana Vant ask the council to do?",
            "Mend the mole",
            "In “Tolls”, Ana Vant asked the council to mend the mole.",
        ),
        (
            Question.CLOZE,
            "In “Tolls”, complete: “Six of the ____ voted.”",
            "Seven members",
            "In “Tolls”, it is said: “Six of the seven members voted.”",
        ),
        (
            Question.STANCE,
            "In “Tolls”, what did Ana Vant reportedly deny?",
            "That the mole sank",
            "In “Tolls”, Ana Vant reportedly denied that the mole sank.",
        ),
        (
            Question.STANCE,
            "In “Tolls”, how does Ana Vant describe the fee?",
            "As a burden",
            "In “Tolls”, Ana Vant describes the fee as a burden.",
        ),
        (
            Question.STANCE,
            "In “Tolls”, what do the two Sides say of the fee?",
            "It is too high",
            "In “Tolls”, the two Sides say of the fee that it is too high.",
        ),
        (
            Question.STANCE,
            "In “Tolls”, where does Ana Vant stand on the fee?",
            "Rejects it",
            "In “Tolls”, as for the fee, Ana Vant rejects it.",
        ),
    ],
)
def test_a_card_becomes_a_sentence(question, prompt, answer, sentence):
    assert said(prompt, answer, question) == sentence


def test_a_prompt_of_another_form_becomes_none():
    assert said("In “Tolls”, what stands for “the fee” in the statement?", "the toll", Question.ALTERED) is None

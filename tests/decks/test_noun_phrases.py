"""Noun phrases are taken where their end is sure, and nothing else is taken for one."""

import pytest

from tests.decks.story import Story
from tui_reader.decks.context import Context
from tui_reader.decks.noun_phrases import bare, noun_phrases


def found(text):
    context = Context.of(*Story(text).read())
    return {context.text(span) for span in noun_phrases(context)}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Vant will mend the inner mole, at a cost of nine crowns.",
            {"the inner mole", "a cost of nine crowns", "nine crowns"},
        ),
        ("The owner of the ferry has asked for patience.", {"The owner of the ferry", "patience"}),
        ("The schools federate and the pilots sleep.", set()),
        ("Vant spoke of fewer, and of a third.", set()),
    ],
)
def test_only_whole_phrases_are_taken(text, phrases):
    assert found(text) == phrases


@pytest.mark.parametrize(
    ("text", "number"),
    [("port fees", "s"), ("electricity", ""), ("gives way", None), ("loudly", None), ("the fees", None)],
)
def test_a_bare_noun_is_told_from_other_words(text, number):
    assert bare(text) == number

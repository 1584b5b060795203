"""A noun with a mere `the` stands for the noun phrase by which it was brought in."""

from __future__ import annotations

import pytest

from tui_reader.extraction import extract
from tui_reader.model import Reference
from tui_reader.sources import read_text


def definite(text: str, words: str) -> Reference | None:
    start = text.rindex(words)
    return next((one for one in extract(read_text(text)).definites if one.span.start == start), None)


@pytest.mark.parametrize(
    ("text", "words", "brought"),
    [
        (
            "The Marrow Bank wants a guarantee from the Treasury. Parliament has refused the guarantee twice.",
            "the guarantee",
            "a guarantee from the Treasury",
        ),
        ("The ferry quay was closed in May. Nobody knows when the quay will open.", "the quay", "The ferry quay"),
        (
            "The Board found a crack in its eastern pivot. Nobody had dismantled the pivot.",
            "the pivot",
            "its eastern pivot",
        ),
    ],
)
def test_what_it_was_brought_in_as(text: str, words: str, brought: str) -> None:
    found = definite(text, words)
    assert found is not None
    assert found.antecedent is not None
    assert found.antecedent.of(text) == brought


def test_a_pronoun_that_owns_it_is_left_out() -> None:
    text = "The Board found a crack in its eastern pivot. Nobody had dismantled the pivot."
    found = definite(text, "the pivot")
    assert found is not None
    assert found.words == "the eastern pivot"


def test_two_that_differ_leave_it_open() -> None:
    text = "The salt treaty was signed at Hask. The water treaty was signed at Tovar. Orrin rejects the treaty."
    found = definite(text, "the treaty")
    assert found is not None
    assert found.antecedent is None


def test_what_takes_up_something_that_was_never_named_is_open() -> None:
    found = definite("Prices at Hask went up in May. Traders had expected the increase.", "the increase")
    assert found is not None
    assert found.antecedent is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The barges left Hask in May. The sun shone on the water.", "the water"),
        ("Every salt barge was taxed. Orrin kept the barge that he had built.", "the barge"),
        ("The Salt Board sat in May. Orrin asked the board for time.", "the board"),
        ("A serious mistake was made. Orrin saw the mistake at once.", "the mistake"),
    ],
)
def test_what_is_plain_without_more(text: str, words: str) -> None:
    found = definite(text, words)
    assert found is None

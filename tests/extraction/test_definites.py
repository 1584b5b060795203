"""A noun with a mere `the` stands for the noun phrase by which it was brought in."""

from __future__ import annotations

import pytest

from tui_reader.extraction import extract
from tui_reader.model import Reference
from tui_reader.sources import read_text


def definite(text: str, words: str) -> tuple[Reference | None, str]:
    """Return what is found for the last *words*, and the words that brought it in, of a text with a title."""
    text = f"Notes from the Coast\n\n{text}"
    start = text.rindex(words)
    found = next((one for one in extract(read_text(text)).definites if one.span.start == start), None)
    return found, found.antecedent.of(text) if found and found.antecedent else ""


@pytest.mark.parametrize(
    ("text", "words", "brought"),
    [
        (
            "The Marrow Bank wants a guarantee from the Treasury. Parliament has refused the guarantee twice.",
            "the guarantee",
            "a guarantee from the Treasury",
        ),
        (
            "Both welcomed the accession of Hask to the Convention on Migratory Fish. "
            "Tovar observed that the Convention had been open since 2016.",
            "the Convention",
            "the Convention on Migratory Fish",
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
    assert definite(text, words)[1] == brought


def test_a_pronoun_that_owns_it_is_left_out() -> None:
    text = "The Board found a crack in its eastern pivot. Nobody had dismantled the pivot."
    found, _ = definite(text, "the pivot")
    assert found is not None
    assert found.words == "the eastern pivot"


def test_two_that_differ_leave_it_open() -> None:
    text = "The salt treaty was signed at Hask. The water treaty was signed at Tovar. Orrin rejects the treaty."
    found, _ = definite(text, "the treaty")
    assert found is not None
    assert found.antecedent is None


def test_what_takes_up_something_that_was_never_named_is_open() -> None:
    found, _ = definite("Prices at Hask went up in May. Traders had expected the increase.", "the increase")
    assert found is not None
    assert found.antecedent is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The barges left Hask in May. The sun shone on the water.", "the water"),
        ("Every salt barge was taxed. Orrin kept the barge that he had built.", "the barge"),
        ("The Salt Board sat in May. Orrin asked the board for time.", "the board"),
        ("Ministers from Hask and Tovar met. Orrin asked the ministers for time.", "the ministers"),
        ("A serious mistake was made. Orrin saw the mistake at once.", "the mistake"),
    ],
)
def test_what_is_plain_without_more(text: str, words: str) -> None:
    assert definite(text, words)[0] is None


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Orrin saw how grain prices fell. Orrin had not expected the fall.", "the fall", "the fall in grain prices"),
        (
            "Both sides agreed to build a second ferry quay. Tovar pays the cost.",
            "the cost",
            "the cost of the second ferry quay",
        ),
        (
            "Both sides agreed to build a second quay. Tovar said construction began.",
            "construction",
            "the construction of the second quay",
        ),
        ("The Salt Board closed the mole in May. Orrin fought the closure.", "the closure", "the closure of the mole"),
        (
            "Orrin needs a vote that Parliament put off. He dreads the vote.",
            "the vote",
            "the vote that Parliament put off",
        ),
    ],
)
def test_what_was_done_is_taken_up_with_who_did_it_or_to_what(text: str, words: str, meant: str) -> None:
    found, _ = definite(text, words)
    assert found is not None
    assert found.words == meant


def test_a_general_noun_takes_up_the_one_thing_of_its_kind() -> None:
    assert (
        definite("Orrin saw foreign frigates. He said the vessels had come in May.", "the vessels")[1]
        == "foreign frigates"
    )


def test_that_before_a_clause_points_at_nothing() -> None:
    assert definite("The sides reaffirmed that navigation on the river is open.", "that navigation")[0] is None
    assert definite("The court left that point open in May.", "that point")[0] is not None
    pointed, _ = definite("Smaller weirs can give us that light without a dam.", "that light")
    assert pointed is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will build a second quay and repair the old mole. Tovar will pay half of the cost.", "the cost"),
        ("Sarn said that construction could begin in May.", "construction"),
    ],
)
def test_what_is_of_something_else_is_open_without_it(text: str, words: str) -> None:
    found, _ = definite(text, words)
    assert found is not None
    assert found.antecedent is None


def test_what_was_not_done_is_taken_up_by_nothing() -> None:
    found, _ = definite("The Salt Board did not close the mole. Orrin had fought the closure.", "the closure")
    assert found is not None
    assert not found.words

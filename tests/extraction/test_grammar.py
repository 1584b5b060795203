"""Clauses, subjects and edges over a parse."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from tui_reader.extraction import grammar
from tui_reader.extraction.pipeline import load


def parsed(text: str) -> Doc:
    return load()(text)


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The miners left.", "left", "miners"),
        ("The miners met and voted.", "voted", "miners"),
        ("The miners want to leave.", "leave", "miners"),
        ("The owner asked the miners to leave.", "leave", "miners"),
        ("The miners, who had waited, left.", "waited", "miners"),
        ("The law that the house passed is old.", "passed", "house"),
        ("The road built by the miners is safe.", "built", "road"),
        ("The miners left without saying a word.", "saying", "miners"),
        ("The road was closed by the mayor.", "closed", "road"),
    ],
)
def test_the_subject_is_found_where_english_leaves_it_out(text: str, verb: str, subject: str) -> None:
    found = grammar.subject(word(parsed(text), verb))
    assert found is not None
    assert found.text == subject


def test_a_command_has_no_subject() -> None:
    assert grammar.subject(word(parsed("Close the road."), "Close")) is None


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("The road was closed by the mayor.", "closed", "mayor"),
        ("The mayor closed the road.", "closed", "mayor"),
        ("The road was closed.", "closed", None),
    ],
)
def test_the_doer_of_a_passive_is_its_agent(text: str, verb: str, doer: str | None) -> None:
    found = grammar.doer(word(parsed(text), verb))
    assert (found.text if found else None) == doer


def test_both_of_two_subjects() -> None:
    doc = parsed("Neither Ostland nor Merrow signed the treaty.")
    assert [token.text for token in grammar.subjects(word(doc, "signed"))] == ["Ostland", "Merrow"]


def test_a_clause_leaves_out_its_mark_and_its_stop() -> None:
    doc = parsed("The mayor said that the road is safe.")
    assert grammar.clause(word(doc, "is")).text == "the road is safe"


def test_a_clause_without_its_condition() -> None:
    doc = parsed("If it rains, the school will close.")
    close = word(doc, "close")
    rains = word(doc, "rains")
    assert grammar.clause(close, without=(rains,)).text == "the school will close"
    assert grammar.clause(rains).text == "it rains"


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Officials in both capitals, who asked for quiet, spoke.", "Officials", "Officials in both capitals"),
        ("The mayor, Ann Marlow, spoke.", "mayor", "The mayor"),
        ("The old road and the new bridge are safe.", "road", "The old road"),
    ],
)
def test_a_noun_phrase_is_plain(text: str, head: str, phrase: str) -> None:
    assert grammar.noun_phrase(word(parsed(text), head)).text == phrase


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("“Not now,”", "Not now"),
        ("the “old” road.", "the “old” road"),
        ("“old” roads", "“old” roads"),
        ("(yes)", "yes"),
    ],
)
def test_trim_keeps_what_is_whole_inside(text: str, left: str) -> None:
    assert grammar.trim(parsed(text)[:]).text == left


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("He does not sing.", "sing"),
        ("He never sings.", "sings"),
        ("Nobody sings.", "sings"),
        ("No bird has sung.", "sung"),
    ],
)
def test_negation(text: str, verb: str) -> None:
    assert grammar.is_negated(word(parsed(text), verb))


def test_no_negation() -> None:
    assert not grammar.is_negated(word(parsed("He sings."), "sings"))

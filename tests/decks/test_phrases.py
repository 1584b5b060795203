"""What stands in a prompt for a pronoun or pointing word of the source."""

from __future__ import annotations

import re

import pytest

from tui_reader.decks.context import Context
from tui_reader.model import Actor, ActorKind, Extraction, Reference, ReferenceKind, Span
from tui_reader.sources import read_text

TEXT = (
    "The Marrow Bank has offered a loan. Its offer depends on a vote. If that vote fails, it lapses. "
    "Ann Brandt wished to close the bridge, and she has done so. They trust it. "
    "The mayor suggested that Ostrel would pay. We reject that suggestion. "
    "Two ferries lie idle. “They will sail,” he said. A guarantee was asked for. The bank would give one."
)


def span(words: str, after: str = "") -> Span:
    at = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(at, at + len(words))


def meant(words: str, antecedent: str, after: str, kind: str = "noun", text: str = "", actor: str | None = None):
    return Reference(span(words, after), ReferenceKind(kind), span(antecedent), actor, words=text)


REFERENCES = (
    meant("Its", "The Marrow Bank", "Its offer", actor="a1"),
    meant("that vote", "a vote", "If that"),
    meant("it", "Its offer", "it lapses"),
    meant("she", "Ann Brandt", "she has", actor="a2"),
    meant("done so", "close the bridge", "done so", "predicate", "closed the bridge"),
    meant("that suggestion", "Ostrel would pay", "reject that", "clause", "the suggestion that"),
    meant("They", "Two ferries", "They will"),
    meant("one", "A guarantee", "give one", text="a guarantee"),
)
ACTORS = (
    Actor("a1", "Marrow Bank", ActorKind.ORGANISATION, ("Marrow Bank",), (span("Marrow Bank"),)),
    Actor("a2", "Ann Brandt", ActorKind.PERSON, ("Ann Brandt",), (span("Ann Brandt"),)),
)


@pytest.fixture(scope="module")
def context() -> Context:
    document = read_text(TEXT)
    assert document.text.strip() == TEXT
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.]+\.”?", TEXT))
    return Context(document, Extraction(document.id, ACTORS, sentences=sentences, references=REFERENCES))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Its offer depends on a vote", "The Marrow Bank’s offer depends on a vote"),
        ("that vote fails", "the vote fails"),
        ("it lapses", "the Marrow Bank’s offer lapses"),
        ("she has done so", "Ann Brandt has closed the bridge"),
        ("reject that suggestion", "reject the suggestion that Ostrel would pay"),
        ("“They will sail,” he said", "“[The two ferries] will sail,” he said"),
        ("would give one", "would give a guarantee"),
    ],
)
def test_what_a_word_stands_for_is_put_in(context: Context, words: str, text: str) -> None:
    assert context.phrase(span(words)).text == text


def test_a_word_whose_antecedent_stands_before_it_stays(context: Context) -> None:
    assert context.phrase(span("Ann Brandt wished to close the bridge, and she has done so")).text == (
        "Ann Brandt wished to close the bridge, and she has done so"
    )


def test_a_word_for_whom_the_prompt_has_named_stays(context: Context) -> None:
    assert context.phrase(span("she has done so"), ("a2",)).text == "she has closed the bridge"


def test_a_word_that_stands_for_nothing_known_is_open(context: Context) -> None:
    assert context.phrase(span("They trust it")).loose == ("They", "it")

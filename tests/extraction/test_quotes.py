"""Quotation marks are paired within a paragraph, whatever is wrong with them."""

from __future__ import annotations

import pytest

from tui_reader.extraction.quotes import passages
from tui_reader.model import Block, BlockKind, Span


def inner(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return [passage.inner.of(text) for passage in passages(text, blocks)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("He said “yes” and “no.”", ["yes", "no."]),
        ('He said "yes" and "no."', ["yes", "no."]),
        ("«Oui», said the clerk.", ["Oui"]),
        ("„Ja“, said the clerk.", ["Ja"]),
        ("‘It isn’t over,’ she said.", ["It isn’t over,"]),
        ("'It isn't over,' she said.", ["It isn't over,"]),
        ("‘The ministers’ view is known,’ she said.", ["The ministers’ view is known,"]),
        ("“She called it ‘a mess’ twice,” he said.", ["She called it ‘a mess’ twice,"]),
        ("“She called it “a mess” twice,” he said.", ["She called it “a mess” twice,"]),
        ('("We won\'t," he said.)', ["We won't,"]),
        ("The farmers’ cart and the miller’s mule.", []),
        ("In the ’90s, rock ’n’ roll was new.", []),
        ('A 5" pipe and a 6" pipe.', []),
        ("A stray ” mark closes nothing.", []),
        ("A stray “mark, he said. “The rest is quoted.”", ["The rest is quoted."]),
        ("“Left open to the end of the paragraph.", ["Left open to the end of the paragraph."]),
        ("", []),
        ("“", []),
    ],
)
def test_pairs(paragraph: str, found: list[str]) -> None:
    assert inner(paragraph) == found


def test_an_odd_mark_stays_in_its_paragraph() -> None:
    assert inner("“One.” “Two", "Then nothing.", "“Three.”") == ["One.", "Two", "Three."]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“One.\n\n“Two.”"
    found = passages(text, [Block(Span(0, 5)), Block(Span(7, 13))])
    assert [(passage.open, passage.continues) for passage in found] == [(True, False), (False, True)]


def test_headings_are_not_quoted() -> None:
    text = "“A Title”"
    assert passages(text, [Block(Span(0, 9), BlockKind.HEADING)]) == ()


def test_marks_lie_around_what_they_quote() -> None:
    text = "He said “yes” twice."
    (passage,) = passages(text, [Block(Span(0, len(text)))])
    assert passage.outer.of(text) == "“yes”"

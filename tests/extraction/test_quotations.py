"""Quotations held against their source: exact, altered in these words, or not there."""

from __future__ import annotations

import pytest

from tui_reader.extraction import extract
from tui_reader.extraction.quotation_check import check_against, check_quotation
from tui_reader.model import Block, Check, Document, Section, SectionKind, Source, Span
from tui_reader.model import document_id as hash_of

SOURCE = (
    "Good evening. The harbour of Sund has been closed since the spring, and it will open again when the pilots "
    "have been paid. Our neighbours, who own the wall, have had no part in this. The harbour is not for sale."
)


@pytest.mark.parametrize(
    ("quoted", "check"),
    [
        ("it will open again when the pilots have been paid", Check.EXACT),
        ("It will open again when the pilots have been paid.", Check.EXACT),
        ("it will open again\nwhen the pilots have been paid,", Check.EXACT),
        ("not for sale", Check.EXACT),
        ("it will open again when the pilots had been paid", Check.ALTERED),
        ("it will soon open again when the pilots have been paid", Check.ALTERED),
        ("Our neighbours who own the wall have had no part in this", Check.ALTERED),
        ("the ferry has been sold to a company abroad", Check.UNMATCHED),
        ("not for hire", Check.UNMATCHED),
        ("", Check.UNMATCHED),
        ("…", Check.UNMATCHED),
    ],
)
def test_check(quoted: str, check: Check) -> None:
    assert check_quotation(quoted, SOURCE).check is check


def test_the_source_span_holds_the_quoted_words() -> None:
    found = check_quotation("it will open again when the pilots have been paid", SOURCE)
    assert found.source is not None
    assert found.source.of(SOURCE) == "it will open again when the pilots have been paid"
    assert found.differences == ()


def test_differing_words_are_named_on_both_sides() -> None:
    quoted = "it will open again when the pilots had been paid"
    (difference,) = check_quotation(quoted, SOURCE).differences
    assert (difference.quoted_words, difference.source_words, difference.marked) == ("had", "have", False)
    assert difference.quoted.of(quoted) == "had"
    assert difference.source.of(SOURCE) == "have"


def test_left_out_and_put_in_words() -> None:
    assert [
        (d.quoted_words, d.source_words) for d in check_quotation("The harbour is for sale", SOURCE).differences
    ] == [("", "not")]
    found = check_quotation("it will soon open again when the pilots have been paid", SOURCE)
    assert [(d.quoted_words, d.source_words) for d in found.differences] == [("soon", "")]


def test_brackets_and_ellipses_own_up_to_the_change() -> None:
    found = check_quotation("The harbour of [the capital] has been closed … and it will open again", SOURCE)
    assert found.check is Check.ALTERED
    assert [(d.quoted_words, d.source_words, d.marked) for d in found.differences] == [
        ("[the capital]", "Sund", True),
        ("…", "since the spring,", True),
    ]
    assert found.silent == ()


def test_a_word_altered_at_the_edge() -> None:
    found = check_quotation("Their neighbours, who own the wall, have had no part", SOURCE)
    assert [(d.quoted_words, d.source_words) for d in found.differences] == [("Their", "Our")]


ARTICLE = "The governor spoke of pilots. “It will open again when the pilots had been paid,” Ada Finch said."


def two_sections() -> Document:
    text = f"{ARTICLE}\n\n{SOURCE}"
    cut = len(ARTICLE) + 2
    sections = (
        Section(Span(0, cut)),
        Section(Span(cut, len(text)), SectionKind.STATEMENT, author="Ada Finch"),
    )
    blocks = (Block(Span(0, len(ARTICLE))), Block(Span(cut, len(text))))
    return Document(hash_of(text), text, "", Source("-"), sections, blocks)


def test_a_quotation_is_held_against_the_statement_in_the_same_document() -> None:
    text = two_sections()
    (quotation,) = extract(text).quotations
    assert quotation.check is Check.ALTERED
    assert quotation.source is not None
    assert quotation.source.of(text.text) == "it will open again when the pilots have been paid"
    assert quotation.speaker is not None


def test_a_quotation_is_held_against_other_documents() -> None:
    article = Document(
        hash_of(ARTICLE), ARTICLE, "", Source("-"), (Section(Span(0, len(ARTICLE))),), (Block(Span(0, len(ARTICLE))),)
    )
    speech = Document(hash_of(SOURCE), SOURCE, "", Source("-"))
    extraction = extract(article)
    assert [quotation.check for quotation in extraction.quotations] == [Check.UNMATCHED]
    (quotation,) = check_against(article, extraction, [article, speech])
    assert quotation.check is Check.ALTERED
    assert quotation.source_document == speech.id
    assert quotation.source is not None
    assert quotation.source.of(SOURCE).startswith("it will open")


def test_titles_and_nicknames_are_not_quotations() -> None:
    text = "The actor Petrov, nicknamed “the Owl”, published “The Long Night” last year."
    article = Document(
        hash_of(text), text, "", Source("-"), (Section(Span(0, len(text))),), (Block(Span(0, len(text))),)
    )
    assert extract(article).quotations == ()


def test_of_the_speakers_own_statement_less_is_enough() -> None:
    quoted = "will open the port of Sund if the fees are cut"
    assert check_quotation(quoted, SOURCE).check is Check.UNMATCHED
    assert check_quotation(quoted, SOURCE, own=True).check is Check.UNMATCHED
    quoted = "he means to open again when the pilots agree to terms"
    assert check_quotation(quoted, SOURCE).check is Check.UNMATCHED
    assert check_quotation(quoted, SOURCE, own=True).check is Check.ALTERED

"""Attributions by the constructions of English that make them, on sentences of our own in many genres."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.tables import attributed, named, rows_of
from tui_reader.extraction import extract
from tui_reader.model import Block, BlockKind, Document, Extraction, Mode, Section, SectionKind, Source, Span
from tui_reader.model import document_id as hash_of

ROWS = rows_of(Path(__file__).with_name("claims_sentences.tsv"))


def document(*paragraphs: str, author: str | None = None, label: int = 0) -> Document:
    """Return a document of *paragraphs*; with *label* each is a turn whose label has so many characters."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        span = Span(at, at + len(paragraph))
        if label:
            blocks.append(Block(span, BlockKind.TURN, at + label + 2, label=Span(at, at + label)))
        else:
            blocks.append(Block(span))
        at += len(paragraph) + 2
    kind = SectionKind.STATEMENT if author else SectionKind.BODY
    section = Section(Span(0, len(text)), kind, author=author)
    return Document(hash_of(text), text, "", Source("-"), (section,), tuple(blocks))


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Document, Extraction]]:
    found = {}
    for sentence in ROWS:
        text = document(sentence)
        found[sentence] = (text, extract(text))
    return found


@pytest.mark.parametrize("sentence", ROWS)
def test_construction(sentence: str, readings: dict[str, tuple[Document, Extraction]]) -> None:
    text, extraction = readings[sentence]
    found = {
        (named(extraction, claim.holder), claim.cue.of(text.text), claim.mode.value, claim.span.of(text.text))
        for claim in attributed(extraction)
        if claim.cue is not None
    }
    wanted = {row for row in ROWS[sentence] if row[3]}
    assert wanted <= found
    if not wanted:
        assert not found


def test_nested_attributions_know_who_reports_them() -> None:
    text = document("The envoy said the general had told him that the border would open.")
    extraction = extract(text)
    outer, inner = attributed(extraction)
    assert named(extraction, outer.holder) == "envoy"
    assert outer.via == ()
    assert named(extraction, inner.holder) == "general"
    assert inner.via == (outer.holder,)


@pytest.mark.parametrize(
    ("sentence", "negated", "hedged"),
    [
        ("The clerk does not believe that the study proves anything.", True, False),
        ("The company denied that it had broken the agreement.", True, False),
        ("The widow refused to accept that the war was lost.", True, False),
        ("The bank no longer expects rates to rise.", True, False),
        ("The general reportedly said that the border was open.", False, True),
        ("The paper says the drug may help older patients.", False, True),
        ("The clerk says the bridge is open.", False, False),
    ],
)
def test_negation_and_hedges(sentence: str, negated: bool, hedged: bool) -> None:
    claim = attributed(extract(document(sentence)))[0]
    assert (claim.negated, claim.hedged) == (negated, hedged)


def test_a_quotation_runs_over_paragraphs_left_open() -> None:
    text = document(
        "“The harbour is ours,” Oran told the crowd. “It was always ours.",
        "“My father built its wall.",
        "“I will not sell it.”",
    )
    extraction = extract(text)
    found = {claim.span.of(text.text): named(extraction, claim.holder) for claim in attributed(extraction)}
    assert found["My father built its wall"] == "Oran"
    assert found["I will not sell it"] == "Oran"


def test_a_free_quotation_belongs_to_the_previous_speaker() -> None:
    text = document(
        "“The harbour is ours,” said Oran.",
        "The crowd stood in the rain and cheered for a long time.",
        "“It was always ours.”",
    )
    extraction = extract(text)
    found = {claim.span.of(text.text): named(extraction, claim.holder) for claim in attributed(extraction)}
    assert found["It was always ours"] == "Oran"


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = document("“I think the minister is wrong,” said Olsen.")
    extraction = extract(text)
    assert {named(extraction, claim.holder) for claim in attributed(extraction)} == {"Olsen"}


def test_i_in_a_statement_is_its_author() -> None:
    text = document("I believe that the strait should be open. The wind is mild.", author="Ada Finch")
    extraction = extract(text)
    (claim,) = attributed(extraction)
    assert named(extraction, claim.holder) == "Ada Finch"
    narrated = [claim for claim in extraction.claims if claim.mode is Mode.NARRATION]
    assert [claim.span.of(text.text) for claim in narrated] == ["The wind is mild"]
    assert named(extraction, narrated[0].holder) == "Ada Finch"


def test_a_turn_is_one_claim_beside_the_cues_within_it() -> None:
    text = document("MS VARGA: The road is open. I believe the bridge will follow.", label=8)
    extraction = extract(text)
    found = {claim.span.of(text.text): claim for claim in attributed(extraction)}
    turn = found["The road is open. I believe the bridge will follow."]
    assert turn.mode is Mode.DIRECT
    assert turn.cue is not None
    assert turn.cue.of(text.text) == "MS VARGA:"
    assert found["the bridge will follow"].holder == turn.holder


def test_what_nobody_else_says_is_the_writers() -> None:
    text = document("The rain fell for nine days. Officials said the dam would hold.")
    narrated = [claim for claim in extract(text).claims if claim.mode is Mode.NARRATION]
    assert [(claim.span.of(text.text), claim.holder) for claim in narrated] == [("The rain fell for nine days", None)]


def test_ids_survive_an_insertion_elsewhere() -> None:
    before = extract(document("Officials said the dam would hold."))
    after = extract(document("It rained.", "Officials said the dam would hold."))
    assert {claim.id for claim in attributed(before)} == {claim.id for claim in attributed(after)}

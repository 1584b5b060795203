"""What pronouns and pointing words stand for: one sentence a construction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui_reader.extraction import extract
from tui_reader.extraction.references import find_references
from tui_reader.model import Extraction, Reference, ReferenceKind, decode, encode
from tui_reader.sources import read_text


def rows() -> list[tuple[str, str, str]]:
    table = Path(__file__).with_name("references_sentences.tsv").read_text(encoding="utf-8")
    return [
        (text, word, wanted)
        for line in table.splitlines()
        if not line.startswith("#")
        for text, word, wanted in [line.split("\t")]
    ]


def reference(text: str, word: str) -> tuple[Reference | None, Extraction]:
    """Return what stands for *word*, or for its second occurrence if it ends in `#2`."""
    bare, _, nth = word.partition("#")
    found = list(re.finditer(rf"\b{re.escape(bare)}\b", text))[int(nth or 1) - 1]
    extraction = extract(read_text(text))
    return next((r for r in extraction.references if r.span.start == found.start()), None), extraction


@pytest.mark.parametrize(("text", "word", "wanted"), rows())
def test_a_word_stands_for(text: str, word: str, wanted: str) -> None:
    found, _ = reference(text, word)
    if wanted == "-":
        assert found is None
        return
    assert found is not None
    if wanted.isupper():
        assert found.kind.value == wanted.lower()
    else:
        assert found.kind is ReferenceKind.NOUN
        assert found.antecedent is not None
        assert wanted in found.antecedent.of(text)


def test_an_antecedent_that_is_an_actor_is_named() -> None:
    found, extraction = reference("Minister Anna Brandt said that she would resign.", "she")
    assert found is not None
    actor = extraction.actor(found.actor)
    assert actor is not None
    assert actor.name == "Anna Brandt"


def test_a_thing_that_does_nothing_is_no_actor() -> None:
    found, _ = reference("The manifest lists pumps, and the clerk has copied it twice. It lists wheat too.", "It")
    assert found is None or found.actor is None


@pytest.mark.parametrize("text", ["It", "They they they", "It it said.", "this that those these one so", "\u200bit"])
def test_odd_texts_are_read(text: str) -> None:
    extract(read_text(text))


def test_no_reference_spans_beyond_the_text() -> None:
    text = "The bank asked it.\n\nThey said: “It is ours.” That is so.\n\n• It failed."
    for found in extract(read_text(text)).references:
        assert found.span.of(text).strip()
        assert found.antecedent is None or found.antecedent.of(text).strip()


def test_references_are_stored_and_older_extractions_load() -> None:
    _, extraction = reference("The Marrow Bank has offered a loan, but its offer depends on a vote.", "its")
    assert decode(Extraction, encode(extraction)) == extraction
    older = encode(extraction)
    del older["references"]
    assert decode(Extraction, older).references == ()


def test_the_component_reads_a_doc_from_elsewhere() -> None:
    from tui_reader.extraction.pipeline import load

    doc = find_references(load()("The Marrow Bank has offered a loan, but its offer depends on a vote."))
    assert [str(r.kind) for r in doc._.reading.references] == ["noun"]

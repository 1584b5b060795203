"""The texts that were written for this project, as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.documents import assert_sound, junk, outline, voices
from tui_reader.model import BlockKind, Document, decode, encode
from tui_reader.sources import open_source

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_seed_is_its_file_and_sound(path: Path) -> None:
    document = open_source(str(path))
    assert document.text == path.read_bytes().decode("utf-8")
    assert document.source.location == str(path)
    assert_sound(document)
    assert decode(Document, encode(document)) == document


def test_an_article_with_a_statement() -> None:
    document = open_source(str(SEEDS / "velm-ferry.txt"))
    title = "Statement by the Deputy Foreign Minister of Tarovia"
    assert voices(document) == [(None, None), (None, None), (title, "Oresta Valkin")]
    assert document.title == "Velm Opens a Door to Port Allier, but Only by a Hand’s Breadth"
    assert document.author == "the Foreign Desk"
    assert document.date == "3 March"
    assert junk(document) == [
        "By the Foreign Desk",
        "The Foreign Desk’s weekly briefing reaches subscribers every Wednesday. Sign up on our website.",
    ]
    bodies = [block.body.of(document.text) for block in document.blocks]
    assert any(body.startswith("For eleven years") for body in bodies)
    assert any(body.startswith("Deputy Foreign Minister Oresta Valkin released") for body in bodies)


def test_a_communique_with_two_signatures_has_no_single_voice() -> None:
    document = open_source(str(SEEDS / "lower-maren-communique.txt"))
    assert voices(document) == [(None, None)]
    assert junk(document) == []
    assert document.date == "14 October"
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert len(items) == 14
    assert items[3].body.of(document.text).startswith("Brennmark declared")


def test_an_op_ed_with_its_credit() -> None:
    document = open_source(str(SEEDS / "kessary-dam.txt"))
    assert voices(document) == [(None, None), (None, None)]
    assert junk(document) == ["Opinion", "The writer taught hydrology at the Aldmouth Polytechnic."]


def test_a_transcript() -> None:
    document = open_source(str(SEEDS / "corvane-briefing.txt"))
    assert voices(document) == [(None, None)]
    assert junk(document) == []
    turns = [block for block in document.blocks if block.kind is BlockKind.TURN]
    labels = [turn.label.of(document.text) for turn in turns if turn.label]
    assert set(labels) == {"MS. CALLOWAY", "QUESTION", "QUESTION (Halvern Courier)", "COMMODORE ACHTERBERG"}
    assert len(turns) == document.text.count("\nMS. ") + document.text.count("\nQUESTION") + document.text.count(
        "\nCOM"
    )
    assert outline(document)[-1][0] == "paragraph"

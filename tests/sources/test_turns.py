from __future__ import annotations

from tui_reader.model import BlockKind, Document
from tui_reader.sources import read_text


def turns(document: Document) -> list[tuple[str, str]]:
    return [
        (block.label.of(document.text), block.body.of(document.text))
        for block in document.blocks
        if block.kind is BlockKind.TURN and block.label
    ]


def test_capitals_and_outlets() -> None:
    document = read_text("Briefing\n\nMS VARGA: We go.\n\nQUESTION (Salt Post): When?\n\nMS VARGA: If it rains.\n")
    assert turns(document) == [("MS VARGA", "We go."), ("QUESTION (Salt Post)", "When?"), ("MS VARGA", "If it rains.")]


def test_questions_and_answers_with_a_second_paragraph() -> None:
    document = read_text(
        "Talk\n\nQ: Why?\n\nA: I was asked to lie.\n\nI would do it again.\n\n(Laughter.)\n\nQ: Would you?\n"
    )
    assert turns(document) == [
        ("Q", "Why?"),
        ("A", "I was asked to lie."),
        ("A", "I would do it again."),
        ("Q", "Would you?"),
    ]


def test_names_that_come_back() -> None:
    document = read_text("Talk\n\nAnna Veld: I go.\n\nJon Marek: You stay.\n\nAnna Veld: I go.\n\nJon Marek: Well.\n")
    assert [label for label, _ in turns(document)] == ["Anna Veld", "Jon Marek"] * 2


def test_a_colon_in_prose_makes_no_transcript() -> None:
    document = read_text(
        "Salt\n\nThe council: a tired body.\n\nOne thing is clear: it will go.\n\nNote: all dates are old.\n"
    )
    assert turns(document) == []


def test_signatures_are_no_turns() -> None:
    document = read_text(
        "Accord\n\nThe two agree.\n\nFor Brenn: Anna Veld\n\nFor Issaly: Jon Marek\n\nFor Luvia: Ines Caro\n"
    )
    assert turns(document) == []


def test_last_names_in_capitals() -> None:
    document = read_text("Hearing\n\nThe CHAIR: Order.\n\nDr SHIELDS: Thank you.\n\nMr PROWSE (Valley): Will they?\n")
    assert turns(document) == [
        ("The CHAIR", "Order."),
        ("Dr SHIELDS", "Thank you."),
        ("Mr PROWSE (Valley)", "Will they?"),
    ]


def test_labels_on_lines_of_their_own() -> None:
    document = read_text("Panel\n\nMODERATOR\nWhy did you leave?\n\nANNA VELD\nI was asked to lie.\n\nMODERATOR\nSo.\n")
    assert turns(document) == [
        ("MODERATOR", "Why did you leave?"),
        ("ANNA VELD", "I was asked to lie."),
        ("MODERATOR", "So."),
    ]

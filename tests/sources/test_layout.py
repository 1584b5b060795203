from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.documents import assert_sound, outline
from tui_reader.model import BlockKind
from tui_reader.sources import read_text

LONG = (
    "The council said on Tuesday that it would lower the tariff on salt if the two ports agreed to share their pilots."
)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = read_text(
        "The Salt Accord\n\nThe council said on Tuesday that it would\n"
        "lower the tariff on salt if the two ports agreed to\nshare their pilots.\n\n"
        "Nobody in the harbour believed it, and few of the\npilots had been asked.\n"
    )
    assert [kind for kind, _ in outline(document)] == ["heading", "paragraph", "paragraph"]
    assert outline(document)[1][1].endswith("agreed to\nshare their pilots.")


def test_whole_lines_are_paragraphs_without_blank_lines() -> None:
    document = read_text(f"The Salt Accord\n{LONG} Nobody believed it.\n{LONG}\nIt rained.\n")
    assert [kind for kind, _ in outline(document)] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_a_heading_without_markup_needs_prose_under_it() -> None:
    document = read_text(f"Salt and Sail\n\n{LONG}\n\nWhy It Matters\n\n{LONG}\n\nAnna Veld\n\nHarbour Master\n")
    kinds = {words: kind for kind, words in outline(document)}
    assert kinds["Why It Matters"] == "heading"
    assert kinds["Anna Veld"] == kinds["Harbour Master"] == "paragraph"
    assert [section.title for section in document.sections] == [None, "Why It Matters"]


def test_headings_before_the_first_paragraph_open_no_section() -> None:
    document = read_text(f"Salt and Sail\n\nA Quarrel in Two Harbours\n\n{LONG}\n")
    assert document.title == "Salt and Sail"
    assert len(document.sections) == 1


def test_headings_with_marks() -> None:
    document = read_text(f"Salt\n====\n\n{LONG}\n\nSail\n----\n\n{LONG}\n\n### Oars\n\n{LONG}\n")
    headings = [(b.body.of(document.text), b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == [("Salt", 1), ("Sail", 2), ("Oars", 3)]


def test_numbered_paragraphs_bullets_and_letters() -> None:
    document = read_text(
        "Terms\n\n1. The ports agree to share.\n2) They stop.\n\n• if it rains;\n- if not\n\n(a) by day; or\n"
    )
    assert outline(document)[1:] == [
        ("item", "The ports agree to share."),
        ("item", "They stop."),
        ("item", "if it rains;"),
        ("item", "if not"),
        ("item", "by day; or"),
    ]


def test_code_and_tables_are_told_apart() -> None:
    document = read_text(
        f"Notes\n\n{LONG}\n\n```\nif x: return\n\nelse: go()\n```\n\n    int main(void) {{\n    return 0;\n    }}\n\n"
        "Name\tVotes\nAnna\t3\n\n| a | b |\n| - | - |\n"
    )
    assert [kind for kind, _ in outline(document)] == ["heading", "paragraph", "code", "code", "table", "table"]


def test_quoted_lines() -> None:
    document = read_text(f"Notes\n\n{LONG}\n\n> I shall go\n> on.\n")
    assert outline(document)[-1] == ("paragraph", "I shall go\n> on.")


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    document = read_text(f"{LONG} {LONG}")
    assert document.title_span is None
    assert document.title.startswith("The council said on Tuesday")
    assert document.title.endswith("…")
    assert len(document.title) <= 91


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("PORT ALLIER — For years the quay stood empty.", "For years the quay stood empty."),
        ("Velm, 3 March (TNA) — The minister spoke.", "The minister spoke."),
        ("SNA (Galesburg) — The minister spoke.", "The minister spoke."),
        ("Halvern, May 9, 2023 (AP) -- The minister spoke.", "The minister spoke."),
        ("VARNA, 4 June - The minister spoke.", "The minister spoke."),
        ("(ANP) — The minister spoke.", "The minister spoke."),
    ],
)
def test_a_dateline_is_skipped(line: str, words: str) -> None:
    document = read_text(f"Salt and Sail\n\n{line}\n\n{LONG}\n")
    assert outline(document)[1] == ("paragraph", words)


@pytest.mark.parametrize(
    "line",
    [
        "NATO — the alliance of the north — said no to it.",
        "Anna Veld — Who else could it have been? — said no.",
        "The council — Varna’s — said on 3 March that it would go.",
    ],
)
def test_a_dash_is_not_always_a_dateline(line: str) -> None:
    document = read_text(f"Salt and Sail\n\n{line}\n\n{LONG}\n")
    assert outline(document)[1] == ("paragraph", line)


def test_a_line_of_place_and_date() -> None:
    document = read_text(f"Salt and Sail\n\nSkarholm, 14 October 2022\n\n{LONG}\n")
    assert document.date == "2022-10-14"
    assert outline(document)[1][0] == "heading"


LINES = st.sampled_from(
    [
        "Opinion",
        "By Anna Veld",
        "Sign up now.",
        "",
        "MS. VELD: I go.",
        "- item",
        "1. item",
        "```",
        "***",
        ">",
        "x\ty",
        "Statement by Anna Veld",
        "Dear Sir,",
        "Yours,",
        "I agree.",
        "Anna Veld",
        "Anna Veld issued the following statement:",
        "Jon Marek writes:",
        "ENDS",
        "=====",
        "# a",
    ]
)


@given(st.lists(LINES | st.just(LONG) | st.text(max_size=30), min_size=1, max_size=12))
def test_every_text_is_partitioned(lines: list[str]) -> None:
    assert_sound(read_text("x\n" + "\n".join(lines)))

"""How a match looks, at every width."""

import pytest

from tests.study.test_matching import HELD, stances
from tui_reader.app.match_face import match_face, table
from tui_reader.app.wrap import cells
from tui_reader.sources import read_text
from tui_reader.study.matching import matches

DOCUMENT = read_text("Of the toll and the lease, and of what became of them in spring.\n\n" + "The quay is shut. " * 9)
(MATCH,) = matches(*stances(*HELD))


def lines(match, width, rows=20):
    return ["".join(words for words, _ in line).rstrip() for line in table(match, width, rows)]


def test_statements_and_holders_stand_side_by_side_where_there_is_room():
    shown = lines(MATCH.read("1a"), 76)
    assert shown[0].startswith(" 1 a  … rejects the lease ")
    assert shown[0].endswith("a  Ana Brisk  1")
    assert shown[1].startswith("▸2 ·  … demands two rafts ")
    assert len(shown) == 4


def test_they_stand_beneath_each_other_where_there_is_none():
    shown = lines(MATCH, 32)
    assert shown[0] == "▸1 ·  … rejects the lease"
    assert shown[-2:] == ["a Ana Brisk  b Ode", "c The Tarn guild"]


def test_where_rows_are_few_all_pairs_are_on_one_line_and_the_statement_in_hand_in_full():
    shown = lines(MATCH.read("1a 2b"), 32, rows=5)
    assert shown == [
        " 1a  2b ▸3·  4·",
        "… offered new pilots",
        "a Ana Brisk  b Ode",
        "c The Tarn guild",
    ]


@pytest.mark.parametrize("width", [24, 36, 60, 76])
@pytest.mark.parametrize("rows", [4, 8, 30])
@pytest.mark.parametrize("judged", [True, False])
def test_no_line_is_wider_than_the_pane(width, rows, judged):
    match = MATCH.read("1a 2b 3b")
    match = match.hand_in() if judged else match
    assert all(cells(line) <= width for line in lines(match, width, rows))


def test_a_judged_match_says_whose_each_really_was_and_shows_the_source_of_the_one_in_hand():
    shown = match_face(MATCH.read("1a 2b 3c").hand_in(), DOCUMENT, 1, 2, 76, 30)
    words = ["".join(words for words, _ in line) for line in (shown.head, *shown.options)]
    assert words[0] == "● Match 1 of 2 · 2 of 4 right"
    assert any(line.startswith("      Ana Brisk, not Ode") for line in words)
    assert any(line.startswith("      Ode; you left it out") for line in words)
    assert any("▸1 ✓" in line for line in words)
    assert shown.source
    assert not match_face(MATCH, DOCUMENT, 1, 2, 76, 30).source

"""Movements, search and the list of jumps, without a screen."""

import pytest

from tui_reader.app import motions
from tui_reader.app.jumps import Jumps
from tui_reader.app.page import Page
from tui_reader.app.search import Search
from tui_reader.app.wrap import printable
from tui_reader.sources import read_text

TEXT = (
    "The Dam\n\nThe river rose in spring. Nobody slept! The mayor — “she was young” — left.\n\n"
    "A second paragraph stands here, and it is long enough to need more than one line of the page.\n"
)
DOCUMENT = read_text(TEXT)
PAGE = Page(DOCUMENT, 40, printable(TEXT))


def test_a_page_has_a_blank_row_between_blocks_and_finds_each_offset_again():
    assert any(line.blank for line in PAGE.lines)
    for offset in (0, TEXT.index("Nobody"), TEXT.index("second"), len(TEXT) - 2):
        line = PAGE.lines[PAGE.row_of(offset)]
        assert line.start <= offset <= line.end + 1


def test_lines_are_counted_without_blank_rows_and_stop_at_the_ends():
    second = motions.by_lines(PAGE, 0, 1)
    assert TEXT[second:].startswith("The river")
    assert motions.by_lines(PAGE, second, -5) == 0
    assert motions.by_lines(PAGE, 0, 999) == PAGE.lines[-1].start


def test_sentences_are_stepped_through_by_punctuation_before_any_analysis():
    sentences = motions.Sentences(DOCUMENT)
    at = TEXT.index("The river")
    first = sentences.step(at, 1)
    assert TEXT[first:].startswith("Nobody")
    assert sentences.step(first, -1) == at
    assert sentences.at(TEXT.index("slept")).of(TEXT) == "Nobody slept!"


@pytest.mark.parametrize(("count", "expected"), [(1, 20), (2, 30), (9, 30), (-1, 0)])
def test_the_nth_of_several_places(count, expected):
    assert motions.among([0, 10, 20, 30], 10, count) == expected


def test_a_search_is_case_blind_until_it_has_a_capital_and_counts_round_the_end():
    found = Search.of(TEXT, "the")
    assert found.count(found.matches[0].start) == f"1/{len(found.matches)}"
    assert found.step(found.matches[-1].start) == found.matches[0]
    assert len(Search.of(TEXT, "The").matches) < len(found.matches)
    assert Search.of(TEXT, '"she was').matches
    assert Search.of(TEXT, "[").count(0) == "no match for ["


def test_jumps_go_back_and_forward_and_a_new_one_drops_what_lay_forward():
    jumps = Jumps()
    jumps.leave(10)
    jumps.leave(20)
    assert (jumps.back(30), jumps.back(30), jumps.back(30)) == (20, 10, None)
    assert (jumps.forward(), jumps.forward(), jumps.forward()) == (20, 30, None)
    jumps.back(30)
    jumps.leave(20)
    assert jumps.forward() is None

"""Lines, the way between offsets and rows, and movements."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.texts import DOCUMENT, EXTRACTION, TEXT, span
from tui_reader.app import motions
from tui_reader.app.jumps import Jumps
from tui_reader.app.page import Page
from tui_reader.app.search import Search
from tui_reader.app.wrap import cells, printable, wrap
from tui_reader.model import Anchor
from tui_reader.sources import read_text

WORDS = st.text(alphabet="ab é’日本\u0301 -\n\t\x1b", max_size=80)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.integers(1, 20))
def test_wrapping_loses_nothing_but_space_and_never_runs_over(text, width):
    flat = printable(text)
    assert len(flat) == len(text)
    lines = wrap(flat, 0, len(flat), width)
    at = 0
    for start, end in lines:
        assert flat[at:start].strip(" ") == ""
        assert end - start <= 1 or cells(flat[start:end].rstrip(" ")) <= max(width, 2)
        at = end
    assert flat[at:].strip(" ") == ""


def test_both_ways_of_wrapping_agree_on_plain_words():
    text = "the boats will come in May if the council agrees and not before"
    plain = wrap(text, 0, len(text), 12)
    accented = text.replace("boats", "boa\u0301ts", 1)
    odd = wrap(accented, 0, len(accented), 12)
    assert [text[a:b] for a, b in plain] == [accented[a:b].replace("\u0301", "") for a, b in odd]


def test_control_characters_never_reach_the_screen():
    assert printable("a\x1b[31mb\u202ec\nd") == "a\ufffd[31mb\ufffdc d"


@pytest.mark.parametrize("width", [1, 7, 30, 72, 500])
def test_every_offset_has_its_row(width):
    page = Page(DOCUMENT, width)
    for offset in range(len(TEXT)):
        line = page.lines[page.row_of(offset)]
        assert not line.blank
        assert line.start <= offset or offset < page.lines[0].end
    for row, line in enumerate(page.lines):
        if not line.blank:
            assert page.row_of(line.start) == row


def test_a_hard_wrapped_paragraph_flows_and_paragraphs_stand_apart():
    page = Page(read_text("one\ntwo three\n\nfour"), 40)
    assert [page.flat[line.start : line.end] for line in page.lines] == ["one two three", "", "four"]


def test_lines_and_paragraphs_and_sentences():
    page = Page(DOCUMENT, 40)
    top = page.lines[0].start
    assert motions.by_lines(page, top, 1) == span("Maud").start
    assert motions.by_lines(page, top, -3) == top
    assert motions.by_lines(page, top, 999) == page.lines[-1].start
    starts = motions.block_starts(DOCUMENT)
    assert motions.among(starts, starts[0], 2) == starts[2]
    assert motions.among(starts, starts[2], 5) is None
    assert motions.among(starts, starts[2] + 4, -1) == starts[2]
    sentences = motions.Sentences(DOCUMENT)
    assert sentences.at(span("council").start).of(TEXT) == "If the council agrees, the boats will come in May."
    assert sentences.step(span("Maud").start, 1) == span("If the").start
    assert sentences.step(span("council").start, -1) == span("If the").start


def test_sentences_of_the_analysis_go_before_punctuation():
    known = (span("Maud Ferrier said that the toll will fall. If the council agrees, the boats will come in May."),)
    assert motions.Sentences(DOCUMENT, known).at(span("council").start) == known[0]


def test_jumps_go_back_and_forward_and_a_new_one_drops_what_lay_forward():
    jumps = Jumps()
    assert jumps.back(5) is None
    jumps.leave(10)
    jumps.leave(20)
    assert [jumps.back(30), jumps.back(0), jumps.back(0)] == [20, 10, None]
    assert [jumps.forward(), jumps.forward(), jumps.forward()] == [20, 30, None]
    jumps.back(0)
    jumps.leave(40)
    assert jumps.forward() is None


def test_search_finds_across_lines_with_smart_case_and_counts():
    search = Search.of(TEXT, "the")
    assert search.count(search.from_here(0).start) == f"1/{len(search.matches)}"
    assert len(Search.of(TEXT, "The").matches) < len(search.matches)
    assert Search.of("x\ny", "x y").matches
    assert Search.of("don’t", "don't").matches
    last = search.matches[-1]
    assert search.step(last.start) == search.matches[0]
    assert Search.of(TEXT, "the", forward=False).step(search.matches[0].start) == last
    assert Search.of(TEXT, "zebra").count(0) == "no match for zebra"


def test_a_place_is_found_again_at_another_width_and_in_a_changed_text():
    anchor = Anchor.of(TEXT, span("Nobody asked"))
    changed = "A new first line.\n\n" + TEXT
    assert anchor.find(changed).of(changed) == "Nobody asked"


def test_the_analysis_here_has_spans_of_the_text():
    assert all(item.span.of(TEXT) for item in EXTRACTION.claims)

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.app.wrap import cells, printable, wrap

TEXTS = st.text(alphabet="abc dé字\u0301\u200b\U0001f600 \n\t", max_size=120)


@given(TEXTS, st.integers(1, 40))
def test_no_line_is_wider_than_the_measure_and_no_letter_is_lost(text, width):
    flat = printable(text)
    lines = wrap(flat, 0, len(flat), width)
    assert all(cells(flat[start:end].rstrip()) <= max(width, 2) for start, end in lines)
    kept = "".join(flat[start:end] for start, end in lines)
    assert kept.replace(" ", "") == flat.replace(" ", "")
    assert [start for start, _ in lines] == sorted(start for start, _ in lines)


def test_lines_break_at_words():
    flat = "The ferry has not sailed since spring."
    assert [flat[a:b] for a, b in wrap(flat, 0, len(flat), 14)] == ["The ferry has", "not sailed", "since spring."]


def test_a_word_longer_than_the_line_is_cut():
    assert wrap("abcdefghij", 0, 10, 4) == [(0, 4), (4, 8), (8, 10)]


def test_wide_letters_take_two_cells():
    flat = "字字字字"
    assert [flat[a:b] for a, b in wrap(flat, 0, 4, 4)] == ["字字", "字字"]


def test_what_could_move_the_cursor_or_turn_the_line_is_shown_as_a_sign():
    assert printable("a\x1b[31mb\u202ec\x07\td\n") == "a\ufffd[31mb\ufffdc\ufffd d "
    assert len(printable("\x1b\x9b\r\x00")) == 4

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.sources import read_text
from tui_reader.sources.neutral import neutralise


def test_line_ends_of_every_kind() -> None:
    assert neutralise("a\r\nb\rc\nd\x85e\u2028f\u2029g\vh\fi") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_a_command_is_shown_and_keeps_its_place() -> None:
    text = "The minister \x1b[31msaid\x1b[0m no.\x07"
    assert neutralise(text) == "The minister ␛[31msaid␛[0m no.␇"
    assert len(neutralise(text)) == len(text)


def test_overrides_and_isolates_are_disarmed_but_marks_of_hebrew_and_joiners_stay() -> None:
    assert neutralise("a\u202eb\u2066c\u2069") == "a\ufffdb\ufffdc\ufffd"
    assert neutralise("\u200fשלום\u200e \u200d") == "\u200fשלום\u200e \u200d"
    assert neutralise("\x9b31m\x7f\ud800") == "\ufffd31m␡\ufffd"


@given(st.text(st.characters(exclude_characters="\r")))
def test_offsets_are_kept(text: str) -> None:
    assert len(neutralise(text)) == len(text)
    assert neutralise(neutralise(text)) == neutralise(text)


@given(st.text(st.characters(max_codepoint=0x2070)))
def test_no_document_holds_a_command(text: str) -> None:
    document = read_text(f"x{text}")
    assert not any(ord(c) < 32 and c not in "\n\t" for c in document.text)
    assert not any(0x7F <= ord(c) <= 0x9F for c in document.text)
    assert not set(document.text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_markup_is_data() -> None:
    text = "The [bold]minister[/bold] said </script> no."
    assert read_text(text).text == text

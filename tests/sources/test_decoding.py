from __future__ import annotations

import pytest

from tui_reader.errors import SourceError
from tui_reader.sources.decoding import decode

GERMAN = (
    "Der Bürgermeister sagte, die Straße werde geöffnet, sofern der Rat zustimme. Größere Änderungen lehnte er ab. " * 4
)
RUSSIAN = "Министр заявил, что договор будет подписан, если стороны согласятся на новые условия торговли. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (GERMAN, "utf-32"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_an_encoding_is_known(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a file") == text


def test_curly_quotes_of_windows() -> None:
    text = "She said that “the ferry would run” — if the quay was mended, that is. " * 3
    assert decode(text.encode("cp1252"), "a file") == text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe \0\n\0"])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^notes\.txt is empty: there is nothing to read$"):
        decode(data, "notes.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01" + b"\0" * 60 + b"text",
        b"\xff\xd8\xff\xe0" + bytes(range(1, 256)) * 20,
        b"\x1f\x8b\x08\x00" + bytes(range(256)),
        b"words and\0a null",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^photo is not text: it looks like binary data$"):
        decode(data, "photo")


def test_a_broken_mark_is_told() -> None:
    with pytest.raises(SourceError, match="damaged"):
        decode(b"\xff\xfea\0b\0c", "notes.txt")

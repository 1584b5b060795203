from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.errors import SourceError
from tui_reader.model import Source
from tui_reader.sources import open_source, opening, read_text

TEXT = "The Salt Accord\n\nThe council said that it would go.  \n\n\n"


def test_a_file_is_its_text_to_the_last_space(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert open_source(str(path)).text == TEXT
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert open_source(str(path)).text == TEXT
    path.write_bytes(TEXT.replace("\n", "\r").encode())
    assert open_source(str(path)).text == TEXT


def test_one_text_is_one_document_wherever_it_comes_from() -> None:
    assert read_text(TEXT, Source("a")).id == read_text(TEXT, Source("b")).id


def fails(location: str) -> str:
    with pytest.raises(SourceError) as caught:
        open_source(location)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_what_is_no_file(tmp_path: Path) -> None:
    assert fails(str(tmp_path / "none.txt")) == f"cannot read {tmp_path / 'none.txt'}: No such file or directory"
    assert fails(str(tmp_path)) == f"{tmp_path} is a folder; give a file"
    assert "null" in fails("a\0b")
    assert "cannot read" in fails("x" * 5000)
    assert "cannot read" in fails("") or "folder" in fails("")


def test_a_file_of_nothing(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html", "a.pdf"):
        (tmp_path / name).write_bytes(b" \n")
        assert fails(str(tmp_path / name)) == f"{tmp_path / name} is empty: there is nothing to read"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "Permission denied" in fails(str(path))


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 10)
    (tmp_path / "a.txt").write_text(TEXT)
    assert "is larger than" in fails(str(tmp_path / "a.txt"))


def test_a_path_with_a_colon_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes:one").write_text(TEXT)
    assert open_source("notes:one").text == TEXT


class Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(TEXT.encode("utf-16")))
    document = open_source("-")
    assert (document.text, document.source) == (TEXT, Source("-"))
    monkeypatch.setattr(sys, "stdin", Input(b""))
    assert fails("-") == "standard input is empty: there is nothing to read"
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in fails("-")


def test_the_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyperclip

    monkeypatch.setattr(pyperclip, "paste", lambda: TEXT.replace("\n", "\r\n"))
    document = open_source("clipboard")
    assert (document.text, document.source) == (TEXT, Source("clipboard"))
    monkeypatch.setattr(pyperclip, "paste", lambda: "")
    assert fails("clipboard") == "the clipboard has no text"

    def none() -> str:
        raise pyperclip.PyperclipException("\n    no way\n    at all\n")

    monkeypatch.setattr(pyperclip, "paste", none)
    assert fails("clipboard").startswith("cannot reach the clipboard")


def test_nothing_heavy_is_imported_before_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    heavy = "trafilatura lxml pypdf charset_normalizer markdown_it urllib3 pyperclip textual spacy"
    program = (
        "import sys; from tui_reader.sources import open_source; open_source(sys.argv[1]); "
        "print([name for name in sys.argv[2].split() if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path), heavy], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

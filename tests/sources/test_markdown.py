from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.documents import assert_sound, outline, voices
from tui_reader.errors import SourceError
from tui_reader.model import Document, decode, encode
from tui_reader.sources import open_source

TEXT = """---
title: "The Salt Accord"
author: Nesta Rhys
date: 2021-05-04
---

# The Salt Accord

The *council* said that it **would** [lower](https://example.org) the `tariff`
if the ports agreed. &amp; so on.

## Statement by Tomas Reel

> I regret it. My pilots are tired.

1. First
2. Second
   - deep *one*

   more of it

```python
if x: pass
```

| a | b |
|---|---|
| 1 | 2 |

Last\\
line.
"""


def open_markdown(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")
    return open_source(str(path))


def test_blocks_have_words_without_marks(tmp_path: Path) -> None:
    document = open_markdown(tmp_path, TEXT)
    assert outline(document) == [
        ("heading", "The Salt Accord"),
        ("paragraph", "The council said that it would lower the tariff if the ports agreed. & so on."),
        ("heading", "Statement by Tomas Reel"),
        ("paragraph", "I regret it. My pilots are tired."),
        ("item", "First"),
        ("item", "Second"),
        ("item", "deep one"),
        ("paragraph", "more of it"),
        ("code", "if x: pass"),
        ("table", "a | b\n1 | 2"),
        ("paragraph", "Last\nline."),
    ]
    assert (document.title, document.author, document.date) == ("The Salt Accord", "Nesta Rhys", "2021-05-04")
    assert voices(document) == [(None, None), ("Statement by Tomas Reel", "Tomas Reel")]
    assert document.source.format == "markdown"
    assert_sound(document)
    assert decode(Document, encode(document)) == document


def test_raw_html_is_not_shown(tmp_path: Path) -> None:
    document = open_markdown(tmp_path, "# A\n\n<script>alert(1)</script>\n\nWords <b>bold</b> stay.\n")
    assert document.text == "A\n\nWords bold stay."


def test_a_file_of_no_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is empty"):
        open_markdown(tmp_path, "<!-- nothing -->\n")

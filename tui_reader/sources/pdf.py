"""PDF → draft: lines joined to paragraphs, running headers and footers left out."""

from __future__ import annotations

import io
import re
from collections import Counter

from tui_reader.errors import SourceError
from tui_reader.model import BlockKind
from tui_reader.sources.datelines import iso
from tui_reader.sources.draft import Assembly, Draft
from tui_reader.sources.layout import lay_out
from tui_reader.sources.neutral import neutralise

_EDGE = 2  # lines at the top and bottom of a page among which running headers stand
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n(?=[a-zß-ÿ])")
_JUNK = re.compile(r"(?i)microsoft word|untitled|\.(?:docx?|indd|qxd|pdf|tex|rtf|odt)$|^\s*$|^[\W\d]+$")


def read_pdf(data: bytes, location: str) -> Draft:
    """Return the draft of a PDF; raises SourceError where it is damaged, locked or has no text."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{location} is locked with a password; unlock it first")
        pages = [page.extract_text() for page in reader.pages]
        info = reader.metadata
        title, author = (info.title, info.author) if info else (None, None)
        date = str(info.get("/CreationDate") or "") if info else ""
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError(f"{location} is locked with a password; unlock it first") from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError) as error:
        raise SourceError(f"{location} is damaged: it cannot be read as a PDF") from error
    text = neutralise("\n".join(_without_running_lines([page.split("\n") for page in pages])))
    if not text.strip():
        raise SourceError(f"{location} has no text: it may be a scan, which has only pictures")
    draft = unwrapped(lay_out(_HYPHEN.sub("", text)))
    return Draft(
        draft.text,
        draft.blocks,
        title=_known(title),
        author=_known(author),
        date=iso(f"{date[2:6]}-{date[6:8]}-{date[8:10]}") if re.match(r"D:\d{8}", date) else None,
    )


def _known(value: object) -> str | None:
    text = " ".join(neutralise(str(value or "")).split())
    return None if _JUNK.search(text) else text


def _without_running_lines(pages: list[list[str]]) -> list[str]:
    """Return the lines of *pages* without those that come back at the edges of most pages, and page numbers."""
    pages = [[line for line in page if line.strip()] for page in pages]
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_pattern(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    least = max(3, len(pages) // 3)
    running = {line for line, count in counts.items() if count >= least}
    kept: list[str] = []
    for page in pages:
        for place, line in enumerate(page):
            edge = place < _EDGE or place >= len(page) - _EDGE
            if edge and (_pattern(line) in running or (len(pages) > 1 and re.fullmatch(r"\W*\d{1,4}\W*", line))):
                continue
            kept.append(line)
    return kept


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def unwrapped(draft: Draft) -> Draft:
    """Return *draft* with each paragraph on one line and a blank line between blocks."""
    assembly = Assembly()
    for block in draft.blocks:
        body = block.body.of(draft.text)
        mark = draft.text[block.span.start : block.body.start]
        words = body if block.kind in (BlockKind.CODE, BlockKind.TABLE) else re.sub(r"\s*\n\s*", " ", body)
        assembly.add(words, block.kind, level=block.level, mark=mark)
    done = assembly.draft()
    return Draft(done.text, done.blocks)

"""One way in for every source: a path, a URL, `-` for standard input, `clipboard`, or text in hand."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.errors import SourceError
from tui_reader.model import Document, Source
from tui_reader.sources.decoding import decode
from tui_reader.sources.neutral import neutralise

if TYPE_CHECKING:
    from tui_reader.sources.draft import Draft

LARGEST = 64 * 1024 * 1024  # bytes

_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]+):(?=//|[^\\/ ])")
_SUFFIXES = {".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and new ones that are encrypted


def open_source(location: str) -> Document:
    """Return the document at *location*; raises SourceError with one clear line.

    *location* is a path, an http(s) URL, `-` for standard input or `clipboard`.
    """
    if location == "-":
        return _read(_standard_input(), "standard input", Source("-"))
    if location == "clipboard":
        from tui_reader.sources.clipboard import read_clipboard

        return read_text(read_clipboard(), Source("clipboard"))
    if (scheme := _SCHEME.match(location)) and not Path(location).exists():
        return _open_url(location, scheme["scheme"].lower())
    path = Path(location)
    return _read(read_file(path), location, Source(location), _SUFFIXES.get(path.suffix.lower()))


def read_text(text: str, source: Source | None = None) -> Document:
    """Return plain *text* as a document with its sections and blocks; raises SourceError where there is none."""
    source = source or Source("-")
    if not text.strip():
        raise SourceError(f"{source.location} is empty: there is nothing to read")
    from tui_reader.sources.layout import lay_out

    return _structured(lay_out(neutralise(text)), source)


def read_file(path: Path) -> bytes:
    """Return the bytes of *path*; raises SourceError where it is missing, a folder, unreadable or too large."""
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder; give a file")
        if not path.is_file() and path.exists():
            with path.open("rb") as pipe:
                return _bounded(pipe.read(LARGEST + 1), str(path))
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror or error}") from error
    except ValueError as error:  # a null character in the path
        raise SourceError(f"cannot read {str(path)!r}: {error}") from error


def _standard_input() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("standard input is closed: there is nothing to read")
    try:
        return _bounded(stream.read(LARGEST + 1), "standard input")
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot read standard input: {error}") from error


def _open_url(location: str, scheme: str) -> Document:
    if scheme not in ("http", "https"):
        raise SourceError(f"cannot open {location}: only http and https addresses are read")
    from tui_reader.sources.web import fetch

    page = fetch(location)
    return _read(page.data, location, Source(location), page.format, charset=page.charset, url=page.url)


def _read(
    data: bytes,
    location: str,
    source: Source,
    known: str | None = None,
    *,
    charset: str | None = None,
    url: str | None = None,
) -> Document:
    """Return the document in *data*: by its first bytes, then by the format *known* from its name or content type."""
    form = _form(data, location) or known or "text"
    source = Source(source.location, form)
    if form == "text":
        return read_text(_text(data, location, charset), source)
    return _structured(_draft(data, location, form, charset, url), source)


def _structured(draft: Draft, source: Source) -> Document:
    # The patterns of the structure take a while to compile, and who only wants help need not wait for them.
    from tui_reader.sources.structure import structure

    return structure(draft, source)


def _draft(data: bytes, location: str, form: str, charset: str | None, url: str | None) -> Draft:
    match form:
        case "html":
            from tui_reader.sources.html import read_html

            return read_html(data, location, charset=charset, url=url)
        case "pdf":
            from tui_reader.sources.pdf import read_pdf

            return read_pdf(data, location)
        case "epub":
            from tui_reader.sources.epub import read_epub

            return read_epub(data, location)
        case "docx":
            from tui_reader.sources.docx import read_docx

            return read_docx(data, location)
        case _:
            from tui_reader.sources.markdown import read_markdown

            draft = read_markdown(neutralise(_text(data, location, charset)))
            if not draft.blocks:
                raise SourceError(f"{location} is empty: there is nothing to read")
            return draft


def _form(data: bytes, location: str) -> str | None:
    """Return the format that the first bytes show."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from tui_reader.sources.archives import kind_of

        form = kind_of(data)
        if form is None:
            raise SourceError(f"{location} is not a text: it is a zip archive, damaged or of another kind")
        return form
    if data.startswith(_OLE):
        raise SourceError(f"{location} is an old or password-protected Office file; save it as a plain DOCX first")
    return "html" if _HTML.match(data[:4096]) else None


def _text(data: bytes, location: str, charset: str | None) -> str:
    if charset and charset.replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, location)


def _bounded(data: bytes, location: str) -> bytes:
    if len(data) > LARGEST:
        raise _too_large(location)
    return data


def _too_large(location: str) -> SourceError:
    return SourceError(f"{location} is larger than {LARGEST // 1024 // 1024} MB; give a part of it")

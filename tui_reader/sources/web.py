"""URL → bytes: http and https only, within limits of time, size and redirects."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui_reader.errors import SourceError

if TYPE_CHECKING:
    import urllib3

CONNECT = 10.0  # seconds
TOTAL = 30.0  # seconds for a whole page
LARGEST = 16 * 1024 * 1024  # bytes after decompression
REDIRECTS = 5
_CHUNK = 65_536

FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the last URL of the redirects, the format by its content type, and the bytes."""

    url: str
    format: str
    charset: str | None
    data: bytes


def fetch(url: str) -> Page:
    """Return the page at *url*; raises SourceError in one line for anything but a readable page."""
    import urllib3

    deadline = time.monotonic() + TOTAL
    with urllib3.PoolManager(timeout=urllib3.Timeout(connect=CONNECT, read=CONNECT), retries=False) as pool:
        here = url
        for _ in range(REDIRECTS + 1):
            _check(here)
            try:
                response = pool.request(
                    "GET",
                    here,
                    redirect=False,
                    preload_content=False,
                    headers={"User-Agent": "tui-reader", "Accept": ", ".join(FORMATS), "Accept-Encoding": "gzip"},
                )
                try:
                    onward = response.headers.get("Location") if response.status in (301, 302, 303, 307, 308) else None
                    if onward is None:
                        return _page(here, response, deadline)
                finally:
                    response.release_conn()
            except urllib3.exceptions.HTTPError as error:
                raise SourceError(f"cannot fetch {here}: {_reason(error)}") from error
            here = urljoin(here, onward)
    raise SourceError(f"cannot fetch {url}: it redirects more than {REDIRECTS} times")


def _page(url: str, response: urllib3.BaseHTTPResponse, deadline: float) -> Page:
    if response.status != 200:
        raise SourceError(f"cannot fetch {url}: the server answered {response.status} {response.reason or ''}".rstrip())
    content_type, _, parameters = response.headers.get("Content-Type", "text/html").partition(";")
    kind = content_type.strip().lower()
    if kind not in FORMATS:
        raise SourceError(f"cannot read {url}: it is {kind or 'of no type'}, not a text, page, PDF, EPUB or DOCX")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
    parts: list[bytes] = []
    size = 0
    for chunk in response.stream(_CHUNK, decode_content=True):
        parts.append(chunk)
        size += len(chunk)
        if size > LARGEST:
            raise SourceError(f"cannot read {url}: it is larger than {LARGEST // 1024 // 1024} MB")
        if time.monotonic() > deadline:
            raise SourceError(f"cannot fetch {url}: it took longer than {TOTAL:.0f} seconds")
    return Page(url, FORMATS[kind], charset, b"".join(parts))


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise SourceError(f"{url} is not a web address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise SourceError(f"cannot fetch {url}: only http and https addresses are read")
    if not host:
        raise SourceError(f"{url} is not a web address: it names no host")


def _reason(error: Exception) -> str:
    """Return one line for what the network did."""
    import urllib3.exceptions as net

    match error:
        case net.NameResolutionError():
            return "no such host"
        case net.SSLError():
            return "its certificate cannot be trusted"
        case net.NewConnectionError():
            return "no connection"
        case net.TimeoutError():
            return "no answer in time"
        case net.ProtocolError() | net.DecodeError():
            return "the connection broke off"
        case _:
            return " ".join(str(error).split())[:120]

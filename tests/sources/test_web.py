"""URLs, from a server on the loopback."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.sources.documents import assert_sound
from tests.sources.pages import HTML, LONG, pdf
from tui_reader.errors import SourceError
from tui_reader.sources import open_source, web

ROUTES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, HTML.encode()),
    "/latin": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, f"Größe\n\n{LONG}".encode("latin-1")),
    "/paper": (200, {"Content-Type": "application/pdf"}, pdf([[LONG]])),
    "/onward": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/inward": (302, {"Location": "file:///etc/hostname"}, b""),
    "/gone": (410, {"Content-Type": "text/html"}, HTML.encode()),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/blank": (200, {"Content-Type": "text/html"}, b"<html><body></body></html>"),
    "/empty": (200, {"Content-Type": "text/plain"}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, b"words " * 40_000),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"words " * 400_000)),
    "/garbled": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, b"not gzip at all"),
    "/short": (200, {"Content-Type": "text/plain", "Content-Length": "5000"}, b"words"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ROUTES.get(self.path, (404, {"Content-Type": "text/html"}, b"<p>none</p>"))
        if self.path == "/slow":
            self.server.stopped.wait(5)  # type: ignore[attr-defined]
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.stopped.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/onward"])
def test_a_page(site: str, path: str) -> None:
    document = open_source(site + path)
    assert (document.title, document.author, document.date) == ("The Salt Accord", "Nesta Rhys", "2021-05-04")
    assert (document.source.location, document.source.format) == (site + path, "html")
    assert_sound(document)


def test_plain_text_in_the_encoding_that_the_server_names(site: str) -> None:
    assert open_source(site + "/latin").text == f"Größe\n\n{LONG}"


def test_a_paper(site: str) -> None:
    document = open_source(site + "/paper")
    assert document.source.format == "pdf"
    assert LONG in document.text


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/none", "the server answered 404 Not Found"),
        ("/gone", "the server answered 410"),
        ("/loop", "redirects more than 5 times"),
        ("/inward", "only http and https addresses are read"),
        ("/picture", "it is image/png, not a text"),
        ("/blank", "has no text to read"),
        ("/empty", "is empty"),
        ("/garbled", "the connection broke off"),
        ("/short", "the connection broke off"),
    ],
)
def test_what_cannot_be_read(site: str, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        open_source(site + path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_a_page_that_is_too_large(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST", 200_000)
    with pytest.raises(SourceError, match="is larger than"):
        open_source(site + path)


def test_no_answer(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "CONNECT", 0.2)
    with pytest.raises(SourceError, match="no answer in time"):
        open_source(site + "/slow")


def test_nobody_there(site: str) -> None:
    with pytest.raises(SourceError, match="no connection"):
        open_source("http://127.0.0.1:1/")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "data:text/plain,words",
        "http://",
        "http://[x",
    ],
)
def test_other_schemes_and_half_addresses_are_refused(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        open_source(url)
    assert "\n" not in str(caught.value)

"""HTML → draft: trafilatura finds the article in the page."""

from __future__ import annotations

import re

from tui_reader.errors import SourceError
from tui_reader.sources.decoding import decode
from tui_reader.sources.draft import Assembly, Draft
from tui_reader.sources.neutral import neutralise

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
# A numeric reference to a control character, at which the XML that trafilatura writes would fail.
_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));?(?![0-9a-fA-F])")
_SNIFF = 4096  # bytes in which a page names its encoding


def read_html(data: bytes, location: str, *, charset: str | None = None, url: str | None = None) -> Draft:
    """Return the article in a page; raises SourceError where the page has no text."""
    page = _REFERENCE.sub("\ufffd", neutralise(_decode(data, location, charset)))
    import logging
    import warnings

    from lxml import etree
    from trafilatura import extract

    from tui_reader.sources.hypertext import Walker

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = extract(
                page,
                url=url,
                output_format="xml",
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                include_formatting=True,
            )
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError) as error:
        raise SourceError(f"{location} is not a page that can be read: it is damaged") from error
    if not found:
        raise SourceError(f"{location} has no text to read: the page is empty, or is made by a script")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    root = etree.fromstring(found.encode(), parser)
    assembly = Assembly()
    title = neutralise(root.get("title") or "") or None
    main = root.find("main")
    body = root if main is None else main
    Walker(assembly).walk(body)
    if not assembly.length:
        raise SourceError(f"{location} has no text to read: the page is empty, or is made by a script")
    return assembly.draft(title=title, author=root.get("author") or None, date=root.get("date") or None).entitled()


def _decode(data: bytes, location: str, charset: str | None) -> str:
    if charset is None and (match := _CHARSET.search(data[:_SNIFF])):
        charset = match[1].decode("ascii")
    if charset and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(charset, "replace")
        except LookupError:
            pass
    return decode(data, location)

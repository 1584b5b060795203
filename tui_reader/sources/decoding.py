"""Bytes → text: byte order marks, UTF-8, and other encodings by a guess that can be trusted."""

from __future__ import annotations

import codecs

from tui_reader.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes on which an encoding is guessed
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})


def decode(data: bytes, location: str) -> str:
    """Return the text in *data*; raises SourceError where it is binary or empty."""
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise SourceError(f"{location} is empty: there is nothing to read")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, location)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data, location)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, location)
    if _is_binary(data):
        raise _binary(location)
    return text


def _wide(data: bytes, location: str) -> str:
    """Return UTF-16 text without a byte order mark, where every second byte of the sample is mostly zero."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    for encoding, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[::2].count(0))):
        if zeros > 0.6 * half and sample.count(0) < 1.2 * zeros and len(data) % 2 == 0:
            return _strict(data, encoding, location)
    raise _binary(location)


def _strict(data: bytes, encoding: str, location: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{location} is damaged: it says it is {encoding.upper()} and is not") from error
    if not text.strip():
        raise SourceError(f"{location} is empty: there is nothing to read")
    if "\0" in text:
        raise _binary(location)
    return text


def _guess(data: bytes, location: str) -> str:
    if _is_binary(data):
        raise _binary(location)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], threshold=0.4).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample)


def _binary(location: str) -> SourceError:
    return SourceError(f"{location} is not text: it looks like binary data")

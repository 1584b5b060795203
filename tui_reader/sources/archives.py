"""Zip archives opened with care: no bombs, no entities, no network."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from tui_reader.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64 * 1024 * 1024  # bytes of all members that are read, unpacked


class Archive:
    """The members of a zip file, read within one budget of bytes."""

    def __init__(self, data: bytes, location: str) -> None:
        self.location = location
        self._left = LARGEST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self.damaged() from error

    def names(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises SourceError where it is missing, locked, damaged or too large."""
        try:
            with self._zip.open(name) as member:
                data = member.read(self._left + 1)
        except KeyError as error:
            raise SourceError(f"{self.location} is damaged: {name} is missing from it") from error
        except RuntimeError as error:
            raise SourceError(f"{self.location} is locked with a password; unlock it first") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self.damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(f"{self.location} unpacks to more than {LARGEST // 1024 // 1024} MB")
        return data

    def xml(self, name: str) -> _Element:
        """Return the root of an XML member; entities are not resolved and nothing is fetched."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def damaged(self) -> SourceError:
        return SourceError(f"{self.location} is damaged: it cannot be unpacked")


def kind_of(data: bytes) -> str | None:
    """Return `epub` or `docx` for the bytes of such an archive."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "META-INF/container.xml" in names:
        return "epub"
    return "docx" if "word/document.xml" in names else None

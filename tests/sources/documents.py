"""What tests say about a document in short."""

from __future__ import annotations

from tui_reader.model import Document, SectionKind

TOGETHER = {"the signatories"}  # many voices that no one place names


def voices(document: Document) -> list[tuple[str | None, str | None]]:
    """Return title and author of each section that is read."""
    return [(s.title, s.author) for s in document.sections if s.kind is not SectionKind.BOILERPLATE]


def junk(document: Document) -> list[str]:
    return [s.span.of(document.text).strip() for s in document.sections if s.kind is SectionKind.BOILERPLATE]


def outline(document: Document) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    return [(block.kind.value, block.body.of(document.text)) for block in document.blocks]


def assert_sound(document: Document) -> None:
    """Assert that sections partition the text and that ordered blocks lie within sections."""
    at = 0
    for section in document.sections:
        assert section.span.start == at
        assert section.span.end > at
        at = section.span.end
        if section.author is not None and section.author not in TOGETHER:
            assert section.author_span is not None
            assert " ".join(section.author_span.of(document.text).split()) == section.author
    assert at == len(document.text)
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        at = block.span.end
        assert any(section.span.contains(block.span) for section in document.sections)
        assert block.span.contains(block.body)
        words = block.span.of(document.text)
        assert words == words.strip("\n")
    if document.title_span is not None:
        assert " ".join(document.title_span.of(document.text).split()) == document.title

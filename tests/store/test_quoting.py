"""A quotation is held against every text of the library."""

from tui_reader.model import Check, Extraction, Quotation, Span
from tui_reader.sources import read_text
from tui_reader.store import Library

SPEECH = read_text("The harbour belongs to those who have worked in it for a hundred years, and to nobody else.\n")
ARTICLE = read_text("He said “the harbour belongs to those who worked in it for a hundred years” and left.\n")


def test_a_quotation_finds_its_source_in_another_text_and_what_was_changed(tmp_path):
    words = Span(ARTICLE.text.index("the harbour"), ARTICLE.text.index("”"))
    with Library.open(tmp_path) as library:
        library.add(SPEECH)
        (kept,) = library.keep_extraction(
            ARTICLE, Extraction(ARTICLE.id, quotations=(Quotation(words, None),))
        ).quotations
        assert (kept.check, kept.source_document) == (Check.ALTERED, SPEECH.id)
        assert kept.source.of(SPEECH.text).startswith("The harbour belongs")
        assert library.extraction(ARTICLE.id).quotations == (kept,)

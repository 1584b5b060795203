from __future__ import annotations

import pytest

from tests.sources.documents import assert_sound, voices
from tui_reader.extraction import extract
from tui_reader.model import Check, SectionKind
from tui_reader.sources import read_text

NEWS = (
    "The statement, released by the Halvic envoy Tova Brenn late on Friday, is short. Traders in the port shrugged, "
    "and the minister, Ada Holm, called it a bluff."
)
LETTER = "In a letter to the harbour board, printed below, Tova Brenn wrote that nothing was settled yet in the port."
OWN = "Halva has no quarrel with anybody. We are ready to open the upper strait, once the board has cut its fee."
MORE = "We thank the pilots. Ms Holm knows our terms, and our door stays open to her."


@pytest.mark.parametrize(
    ("news", "label"),
    [
        (NEWS, "The statement in full:"),
        (NEWS, "Full text:"),
        (NEWS, "Full text of the statement"),
        (NEWS, "The full statement:"),
        (NEWS, "Her statement reads in full:"),
        (NEWS, "Here is the text of the statement:"),
        (NEWS, "The text of the statement follows:"),
        (LETTER, "The letter reads in full:"),
        (LETTER, "It reads in full:"),
        ("Tova Brenn issued a statement on Friday about the port and its fees, as all had feared.", "Full text:"),
        ("Ms Brenn was away. Tova Brenn’s message was read to the pilots by a clerk at noon.", "The message in full:"),
        ("The port was quiet. The declaration by Tova Brenn surprised the pilots.", "The declaration in full:"),
    ],
)
@pytest.mark.parametrize(("opening", "again", "closing"), [("“", "“", "”"), ('"', "", '"'), ("", "", "")])
def test_a_label_opens_the_statement_of_whoever_made_it(
    news: str, label: str, opening: str, again: str, closing: str
) -> None:
    statement = f"{opening}{OWN}\n\n{again}{MORE}{closing}"
    document = read_text(f"The Strait Quarrel\n\n{news}\n\n{label}\n\n{statement}\n")
    assert voices(document)[-1] == (label.rstrip(":"), "Tova Brenn")
    assert document.sections[-1].kind is SectionKind.STATEMENT
    assert_sound(document)


def test_the_article_goes_on_behind_the_closing_mark() -> None:
    document = read_text(
        f"The Strait Quarrel\n\n{NEWS}\n\nThe statement in full:\n\n“{OWN}\n\n“{MORE}”\n\nThe pilots left.\n"
    )
    assert [author for _, author in voices(document)] == [None, "Tova Brenn", None]
    assert document.sections[-1].span.of(document.text).startswith("The pilots")


def test_a_named_label_leads_in_a_quotation_of_several_paragraphs() -> None:
    document = read_text(
        f"The Strait Quarrel\n\n{NEWS}\n\nHere is the text of Ilse Marr’s message:\n\n“{OWN}\n\n“{MORE}”\n\nShe left.\n"
    )
    assert [author for _, author in voices(document)] == [None, "Ilse Marr", None]


@pytest.mark.parametrize(
    "label", ["The minister was blunt:", "The full price:", "In short:", "The text was found in a drawer:"]
)
def test_other_lines_open_no_statement(label: str) -> None:
    document = read_text(f"The Strait Quarrel\n\n{NEWS}\n\n{label}\n\n“{OWN}”\n")
    assert [section.kind for section in document.sections if section.kind is SectionKind.STATEMENT] == []


def test_what_a_wrapped_statement_says_is_its_makers_and_misquotations_of_it_are_seen() -> None:
    quoting = 'In it, Ms Brenn says that Halva "will open the upper strait if the board agrees to talks".'
    document = read_text(
        f'The Strait Quarrel\n\n{NEWS} {quoting}\n\nThe statement in full:\n\n"{OWN}\n\n{MORE}"\n\nThe pilots left.\n'
    )
    extraction = extract(document)
    names = {actor.id: actor.name for actor in extraction.actors}
    once = next(c for c in extraction.conditions if c.trigger.of(document.text) == "once")
    assert names[once.holder or ""] == "Tova Brenn"
    assert once.consequent.of(document.text) == "We are ready to open the upper strait"
    quotation = next(q for q in extraction.quotations if q.span.of(document.text).startswith("will open"))
    assert (quotation.check, names[quotation.speaker or ""]) == (Check.ALTERED, "Tova Brenn")
    assert not any(q.span.of(document.text).startswith("Halva has") for q in extraction.quotations)

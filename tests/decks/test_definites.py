"""A noun with a mere `the` is asked about with the words that brought it in, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.story import Story
from tui_reader.decks.context import Context
from tui_reader.decks.passages import Passage
from tui_reader.model import Document, Extraction, Reference, ReferenceKind, Span

TEXT = "The Toll\n\nThe bank wants a guarantee from the Treasury. Orrin will refuse the guarantee unless tolls fall."


def told(story: Story, words: str, brought: str | None) -> tuple[Document, Extraction]:
    document, extraction = story.read()
    start = story.text.rindex(words)
    antecedent = story.span(brought) if brought else None
    one = Reference(Span(start, start + len(words)), ReferenceKind.NOUN, antecedent)
    return document, replace(extraction, definites=(one,))


def test_the_words_that_brought_it_in_are_put_in_its_place():
    story = Story(TEXT)
    context = Context.of(*told(story, "the guarantee", "a guarantee from the Treasury"))
    phrase = context.phrase(story.span("Orrin will refuse the guarantee"))
    assert phrase.text == "Orrin will refuse the guarantee from the Treasury"
    assert phrase.verbatim == "Orrin will refuse the guarantee"


def test_where_they_stand_before_it_they_are_not_said_again():
    story = Story(TEXT)
    context = Context.of(*told(story, "the guarantee", "a guarantee from the Treasury"))
    phrase = context.phrase(Span(story.text.index("The bank"), story.text.index(" unless")))
    assert phrase.text.endswith("refuse the guarantee")


def test_where_nobody_knows_them_the_noun_is_open():
    story = Story(TEXT)
    context = Context.of(*told(story, "the guarantee", None))
    assert context.phrase(story.span("Orrin will refuse the guarantee")).loose == ("the guarantee",)


def test_what_the_title_names_is_not_open():
    story = Story(TEXT.replace("The Toll", "The Treasury Guarantee"))
    context = Context.of(*told(story, "the guarantee", None))
    assert not context.phrase(story.span("Orrin will refuse the guarantee")).loose


@pytest.mark.parametrize(
    ("quoted", "shown"), [(False, "the guarantee from the Treasury"), (True, "[the guarantee from")]
)
def test_a_passage_says_them_too(quoted, shown):
    story = Story(TEXT.replace("Orrin will", "“Orrin will").replace("fall.", "fall,” said Tovar.") if quoted else TEXT)
    story.actor("a1", "Orrin", "person")
    if quoted:
        story.actor("a2", "Tovar", "person")
        story.claim("Orrin will refuse the guarantee unless tolls fall", "a2", "said", "direct")
    context = Context.of(*told(story, "the guarantee", "a guarantee from the Treasury"))
    passage = Passage(context, story.span("Orrin will refuse the guarantee unless tolls fall"))
    assert shown in passage.text[0]
    assert not passage.settles(story.span("the guarantee unless"))


@pytest.mark.parametrize(
    ("words", "open_words"),
    [
        ("asked both not to speak", ("both",)),
        ("Orrin and Tovar, both of Hask, both voted", ()),
        ("asked both guilds to pay", ()),
        ("the plan had been paid for then", ("then",)),
        ("they told Tovar so in May", ("they", "so")),
        ("Tovar denies any such threat", ("such",)),
    ],
)
def test_both_then_and_so_mean_something_that_stands_elsewhere(words, open_words):
    story = Story(f"The Toll\n\nOrrin said: {words}.")
    context = Context.of(*story.read())
    assert context.phrase(story.span(words)).loose == open_words


def test_what_is_cut_to_its_bare_noun_stays_open():
    story = Story(
        "The Toll\n\nThe bank wants a guarantee that all of the forty old barges will be paid for. "
        "Orrin will give that guarantee in May."
    )
    document, extraction = story.read()
    that = story.span("that guarantee")
    brought = story.span("a guarantee that all of the forty old barges will be paid for")
    pointed = Reference(that, ReferenceKind.NOUN, brought)
    context = Context.of(
        document, replace(extraction, references=(pointed,), definites=(Reference(that, pointed.kind),))
    )
    assert context.phrase(story.span("Orrin will give that guarantee")).loose

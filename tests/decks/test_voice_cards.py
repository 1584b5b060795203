"""In whose voice something stands is asked where a reader may take the writer's verdict for somebody else's."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.model import Question, Section, SectionKind, Span

VERDICT = "if the guild is right, the mole will sink within a year"
SAID = "The guild says that the northern pilots are paid in grain."


def voices(story: Story) -> dict[str, str]:
    return {
        card.prompt.split("says that ")[1].rstrip("?"): card.answer
        for card in make_cards(*story.read())
        if card.question is Question.VOICE
    }


def told(text: str, title: str = "Opinion: Keep the Mole", statement: bool = False) -> dict[str, str]:
    body = f"{title}\n\n{text}"
    story = Story(body, title=title)
    if statement:
        story.sections = (Section(Span(0, len(body)), SectionKind.STATEMENT, "Statement of the guild", None),)
    story.actor("a1", "guild", "organisation", "The guild")
    if "pilots are paid" in body:
        story.claim("the northern pilots are paid in grain", "a1", "says")
    consequent = "the mole will sink within a year"
    trigger = "If" if "If the guild is" in body else "if"
    story.condition("sufficient", trigger, "the guild is right", consequent)
    return voices(story)


def test_the_writers_verdict_beside_a_report_is_asked_with_what_is_reported():
    assert told(f"{SAID} If the guild is right, the mole will sink within a year.") == {
        VERDICT: "The writer",
        "the northern pilots are paid in grain": "The guild",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The mole was built in spring. If the guild is right, the mole will sink within a year.",  # nobody is reported
        f"{SAID} In its view, if the guild is right, the mole will sink within a year.",
        f"{SAID} Under the act, if the guild is right, the mole will sink within a year.",
    ],
)
def test_what_is_plain_or_anothers_is_not_asked(text):
    assert not told(text)


def test_what_no_one_judges_in_a_report_may_still_be_anothers():
    assert not told(f"{SAID} If the guild is right, the mole will sink within a year.", "The Northern Mole")


def test_the_words_of_a_statement_are_not_the_writers():
    assert not told(f"{SAID} If the guild is right, the mole will sink within a year.", statement=True)

"""A side is asked in the words that fit what is sided on, and a thing is called what the text called it first."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.candidate import draft
from tui_reader.decks.checks import calls_by_content
from tui_reader.decks.context import Context
from tui_reader.decks.introduced import in_full, known
from tui_reader.decks.sides import side_asked
from tui_reader.decks.stance_questions import askings
from tui_reader.decks.verdicts import duties, is_idiom
from tui_reader.model import CardKind, Question, Section, SectionKind, Span


@pytest.mark.parametrize(
    ("told", "thing", "question", "answer"),
    [
        ("Declined", "Vant’s offer of a berth", "how did Orrin answer Vant’s offer of a berth?", "Declined it"),
        ("Has rejected", "the proposal", "how has Orrin answered the proposal?", "Has rejected it"),
        ("Voted against", "the toll", "how did Orrin vote on the toll?", "Against it"),
        ("Will vote against", "the toll", "how will Orrin vote on the toll?", "Against it"),
        ("Will vote for", "the toll", "where does Orrin stand on the toll?", "Will vote for it"),
        ("Unanimously dismisses", "the appeal", "what does Orrin do with the appeal?", "Unanimously dismisses it"),
        ("Rejects", "the toll", "where does Orrin stand on the toll?", "Rejects it"),
        ("Welcomed", "the toll", "where did Orrin stand on the toll?", "Welcomed it"),
        ("Agrees with", "the toll", "where does Orrin stand on the toll?", "Agrees with it"),
        ("Is open to", "the toll", "where does Orrin stand on the toll?", "Is open to it"),
    ],
)
def test_a_side_is_asked_as_what_it_is_taken_on_wants(told, thing, question, answer):
    assert side_asked(told, "Orrin", thing, "it", False) == (question, answer)


@pytest.mark.parametrize("told", ["Voted with", "Was grateful for", "Is sorry for"])
def test_what_takes_no_side_is_not_asked_as_one(told):
    assert side_asked(told, "Orrin", "the Ayes", "them", False) is None


def test_what_several_hold_is_asked_in_the_plural():
    assert side_asked("Reject", "the pilots", "the toll", "it", True) == (
        "where do the pilots stand on the toll?",
        "Reject it",
    )


@pytest.mark.parametrize(("text", "idiom"), [("Tavel is entitled to her phrases", True), ("Tavel is unfair", False)])
def test_an_idiom_is_no_description(text, idiom):
    assert is_idiom(text, "Tavel") is idiom


TEXT = (
    "The Mole\n\nThe bank asked for a guarantee from the northern council, and for its seal. "
    "Orrin wants the ferry to sail. The council should refuse the guarantee. Orrin made a remark. The remark was old."
)


@pytest.fixture
def context() -> Context:
    story = Story(TEXT)
    story.actor("a1", "northern council", "organisation", "The council")
    return Context(*story.read())


def test_a_thing_is_called_what_the_text_called_it_first(context):
    at = TEXT.index("The council should")
    assert in_full(context, "refuse the guarantee", at, 12) == "refuse the guarantee from the northern council"
    assert in_full(context, "refuse the guarantee", at, 5) == "refuse the guarantee"
    assert in_full(context, "“refuse the guarantee”", at, 12) == "“refuse the guarantee”"
    assert in_full(context, "refuse the guarantee of the bank", at, 12) == "refuse the guarantee of the bank"
    assert in_full(context, "praise the ferry", at, 12) == "praise the ferry"


def test_what_is_only_called_a_remark_is_not_asked_about(context):
    assert not known(context, "remark")
    asked = draft(
        context,
        item="p1",
        kind=CardKind.POSITION,
        question=Question.STANCE,
        prompt="In “The Mole”, what does Orrin say of the remark?",
        answer="It was old",
        span=Story(TEXT).span("The remark was old"),
    )
    assert not calls_by_content(asked, context)


def test_a_view_is_asked_by_its_content():
    story = Story("The Toll\n\nVant could not share the view that the mole is safe in every season.")
    story.actor("a1", "Vant", "state")
    story.position("a1", "the mole", "refuses", "Vant could not share the view that the mole is safe in every season")
    found = {card.prompt: card.answer for card in make_cards(*story.read()) if card.question is Question.STANCE}
    assert found == {"In “The Toll”, which view could Vant not share?": "That the mole is safe in every season"}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "recommends that the Board commission a survey of the mole",
            "what does Vant recommend that the Board do?",
            "commission a survey of the mole",
        ),
        ("further recommends the sale of the mole", "what does Vant recommend?", "the sale of the mole"),
        ("voted against the toll on salt", "how did Vant vote on the toll on salt?", "Against it"),
        ("is not likely to accept that the mole sinks", "what is Vant not likely to accept?", "that the mole sinks"),
        ("refuses to believe that the mole sinks", "what does Vant refuse to believe?", "that the mole sinks"),
        ("warned of cracks in the mole two years ago", "what did Vant warn of?", "cracks in the mole"),
        ("campaigned for a cap on rents for a decade", "what did Vant campaign for?", "a cap on rents"),
        ("agreed to open talks on the mole", "what did Vant agree to do?", "open talks on the mole"),
        ("agreed to a truce of ten days", "what did Vant agree to?", "a truce of ten days"),
        ("asked for the files and for the power to call ministers", "what did Vant ask for?", "the files"),
        ("urged everyone to wait for May", "what did Vant urge everyone to do?", "wait for May"),
    ],
)
def test_what_is_wanted_is_asked_of_whoever_is_to_do_it(text, question, answer):
    found = next(askings(text, "Vant", False))
    assert (found.question, found.answer) == (question, answer)


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "A flat left empty for a year should be taxed at its rent",
            "what does Vant say should happen to a flat left empty for a year?",
            "It should be taxed at its rent",
        ),
        (
            "Tavel must be freed without conditions",
            "what does Vant say must happen to Tavel?",
            "Tavel must be freed without conditions",
        ),
        ("The council must publish the figures", "what does Vant say the council must do?", "publish the figures"),
    ],
)
def test_what_must_be_done_to_something_is_asked_as_what_happens_to_it(text, question, answer):
    found = next(duties(text, "Vant", "does"))
    assert (found.question, found.answer) == (question, answer)


@pytest.mark.parametrize("text", ["will bring an umbrella", "would settle for cotton"])
def test_what_somebody_will_do_is_not_asked_where_it_says_little(text):
    assert next(askings(text, "Vant", False), None) is None


def test_what_we_do_is_the_bodys_that_speaks():
    text = "The Strike\n\nWe do not support the plan for a tunnel at Hask."
    story = Story(text)
    story.sections = (Section(Span(0, len(text)), SectionKind.STATEMENT, "Statement of the Guild", "the Guild"),)
    story.actor("a1", "the Guild", "organisation")
    story.position("a1", "the plan for a tunnel at Hask", "opposes", "We do not support the plan for a tunnel at Hask")
    found = [card for card in make_cards(*story.read()) if card.question is Question.STANCE]
    assert [card.answer for card in found] == ["The plan for a tunnel at Hask"]
    assert found[0].prompt.endswith("not support?")


def test_an_answer_of_one_common_word_says_too_little():
    story = Story("The Toll\n\nVant has ruled out a cap. Hask has ruled out a cap on salt.")
    story.actor("a1", "Vant", "state")
    story.actor("a2", "Hask", "state")
    story.position("a1", "a cap", "refuses", "Vant has ruled out a cap")
    story.position("a2", "a cap on salt", "refuses", "Hask has ruled out a cap on salt")
    assert [card.answer for card in make_cards(*story.read())] == ["A cap on salt"]


def test_what_two_do_together_is_asked_once():
    story = Story("The Cables\n\nVant and Hask undertake not to touch the cables of the northern trench.")
    words = "Vant and Hask undertake not to touch the cables of the northern trench"
    for actor, name in (("a1", "Vant"), ("a2", "Hask")):
        story.actor(actor, name, "state")
        story.position(actor, "the cables", "refuses", words)
    assert len([card for card in make_cards(*story.read()) if card.question is Question.STANCE]) == 1


def test_what_a_relative_describes_is_asked_by_what_it_stands_for():
    words = "Vant described as Hask’s “right to toll”"
    story = Story(f"The Mole\n\nNobody believes that Hask’s use of its tolls is what {words}.")
    story.actor("a1", "Vant", "state")
    story.actor("a2", "Hask", "state")
    story.position("a1", "Hask’s use of its tolls", "characterises", words)
    found = {card.prompt: card.answer for card in make_cards(*story.read()) if card.question is Question.STANCE}
    assert found == {"In “The Mole”, how did Vant describe Hask’s use of its tolls?": "As Hask’s “right to toll”"}


def test_a_duty_is_judged_by_whoever_speaks_of_it():
    words = "a duty to warn in the dry months would be unworkable"
    story = Story(f"The Mole\n\nVant holds that {words}.")
    story.actor("a1", "Vant", "state")
    story.position("a1", "a duty to warn in the dry months", "characterises", words)
    found = {card.prompt: card.answer for card in make_cards(*story.read()) if card.question is Question.STANCE}
    assert found == {"In “The Mole”, what does Vant say of a duty to warn in the dry months?": "It would be unworkable"}

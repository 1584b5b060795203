"""What is left out of a passage is a thing, a deed or an amount that a reader of the text knows, never mere grammar."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.blanks import ends, stated
from tui_reader.decks.context import Context
from tui_reader.decks.figures import figures
from tui_reader.decks.framing import short_title
from tui_reader.model import Question


@pytest.mark.parametrize(
    ("issue", "evidence", "blank"),
    [
        ("her latest sums", "I doubt her latest sums", "her latest sums"),
        ("her sums", "I doubt her sums", None),
        ("mole", "Orrin has been asked to continue", None),
        ("mole", "Orrin would not let the mole drift", None),
        ("mole", "Orrin called for a ban on salt, not on barges", "a ban on salt"),
        ("share", "Orrin would share heads, cooks and nurses", None),
        ("accepted", "Orrin accepted at once", None),
        ("mole", "Orrin calls it “a hole in the water”", "a hole in the water"),
        ("mole", "Orrin has promised to mend it", None),
        ("mole", "Orrin has promised to resign", "to resign"),
        ("vote", "Orrin put it to a vote of the guild", "a vote of the guild"),
        ("mole", "That is sound", None),
        ("mole", "Orrin will not speak of the matter", None),
        ("rate", "Both would lower it by a quarter", "by a quarter"),
        ("review", "Orrin would have to review how it moves", None),
        ("vote", "Six of its members voted at Hask", "at Hask"),
        ("view", "Growers in the hills plough", None),
    ],
)
def test_what_can_be_left_out_of_a_position(issue, evidence, blank):
    story = Story(f"The Mole\n\n{evidence}.")
    story.actor("a1", "Orrin", "person")
    position = story.position("a1", issue, "supports", evidence)
    context = Context.of(*story.read())
    found = [context.text(span) for span in stated(context, position)]
    assert (blank in found) if blank else not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in three years out of ten the pool is dry", "three years out of ten"),
        ("it costs the port 70,000 marks a week", "70,000 marks a week"),
        ("the rate stays at 4.75 per cent", "4.75 per cent"),
        ("the wall must be mended by 30 June", "30 June"),
        ("it prefers a cut of 50 basis points", "50 basis points"),
        ("the camera on line four spends the night awake", None),
        ("the last three letters are unanswered", None),
        ("the two sides agree", None),
        ("one of them rejects the toll", None),
    ],
)
def test_figures_are_left_out_with_what_they_count(text, found):
    story = Story(f"The Mole\n\nOrrin says that {text}.")
    context = Context.of(*story.read())
    assert [context.text(span) for span in figures(context, story.span(text))] == ([found] if found else [])


def test_a_pair_is_not_cut_between_its_halves():
    story = Story("The Mole\n\nOrrin said that no guard would lose his or her post at Hask.")
    story.actor("a1", "Orrin", "person")
    position = story.position("a1", "guard", "supports", "no guard would lose his or her post at Hask")
    context = Context.of(*story.read())
    assert "her post at Hask" not in [context.text(span) for span in stated(context, position)]


@pytest.mark.parametrize("trigger", ["whatever", "whether or not", "no matter how"])
def test_what_nothing_hangs_on_is_not_left_out(trigger):
    story = Story(f"The Mole\n\nOrrin will close the harbour {trigger} the new council says of salt.")
    condition = story.condition("sufficient", trigger, "the new council says of salt", "Orrin will close the harbour")
    context = Context.of(*story.read())
    assert [question for question, _ in ends(context, condition)] == [Question.CONSEQUENCE]


@pytest.mark.parametrize(
    ("antecedent", "asked"),
    [("it rains", False), ("there is a date", False), ("it rains for forty days", True), ("Tovar objects there", True)],
)
def test_what_anybody_could_guess_is_not_left_out(antecedent, asked):
    story = Story(f"The Mole\n\nOrrin will close the harbour if {antecedent}.")
    condition = story.condition("sufficient", "if", antecedent, "Orrin will close the harbour")
    context = Context.of(*story.read())
    assert (Question.ANTECEDENT in [question for question, _ in ends(context, condition)]) is asked


def test_a_verb_before_its_subject_is_left_out_with_it():
    story = Story("The Mole\n\nHad Orrin known of the crack, the mole would stand.")
    condition = story.condition("sufficient", "Had", "Orrin known of the crack", "the mole would stand")
    context = Context.of(*story.read())
    found = {question: context.text(span) for question, span in ends(context, condition)}
    assert found[Question.ANTECEDENT] == "Had Orrin known of the crack"


def test_nobody_states_what_is_a_question():
    story = Story("The Mole\n\nWhat happens if the swell rises at Hask?")
    story.condition("sufficient", "if", "the swell rises at Hask", "What happens")
    assert not make_cards(*story.read())


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The promise cannot be kept unless the road to Hask is cleared.", False),
        ("The promise to mend the mole cannot be kept unless the road to Hask is cleared.", True),
    ],
)
def test_a_promise_is_asked_about_by_what_was_promised(text, made):
    story = Story(f"The Road\n\n{text}")
    consequent = text.split(" unless ")[0]
    story.condition("exceptive", "unless", "the road to Hask is cleared", consequent)
    asked = [card for card in make_cards(*story.read()) if card.question is Question.ANTECEDENT and not card.part]
    assert bool(asked) is made


def test_whose_view_it_is_is_not_left_out():
    story = Story("The Mole\n\nThe mole should be mended in the guild’s view.")
    story.actor("a1", "guild", "organisation")
    position = story.position("a1", "mole", "supports", "The mole should be mended in the guild’s view")
    context = Context.of(*story.read())
    assert "in the guild’s view" not in [context.text(span) for span in stated(context, position)]


@pytest.mark.parametrize(
    ("evidence", "gap"),
    [
        ("a duty to notify in the dry months would be unworkable", "in the dry months"),
        ("the conditions for a quick settlement are not in place", "for a quick settlement"),
    ],
)
def test_a_circumstance_of_the_subject_can_be_left_out(evidence, gap):
    story = Story(f"The Mole\n\nOrrin says that {evidence}.")
    story.actor("a1", "Orrin", "person")
    position = story.position("a1", "mole", "characterises", evidence)
    context = Context.of(*story.read())
    assert gap in [context.text(span) for span in stated(context, position)]


def test_a_clause_with_its_verb_before_its_subject_is_not_left_out():
    story = Story("The Mole\n\nThe guild must vote, and only if it votes should the long mole be mended.")
    condition = story.condition("necessary", "only if", "it votes", "should the long mole be mended")
    context = Context.of(*story.read())
    assert Question.CONSEQUENCE not in [question for question, _ in ends(context, condition)]


def test_a_title_is_not_cut_to_its_opposite():
    title = "The Salt Act will protect every barge and boat of the river except those that sail at night"
    assert short_title(title) == "The Salt Act…"
    assert short_title("The Salt Act will protect every barge and boat of the wide river at night").endswith("barge…")

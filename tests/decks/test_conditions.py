"""What a condition's cards ask for, one thing each, in the direction of the text."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks import explain, make_cards
from tui_reader.decks.cards import unasked
from tui_reader.decks.conjuncts import clauses, parts_of
from tui_reader.decks.context import Context
from tui_reader.decks.hollow import is_hollow
from tui_reader.model import Question, Section, SectionKind, Span


def cards(story):
    return make_cards(*story.read())


def asked(story, question=None):
    return {card.prompt: card.answer for card in cards(story) if question is None or card.question is question}


def parts(words):
    story = Story(f"The Locks\n\nIf {words}, the towns can trade.")
    context = Context.of(*story.read())
    return [part.answer for part in parts_of(context, context.phrase(story.span(words)))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Vant pays its share", []),
        ("the Northern Board will have to raise the whole sum at market rates", []),  # one thing, hardly too long
        (
            "Vant drops its old claim on the fishing grounds off Hask in winter and does not lay the matter of the "
            "lost cutter before the court",
            [
                "Vant drops its old claim on the fishing grounds off Hask in winter",
                "does not lay the matter of the lost cutter before the court",
            ],
        ),
        (
            "a pilot with a sick child who lives far out on the northern rocks is sent to sea, and that the council "
            "pays his rent",
            ["the council pays his rent"],
        ),
        (
            "the bill is amended by the last day of June to exempt the pilots from duty, and the mole is mended",
            ["the bill is amended by the last day of June", "the mole is mended"],
        ),
        (
            "a man with a sick child far from any other town will have to cross two sounds to buy bread",
            ["cross two sounds to buy bread"],
        ),
    ],
)
def test_a_long_end_falls_into_what_is_to_be_done(words, found):
    assert [one for one in parts(words) if one in found or not found] == found


def test_only_whole_clauses_are_told_apart():
    assert clauses("the mole will be mended, and the ferry could run") == [
        "the mole will be mended",
        "the ferry could run",
    ]
    assert clauses("the mole and the quay will be mended") == ["the mole and the quay will be mended"]


def test_of_two_conditions_on_one_thing_both_are_shown():
    story = Story(
        "The Rails\n\nOnce the carriages have been sold, no council will bring the night train back, "
        "even if demand recovers."
    )
    story.condition("sufficient", "Once", "the carriages have been sold", "no council will bring the night train back")
    story.condition("concessive", "even if", "demand recovers", "no council will bring the night train back")
    shown = "once the carriages have been sold, no council will bring the night train back, even if ____."
    assert asked(story, Question.ANTECEDENT)[f"According to “The Rails”, {shown}"] == "Demand recovers"
    assert all("carriages" in one.prompt + one.answer for one in cards(story) if one.question is not Question.OBLIGOR)


def test_an_alternative_condition_is_not_shown():
    story = Story("The Rails\n\nThe night train will run if Vant pays for it or if the council sells the old quay.")
    story.condition("sufficient", "if", "Vant pays for it", "The night train will run")
    story.condition("sufficient", "if", "the council sells the old quay", "The night train will run", nth=2)
    assert "According to “The Rails”, the night train will run if ____." in asked(story)


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("They will continue", True),
        ("Both undertakings lapse", True),
        ("The guarantee", True),
        ("Our return", True),
        ("We would not accept one by the navy", True),
        ("Mira Oswin is right", True),
        ("Notification is due", True),
        ("The guarantee from the Treasury", False),
        ("The tribunal", False),
        ("Corvin signs", False),
        ("The toll is lowered", False),
        ("You pay us by May", False),
        ("A stop at Skarn", False),
        ("An inspector of the ministry does", True),
        ("A failure", True),
        ("Every score of the last winter were right", False),
    ],
)
def test_what_says_nothing_by_itself_is_hollow(text, hollow):
    assert is_hollow(text) is hollow


def test_a_hollow_end_is_shown_but_not_asked_for():
    story = Story("The Quay\n\nNotification is due only if the swell exceeds nine metres.")
    story.condition("necessary", "only if", "the swell exceeds nine metres", "Notification is due")
    assert asked(story, Question.CONSEQUENCE) == {}
    assert asked(story, Question.ANTECEDENT) == {
        "According to “The Quay”, notification is due only if ____.": "The swell exceeds nine metres"
    }


def test_what_was_only_quoted_is_asked_from_the_statement():
    whole = "If Vant lifts the toll, our ships will call at Hask again"
    text = (
        "The Quay\n\nBela Marsh wrote that our ships will call at Hask again if the toll goes.\n\n"
        f"Statement of Bela Marsh\n\n{whole}."
    )
    story = Story(text)
    at = text.index("Statement of")
    story.sections = (
        Section(Span(0, at)),
        Section(Span(at, len(text)), SectionKind.STATEMENT, "Statement of Bela Marsh", "Bela Marsh"),
    )
    story.actor("a1", "Bela Marsh", "person")
    quoted = story.condition("sufficient", "if", "the toll goes", "our ships will call at Hask again", "a1")
    story.condition("sufficient", "If", "Vant lifts the toll", "our ships will call at Hask again", "a1")
    own = story.conditions[-1]
    story.conditions[-1] = type(own)(
        own.id + "own",
        own.kind,
        own.trigger,
        own.antecedent,
        story.span("our ships will call at Hask again", 2),
        "a1",
    )
    judged = explain(*story.read())
    assert {"asked_by_its_twin"} == {reason for card, reasons in judged if card.item == quoted.id for reason in reasons}
    assert quoted.id not in {item.id for item, *_ in unasked(*story.read())}
    assert {card.item for card, reasons in judged if not reasons} == {own.id + "own"}


@pytest.mark.parametrize(
    ("lead", "tail", "made"),
    [
        ("It follows that", "", True),
        ("The pilots are clear that", "", False),
        ("The board put to us that", "", False),
        ("The two towns agreed that", "", True),
        ("We believe that", "", True),
        ("Ask the house to amend the act so that", "", False),
        ("Now", ", according to her office", False),
        ("In the pilots’ opinion", "", False),
    ],
)
def test_what_somebody_unnamed_says_is_not_asked_as_the_texts_own(lead, tail, made):
    story = Story(f"The Quay\n\n{lead} the ferry will stop unless the mole is mended{tail}.")
    story.condition("exceptive", "unless", "the mole is mended", "the ferry will stop")
    direct = "According to “The Quay”, the ferry will stop unless ____."
    assert (direct in asked(story)) is made


def test_a_report_of_what_somebody_did_is_not_their_claim():
    story = Story("The Quay\n\nBela Marsh spoke in May. She took the offer on condition that the toll is lowered.")
    story.actor("a1", "Bela Marsh", "person", pronouns=(("She", 1),))
    story.condition("necessary", "on condition that", "the toll is lowered", "She took the offer", "a1")
    assert "In “The Quay”, Bela Marsh took the offer on condition that ____." in asked(story)


def test_a_promise_that_is_asked_for_is_not_given():
    story = Story("The Quay\n\nWe will ask Bela Marsh to pledge to vote against the toll unless the pilots are paid.")
    story.actor("a1", "Bela Marsh", "person")
    story.condition("exceptive", "unless", "the pilots are paid", "to vote against the toll", "a1")
    assert not any("Bela Marsh would vote" in card.prompt + card.answer for card in cards(story))


def test_an_order_names_who_is_to_follow_it():
    story = Story("The Quay\n\nWithdraw the cutters, and the seabed can be settled in May. Corvin waits.")
    story.actor("a1", "Corvin", "state")
    story.condition("sufficient", "and", "Withdraw the cutters", "the seabed can be settled in May", None, "a1")
    assert asked(story, Question.CONSEQUENCE) == {
        "According to “The Quay”, what follows if Corvin withdraws the cutters?": "The seabed can be settled in May"
    }
    assert asked(story, Question.ANTECEDENT) == {
        "According to “The Quay”, the seabed can be settled in May if ____.": "Corvin withdraws the cutters"
    }


def test_a_verb_put_first_is_left_out_with_its_clause():
    story = Story("The Quay\n\n“Had the call reached us in time, we would have sailed,” said Bela Marsh.")
    story.actor("a1", "Bela Marsh", "person")
    story.claim("Had the call reached us in time, we would have sailed", "a1", "said", "direct")
    story.condition("sufficient", "Had", "the call reached us in time", "we would have sailed", "a1")
    assert "Had the call reached us in time" in asked(story, Question.ANTECEDENT).values()


def test_what_did_not_come_about_depends_on_nobody():
    story = Story("The Quay\n\nIf Corvin had signed in May, the ferry would have run all summer.")
    story.actor("a1", "Corvin", "state")
    story.condition("sufficient", "If", "Corvin had signed in May", "the ferry would have run all summer", None, "a1")
    assert asked(story, Question.OBLIGOR) == {}


def test_a_long_prompt_still_names_its_text():
    words = "the pilots of the northern harbour will be paid the old bonus for the winter of the great storm"
    story = Story(
        f"Tessaly Reopens the Harbour Talks\n\nBela Marsh said that {words} if the council votes for the new toll."
    )
    story.actor("a1", "Bela Marsh", "person")
    story.condition("sufficient", "if", "the council votes for the new toll", words, "a1")
    assert all("“Tessaly" in card.prompt for card in cards(story))
    assert asked(story, Question.ANTECEDENT)


def test_the_act_under_which_it_holds_is_shown():
    story = Story(
        "The Quay\n\nUnder the Ports Act of 1988 a ban on salt lapses after ninety days unless the council renews it."
    )
    story.condition("exceptive", "unless", "the council renews it", "a ban on salt lapses after ninety days")
    prompt = "According to “The Quay”, under the Ports Act of 1988 a ban on salt lapses after ninety days unless ____."
    assert prompt in asked(story, Question.ANTECEDENT)


@pytest.mark.parametrize(
    "order", ["give blood or give the nurses a bed", "do not go to the cellar", "take the high road"]
)
def test_an_order_follows_from_nothing(order):
    story = Story(f"The Quay\n\nIf the old sirens of the port sound, {order}.")
    story.condition("sufficient", "If", "the old sirens of the port sound", order)
    assert not any(card.prompt.startswith("According to") for card in cards(story))


@pytest.mark.parametrize(
    ("kind", "trigger", "consequent", "made"),
    [
        ("sufficient", "if", "The ferry will run all summer", True),
        ("exceptive", "unless", "The ferry will stop in May", False),
        ("sufficient", "if", "No ferry will run in winter", False),
    ],
)
def test_who_must_act_is_asked_where_that_brings_something_about(kind, trigger, consequent, made):
    story = Story(f"The Quay\n\n{consequent} {trigger} Corvin repairs the northern mole.")
    story.actor("a1", "Corvin", "state")
    story.condition(kind, trigger, "Corvin repairs the northern mole", consequent, None, "a1")
    assert bool(asked(story, Question.OBLIGOR)) is made


def test_what_may_be_is_asked_behind_its_condition():
    story = Story("The Quay\n\nThe rent of a berth may rise by two crowns a year unless the owner mends the quay.")
    story.condition(
        "exceptive", "unless", "the owner mends the quay", "The rent of a berth may rise by two crowns a year"
    )
    assert "According to “The Quay”, unless the owner mends the quay, ____." in asked(story, Question.CONSEQUENCE)


def test_a_pronoun_may_mean_what_the_shown_end_names():
    story = Story(
        "The Quay\n\nThere is no reason to doubt the new offer of the pilots, if it was meant to end the strike."
    )
    story.condition(
        "sufficient",
        "if",
        "it was meant to end the strike",
        "There is no reason to doubt the new offer of the pilots",
    )
    assert "It was meant to end the strike" in asked(story, Question.ANTECEDENT).values()


def test_when_something_is_required_belongs_to_the_answer():
    story = Story("The Quay\n\nThe release of water requires prior notice in every season.")
    story.condition("necessary", "requires", "prior notice", "The release of water")
    assert asked(story, Question.ANTECEDENT) == {
        "According to “The Quay”, what does the release of water require?": "Prior notice in every season"
    }


@pytest.mark.parametrize(
    ("consequent", "answer"),
    [
        ("the towns will meet in May", "The tender attracts fewer than three bids"),
        ("the towns would meet in May", "The tender should attract fewer than three bids"),
    ],
)
def test_an_inverted_should_is_put_in_the_present(consequent, answer):
    story = Story(f"The Quay\n\nShould the tender attract fewer than three bids, {consequent}.")
    story.condition("sufficient", "Should", "the tender attract fewer than three bids", consequent)
    assert answer in asked(story, Question.ANTECEDENT).values()


def test_both_undertakings_are_not_known():
    story = Story("The Quay\n\nBoth undertakings lapse in the event of a failure by the board to report in May.")
    story.condition(
        "sufficient", "in the event of", "a failure by the board to report in May", "Both undertakings lapse"
    )
    assert asked(story) == {}


def test_a_pronoun_may_mean_whom_its_clause_begins_with():
    story = Story("The Quay\n\nHalmar will reopen the line if Ostrova pays the arrears it has owed since the spring.")
    story.actor("a1", "Ostrova", "state")
    story.condition(
        "sufficient", "if", "Ostrova pays the arrears it has owed since the spring", "Halmar will reopen the line"
    )
    assert "Halmar will reopen the line" in asked(story, Question.CONSEQUENCE).values()


def test_not_a_single_one_is_a_subject():
    story = Story("The Quay\n\nThe guild warns that not a single crane will go up if the bill becomes law.")
    story.actor("a1", "guild", "group", "The guild")
    story.condition("sufficient", "if", "the bill becomes law", "not a single crane will go up", "a1")
    assert "According to the guild in “The Quay”, not a single crane will go up if ____." in asked(story)


def test_a_clause_that_has_lost_its_verb_is_not_asked_for():
    story = Story("The Quay\n\nOnly with a licence, and licences can be issued only when the salt of the port is dry.")
    story.condition(
        "necessary", "only when", "the salt of the port is dry", "Only with a licence, and licences can be issued"
    )
    assert not [card for card in cards(story) if "with a licence, and" in f"{card.prompt} {card.answer}"]

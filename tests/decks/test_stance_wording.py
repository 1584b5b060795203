"""What a position's card calls its issue, and what is left of the words when prompt and answer stand together."""

from __future__ import annotations

import pytest

from tui_reader.decks.stance_wording import (
    fragment,
    of_topic,
    open_quantity,
    plainly,
    without_holder,
)
from tui_reader.decks.tense import Tense, tense, uninverted
from tui_reader.decks.topic_wording import bare, named_topic, reach


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Vant rejected the dredging bill", ["Vant"], "Rejected the dredging bill"),
        ("Harbour Minister Mira Oswin welcomes the vote", ["Mira Oswin", "Oswin"], "Welcomes the vote"),
        ("The port’s chairman, Joss Fenn, denies that it is late", ["Joss Fenn"], "Denies that it is late"),
        ("Joss Fenn, the older of the two, voted against it", ["Joss Fenn"], "Voted against it"),
        ("Governor Lise Hale and Mr. Joss Fenn voted against it", ["Lise Hale"], "Voted against it"),
        ("It will back the pact", ["the Shoal Party", "It"], "Will back the pact"),
        ("Vant’s offer was refused", ["Vant"], "Vant’s offer was refused"),
        ("Vant and the port agreed", ["Vant"], "Vant and the port agreed"),
        ("The cranes are safe", ["Vant"], "The cranes are safe"),
    ],
)
def test_the_holder_whom_the_prompt_names_is_not_said_again(text, names, left):
    assert without_holder(text, names) == left


@pytest.mark.parametrize(
    ("text", "topic", "left"),
    [
        ("The dam will “switch on the north”", "the dam", "It will “switch on the north”"),
        ("Tariffs will not rise", "tariffs", "They will not rise"),
        ("The ferry hired in March runs late", "the ferry", "The ferry hired in March runs late"),
        ("The fee was halved", "the fee", "It was halved"),
        ("No toll may be levied", "a toll", "No toll may be levied"),
        ("The cranes of Vant are safe", "the cranes", "The cranes of Vant are safe"),
    ],
)
def test_the_topic_at_the_beginning_becomes_a_pronoun(text, topic, left):
    assert of_topic(text, topic) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Third, publish the figures", "publish the figures"),
        ("Described as Vant’s “right”", "Vant’s “right”"),
        ("Requested, however, that it be paid", "Requested that it be paid"),
        ("It is a question of gauge and that it shall be settled", "It is a question of gauge and it shall be settled"),
        ("Said that it is late and that it shall be paid", "Said that it is late and that it shall be paid"),
    ],
)
def test_what_only_orders_a_passage_is_left_out(text, left):
    assert plainly(text) == left


@pytest.mark.parametrize(
    ("evidence", "issue", "topic"),
    [
        ("A duty to notify in the dry months would be unworkable", "duty", "duty to notify in the dry months"),
        (
            "will not recognise any administration installed by force",
            "administration",
            "administration installed by force",
        ),
        ("asked for contracts signed before July to be kept", "contracts", "contracts signed before July to be kept"),
        ("accused the port of closing", "port", "port"),
        ("would reduce the duty by half", "duty", "duty"),
        ("The duty, if it stays, is a burden", "duty", "duty"),
    ],
)
def test_a_short_issue_is_called_in_full(evidence, issue, topic):
    start = evidence.index(issue)
    assert evidence[start : reach(evidence, start, start + len(issue))] == topic


@pytest.mark.parametrize(
    ("any_topic", "topic"),
    [
        ("any toll", "a toll"),
        ("any administration installed by force", "an administration installed by force"),
        ("any talks on the seabed", "talks on the seabed"),
        ("any soil", "soil"),
        ("any honest reckoning", "an honest reckoning"),
        ("the toll", "the toll"),
    ],
)
def test_what_there_is_none_of_is_asked_about_as_a_thing(any_topic, topic):
    assert named_topic(any_topic) == topic


def test_words_that_say_nothing_by_themselves_are_known():
    assert fragment("Brushing aside appeals from millers")
    assert fragment("Skarholm’s proposal to open a consulate")
    assert not fragment("Publish the figures")
    assert open_quantity("Both preferred to lower the rate")
    assert open_quantity("All three")
    assert not open_quantity("Both governments preferred to wait")
    assert bare("home")
    assert not bare("the home")


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("Sardenne ends the escorts", Tense.PRESENT),
        ("Sardenne stopped escorting ships", Tense.PAST),
        ("the harvest was good", Tense.PAST),
        ("the crew has been freed", Tense.PERFECT),
        ("the audit had been published", Tense.PLUPERFECT),
        ("the ships would sail", Tense.CONDITIONAL),
        ("the seamen held at Caelin are freed", Tense.PRESENT),
    ],
)
def test_a_question_keeps_the_tense_of_its_clause(clause, found):
    assert tense(clause) is found


@pytest.mark.parametrize(
    ("trigger", "clause", "righted"),
    [
        ("had", "the plan been funded then", "the plan had been funded then"),
        ("had", "the ministers not consulted the carriers", "the ministers had not consulted the carriers"),
        ("should", "the prices persist", "the prices should persist"),
        ("should", "the authorities consider it needful", "the authorities should consider it needful"),
        ("should", "the strike last into the autumn", None),
        ("should", "the northern line be closed", "the northern line should be closed"),
        ("should", "the council not agree", "the council should not agree"),
        ("should", "the vote in the house fail badly", None),
        ("were", "unemployment to rise", "unemployment were to rise"),
        ("were", "it sold", "it were sold"),
        ("were", "the harvest good", None),
    ],
)
def test_a_verb_that_was_put_first_goes_back(trigger, clause, righted):
    assert uninverted(trigger, clause) == righted


@pytest.mark.parametrize(
    ("text", "is_fragment"),
    [
        ("Warning that nobody should assume a berth", True),
        ("Fishing is over", False),
        ("Rejected the bill", False),
    ],
)
def test_a_participle_before_a_clause_is_a_fragment(text, is_fragment):
    assert fragment(text) is is_fragment

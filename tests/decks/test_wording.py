"""The small facts of English that prompts rest on."""

from __future__ import annotations

import pytest

from tests.decks.story import Story
from tui_reader.decks.agreement import agree, third_person
from tui_reader.decks.context import Context
from tui_reader.decks.framing import place, short_title
from tui_reader.decks.reference import has_referent, is_loose, last_place
from tui_reader.decks.triggers import predicate, subordinate, ties
from tui_reader.decks.wording import (
    balanced,
    is_clause,
    is_plural,
    is_subjunctive,
    lower_first,
    possessive,
    quote,
    starts_with_verb,
    tidy,
)
from tui_reader.model import ConditionKind, Section, SectionKind, Span


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  the quay,\n and  the mole. ", "the quay, and the mole"),
        ("“the quay is open,”", "“the quay is open”"),
        ("the “quay is open", "the “quay is open”"),
        ("quay” is open", "“quay” is open"),
        ("(see the mole", "see the mole"),
        ("– a breath;", "a breath"),
    ],
)
def test_tidy(text, tidied):
    assert tidy(text) == tidied
    assert balanced(tidied)


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("The quay", "the quay"),
        ("Vant pays", "Vant pays"),
        ("“The quay” is", "“the quay” is"),
        ("I pay", "I pay"),
        ("", ""),
    ],
)
def test_lower_first(text, lowered):
    assert lower_first(text) == lowered


@pytest.mark.parametrize(
    ("name", "owned", "plural"),
    [
        ("Vant", "Vant’s", False),
        ("the two Sides", "the two Sides’", True),
        ("the council", "the council’s", False),
        ("officials in Vant", "officials in Vant’s", True),
        ("the police", "the police’s", True),
        ("Tess", "Tess’s", False),
    ],
)
def test_owners_and_number(name, owned, plural):
    assert possessive(name) == owned
    assert is_plural(name) is plural


@pytest.mark.parametrize(
    ("text", "clause", "verb_first", "subjunctive"),
    [
        ("the quay is open", True, False, False),
        ("we’ll pay", True, False, False),
        ("any step toward the quay", False, False, False),
        ("would not discuss it", False, True, False),
        ("to pay in full", False, True, False),
        ("the date be fixed", False, False, True),
        ("the date will be fixed", True, False, False),
    ],
)
def test_shapes(text, clause, verb_first, subjunctive):
    assert is_clause(text) is clause
    assert starts_with_verb(text) is verb_first
    assert is_subjunctive(text) is subjunctive


@pytest.mark.parametrize(
    ("verb", "third"),
    [("ask", "asks"), ("have", "has"), ("deny", "denies"), ("stay", "stays"), ("push", "pushes"), ("said", "said"),
     ("welcomed", "welcomed"), ("would", "would"), ("am", "is"), ("says", "says")],
)  # fmt: skip
def test_third_person(verb, third):
    assert third_person(verb) == third


@pytest.mark.parametrize(
    ("after", "plural", "agreed"),
    [
        ("’m leaving", False, " is"),
        ("’ll leave", False, " will"),
        (" do not ask", False, " does"),
        (" still believe it", False, " still believes"),
        (" support it", True, ""),
        ("", False, ""),
    ],
)
def test_agreement(after, plural, agreed):
    assert agree(after, plural)[0] == agreed


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("The Quay", "The Quay"),
        ("Velm Opens a Door, but Only a Little, They Say Today", "Velm Opens a Door"),
        ("A Report on the State of the Harbour of Vant in the Year of the Flood", "A Report on the State…"),
        ("Briefing of the Ministry: What Was Said on the Ninth of May", "Briefing of the Ministry"),
    ],
)
def test_titles_are_cut_where_they_breathe(title, short):
    assert short_title(title) == short


def test_a_statement_is_named_by_its_author_and_date():
    text = "News\n\nIt rained.\n\nLetter of Ada Crewe\n\nVant, 3 March (HNA) — Ada Crewe wrote:\n\nPay up."
    cut = text.index("Letter")
    story = Story(
        text,
        sections=(
            Section(Span(0, cut)),
            Section(Span(cut, len(text)), SectionKind.STATEMENT, "Letter of Ada Crewe", "Ada Crewe"),
        ),
    )
    story.actor("a1", "Ada Crewe", "person")
    context = Context(*story.read())
    assert place(context, text.index("Pay")) == "Ada Crewe’s letter of 3 March"
    assert place(context, text.index("rained")) == "“News”"


@pytest.mark.parametrize(
    ("kind", "name", "text", "spoken"),
    [
        ("organisation", "Treasury", "The Treasury paid. Then the Treasury slept.", "the Treasury"),
        ("organisation", "Parliament", "Parliament met, and Parliament voted.", "Parliament"),
        ("person", "master of the Star", "Later the master of the Star spoke.", "the master of the Star"),
        ("person", "senior official in Vant", "So said a senior official in Vant.", "a senior official in Vant"),
        ("group", "Diplomats", "Diplomats say so.", "diplomats"),
        ("organisation", "The Rampart", "In Velm the army newspaper, The Rampart, asked.", "The Rampart"),
        ("state", "United States", "Washington waits.", "the United States"),
        ("person", "Ada Crewe", "Ada Crewe spoke.", "Ada Crewe"),
        ("group", "they", "They spoke.", None),
        ("group", "unspecified", "It is said.", None),
    ],
)
def test_names_as_they_stand_within_a_sentence(kind, name, text, spoken):
    story = Story(text)
    story.actor("a1", name, kind)
    assert Context(*story.read()).name("a1") == spoken


@pytest.mark.parametrize(
    ("pronoun", "before", "after", "found"),
    [
        ("it", "", " is necessary to watch", True),
        ("it", "", " is ready to pay", False),
        ("it", "the survey ships will not leave ", "", False),
        ("it", "the people who live beside the strait, until ", " closes", True),
        ("they", "no shot had been fired when ", " came", False),
        ("its", "a river that gives nothing of ", " water", True),
        ("she", "the cutter turned when ", " could", False),
        ("we", "the council says that ", " pay", False),
    ],
)
def test_referents(pronoun, before, after, found):
    assert has_referent(pronoun, before, after) is found


@pytest.mark.parametrize(
    ("word", "before", "after", "loose"),
    [
        ("that", "", " vote is lost", True),
        ("that", "said ", " the vote is lost", False),
        ("that", "in exchange for ", " courtesy Vant would pay", True),
        ("this", "by the end of ", " year", False),
        ("these", "welcomes ", " words", True),
        ("those", "", " who pay", False),
        ("so", "would have done ", "", True),
        ("so", "", " long as", False),
        ("one", "accept ", " by the navy", True),
        ("one", "no ", "", False),
        ("latter", "the ", "", True),
        ("quay", "the ", "", False),
    ],
)
def test_what_points_back_to_nothing_here(word, before, after, loose):
    assert is_loose(word, before, after) is loose


def test_a_place_is_no_month():
    assert last_place("navigation on the Lower Maren in May") == "on the Lower Maren"
    assert last_place("it rained") is None


@pytest.mark.parametrize("trigger", ["if", "unless", "until", "only if", "as long as", "in return for", "even if"])
def test_subordinators_have_a_question(trigger):
    found = subordinate(trigger)
    assert found is not None
    assert found.asks in {"follows", "happens", "front", "trail"}


@pytest.mark.parametrize("trigger", ["requires", "depends on", "hinges on", "contingent on", "precondition"])
def test_predicates_have_a_question(trigger):
    found = predicate(trigger)
    assert found is not None
    assert "{c}" in found.ask
    assert "{a}" in found.back


def test_every_kind_has_its_ties():
    assert set(ties()) == set(ConditionKind)
    assert quote("a “b” c") == "“a ‘b’ c”"

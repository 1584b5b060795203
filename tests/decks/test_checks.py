"""Each check refuses what it is there to refuse, and explain says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.story import harbour
from tui_reader.decks import checks, make_cards
from tui_reader.decks.candidate import Candidate
from tui_reader.decks.context import Context
from tui_reader.model import Question, Span


@pytest.fixture(scope="module")
def context():
    return Context(*harbour().read())


@pytest.fixture(scope="module")
def good(context):
    cards = make_cards(context.document, context.extraction)
    return next(card for card in cards if card.question is Question.ANTECEDENT)


def test_a_good_card_passes_all(context, good):
    assert checks.failed(Candidate(good), context) == ()


@pytest.mark.parametrize(
    ("name", "changes", "loose", "loose_answer"),
    [
        ("stands_alone", {}, ("it",), ()),
        ("answer_stands_alone", {}, (), ("that",)),
        ("grounded", {"answer": "The zeppelin lands"}, (), ()),
        ("prompt_length", {"prompt": "Who?"}, (), ()),
        ("prompt_length", {"prompt": "Who " + "really " * 40 + "pays?"}, (), ()),
        ("answer_length", {"answer": "the council " * 15}, (), ()),
        ("well_formed", {"prompt": "In “The Quay, who pays the council?"}, (), ()),
        ("well_formed", {"prompt": "In the quay, who pays , or not?"}, (), ()),
        ("well_formed", {"prompt": "In the quay who pays the council"}, (), ()),
    ],
)
def test_each_check_refuses(context, good, name, changes, loose, loose_answer):
    candidate = Candidate(replace(good, **changes), loose, loose_answer)
    assert name in checks.failed(candidate, context)


def test_an_answer_in_its_prompt_is_refused(context, good):
    given_away = replace(good, prompt=f"Is it so that {good.answer}?")
    assert "keeps_its_answer" in checks.failed(Candidate(given_away), context)


def test_a_stance_may_name_its_issue_but_must_say_something(context, good):
    stance = replace(good, question=Question.STANCE, prompt="Where does Vant stand on the dredging bill?")
    told = replace(stance, answer="Vant, the dredging bill")
    assert "keeps_its_answer" in checks.failed(Candidate(told), context)
    assert "keeps_its_answer" not in checks.failed(
        Candidate(replace(stance, answer="Vant rejected the dredging bill")), context
    )


@pytest.mark.parametrize(
    ("name", "question", "prompt"),
    [
        ("leaves_a_sentence", Question.ANTECEDENT, "In “The Quay at Hask”, complete: “____.”"),
        ("leaves_a_sentence", Question.ANTECEDENT, "According to Orrin, only … and patience, and ____ can end it."),
        ("asks_something", Question.HOLDER, "In “The Quay at Hask”, who agreed to?"),
        ("asks_something", Question.VOICE, "In whose voice is it said that who had broken the lock?"),
    ],
)
def test_a_question_that_asks_nothing_is_refused(context, good, name, question, prompt):
    assert name in checks.failed(Candidate(replace(good, question=question, prompt=prompt)), context)


def test_a_question_may_end_in_a_preposition_that_hangs_on_something(context, good):
    card = replace(good, question=Question.SPEAKER, prompt="In “The Quay”, who says that the timber had been paid for?")
    assert "asks_something" not in checks.failed(Candidate(card), context)


@pytest.mark.parametrize("answer", ["Do we oppose the pilots", "Nor will Vant pay the pilots"])
def test_an_answer_without_its_negative_is_refused(context, good, answer):
    assert "keeps_its_negative" in checks.failed(Candidate(replace(good, answer=answer)), context)


def test_a_stance_that_was_only_offered_is_refused(context, good):
    card = replace(
        good, question=Question.STANCE, prompt="Where does Vant stand on a hand?", answer="Is offering a hand"
    )
    assert "says_more_than_its_topic" in checks.failed(Candidate(card), context)


def test_a_stance_that_lost_its_only_or_ends_before_its_verb_is_refused(context, good):
    stance = replace(good, question=Question.STANCE, prompt="What does Vant say of the council?")
    elliptic = replace(stance, answer="They were not")
    assert "says_more_than_its_topic" in checks.failed(Candidate(elliptic), context)
    at = context.document.text.index("only if the swell")
    lost = replace(stance, answer="It may spend it", span=Span(at, at + 20))
    assert "keeps_its_only" in checks.failed(Candidate(lost), context)


def test_a_question_that_names_its_speaker_in_passing_is_refused(context, good):
    prompt = "In “The Quay”, who says that only the council, Fenn said, can lease it?"
    card = replace(good, question=Question.SPEAKER, prompt=prompt, answer="Joss Fenn")
    assert "asks_something" in checks.failed(Candidate(card), context)

"""Statements out of cards, and matches out of statements."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    Claim,
    Extraction,
    Issue,
    Mode,
    Position,
    Question,
    Rating,
    Span,
    Stance,
    StudyMode,
)
from tui_reader.study.matching import matches
from tui_reader.study.statements import statements_of, telling

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
ACTORS = (
    Actor("brisk", "Ana Brisk", ActorKind.PERSON, ("Ana Brisk", "the mayor"), ()),
    Actor("tarn", "the Tarn guild", ActorKind.ORGANISATION, ("the Tarn guild", "Tarn"), ()),
    Actor("ode", "Ode", ActorKind.STATE, ("Ode",), ()),
)
WHERE = "In “The Toll”, "


def card(name, question, prompt, answer, at=0, actors=(), item=None):
    kind = CardKind.POSITION if question in (Question.HOLDER, Question.STANCE) else CardKind.ATTRIBUTION
    span = Span(at, at + 9)
    return Card(name, "d", item or name, kind, question, prompt, answer, span, span, (), actors)


def position(name, holder, at=0):
    return Position(name, holder, Issue("the toll", None), Stance.OPPOSES, Span(at, at + 9))


def extraction(*positions, claims=()):
    return Extraction("d", actors=ACTORS, positions=positions, claims=claims)


def text_of(one, found=None):
    made = list(statements_of([one], found or extraction(position(one.item, "brisk"))))
    return made[0].text if made else None


@pytest.mark.parametrize(
    ("question", "asked", "answer", "text"),
    [
        (Question.STANCE, "where does Ana Brisk stand on the toll?", "Rejects the toll", "… rejects the toll"),
        (Question.STANCE, "where does Ana Brisk stand on it?", "Denies that it will rise", None),
        (Question.STANCE, "where does Ana Brisk stand?", "Denies that two rafts sank", "… denies that two rafts sank"),
        (Question.STANCE, "what does Ana Brisk say of the toll?", "It has been paid", "The toll has been paid"),
        (Question.STANCE, "what does Ana Brisk say of it?", "The quay will be shut", "The quay will be shut"),
        (Question.STANCE, "what does Ana Brisk not expect?", "That it will rise", None),
        (Question.STANCE, "what does Ana Brisk not expect?", "That tolls sink", "… does not expect that tolls sink"),
        (
            Question.STANCE,
            "what does Ana Brisk maintain about the toll?",
            "That it is fair",
            "… maintains that the toll is fair",
        ),
        (Question.STANCE, "how does Ana Brisk describe tolls?", "“What we paid for”", "Tolls: “What we paid for”"),
        (Question.STANCE, "how does Ana Brisk describe tolls?", "They are “a tax”", "Tolls are “a tax”"),
        (Question.STANCE, "where does Ana Brisk stand on tolls?", "“A tax in overalls”", "Tolls: “A tax in overalls”"),
        (Question.STANCE, "where does Ana Brisk stand on rafts?", "Do not bind the quay", None),
        (Question.STANCE, "where does Ana Brisk stand on rafts?", "As a bargaining chip", None),
        (Question.STANCE, "where does Ana Brisk stand on rafts?", "Buyers went elsewhere", None),
        (Question.STANCE, "where does Ana Brisk stand on rafts?", "To speculate on rafts", None),
        (Question.STANCE, "where does Ana Brisk stand on it?", "Refused to say how it will be", None),
        (Question.STANCE, "where does Ana Brisk stand on it?", "Asked why rafts may rot", "… asked why rafts may rot"),
        (Question.HOLDER, "who has looked?", "Ana Brisk", None),
        (Question.STANCE, "what does Ana Brisk say of rafts?", "The mayor will buy two rafts", None),
        (Question.STANCE, "what does Ana Brisk deny?", "That two rafts sank", "… denies that two rafts sank"),
        (Question.STANCE, "what has Ana Brisk promised to do?", "Mend the quay", "… has promised to mend the quay"),
        (Question.STANCE, "what would Ana Brisk gladly do?", "Mend the quay", "… would gladly mend the quay"),
        (Question.STANCE, "what does Ana Brisk call for?", "A dry quay by May", "… calls for a dry quay by May"),
        (Question.STANCE, "complete: “Ana Brisk opposes ____.” What does Ana Brisk call for?", "A toll", None),
        (Question.STANCE, "what does Ana Brisk improve?", "Relations with Quay", None),
        (Question.STANCE, "what did Ana Brisk ask the mayor to do?", "Read a map", None),
        (Question.STANCE, "where does Ana Brisk stand on rafts?", "Wants her rafts back", None),
        (Question.HOLDER, "who turned down the toll?", "Ana Brisk", "… turned down the toll"),
        (Question.HOLDER, "whose position is it that the toll is fair?", "Ana Brisk", "The toll is fair"),
        (Question.SPEAKER, "who said that the toll is fair?", "Ana Brisk", "The toll is fair"),
        (Question.SPEAKER, "who says the toll is fair?", "Ana Brisk", "The toll is fair"),
        (Question.SPEAKER, "who said on Monday that it rains?", "Ana Brisk", "… said on Monday that it rains"),
        (Question.SPEAKER, "who said: “The toll is fair”?", "Ana Brisk", "“The toll is fair”"),
        (Question.SPEAKER, "who warned that tolls rise?", "Ana Brisk", "… warned that tolls rise"),
        (Question.SPEAKER, "who said that he feels the need of tolls?", "Ana Brisk", None),
        (Question.VOICE, "in whose voice is it said that tolls rose twice?", "Ana Brisk", "Tolls rose twice"),
        (Question.VOICE, "in whose voice is it said that tolls rose?", "The writer’s own", None),
        (Question.OBLIGOR, "whose action does the toll depend on?", "Ana Brisk", None),
    ],
)  # fmt: skip
def test_a_card_becomes_a_statement_without_its_holder_or_none(question, asked, answer, text):
    assert text_of(card("a", question, WHERE + asked, answer)) == text


@pytest.mark.parametrize(
    ("asked", "answer", "text"),
    [
        ("what follows if rafts come?", "The toll will fall", "The toll will fall if rafts come"),
        ("what would happen unless rafts came?", "Ana Brisk would resign", "… would resign unless rafts came"),
        ("____ and rafts come, if it rains.", "The toll will fall", None),
        ("until rafts come, ____.", "The toll will fall", "The toll will fall until rafts come"),
        ("____ only if rafts come.", "The toll will fall", "The toll will fall only if rafts come"),
        ("what matters is rafts, ____.", "The toll will fall", None),
    ],
)
def test_what_hangs_on_something_is_told_with_what_it_hangs_on(asked, answer, text):
    assert text_of(card("a", Question.CONSEQUENCE, f"According to Ana Brisk, {asked}", answer)) == text


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Badly wants his ships back", True),
        ("They are held back by the toll", True),
        ("I shall sign it", True),
        ("“I shall sign it”", False),
        ("It is necessary to wait", False),
        ("The carriers may lose their licence", False),
        ("… rejects it", True),
        ("… claims that Ode has lost its quay", False),
    ],
)
def test_a_pronoun_that_nothing_before_it_stands_for_tells_who_it_is(text, tells):
    assert telling(text) is tells


def test_he_and_she_may_stand_for_another_person_who_is_named():
    assert telling("Olmo Tarn badly wants his quay")
    assert not telling("Olmo Tarn badly wants his quay", ["Olmo Tarn"])


def stances(*held):
    """Cards and an extraction of positions, each a holder and what they hold."""
    names = {actor.id: actor.name for actor in ACTORS}
    cards, positions = [], []
    for nth, (holder, said) in enumerate(held):
        prompt = f"{WHERE}where does {names[holder]} stand on it?"
        cards.append(card(f"c{nth}", Question.STANCE, prompt, said, 20 * nth, (holder,)))
        positions.append(position(f"c{nth}", holder, 20 * nth))
    return cards, extraction(*positions)


HELD = (
    ("brisk", "Rejects the lease"),
    ("brisk", "Demands two rafts"),
    ("tarn", "Offered new pilots"),
    ("ode", "Welcomed the survey"),
)


def test_a_match_takes_each_holder_in_turn_and_letters_them_by_name():
    (found,) = matches(*stances(*HELD))
    assert [one.text for one in found.statements] == [
        "… rejects the lease",
        "… demands two rafts",
        "… offered new pilots",
        "… welcomed the survey",
    ]
    assert found.names == ("Ana Brisk", "Ode", "The Tarn guild")
    assert [found.really(nth) for nth in range(4)] == [0, 0, 2, 1]


def test_no_card_is_in_two_matches_and_nobody_alone_makes_one():
    found = matches(*stances(*HELD), most=2)
    said = [[one.text for one in each.statements] for each in found]
    assert said == [["… rejects the lease", "… offered new pilots"], ["… demands two rafts", "… welcomed the survey"]]
    assert matches(*stances(HELD[0], HELD[1])) == []


def test_where_each_holds_one_thing_another_name_stands_beside_so_that_the_last_pair_is_not_left_over():
    first, _ = matches(*stances(*HELD), most=2)
    assert len(first.names) == 3


def test_what_another_says_of_the_same_place_does_not_stand_beside_it():
    cards, found = stances(HELD[0], HELD[2])
    cards[0] = replace(cards[0], prompt=f"{WHERE}what does Ana Brisk say of it?", answer="The lease will lapse")
    assert matches(cards, found)
    heard = Claim("said", Span(0, 9), Mode.INDIRECT, "tarn")
    assert matches(cards, replace(found, claims=(heard,))) == []


def test_statements_that_say_the_same_do_not_stand_beside_each_other():
    assert matches(*stances(("brisk", "Rejects the lease"), ("tarn", "Rejects the lease"))) == []


def test_pairs_are_given_changed_taken_back_and_judged_together():
    (match,) = matches(*stances(*HELD))
    match = match.give(0)
    assert (match.given, match.hand) == ((0, None, None, None), 1)
    match = match.take(0).give(1)
    assert match.given[0] == 1
    match = match.take(0).give(1)
    assert match.given[0] is None
    match = match.take(3).give(1)
    assert match.hand == 0, "the next without a holder"
    assert match.unpaired == (0, 1, 2)
    judged = match.hand_in()
    assert (judged.right, judged.is_right(3), judged.is_right(0)) == (1, True, False)
    assert judged.give(2).given == judged.given


def test_pairs_are_read_as_they_are_typed():
    (match,) = matches(*stances(*HELD))
    assert match.read("1a 2a, 3C 4b").right == 4
    assert match.read("1a").read("1b").given == (1, None, None, None)
    assert match.read("1b").read("1b").given == (1, None, None, None)
    for wrong in ("", "1", "a1", "1d", "5a", "1a rafts", "1a 9b"):
        assert match.read(wrong) is None, wrong


def test_each_pair_is_the_answer_of_its_card_and_the_time_is_shared_out():
    (match,) = matches(*stances(*HELD))
    answers = match.read("1a 2b 3c").answers(AT, AT + timedelta(seconds=40))
    assert [rating for _, rating in answers] == [Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.AGAIN]
    assert [one.given for one, _ in answers] == ["Ana Brisk", "Ode", "The Tarn guild", None]
    assert {one.mode for one, _ in answers} == {StudyMode.MATCH}
    assert answers[0][0].began == AT + timedelta(seconds=30)


def test_how_sure_the_reader_is_of_a_match_is_said_of_each_pair_and_of_nothing_left_out():
    (match,) = matches(*stances(*HELD))
    asked = match.give(0).weigh()
    assert asked.weighing
    assert not any(one.weighing for one in (asked.give(0), asked.take(2), asked.move(1), asked.without(0)))
    handed_in = asked.sure(2 / 3)
    told = [exercise.confidence for exercise, _ in handed_in.answers(AT, AT)]
    assert told == [2 / 3, *[None] * (len(match.statements) - 1)]
    assert handed_in.hand_in().sure(0.0).confidence == 2 / 3


def test_a_card_put_away_is_no_longer_in_the_match():
    cards, found = stances(*HELD)
    (match,) = matches(cards, found)
    left = match.read("1a 3c").narrowed({one.id: one for one in cards[1:]})
    assert (len(left.statements), left.given) == (3, (None, 2, None))
    assert match.narrowed({one.id: one for one in cards[:2]}) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ana Brisk", "the Tarn guild", True),
        ("Ana Brisk", "Brisk’s council", False),
        ("Tarn", "the Tarnish guild", False),
        ("Ana Brisk", "both sides", False),
        ("the National Bank", "the National Audit Chamber", True),
    ],
)
def test_who_belongs_together_is_not_asked_for_side_by_side(one, other, apart):
    actors = (
        Actor("one", one, ActorKind.ORGANISATION, (one,), ()),
        Actor("other", other, ActorKind.ORGANISATION, (other,), ()),
    )
    cards = [
        card("a", Question.STANCE, WHERE + "what is said of the toll?", "The toll will rise in May", 0),
        card("b", Question.STANCE, WHERE + "what is said of the quay?", "The quay was closed by rain", 20),
    ]
    found = Extraction("d", actors=actors, positions=(position("a", "one", 0), position("b", "other", 20)))
    assert bool(matches(cards, found)) is apart


def test_the_only_holder_of_several_is_not_told_by_the_verb():
    owners = Actor("owners", "the owners", ActorKind.GROUP, ("the owners",), ())
    found = Extraction(
        "d", actors=(*ACTORS, owners), positions=(position("a", "owners", 0), position("b", "brisk", 20))
    )
    other = card(
        "b", Question.STANCE, WHERE + "what does Ana Brisk say of the quay?", "The quay was closed by rain", 20
    )
    told = card("a", Question.STANCE, WHERE + "where do the owners stand on tolls?", "Have refused to pay tolls", 0)
    open_ = card("a", Question.STANCE, WHERE + "where do the owners stand on tolls?", "Refused to pay tolls", 0)
    assert not matches([told, other], found)
    assert matches([open_, other], found)

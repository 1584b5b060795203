from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.model import BlockKind, Card, CardKind, CardState, Choice, Option, Phase, Question, Section, Span
from tui_reader.sources import read_text
from tui_reader.study.exam import draw, report, result
from tui_reader.study.recall import just_read, recall, stretches
from tui_reader.study.true_false import FALSE, TRUE, propose

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)


def card(name, answer="the toll will rise", question=Question.HOLDER, item=None, at=0, actors=()):
    kind = CardKind.POSITION
    return Card(
        name,
        "d",
        item or name,
        kind,
        question,
        f"In “Tolls”, who told the council that {name} is agreed?",
        answer,
        Span(at, at + 5),
        Span(at, at + 5),
        actors=actors,
    )


def choice(one, *wrong):
    return Choice(one, one.prompt, (Option(one.answer, True), *(Option(text, False) for text in wrong)))


@pytest.mark.parametrize("seed", range(12))
def test_a_statement_is_put_forward_whole_and_one_judgement_is_right(seed):
    one = card("a")
    asked = propose(one, None, seed)
    true = one.answer in asked.prompt
    assert asked.prompt.startswith("In “Tolls”, the toll")
    assert asked.prompt.endswith("told the council that a is agreed.\nTrue or false?")
    right = next(option.text for option in asked.options if option.right)
    assert right == (TRUE if true else FALSE)
    assert sum(option.right for option in asked.options) == 1


def test_a_false_statement_says_what_it_is_and_whose_it_was_whichever_way_it_was_judged():
    one = card("a", answer="Ana Brisk")
    wrong = Option("Olmo Tarn", False, None, "That is who pays.")
    other = Choice(one, one.prompt, (Option(one.answer, True), wrong))
    asked = next(found for seed in range(20) if "Tarn" in (found := propose(one, other, seed)).prompt)
    assert {option.note for option in asked.options} == {"It is: Ana Brisk. That is who pays."}


def test_what_holds_only_if_something_does_is_not_denied():
    one = replace(
        card("a", answer="The pilots will leave"),
        question=Question.CONSEQUENCE,
        prompt="In “Tolls”, ____ only if it rains.",
    )
    assert propose(one, None, 1) is None
    assert propose(replace(one, prompt="In “Tolls”, ____ if it rains."), None, 1) is not None


def test_statements_are_true_about_half_of_the_time():
    one = card("a")
    true = sum(propose(one, None, seed).options[0].right for seed in range(200))
    assert 70 < true < 130


def test_what_cannot_be_turned_takes_a_wrong_answer_of_the_text_or_is_not_asked():
    one = card("a", answer="Ana Brisk")
    assert propose(one, None, 1) is None
    asked = [propose(one, choice(one, "Olmo Tarn"), seed).prompt for seed in range(12)]
    assert any("Olmo Tarn" in prompt for prompt in asked)


@pytest.mark.parametrize("answer", ["The toll will rise, and", "The toll of the port (the Quay will rise"])
def test_a_statement_that_was_cut_off_is_not_put_forward(answer):
    assert propose(card("a", answer=answer), None, 1) is None


def test_recall_asks_of_what_was_just_read_what_was_never_asked_first_in_the_order_of_the_text():
    due = AT - timedelta(days=1)
    cards = [card("old", at=0), card("twin", item="old", at=0), card("new", at=50), card("elsewhere", at=200)]
    states = {"old": CardState(Phase.REVIEW, due=due, reviews=2), "twin": CardState(Phase.REVIEW, due=due, reviews=1)}
    assert [one.id for one in recall(cards, states, Span(0, 100), AT)] == ["twin", "new"]
    assert [one.id for one in recall(cards, states, Span(0, 100), AT, most=1)] == ["new"]


def test_recall_leaves_alone_what_is_known_for_now_or_put_away():
    later = AT + timedelta(days=5)
    states = {"a": CardState(Phase.REVIEW, due=later, reviews=2), "b": CardState(suspended=True)}
    assert [one.id for one in recall([card("a"), card("b"), card("c")], states, Span(0, 100), AT)] == ["c"]


@pytest.mark.parametrize(
    ("before", "after", "at_end", "read"),
    [
        (1, 5, False, None),  # within a section
        (5, 12, False, Span(0, 10)),
        (5, 25, False, Span(0, 20)),  # a short one passed over by a page
        (12, 5, False, None),  # back
        (22, 28, False, None),
        (22, 28, True, Span(20, 30)),
        (15, 28, True, Span(10, 30)),
        (28, 28, True, None),
    ],
)
def test_a_section_is_read_when_reading_goes_on_past_its_end(before, after, at_end, read):
    assert just_read((0, 10, 20), 30, before, after, at_end) == read


def paragraphs(*counts):
    return "\n\n".join(" ".join(["word"] * count) for count in counts) + "\n"


@pytest.mark.parametrize(
    ("counts", "starting"),
    [
        ((200, 300, 390), [0]),
        ((1000,), [0]),  # nowhere within a paragraph
        ((300, 300, 300, 300), [0, 2]),
        ((400, 350, 100, 650), [0, 2]),
        ((740, 100, 100), [0]),  # too little would be left
        ((250,) * 9, [0, 3, 6]),
    ],
)
def test_a_long_section_is_asked_on_in_parts_that_end_with_a_paragraph(counts, starting):
    document = read_text(paragraphs(*counts))
    assert list(stretches(document)) == [document.blocks[nth].span.start for nth in starting]


def test_every_section_begins_a_stretch_and_none_ends_with_a_heading():
    document = read_text(paragraphs(400, 2, 400, 400))
    heading = document.blocks[1].span.start
    blocks = tuple(
        replace(block, kind=BlockKind.HEADING) if block.span.start == heading else block for block in document.blocks
    )
    assert heading not in stretches(replace(document, blocks=blocks))
    halves = (Section(Span(0, heading)), Section(Span(heading, len(document.text))))
    assert stretches(replace(document, sections=halves)) == (0, heading)


def test_an_exam_asks_each_item_once_before_any_twice_and_is_the_same_for_one_seed():
    pool = [card(name, item=item) for name, item in (("a", "i"), ("b", "i"), ("c", "j"), ("none", "k"))]

    def ask(one):
        return None if one.id == "none" else choice(one, "x")

    drawn = draw(pool, ask, 2, seed=3)
    assert {one.card.item for one in drawn} == {"i", "j"}
    assert drawn == draw(reversed(pool), ask, 2, seed=3)
    assert len(draw(pool, ask, None, seed=3)) == 3
    assert len({tuple(one.card.id for one in draw(pool, ask, None, seed)) for seed in range(9)}) > 1


def test_an_exam_is_scored_by_kind_and_actor_and_tells_what_was_right():
    questions = [
        choice(card("a", actors=("x",)), "no"),
        choice(card("b", actors=("x", "y")), "no"),
        choice(card("c"), "no"),
    ]
    outcome = result(questions, [0, 1, None], {("d", "x"): "Brisk", ("d", "y"): "Tarn"})
    assert (outcome.total.right, outcome.total.asked) == (1, 3)
    assert (outcome.by_actor["Brisk"].right, outcome.by_actor["Brisk"].asked) == (1, 2)
    assert [chosen for _, chosen in outcome.wrong] == ["no", None]
    printed = report("Exam", outcome)
    assert "1 of 3 right (33 %)" in printed
    assert "right: the toll will rise" in printed
    with pytest.raises(ValueError, match="3 questions, 1 answers"):
        result(questions, [0], {})


def test_actors_of_two_texts_that_share_an_id_are_scored_apart():
    one = choice(card("a", actors=("x",)), "no")
    other = choice(replace(card("b", actors=("x",)), document="e"), "no")
    outcome = result([one, other], [0, 1], {("d", "x"): "Brisk", ("e", "x"): "Tarn"})
    assert {name: score.right for name, score in outcome.by_actor.items()} == {"Brisk": 1, "Tarn": 0}

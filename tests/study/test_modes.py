import pytest

from tui_reader.model import Card, CardKind, CardState, Choice, Option, Question, Section, Span
from tui_reader.study.exam import draw, report, result
from tui_reader.study.matching import match_round
from tui_reader.study.recall import recall
from tui_reader.study.true_false import FALSE, TRUE, propose


def card(name, answer="the toll will rise", question=Question.HOLDER, item=None, at=0, actors=()):
    kind = CardKind.POSITION
    return Card(
        name,
        "d",
        item or name,
        kind,
        question,
        f"Who holds {name}?",
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
    true = f"“{one.answer}”" in asked.prompt
    right = next(option.text for option in asked.options if option.right)
    assert right == (TRUE if true else FALSE)
    assert sum(option.right for option in asked.options) == 1


def test_statements_are_true_about_half_of_the_time():
    one = card("a")
    true = sum(propose(one, None, seed).options[0].right for seed in range(200))
    assert 70 < true < 130


def test_what_cannot_be_turned_takes_a_wrong_answer_of_the_text_or_is_not_asked():
    one = card("a", answer="Ana Brisk")
    assert propose(one, None, 1) is None
    asked = [propose(one, choice(one, "Olmo Tarn"), seed).prompt for seed in range(12)]
    assert any("Olmo Tarn" in prompt for prompt in asked)


def test_a_round_of_matching_shares_one_list_of_holders_and_takes_each_in_turn():
    cards = [card("a", "Brisk"), card("b", "Brisk"), card("c", "Tarn"), card("d", "Ode", Question.CONSEQUENCE)]
    found = match_round(cards, most=2)
    assert [one.card.id for one in found] == ["a", "c"]
    assert {tuple(option.text for option in one.options) for one in found} == {("Brisk", "Tarn")}
    assert [one.options[one.right].text for one in found] == ["Brisk", "Tarn"]
    assert match_round([card("a", "Brisk"), card("b", "Brisk")]) == ()


def test_recall_asks_of_the_section_just_read_what_was_asked_least():
    section = Section(Span(0, 100))
    cards = [card("old", at=0), card("twin", item="old", at=0), card("new", at=50), card("elsewhere", at=200)]
    found = recall(cards, {"old": CardState(reviews=2), "twin": CardState(reviews=1)}, section)
    assert [one.id for one in found] == ["new", "twin"]


def test_an_exam_asks_each_item_once_before_any_twice_and_is_the_same_for_one_seed():
    pool = [choice(card(name, item=item), "x") for name, item in (("a", "i"), ("b", "i"), ("c", "j"))]
    drawn = draw(pool, 2, seed=3)
    assert {one.card.item for one in drawn} == {"i", "j"}
    assert drawn == draw(pool, 2, seed=3)
    assert len(draw(pool, 9, seed=3)) == 3


def test_an_exam_is_scored_by_kind_and_actor_and_tells_what_was_right():
    questions = [
        choice(card("a", actors=("x",)), "no"),
        choice(card("b", actors=("x", "y")), "no"),
        choice(card("c"), "no"),
    ]
    outcome = result(questions, [0, 1, None], {"x": "Brisk", "y": "Tarn"})
    assert (outcome.total.right, outcome.total.asked) == (1, 3)
    assert (outcome.by_actor["Brisk"].right, outcome.by_actor["Brisk"].asked) == (1, 2)
    assert [chosen for _, chosen in outcome.wrong] == ["no", None]
    printed = report("Exam", outcome)
    assert "1 of 3 right (33 %)" in printed
    assert "right: the toll will rise" in printed
    with pytest.raises(ValueError, match="3 questions, 1 answers"):
        result(questions, [0], {})

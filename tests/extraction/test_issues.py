"""One issue has one label, however its holders put it."""

from __future__ import annotations

import pytest

from tui_reader.extraction.issues import bare, by_issue, group, grouped, same_issue, stem, topic
from tui_reader.model import Issue, Position, Span, Stance


def position(holder: str, issue: str, start: int, stance: Stance = Stance.SUPPORTS) -> Position:
    return Position(f"p{start}", holder, Issue(issue, Span(start, start + 1)), stance, Span(start, start + 5))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the night shift", "night shifts"),
        ("the escorts", "the escort of survey vessels"),
        ("the arrest of two oceanographers", "the arrest of the two oceanographers"),
        ("“any step toward the quay”", "this step"),
        ("the ban", "a ban on rice imports"),
        ("the survey programme", "any survey programme"),
    ],
)
def test_the_same_matter_has_one_label(one: str, other: str) -> None:
    assert len(set(group([one, other]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the northern quota", "the southern quota"),
        ("a pay rise", "the pension scheme"),
        ("the inquiry", "the injury"),
        ("the toll on barges", "the toll on lorries"),
        ("a vote of the members", "a member of the jury"),
    ],
)
def test_different_matters_keep_their_labels(one: str, other: str) -> None:
    assert len(set(group([one, other]))) == 2


def test_a_pronoun_takes_the_issue_before_it() -> None:
    assert group(["the levy", "it", "them"]) == ["levy"] * 3


def test_a_pronoun_does_not_reach_back_over_a_page() -> None:
    assert group(["the levy", "it"], [0, 40]) == ["levy"] * 2
    assert group(["the levy", "it"], [0, 4000]) == ["levy", "it"]


def test_planned_or_announced_it_is_the_same_matter() -> None:
    assert group(["the planned duty", "a 22% duty on wheat", "a duty at that level"]) == ["22% duty on wheat"] * 3


def test_a_first_pronoun_stands_for_itself() -> None:
    assert group(["it", "the levy"]) == ["it", "levy"]


def test_a_wider_name_does_not_join_two_narrower_ones() -> None:
    labels = group(["the northern quota", "the southern quota", "the quota"])
    assert labels[0] != labels[1]


def test_the_label_is_the_name_used_most() -> None:
    assert group(["the joint inquiry", "an inquiry", "a joint inquiry"]) == ["joint inquiry"] * 3


def test_labels_do_not_depend_on_the_order_of_positions() -> None:
    one, two = position("a1", "the dam", 10), position("a2", "the dams", 90, Stance.OPPOSES)
    assert grouped([one, two]) == grouped([two, one])


def test_grouping_changes_nothing_but_the_label() -> None:
    before = [position("a1", "the dam", 10), position("a2", "a dam at Trewin", 90, Stance.OPPOSES)]
    after = grouped(before)
    assert [(p.id, p.holder, p.stance, p.evidence, p.issue.span) for p in before] == [
        (p.id, p.holder, p.stance, p.evidence, p.issue.span) for p in after
    ]
    assert len({p.issue.text for p in after}) == 1


def test_the_most_contested_issue_comes_first() -> None:
    held = grouped([position("a1", "the toll", 1), position("a1", "the dam", 20), position("a2", "the dam", 40)])
    assert list(by_issue(held)) == ["dam", "toll"]


def test_bare_names_keep_what_matters() -> None:
    assert bare("“any further step toward the quay,”") == "step toward the quay"
    assert bare("the the") == "the"


def test_a_pronoun_has_no_topic() -> None:
    assert topic("it") is None
    assert topic("them") is None
    assert topic("") is None


@pytest.mark.parametrize(("word", "other"), [("tariffs", "tariff"), ("policies", "policy"), ("fishing", "fish")])
def test_forms_of_a_word_are_compared_alike(word: str, other: str) -> None:
    assert stem(word) == stem(other)


def test_sameness_is_symmetric() -> None:
    one, other = topic("the ban on rice"), topic("the ban")
    assert one is not None
    assert other is not None
    assert same_issue(one, other) == same_issue(other, one)

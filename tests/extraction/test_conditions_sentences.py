"""Conditions by construction: the kind and both spans of each sentence, and sentences in which there is none."""

from pathlib import Path

import pytest

from tui_reader.extraction import extract
from tui_reader.sources import read_text

HERE = Path(__file__).parent


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


ROWS = [tuple(line.split("\t")) for line in lines("conditions_sentences.tsv")]


@pytest.mark.parametrize(("sentence", "kind", "antecedent", "consequent"), ROWS, ids=[row[0] for row in ROWS])
def test_a_condition_has_its_kind_and_its_two_ends(sentence, kind, antecedent, consequent):
    document = read_text(f"The delegates met in the old hall. {sentence}\n")
    found = [
        (condition.kind.value, condition.antecedent.of(document.text), condition.consequent.of(document.text))
        for condition in extract(document).conditions
    ]
    assert found == [(kind, antecedent, consequent)]


@pytest.mark.parametrize("sentence", lines("conditions_traps.txt"))
def test_what_only_looks_like_a_condition_is_none(sentence):
    document = read_text(f"The delegates met in the old hall. {sentence}\n")
    assert [one.trigger.of(document.text) for one in extract(document).conditions] == []

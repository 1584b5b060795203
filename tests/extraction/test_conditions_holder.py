"""Whose a condition is, where nobody is said to say it: of a party that makes an act of its own hang on it."""

import pytest

from tui_reader.extraction import extract
from tui_reader.sources import read_text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Orsk will not sign unless the fee is cut.", "Orsk"),
        ("Orsk and Venn will not sign unless the fee is cut.", "Orsk and Venn"),
        ("The minister is open to a toll, provided the money stays in Orsk.", "minister"),
        ("No bank will lend unless the wall is mended.", None),
        ("The bank would have been free to lend if the wall had been mended.", None),
        ("The wall will fall unless it is mended.", None),
        ("The clerk said that Orsk would not sign unless the fee was cut.", "clerk"),
    ],
)
def test_a_condition_is_held_by_whoever_makes_an_act_of_their_own_hang_on_it(sentence, name):
    found = extract(read_text(f"The delegates met in the old hall. {sentence}\n"))
    (condition,) = found.conditions
    actor = found.actor(condition.holder)
    assert (actor.name if actor else None) == name

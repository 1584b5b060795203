from datetime import date

import pytest

from tui_reader.errors import StoreError
from tui_reader.study.goal import goal_day

TUESDAY = date(2031, 5, 6)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2031-05-09", date(2031, 5, 9)),
        ("Friday", date(2031, 5, 9)),
        ("on fri", date(2031, 5, 9)),
        ("tuesday", date(2031, 5, 13)),
        ("today", TUESDAY),
        ("tomorrow", date(2031, 5, 7)),
        ("in 5 days", date(2031, 5, 11)),
        ("+2w", date(2031, 5, 20)),
    ],
)
def test_a_day_is_understood_as_people_name_it(said, day):
    assert goal_day(said, TUESDAY) == day


@pytest.mark.parametrize("said", ["2031-05-05", "soon", "", "2031-02-30", "in days", "m"])
def test_what_is_no_day_or_is_past_is_refused_with_what_to_write(said):
    with pytest.raises(StoreError, match=r"is past|is no day: write"):
        goal_day(said, TUESDAY)

from tui_reader.study.counting import counted, percent, times


def test_one_is_no_plural():
    assert [counted(number, "minute") for number in (0, 1, 2)] == ["0 minutes", "1 minute", "2 minutes"]
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]


def test_a_share_is_told_in_whole_percent_and_none_as_a_dash():
    assert [percent(share) for share in (0, 0.666, 1, None)] == ["0 %", "67 %", "100 %", "–"]

from tui_reader.study.counting import counted, times


def test_one_is_no_plural():
    assert [counted(number, "minute") for number in (0, 1, 2)] == ["0 minutes", "1 minute", "2 minutes"]
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]

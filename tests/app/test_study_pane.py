from tui_reader.app.widgets.card_lines import flowed

RATINGS = tuple(
    piece
    for number, word in enumerate(("again", "hard", "good", "easy"), 1)
    for piece in ((str(number), "key"), (f" {word} ", "text"), ("10 m   ", "quiet"))
)


def lines(width):
    return ["".join(words for words, _ in line).rstrip() for line in flowed(RATINGS, width)]


def test_keys_flow_into_as_many_lines_as_the_width_asks_and_stay_with_what_they_do():
    assert len(lines(80)) == 1
    assert lines(36) == ["1 again 10 m   2 hard 10 m", "3 good 10 m   4 easy 10 m"]
    assert lines(12) == ["1 again 10 m", "2 hard 10 m", "3 good 10 m", "4 easy 10 m"]


def test_nothing_flows_into_nothing():
    assert flowed((), 10) == []

from tui_reader.argument.standings import Accord, Polarity, standings
from tui_reader.model import Condition, ConditionKind, Extraction, Issue, Position, Span, Stance


def position(holder, issue, stance, start, end=None):
    return Position(f"p{start}", holder, Issue(issue), stance, Span(start, end or start + 10))


def table(*positions, conditions=()):
    return standings(Extraction("d", positions=tuple(positions), conditions=tuple(conditions)))


def test_rows_and_columns_come_in_the_order_of_how_much_there_is():
    found = table(
        position("a", "dam", Stance.OPPOSES, 0),
        position("b", "dam", Stance.SUPPORTS, 20),
        position("b", "road", Stance.SUPPORTS, 40),
        position("b", "road", Stance.OFFERS, 60),
    )
    assert found.holders == ("b", "a")
    assert found.issues == ("dam", "road")
    assert [p.id for p in found.cell("b", "road").positions] == ["p40", "p60"]
    assert found.cell("a", "road") is None


def test_opposite_stances_on_one_issue_collide_and_equal_ones_agree():
    found = table(
        position("a", "dam", Stance.OPPOSES, 0),
        position("b", "dam", Stance.DEMANDS, 20),
        position("a", "toll", Stance.REFUSES, 40),
        position("c", "toll", Stance.WARNS, 60),
        position("a", "fish", Stance.CHARACTERISES, 80),
        position("b", "fish", Stance.SUPPORTS, 90),
    )
    assert found.accords == {"dam": Accord.COLLIDE, "toll": Accord.AGREE, "fish": Accord.NONE}


def test_an_offer_that_hangs_on_something_is_on_conditions():
    offer = position("a", "strait", Stance.OFFERS, 30, 60)
    condition = Condition("c", ConditionKind.SUFFICIENT, Span(0, 2), Span(3, 28), Span(30, 60))
    assert table(offer, conditions=[condition]).cell("a", "strait").polarity is Polarity.CONDITIONAL
    assert table(offer).cell("a", "strait").polarity is Polarity.FOR


def test_every_polarity_has_a_sign_of_its_own():
    assert len({polarity.sign for polarity in Polarity}) == len(Polarity)

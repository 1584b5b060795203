from tui_reader.model import Actor, ActorKind, Card, CardKind, Question, Span
from tui_reader.study.drill import Pair, drill
from tui_reader.study.statements import Statement

BRISK = Actor("a1", "Ana Brisk", ActorKind.PERSON, ("Ana Brisk", "Brisk"))
TARN = Actor("a2", "Tarn", ActorKind.PERSON, ("Tarn",))
PAIR = Pair("d", BRISK, TARN)


def card(name, answer, prompt=None, question=Question.HOLDER, document="d"):
    span = Span(0, 1)
    return Card(name, document, name, CardKind.POSITION, question, prompt or f"Who {name}?", answer, span, span)


CARDS = [card("agrees", "Ana Brisk"), card("doubts", "Tarn"), card("waits", "Orrin")]


def test_a_drill_asks_which_of_the_two_it_was_and_says_what_the_other_one_did():
    asked = {choice.card.id: choice for choice in drill(CARDS, [PAIR])}
    assert set(asked) == {"agrees", "doubts"}
    options = {option.text: option for option in asked["agrees"].options}
    assert set(options) == {"Ana Brisk", "Tarn"}
    assert options["Ana Brisk"].right
    assert not options["Tarn"].right
    assert options["Tarn"].note == "Of Tarn it was asked: Who doubts?"


def test_an_actor_goes_by_any_of_its_names():
    assert [one.card.id for one in drill([card("agrees", "Brisk")], [PAIR])] == ["agrees"]


def test_what_gives_itself_away_or_has_two_right_answers_is_not_asked():
    cards = [
        card("names", "Ana Brisk", prompt="Who accuses Tarn?"),
        card("one", "Ana Brisk", prompt="Who wants the toll to fall?"),
        card("two", "Tarn", prompt="Who wants the toll to fall?"),
        card("stance", "Tarn", question=Question.STANCE),
        card("elsewhere", "Tarn", document="e"),
    ]
    assert drill(cards, [PAIR]) == ()


def test_other_cards_are_asked_by_what_one_of_the_pair_holds():
    stances = [card(name, "Rejects it", question=Question.STANCE) for name in ("a", "b", "c", "e")]
    texts = ["… rejects the toll", "… wants what Tarn wants", "… rejects the lease", "… sold the quay"]
    rivals = [frozenset(), frozenset(), frozenset({"a2"}), frozenset()]
    holders = ["a1", "a1", "a1", "a3"]
    held = [Statement(*one) for one in zip(stances, texts, holders, rivals, strict=True)]
    (asked,) = drill(stances, [PAIR], 0, held)
    assert (asked.card, asked.prompt) == (stances[0], "Whose is it? … rejects the toll")
    assert {option.text: option.right for option in asked.options} == {"Ana Brisk": True, "Tarn": False}
    told = drill(stances, [PAIR], 0, [*held, Statement(stances[3], "… sold rafts", "a2")])
    notes = {choice.prompt: next(one.note for one in choice.options if not one.right) for choice in told}
    assert notes["Whose is it? … rejects the toll"] == "Tarn: … sold rafts"


def test_the_order_and_the_places_of_the_options_follow_from_the_seed():
    cards = [card(str(number), ("Ana Brisk", "Tarn")[number % 2]) for number in range(12)]
    first, again, other = (drill(cards, [PAIR], seed) for seed in (1, 1, 2))
    assert first == again != other
    assert len({choice.right for choice in first}) == 2

import pytest

from bench.grading import SEALED, TUNED, Judged, confusions, judged
from tests.decks.story import harbour
from tui_reader.decks.cards import make_cards
from tui_reader.decks.turned import turn
from tui_reader.study.grading import Verdict, grade
from tui_reader.study.naming import mark, unmark
from tui_reader.study.wording import words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twenty-one ships", ["21"]),
        ("two thirds of the cost", ["2/3"]),
        ("half of it", ["1/2"]),
        ("one hundred and five", ["105"]),
        ("between one hundred and two hundred", ["100", "200"]),
        ("two hundred and fifty thousand", ["250000"]),
        ("one and a half million", ["1500000"]),
        ("1.5m", ["1500000"]),
        ("three hundred thousand tons", ["300000"]),
        ("1,250 tons", ["1250"]),
        ("7.5 per cent", ["7.5"]),
        ("one of them", []),
        ("twelve 1990 ships", ["12", "1990"]),
    ],
)
def test_numbers_have_one_form(text, numbers):
    assert [word.text for word in words(text) if word.number] == numbers


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("will raise rates", "will not raise rates"),
        ("the port must close", "the port may close"),
        ("within 60 days", "within 30 days"),
        ("tariffs would fall", "tariffs would rise"),
    ],
)
def test_an_answer_that_turns_the_meaning_is_wrong_however_like_it_looks(given, answer):
    outcome = grade(given, answer)
    assert outcome.verdict is Verdict.WRONG
    assert outcome.reason


def test_any_name_of_an_actor_will_do():
    names = [["Republic of Ostrava", "Ostrava", "the republic"], ["Kestria", "the islanders"]]
    assert grade("the republic opens the port", "Ostrava opens the port", names=names).right
    assert not grade("the islanders open the port", "Ostrava opens the port", names=names).right
    assert not grade("Kestria pays Ostrava", "Ostrava pays Kestria", names=names).right


def test_an_answer_that_was_accepted_before_is_right():
    assert not grade("the quay", "the ferry would sail again").right
    assert grade("the quay", "the ferry would sail again", accepted=["the quay"]).right


def test_nothing_typed_is_wrong():
    assert grade("  …", "the ferry sails").verdict is Verdict.WRONG


def test_actors_that_changed_places_are_noticed_though_no_names_are_given():
    assert grade("Tessia leaves Orland", "Orland leaves Tessia").verdict is Verdict.WRONG
    assert grade("Orland leaves Tessia", "Orland leaves Tessia").verdict is Verdict.RIGHT


def test_advice_is_neither_a_duty_nor_leave():
    for modal in ("must", "may"):
        assert (
            grade(f"employer {modal} consult workers", "the employer should consult the workers").verdict
            is Verdict.WRONG
        )


@pytest.fixture(scope="module")
def tuned() -> list[Judged]:
    return judged(TUNED)


def test_there_are_answers_of_every_family_and_of_every_verdict(tuned):
    assert len(tuned) >= 150
    families = {pair.family for pair in tuned}
    assert {"paraphrase", "negation", "modal", "number", "direction", "typo", "alias", "partial"} <= families
    assert {pair.judged for pair in tuned} == set(Verdict)


def test_no_answer_that_turns_the_meaning_passes(tuned):
    passed = [pair for pair in tuned if pair.judged is Verdict.WRONG and pair.graded is Verdict.RIGHT]
    assert passed == [], confusions(tuned)


def test_of_answers_never_seen_one_in_twenty_is_misjudged_at_most_and_two_in_five_right_ones_pass_unasked():
    """The sealed pairs were written after the grader, which is not fitted to them: what a reader has to expect."""
    pairs = judged(SEALED)
    turned = [pair.graded for pair in pairs if pair.judged is Verdict.WRONG]
    right = [pair.graded for pair in pairs if pair.judged is Verdict.RIGHT]
    assert len(pairs) >= 80
    assert turned.count(Verdict.RIGHT) <= 0.05 * len(turned), confusions(pairs)
    assert right.count(Verdict.WRONG) <= 0.05 * len(right), confusions(pairs)
    assert right.count(Verdict.RIGHT) >= 0.4 * len(right), confusions(pairs)


def test_of_the_right_answers_one_in_fifty_fails_at_most_and_three_in_five_pass_unasked(tuned):
    """`partly` is neither: the reader is told what is missing and asked.

    Every word of weight on either side must be accounted for before an answer is right, so that freely worded right
    ones are asked about too.
    """
    right = [pair for pair in tuned if pair.judged is Verdict.RIGHT]
    failed = [pair for pair in right if pair.graded is Verdict.WRONG]
    passed = [pair for pair in right if pair.graded is Verdict.RIGHT]
    assert len(failed) <= 0.02 * len(right), f"{confusions(tuned)}\n{failed}"
    assert len(passed) >= 0.6 * len(right), confusions(tuned)


def test_of_the_turned_answers_three_in_five_are_called_so(tuned):
    """The order of words alone is never called wrong but asked about, so that a phrase may be moved to the front."""
    turned = [pair.graded for pair in tuned if pair.judged is Verdict.WRONG]
    assert turned.count(Verdict.WRONG) >= 0.6 * len(turned), confusions(tuned)


def test_an_answer_that_lacks_a_part_does_not_pass(tuned):
    passed = [pair for pair in tuned if pair.judged is Verdict.PARTLY and pair.graded is Verdict.RIGHT]
    assert passed == [], confusions(tuned)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the ship sails until the vote", "the ship sails after the vote"),
        ("Osk borrows the bronze from Brandt", "Brandt borrows the bronze from Osk"),
        ("the budget is backed if the toll falls", "the toll is backed if the budget falls"),
        ("the envoys were received by the rebels", "the rebels were received by the envoys"),
        ("the three ports reopen", "the four ports reopen"),
        ("talks are held in May", "talks are held in March"),
    ],
)
def test_a_turned_answer_is_not_right_either_way_round(given, answer):
    assert not grade(given, answer).right
    assert not grade(answer, given).right


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("Osk gets the bronze from Brandt", "Brandt gives the bronze to Osk"),
        ("once the vote is held, the ship sails", "the ship sails once the vote is held"),
        ("the toll falls by 2m crowns", "the toll drops by two million crowns"),
        ("only the speaker can close it", "nobody but the speaker can close it"),
    ],
)
def test_one_statement_in_two_wordings_is_right(given, answer):
    assert grade(given, answer).right
    assert grade(answer, given).right


def test_a_name_with_a_slip_is_that_name_but_not_where_it_is_another_word():
    names = [["the Harbour Board"], ["Kestria"], ["the five seamen"]]
    assert mark("the Harbuor Board and Kestira", names) == "the @0 and @1"
    assert mark("the four seamen", names) == "the four seamen"


def test_the_first_word_that_the_question_has_already_need_not_match():
    assert grade("until the crew is home", "the crew is home", question="The convoy waits: until what?").right


def test_a_number_that_the_text_does_not_have_is_questioned():
    assert grade("the tax falls by 5 percent", "the tax falls").verdict is Verdict.PARTLY


def test_the_answer_of_a_card_is_right_and_the_turned_one_is_not():
    document, extraction = harbour().read()
    names = [actor.names for actor in extraction.actors]
    for card in make_cards(document, extraction):
        assert grade(card.answer, card.answer, card.accepted, names, card.prompt).right, card
        turned = turn(card.answer)
        if turned is not None:
            assert not grade(turned, card.answer, card.accepted, names, card.prompt).right, (card.answer, turned)


@pytest.mark.parametrize(
    ("given", "answer", "question"),
    [
        ("if", "only if", "Which words belong in the gap: it is due ____ the swell exceeds nine metres?"),
        ("if", "on condition that", "Which words belong in the gap: it is due ____ the swell exceeds nine metres?"),
        ("even if", "if", "Which words belong in the gap: it is due ____ the swell exceeds nine metres?"),
        ("that the works be halted", "there is no us", "complete what Ada Crewe says: “without the soil ____.”"),
        ("gave the guarantee", "they can pass", "what does the envoy say of relief convoys?"),
        ("it does not recognise the treaty", "there would have been no treaty at all", "what is said of a treaty?"),
    ],
)
def test_words_of_grammar_and_of_the_question_do_not_carry_an_answer(given, answer, question):
    assert not grade(given, answer, question=question).right
    assert grade(answer, answer, question=question).right


def test_a_reason_names_an_actor_by_its_name():
    names = [["Iria Oru", "Oru"], ["Velm"]]
    told = grade("the nations and the boats", "Velm and the boats", (), names)
    assert "@" not in told.reason
    assert unmark("“nations” for “@1”? @7", names) == "“nations” for “Velm”? @7"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the ship waits for 48 hours", "the ship waits for two days"),
        ("the pipe is 25 cm wide", "the pipe is 250 millimetres wide"),
        ("the loan runs for a fortnight", "the loan runs for two weeks"),
        ("three in ten voters stayed away", "30 per cent of voters stayed away"),
        ("six of the nine dams leak", "two thirds of the dams leak"),
        ("the PM resigns", "the Prime Minister resigns"),
        ("the parties must meet by May", "the parties shall meet by May"),
        ("the ticket costs €1.20", "the ticket costs 1.20 euros"),
        ("a loan of $3 million", "a loan of three million dollars"),
        ("the rate is 6 pct", "the rate is six per cent"),
        ("the board turned the offer down", "the board rejected the offer"),
        ("recognizes the border", "recognises the border"),
        ("the loan is due on the 4th of May", "the loan is due on 4 May"),
        ("talks began after the truce", "the truce came before the talks began"),
        ("nobody but the crew may land", "only the crew may land"),
        ("the regulator and the ministry sign", "the ministry and the regulator sign"),
    ],
)
def test_other_words_and_measures_for_the_same_are_right(given, answer):
    assert grade(given, answer).right, grade(given, answer)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the ship waits for 48 days", "the ship waits for two days"),
        ("some of the dams leak", "the dams leak"),
        ("not every dam leaks", "no dam leaks"),
        ("the dam may only hold the river", "only the dam may hold the river"),
        ("the crew may land with a permit", "the crew may not land without a permit"),
        ("the works stop if the graves are found", "the works stop until the graves are found"),
        ("it punishes a navy, not a harvest", "it punishes a harvest, not a navy"),
        ("the ship sailed to the strait", "the ship sailed from the strait"),
        ("the tax fell to 4 percent", "the tax fell by 4 percent"),
        ("the report is due on Friday", "the report is due by Friday"),
        ("the guards were fired on", "the guards fired"),
        (
            "parents choose the bus, the council pays for the school",
            "parents choose the school, the council pays for the bus",
        ),
        ("the council would recognise the border", "the council recognised the border"),
        ("Osk gave the navy a port for a bridge", "Osk gave the navy a bridge for a port"),
        ("doctors warn of a shortage", "Warns of a shortage of doctors"),
        ("the mine closes unless the gas rises", "the mine closes if the gas rises"),
        ("either the court or the council signs", "both the court and the council sign"),
        ("the mayor ignores the plan", "the mayor praises the plan"),
        ("three sides sign", "two sides sign"),
    ],
)
def test_small_words_and_places_that_turn_an_answer_keep_it_from_being_right(given, answer):
    assert not grade(given, answer).right
    assert grade(given, answer).reason


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the mine is shut and then the wells are tested", "the wells are tested before the mine is shut"),
        ("no talks on tolls before the crew is freed", "the crew will not be freed until there are talks on tolls"),
        (
            "Osk will not bring it before the court once the board has ruled",
            "Osk will not bring it before the court until the board has ruled",
        ),
        ("the pension has to be paid by widows", "widows should be paid a pension"),
        ("repayment from the miners", "the miners should be repaid"),
        ("contemplated lending the town two pumps", "promised to lend the town two pumps"),
        ("tried to rebuild the quay", "promised to rebuild the quay"),
        (
            "the bank lends once the loan is guaranteed to the state",
            "the bank lends once the state guarantees the loan",
        ),
        ("the engineer was warned of the leak by the minister", "the minister was warned of the leak by the engineer"),
        ("Osk drew the border that Velm recognises", "Osk recognises the border drawn by Velm"),
        ("if the state steps in the fund runs dry", "if the fund runs dry the state steps in"),
        ("the settlers left the valley by May", "the settlers must leave the valley by May"),
        ("settlers must be allowed to leave by May", "settlers must leave by May"),
        ("the law takes effect the year it is signed", "the law takes effect a year after it is signed"),
        ("three workers are owed months of wages", "the workers are owed three months of wages"),
        ("exports grew as fast as imports", "exports grew faster than imports"),
        ("the flood damaged a lender and then the bank", "the flood damaged the bank and then a lender"),
        ("Osk signed the pact", "the pact was signed in Osk"),
        ("the roof of the school is repaired", "the roof of the school needs repair"),
        ("villages teach both languages", "villages must teach both languages"),
        ("most of the aid reached the north", "the aid reached most of the north"),
        ("the minister called him a liar", "he called the minister a liar"),
        ("the barges carry more grain than coal", "the barges carry more coal than grain"),
    ],
)
def test_order_in_time_who_is_served_and_how_far_a_deed_is_keep_an_answer_from_being_right(given, answer):
    assert not grade(given, answer).right, grade(given, answer)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the wells are tested and then the mine is shut", "the mine is shut after the wells are tested"),
        ("in May the barge carries less coal than it does in June", "the barge carries more coal in June than in May"),
        (
            "the board must first publish it, then talks may begin",
            "no talks may begin until the board has published it",
        ),
        ("a failure to report by June", "no report before the end of June"),
    ],
)
def test_the_same_told_from_the_other_end_is_not_called_wrong(given, answer):
    assert grade(given, answer).verdict is not Verdict.WRONG, grade(given, answer)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("the toll falls and the fleet sails home", "the toll falls"),
        ("gangs plan the renovation of the quay", "the quay is renovated"),
        ("it is brave to renounce the claim", "it renounces the claim"),
    ],
)
def test_a_word_that_nothing_accounts_for_is_asked_about(given, answer):
    assert not grade(given, answer).right


def test_an_answer_that_lacks_a_word_says_which_and_one_that_has_its_own_tells_it():
    lacking = grade("Estvar withdraws its troops", "Estvar withdraws its troops from the pass")
    assert lacking.verdict is Verdict.PARTLY
    assert (lacking.missing, lacking.unasked) == (("pass",), ())
    more = grade("Estvar withdraws its tired troops from the pass", "Estvar withdraws its troops from the pass")
    assert more.verdict is Verdict.PARTLY
    assert more.unasked == ("tired",)


def test_the_answers_to_the_other_cards_of_a_text_are_not_right():
    document, extraction = harbour().read()
    names = [actor.names for actor in extraction.actors]
    cards = make_cards(document, extraction)
    taken = [
        (card.answer, other.answer)
        for card in cards
        for other in cards
        if not {card.answer, *card.accepted} & {other.answer, *other.accepted}
        and grade(other.answer, card.answer, card.accepted, names, card.prompt).right
    ]
    assert len(taken) <= 0.01 * len(cards) ** 2, taken


def test_initials_are_a_name_and_an_actor_without_a_name_of_its_own_is_compared_by_words():
    names = [["the Northern Waters Corporation"], ["three hydrologists"], ["Kestria"]]
    right = "the Northern Waters Corporation asks three hydrologists"
    assert grade("NWC asks three hydrologists", right, (), names).right
    partly = grade("the Northern Waters Corporation asks three experts", right, (), names)
    assert partly.verdict is Verdict.PARTLY
    assert "3" not in partly.reason
    assert grade("Kestria asks three hydrologists", right, (), names).verdict is Verdict.WRONG


def test_who_does_it_may_be_told_as_it_but_a_name_may_not():
    names = [["Kestria"], ["Velm"]]
    assert grade("it opens the port", "Kestria opens the port", (), names).right
    assert not grade("it", "Kestria", (), names).right
    assert not grade("Velm opens the port", "Kestria opens the port", (), names).right


def test_an_only_of_the_question_need_not_be_in_the_answer():
    question = "The school reopens: only if what happens?"
    assert grade("only if forty pupils enrol", "forty pupils enrol", question=question).right


def test_a_reason_quotes_what_was_typed():
    graded = grade("Kestria hands over the gold", "Kestria shares the records")
    assert "hands over" in graded.unasked
    assert "surrender" not in graded.reason


def test_a_reason_writes_a_number_as_the_answer_does():
    graded = grade("they can start afresh together", "The two valleys can open up a new future together")
    assert "“two”" in graded.reason

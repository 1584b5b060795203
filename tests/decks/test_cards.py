"""Each question is asked in words that need no text beside them, and has one answer in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.story import Story, harbour
from tui_reader.decks import explain, make_cards
from tui_reader.decks.cards import Density
from tui_reader.model import CardKind, Question, Section, SectionKind, Span, card_id


@pytest.fixture(scope="module")
def cards():
    return make_cards(*harbour().read())


@pytest.fixture(scope="module")
def more():
    return make_cards(*harbour().read(), Density.MORE)


def asked(cards, question):
    return {card.prompt: card.answer for card in cards if card.question is question}


TALKS = "“Tessaly Reopens the Harbour Talks”"
STATEMENT = "Mira Oswin’s statement of 4 May"


@pytest.mark.parametrize(
    ("question", "prompt", "answer"),
    [
        (
            "antecedent",
            f"According to Mira Oswin in {TALKS}, the mole would be repaired if ____.",
            "Vant paid its share of the dredging",
        ),
        (
            "consequence",
            f"According to Mira Oswin in {TALKS}, what would follow if Vant paid its share of the dredging?",
            "The mole would be repaired",
        ),
        (
            "antecedent",
            f"According to Mira Oswin in {TALKS}, no ferry will run unless ____.",
            "The pilots are paid by 30 June",
        ),
        (
            "antecedent",
            f"According to {STATEMENT}, notification is due only if ____.",
            "The swell exceeds nine metres",
        ),
        (
            "antecedent",
            f"According to {TALKS}, the storm would have done no harm if ____.",
            "The mole had been repaired in 2019",
        ),
        (
            "consequence",
            f"According to {TALKS}, what would have followed had the mole been repaired in 2019?",
            "The storm would have done no harm",
        ),
        ("antecedent", f"According to Joss Fenn in {TALKS}, what does the lease depend on?", "A vote of the council"),
        (
            "consequence",
            f"In {STATEMENT}, complete what Mira Oswin says: “Pay the pilots and ____.”",
            "The ferries will sail",
        ),
        (
            "antecedent",
            f"In {STATEMENT}, complete what Mira Oswin says: “____ and the ferries will sail.”",
            "Pay the pilots",
        ),
        ("obligor", f"According to Joss Fenn in {TALKS}, whose action does the lease depend on?", "The council"),
        (
            "obligor",
            f"According to Mira Oswin in {TALKS}, on whose action does it depend whether the mole would be repaired?",
            "Vant",
        ),
        (
            "force",
            f"According to {STATEMENT}, notification is due ____ the swell exceeds nine metres.",
            "Only if",
        ),
        ("stance", f"In {TALKS}, what did Vant reject?", "The dredging bill"),
        ("stance", f"In {TALKS}, what does the port authority believe?", "That the cranes are safe"),
        ("stance", f"In {TALKS}, what did the port authority offer to do?", "Lease two berths to Vant"),
        ("stance", f"In {STATEMENT}, what does she welcome?", "The vote of the council"),
        ("holder", f"In {TALKS}, who offered to lease two berths to Vant?", "The port authority"),
        ("holder", f"In {STATEMENT}, who has never asked Vant for compensation?", "Tessaly"),
        (
            "speaker",
            f"In {TALKS}, who warned that no ferry will run unless the pilots are paid by 30 June?",
            "Mira Oswin",
        ),
        (
            "speaker",
            f"In {TALKS}, who said: “Without the pilots there is no harbour, "
            "and without the harbour there is no town”?",
            "Ada Crewe",
        ),
        ("speaker", f"In {TALKS}, who believes that the cranes are safe?", "The port authority"),
        ("unmentioned", f"In {TALKS}, complete: “Mira Oswin made no mention of ____.”", "The fishing quotas"),
    ],
)
def test_each_question_in_plain_words(more, question, prompt, answer):
    found = asked(more, Question(question))
    assert found.get(prompt) == answer, sorted(found)


def test_a_card_leads_back_to_its_words(cards):
    document, _ = harbour().read()
    card = next(card for card in cards if card.answer == "Vant paid its share of the dredging")
    assert card.span.of(document.text) == "Vant paid its share of the dredging"
    assert card.sentence.of(document.text).startswith("Mira Oswin, the harbour minister")
    assert card.sentence.of(document.text).endswith("dredging.")
    assert all(card.sentence.contains(card.span) for card in cards)


def test_the_best_come_first(cards):
    assert [card.weight for card in cards] == sorted((card.weight for card in cards), reverse=True)
    assert {card.kind for card in cards[:10]} <= {CardKind.CONDITION, CardKind.POSITION}


def test_no_two_cards_share_a_prompt_or_an_identity(cards):
    assert len({card.prompt.casefold() for card in cards}) == len(cards)
    assert len({card.id for card in cards}) == len(cards)


def test_identity_is_what_is_asked_not_how_it_is_worded(cards):
    document, extraction = harbour().read()
    for card in cards:
        assert card.id == card_id(document.id, card.item, card.question, card.part)
    renamed = replace(
        extraction,
        actors=tuple(
            replace(actor, name="Minister Oswin", names=(*actor.names, "Minister Oswin")) if actor.id == "a1" else actor
            for actor in extraction.actors
        ),
    )
    others = make_cards(document, renamed)
    assert {card.prompt for card in others} != {card.prompt for card in cards}
    same = {card.id for card in others} & {card.id for card in cards}
    assert len(same) > 0.9 * len(cards)


def test_the_same_reading_gives_the_same_cards(cards):
    assert make_cards(*harbour().read()) == cards


def test_a_reader_may_ask_for_fewer_or_more(cards):
    document, extraction = harbour().read()
    fewer = make_cards(document, extraction, Density.FEWER)
    more = make_cards(document, extraction, Density.MORE)
    assert len(fewer) < len(cards) <= len(more)


def test_a_pronoun_of_nobody_known_keeps_a_card_from_being_made():
    story = Story("The Quay\n\nThey will sign if it is lowered, said Bela Marsh.")
    story.actor("a1", "Bela Marsh", "person")
    story.condition("sufficient", "if", "it is lowered", "They will sign", "a1")
    judged = explain(*story.read())
    assert judged
    assert all(reasons for _, reasons in judged)
    assert any("stands_alone" in reasons for _, reasons in judged)


def test_a_known_pronoun_becomes_a_name():
    story = Story("The Quay\n\nCorvin asked for less. It will sign if the toll is lowered, said Bela Marsh.")
    story.actor("a1", "Bela Marsh", "person")
    story.actor("a2", "Corvin", "state", pronouns=(("It", 1),))
    story.condition("sufficient", "if", "the toll is lowered", "It will sign", "a1", "a2")
    found = asked(make_cards(*story.read()), Question.ANTECEDENT)
    assert found == {
        "According to Bela Marsh in “The Quay”, Corvin will sign if ____.": "The toll is lowered",
    }


def test_what_a_speaker_says_of_we_is_asked_in_the_speakers_words():
    story = Story("The Quay\n\nBela Marsh said: “Our return depends on a vote of the members.”")
    story.actor("a1", "Bela Marsh", "person")
    story.condition("necessary", "depends on", "a vote of the members", "Our return", "a1")
    found = asked(make_cards(*story.read()), Question.ANTECEDENT)
    assert found == {
        "In “The Quay”, complete what Bela Marsh says: “Our return depends on ____.”": "A vote of the members"
    }


def test_a_long_antecedent_is_asked_in_parts():
    long = (
        "Corvin repairs the northern mole before the autumn storms, and that the harbour council publishes "
        "the accounts of the last three years"
    )
    story = Story(f"The Quay\n\nThe bank will lend the money provided that {long}, said Bela Marsh.")
    story.actor("a1", "Bela Marsh", "person")
    story.condition("necessary", "provided that", long, "The bank will lend the money", "a1")
    cards = [card for card in make_cards(*story.read()) if card.question is Question.ANTECEDENT]
    assert {card.answer for card in cards} == {
        "Corvin repairs the northern mole before the autumn storms",
        "The harbour council publishes the accounts of the last three years",
    }
    assert len({card.part for card in cards}) == 2
    assert all("____" in card.prompt for card in cards)


def test_a_condition_said_twice_is_asked_once():
    once = "f the toll falls, the boats will come."
    text = f"The Quay\n\nI{once} Later she said it again: i{once}"
    story = Story(text)
    first = story.condition("sufficient", "If", "the toll falls", "the boats will come")
    again = replace(
        first,
        id="c2",
        antecedent=story.span("the toll falls", 2),
        consequent=story.span("the boats will come", 2),
        trigger=story.span("if"),
    )
    story.conditions.append(again)
    assert {card.item for card in make_cards(*story.read())} == {first.id}


def test_a_chain_asks_for_its_far_end():
    text = "The Quay\n\nThe bank’s offer hinges on a guarantee, and the guarantee requires a vote of Parliament."
    story = Story(text)
    story.condition("necessary", "hinges on", "a guarantee", "The bank’s offer")
    story.condition("necessary", "requires", "a vote of Parliament", "the guarantee")
    found = asked(make_cards(*story.read()), Question.CHAIN)
    assert found == {
        "According to “The Quay”, the bank’s offer hangs on a guarantee; on what does that hang in turn?": (
            "A vote of Parliament"
        )
    }


def test_two_who_differ_are_asked_on_what():
    text = "The Quay\n\nCorvin welcomed the new toll. Later Ansel rejected the new toll in a letter."
    story = Story(text)
    story.actor("a1", "Corvin", "state")
    story.actor("a2", "Ansel", "state")
    story.position("a1", "the new toll", "supports", "Corvin welcomed the new toll")
    story.position("a2", "the new toll", "opposes", "Ansel rejected the new toll in a letter")
    found = asked(make_cards(*story.read()), Question.CONTRAST)
    assert list(found.values()) == ["The new toll"]


@pytest.mark.parametrize(
    ("demand", "answers"),
    [
        ("Corvin demands the new toll", ["The new toll"]),
        ("Corvin demands that tickets for the new toll be cheaper", []),
        ("Corvin demands that the new toll be doubled", []),
    ],
)
def test_what_is_demanded_is_a_contrast_only_if_it_is_what_the_other_rejects(demand, answers):
    story = Story(f"The Quay\n\n{demand}. Later Ansel rejected the new toll in a letter.")
    story.actor("a1", "Corvin", "state")
    story.actor("a2", "Ansel", "state")
    story.position("a1", "the new toll", "demands", demand)
    story.position("a2", "the new toll", "opposes", "Ansel rejected the new toll in a letter")
    assert list(asked(make_cards(*story.read()), Question.CONTRAST).values()) == answers


def test_altered_words_are_asked_for_as_they_stood():
    text = (
        "The Quay\n\nMarsh was quoted: “the toll, which has already been settled, is fair.”\n\n"
        "Statement of Bela Marsh\n\nI repeat that the toll, which has already been mooted, is fair."
    )
    story = Story(text)
    story.actor("a1", "Bela Marsh", "person", "Marsh")
    story.altered(
        "the toll, which has already been settled, is fair", "the toll, which has already been mooted, is fair", "a1"
    )
    found = asked(make_cards(*story.read()), Question.ALTERED)
    assert list(found.values()) == ["mooted"]
    assert "“settled”" in next(iter(found))


def test_altered_words_of_a_statement_are_asked_for_where_its_author_is_quoted():
    quoted = "the toll, which has already been settled, is fair"
    text = (
        f"The Quay\n\nMarsh was quoted: “{quoted}.”\n\nStatement of Bela Marsh\n\n"
        "Corvin, 4 May — I repeat that the toll, which has already been mooted, is fair."
    )
    at = text.index("Statement")
    story = Story(text)
    story.sections = (
        Section(Span(0, at)),
        Section(Span(at, len(text)), SectionKind.STATEMENT, "Statement of Bela Marsh", "Bela Marsh"),
    )
    story.actor("a1", "Bela Marsh", "person", "Marsh")
    story.altered(quoted, quoted.replace("settled", "mooted"), "a1")
    assert asked(make_cards(*story.read()), Question.ALTERED) == {
        "“The Quay” quotes Bela Marsh as saying “the toll, which has already been settled, is fair”; "
        "which word stands in the statement itself instead of “settled”?": "mooted"
    }


@pytest.mark.parametrize(
    ("quoted", "original", "answers"),
    [
        (
            "the toll has been cut this year, and the mole is safe",
            "the toll had been kept this year, and the mole is safe",
            ["kept"],
        ),
        ("the toll has been cut", "the toll had been cut", []),
        ("the toll is his, and the mole is safe", "the toll is mine, and the mole is sound", ["sound"]),
        ("the mole stays if Vant agrees", "the mole stays if Vant has paid for the eastern crane", []),
        ("the toll of [Vant] has been cut by the council", "the toll of the DRV has been cut by the council", []),
    ],
)
def test_of_altered_words_a_tense_or_what_is_marked_is_not_asked_beside_others(quoted, original, answers):
    story = Story(f"The Quay\n\nMarsh was quoted: “{quoted}.”\n\nMarsh wrote that {original}.")
    story.actor("a1", "Marsh", "person")
    story.altered(quoted, original, "a1")
    assert list(asked(make_cards(*story.read()), Question.ALTERED).values()) == answers


def test_there_becomes_the_place_it_means():
    text = (
        "The Quay\n\nThe Sides agreed that boats may sail on the Lower Maren, "
        "and that no toll may be levied there without the consent of the Board."
    )
    story = Story(text)
    story.condition("necessary", "without", "the consent of the Board", "no toll may be levied there")
    found = asked(make_cards(*story.read()), Question.ANTECEDENT)
    assert found == {
        "According to “The Quay”, no toll may be levied on the Lower Maren without ____.": "The consent of the Board"
    }


def test_nothing_found_gives_no_cards():
    assert make_cards(*Story("The Quay\n\nIt rained.").read()) == ()
    assert make_cards(*Story("").read()) == ()


def test_two_ends_joined_by_and_are_asked_each_beside_the_other():
    end = "The northern company will have to raise the whole sum, and every household on the coast will pay for it"
    story = Story(f"The Quay\n\nIf the vote is lost, {end[0].lower()}{end[1:]}.")
    story.condition("sufficient", "If", "the vote is lost", f"{end[0].lower()}{end[1:]}")
    found = asked(make_cards(*story.read()), Question.CONSEQUENCE)
    assert found == {
        "According to “The Quay”, if the vote is lost, ____, and every household on the coast will pay for it.": (
            "The northern company will have to raise the whole sum"
        ),
        "According to “The Quay”, if the vote is lost, the northern company will have to raise the whole sum, "
        "and ____.": "Every household on the coast will pay for it",
    }


def test_the_pronoun_of_a_reported_clause_is_the_one_who_speaks():
    story = Story("The Quay\n\nBela Marsh warned that she would resign rather than sign.")
    story.actor("a1", "Bela Marsh", "person")
    story.claim("she would resign rather than sign", "a1", "warned")
    story.crowd()
    found = asked(make_cards(*story.read()), Question.SPEAKER)
    assert found == {"In “The Quay”, who warned that they would resign rather than sign?": "Bela Marsh"}


def test_open_words_are_asked_with_the_sentence_that_says_what_they_mean():
    story = Story("The Quay\n\nThe council debates the harbour bill in May. Should it pass, the toll will be halved.")
    story.condition("sufficient", "Should", "it pass", "the toll will be halved")
    found = asked(make_cards(*story.read()), Question.CONSEQUENCE)
    assert found == {
        "In “The Quay”, complete: “The council debates the harbour bill in May. Should it pass, ____.”": (
            "The toll will be halved"
        )
    }


def test_who_promised_is_the_one_who_would_do_it():
    story = Story("The Quay\n\nBela Marsh promised to lower the toll if the pilots are paid.")
    story.actor("a1", "Bela Marsh", "person")
    story.condition("sufficient", "if", "the pilots are paid", "to lower the toll", "a1")
    found = asked(make_cards(*story.read()), Question.ANTECEDENT)
    assert found == {"In “The Quay”, Bela Marsh would lower the toll if ____.": "The pilots are paid"}

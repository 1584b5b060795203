"""Who is asked for says all of what the question repeats, and nobody else's words with it."""

from __future__ import annotations

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.model import Card, Question, Section, SectionKind, Span


def speakers(story: Story) -> list[Card]:
    return [card for card in make_cards(*story.crowd().read()) if card.question is Question.SPEAKER]


def test_a_clause_in_which_another_speaks_is_left_out():
    story = Story("The Files\n\nThe guild says the files go to a judge in May, and Orrin regards that as a refusal.")
    story.actor("a1", "guild", "organisation", "The guild")
    story.actor("a2", "Orrin", "person")
    story.claim("the files go to a judge in May, and Orrin regards that as a refusal", "a1", "says")
    story.claim("that as a refusal", "a2", "regards")
    assert any(card.prompt.endswith("who says the files go to a judge in May?") for card in speakers(story))


def test_a_claim_that_breaks_off_before_its_verb_is_not_asked():
    story = Story("The Duty\n\nOrrin said he welcomed an exemption for mills, provided the millers could show a bill.")
    story.actor("a1", "Orrin", "person")
    story.claim("he welcomed an exemption for mills, provided the millers", "a1", "said")
    assert not speakers(story)


def test_a_modal_is_its_subjects():
    story = Story("The Duty\n\nOrrin asked whether the millers could show that the wheat had been paid for.")
    story.actor("a1", "Orrin", "person")
    story.actor("a2", "the millers", "group")
    story.claim("the wheat had been paid for", "a1", "show")
    assert not any("who could show" in card.prompt for card in speakers(story))


def test_a_letter_is_nobody():
    story = Story("The Gate\n\nA text message said that the gate would stay shut on Friday.")
    story.actor("a1", "text message", "organisation", "A text message")
    story.claim("the gate would stay shut on Friday", "a1", "said")
    assert not speakers(story)


def test_what_a_speaker_says_of_another_is_not_the_speakers():
    story = Story(
        "Briefing\n\nIf he comes back without a deal, the case goes to the tribunal.",
        sections=(Section(Span(0, 76), SectionKind.STATEMENT, "Statement by Mira Oswin", "Mira Oswin"),),
    )
    story.actor("a1", "Mira Oswin", "person")
    story.condition("sufficient", "If", "he comes back without a deal", "the case goes to the tribunal", "a1")
    assert not any("Mira Oswin comes" in card.prompt + card.answer for card in make_cards(*story.read()))


def test_what_somebody_does_not_believe_is_not_asked_as_held():
    story = Story("The Bank\n\nOrrin does not believe that a rise will be needed if the harvest is good.")
    story.actor("a1", "Orrin", "person")
    story.condition("sufficient", "if", "the harvest is good", "a rise will be needed", "a1")
    assert not any("what will follow" in card.prompt for card in make_cards(*story.read()))


def test_what_is_recommended_keeps_its_that():
    story = Story("The Bill\n\nWe recommend that the Minister grant the loan at once, even if the mole is unsafe.")
    story.actor("a1", "Minister", "person", "the Minister")
    words = "the Minister grant the loan at once"
    story.condition("concessive", "even if", "the mole is unsafe", words)
    assert any(card.answer == "That the Minister grant the loan at once" for card in make_cards(*story.read()))


def test_a_clause_is_asked_as_one_behind_subject_to():
    story = Story("The Offer\n\nThe offer ought to be taken up at once, subject to a cap on dues.")
    story.condition("necessary", "subject to", "a cap on dues", "The offer ought to be taken up at once")
    prompts = [card.prompt for card in make_cards(*story.read())]
    assert any(prompt.endswith("taken up at once, subject to ____.") for prompt in prompts)


def test_what_neither_means_to_do_is_not_asked_as_done():
    story = Story("The Pact\n\nNeither Government means to send vessels to the gulf of Arden.")
    story.actor("a1", "two Governments", "group", "Neither Government")
    words = "Neither Government means to send vessels to the gulf of Arden"
    story.position("a1", "vessels", "supports", words)
    assert not any(card.prompt.startswith("In “The Pact”, who means to send") for card in make_cards(*story.read()))


def test_a_joint_statement_is_not_the_first_sides_alone():
    text = "Joint Communiqué of Vant and Hask\n\nThe talks were held in a frank and open spirit at Arden."
    story = Story(
        text,
        sections=(Section(Span(0, len(text)), SectionKind.STATEMENT, "Joint Communiqué of Vant and Hask", "Vant"),),
    )
    story.actor("a1", "Vant", "state")
    story.claim("The talks were held in a frank and open spirit at Arden", "a1", "", "narration")
    cards = make_cards(*story.read())
    assert not any(card.answer == "Vant" or "Vant’s" in card.prompt for card in cards)


def test_no_card_names_a_person_twice_in_a_breath():
    story = Story(
        "The Institute\n\nUntil May I had believed I could change the institute from inside.",
        sections=(Section(Span(0, 84), SectionKind.STATEMENT, "Interview with Sunniva Brekk", "Sunniva Brekk"),),
    )
    story.actor("a1", "Sunniva Brekk", "person")
    story.position("a1", "the institute", "supports", "I had believed I could change the institute from inside")
    for card in make_cards(*story.read()):
        assert card.prompt.split(", ", 1)[-1].count("Sunniva Brekk") < 2
        assert card.answer.count("Sunniva Brekk") < 2


def test_who_asks_a_question_is_not_asked():
    story = Story("The Gate\n\n“Will the gate at Hask stay shut all through the long winter?” asked Orrin.")
    story.actor("a1", "Orrin", "person")
    story.claim("Will the gate at Hask stay shut all through the long winter?", "a1", "asked", "direct")
    assert not speakers(story)


def test_only_who_can_speak_is_asked_for():
    story = Story("The Ferry\n\nA temporary danger cannot justify a closure of the ferry for good. A clerk denies it.")
    story.actor("a1", "temporary danger", "organisation", "A temporary danger")
    story.position("a1", "a closure", "opposes", "A temporary danger cannot justify a closure of the ferry for good")
    assert not any(card.answer == "A temporary danger" for card in make_cards(*story.read()))


def test_of_two_claims_one_is_asked():
    story = Story("The Strike\n\nQuenby says that strike pay runs out in May, and unless Vant pays, many will leave.")
    story.actor("a1", "Quenby", "person")
    story.claim("strike pay runs out in May, and unless Vant pays, many will leave", "a1", "says")
    assert [card.prompt for card in speakers(story)] == ["In “The Strike”, who says that strike pay runs out in May?"]

"""Who is asked for is told neither by a pronoun of the question nor by the part of the text that it names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.decks.story import Story
from tui_reader.decks import make_cards
from tui_reader.decks.cards import Density, explain
from tui_reader.decks.context import Context
from tui_reader.decks.epicene import epicene, plural_form
from tui_reader.model import (
    BlockKind,
    Card,
    Check,
    Question,
    Quotation,
    Reference,
    ReferenceKind,
    Section,
    SectionKind,
    Span,
)

WHO = {Question.SPEAKER, Question.HOLDER}


def who(story: Story) -> list[Card]:
    return [card for card in make_cards(*story.crowd().read(), Density.MORE) if card.question in WHO]


def told(sentence: str, of_orrin: str = "", of_tavel: str = "") -> str | None:
    """Return *sentence* as asked of Orrin; the words of `of_orrin` and `of_tavel` stand for him and for Tavel."""
    story = Story(f"The Quay\n\n{sentence}")
    story.actor("a1", "Orrin", "person")
    story.actor("a2", "Tavel", "person")
    document, extraction = story.read()
    object.__setattr__(extraction, "references", tuple(_references(story.text, of_orrin, of_tavel)))
    return epicene(Context(document, extraction), sentence, story.span(sentence), "a1")


def _references(text: str, *meant: str) -> list[Reference]:
    found = []
    for actor, words in zip(("a1", "a2"), meant, strict=True):
        for number, word in enumerate(words.split()):
            before = words.split()[:number].count(word)
            at = [one.start() for one in re.finditer(rf"\b{word}\b", text)][before]
            found.append(Reference(Span(at, at + len(word)), ReferenceKind.NOUN, None, actor))
    return sorted(found, key=lambda one: one.span)


@pytest.mark.parametrize(
    ("sentence", "meant", "asked"),
    [
        (
            "she would resign rather than order her boats home",
            "she her",
            "they would resign rather than order their boats home",
        ),
        ("he badly feels the need to go", "he", "they badly feel the need to go"),
        ("he does not know the toll", "he", "they do not know the toll"),
        ("he has seen it and hopes to see it again", "he", "they have seen it and hope to see it again"),
        ("she is asked to wait for him", "she", "they are asked to wait for him"),
        ("Vant offered her a berth", "her", "Vant offered them a berth"),
        ("the loss is his", "his", "the loss is theirs"),
        ("he’s going home", "he", "they’re going home"),
        ("he’s been home", "he", "they’ve been home"),
        ("the pilots trust himself alone", "himself", "the pilots trust themselves alone"),
        ("she was minded to pay, and was told to wait", "she", "they were minded to pay, and were told to wait"),
        ("he called it “his quay”", "he", "they called it “his quay”"),
    ],
)
def test_a_pronoun_of_who_is_asked_for_tells_no_gender(sentence, meant, asked):
    other = "him" if "wait for him" in sentence else ""
    assert told(sentence, meant, other) == asked


def test_the_pronouns_of_others_stay():
    assert told("Tavel may keep his boat", "", "his") == "Tavel may keep his boat"
    assert told("he says Tavel may keep his boat", "he", "his") == "they say Tavel may keep his boat"
    assert told("his boat is faster than his", "his", "") is not None


@pytest.mark.parametrize(
    ("verb", "plain"),
    [
        ("wishes", "wish"),
        ("tries", "try"),
        ("goes", "go"),
        ("runs", "run"),
        ("was", "were"),
        ("saw", "saw"),
        ("passes", "pass"),
    ],
)
def test_a_verb_of_several(verb, plain):
    assert plural_form(verb) == plain


ARTICLE = "Oswin calls the toll a mistake. The guild says the mole is safe. Vant says the crane is old."
SAID = "It is my view that the pilots must be paid in grain. I have read the letter of the guild with care."


def statement(title: str, body: str = SAID) -> Story:
    text = (
        f"{title}\n\n{ARTICLE} The council met for long hours and went home again, as it does in every year.\n\n{body}"
    )
    cut = text.index(body)
    story = Story(
        text,
        sections=(
            Section(Span(0, cut)),
            Section(Span(cut, len(text)), SectionKind.STATEMENT, "Statement by Mira Oswin", "Mira Oswin"),
        ),
    )
    story.actor("a1", "Mira Oswin", "person", "Oswin")
    story.actor("a2", "guild", "organisation", "The guild")
    story.actor("a3", "Vant", "state")
    story.claim("the mole is safe", "a2", "says")
    story.claim("the crane is old", "a3", "says", nth=2)
    return story


def test_a_view_of_a_statement_is_asked_over_the_whole_text():
    story = statement("The Harbour Talks")
    story.claim("the pilots must be paid in grain", "a1", "view")
    story.position("a1", "the pilots", "demands", "the pilots must be paid in grain")
    asked = [card.prompt for card in who(story) if card.answer == "Mira Oswin"]
    assert asked == ["In “The Harbour Talks”, whose view is it that the pilots must be paid in grain?"]


@pytest.mark.parametrize("title", ["Mira Oswin and the Harbour", "Statement by Mira Oswin"])
def test_a_view_of_a_statement_is_not_asked_where_the_title_tells_it(title):
    story = statement(title)
    story.claim("the pilots must be paid in grain", "a1", "view")
    story.position("a1", "the pilots", "demands", "the pilots must be paid in grain")
    assert not [card for card in who(story) if card.answer == "Mira Oswin"]


def test_what_a_statement_says_of_its_speaker_is_not_asked():
    story = statement("The Harbour Talks")
    story.claim("I have read the letter of the guild with care", "a1", "")
    assert not [card for card in who(story) if card.answer == "Mira Oswin"]


def test_a_view_that_two_hold_is_not_asked():
    story = statement("The Harbour Talks", "It is my view that the big crane is old.")
    story.claim("the big crane is old", "a1", "view")
    story.position("a1", "the big crane", "characterises", "the big crane is old")
    assert not [card for card in who(story) if card.answer == "Mira Oswin"]


def test_a_statement_that_is_also_quoted_is_asked_once():
    text = (
        "The Harbour Talks\n\nOswin described the loss of the northern mole as “an internal matter, long settled.”\n\n"
        "It is my view that the loss of the northern mole was an internal matter, long settled."
    )
    cut = text.index("It is my view")
    story = Story(
        text,
        sections=(
            Section(Span(0, cut)),
            Section(Span(cut, len(text)), SectionKind.STATEMENT, "Statement by Mira Oswin", "Mira Oswin"),
        ),
    )
    story.actor("a1", "Mira Oswin", "person", "Oswin")
    here = "Oswin described the loss of the northern mole as “an internal matter, long settled.”"
    there = "the loss of the northern mole was an internal matter, long settled"
    story.position("a1", "the loss of the northern mole", "characterises", here)
    story.position("a1", "the loss of the northern mole", "characterises", there)
    story.quotations.append(
        Quotation(
            story.span("an internal matter, long settled"),
            "a1",
            Check.EXACT,
            story.span("an internal matter, long settled", 2),
        )
    )
    stances = [card for card in make_cards(*story.read()) if card.question is Question.STANCE]
    assert len(stances) == 1


def test_no_more_than_a_few_questions_have_the_same_answer():
    views = (
        "the crane must be sold to the northern guild",
        "pilots earn more than any captain of the line",
        "a toll on herring would ruin the islands",
        "the winter lamps burn too much oil",
        "no bishop ever paid for his passage",
        "coal should come by rail",
    )
    story = Story("The Harbour Sale\n\n" + " ".join(f"Oswin said that {view}." for view in views))
    story.actor("a1", "Oswin", "person")
    for number, view in enumerate(views, 1):
        story.claim(view, "a1", "said", nth=number)
    assert len(who(story)) == 3
    assert any("guessed" in reasons for _, reasons in explain(*story.read()))


def talks(text: str) -> Story:
    story = Story(f"The Harbour Talks\n\n{text}")
    story.actor("a1", "Oswin", "person")
    return story


def test_who_is_not_asked_where_nobody_else_could_have_said_it():
    story = talks("Oswin said that the winter lamps burn too much oil.")
    story.claim("the winter lamps burn too much oil", "a1", "said")
    assert not [card for card in make_cards(*story.read()) if card.question in WHO]
    assert who(story)


def test_what_two_speak_of_in_turns_is_not_asked_of_either():
    story = talks("OSWIN: The winter lamps of the northern mole burn too much oil.")
    story.claim("The winter lamps of the northern mole burn too much oil", "a1", "", "direct")
    story.crowd()
    document, extraction = story.read()
    assert [card for card in make_cards(document, extraction) if card.question in WHO]
    turns = tuple(
        replace(block, kind=BlockKind.TURN) if "OSWIN" in document.text[block.span.start :][:8] else block
        for block in document.blocks
    )
    assert not [card for card in make_cards(replace(document, blocks=turns), extraction) if card.question in WHO]


def test_a_joint_text_is_not_asked_who_of_both():
    story = Story("Joint Statement\n\nThe two Sides said that the winter lamps burn too much oil.")
    story.actor("a1", "The two Sides", "group")
    story.actors[0] = replace(story.actors[0], members=("a91", "a92"))
    story.claim("the winter lamps burn too much oil", "a1", "said")
    assert not who(story)


def test_who_and_what_of_one_place_are_both_asked():
    story = talks("Oswin rejects the toll on the winter lamps.")
    story.position("a1", "the toll on the winter lamps", "refuses", "Oswin rejects the toll on the winter lamps")
    kinds = {card.question for card in make_cards(*story.crowd().read())}
    assert WHO & kinds
    assert Question.STANCE in kinds


def test_a_question_for_somebody_that_prints_several_answers_is_asked_only_where_more_is_wanted():
    first, second = "the mole will sink if the toll falls", "the lamps will go out if the guild strikes"
    story = talks(f"Oswin said that {first}, and that {second}.")
    story.claim(f"{first}, and that {second}", "a1", "said")
    for end in (first, second):
        consequent, antecedent = end.split(" if ")
        story.condition("sufficient", "if", antecedent, consequent, "a1", nth=1 if end == first else 2)
    story.crowd()
    kinds = {density: {card.question for card in make_cards(*story.read(), density)} for density in Density}
    assert Question.SPEAKER not in kinds[Density.NORMAL]
    assert Question.SPEAKER in kinds[Density.MORE]


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Oswin said that she will listen.", "she will listen", "said"),
        ("Oswin said that absent such a step no fee falls.", "absent such a step no fee falls", "said"),
    ],
)
def test_what_says_little_or_is_not_whole_is_not_asked(text, words, cue):
    story = talks(text)
    story.claim(words, "a1", cue)
    assert not who(story)


def test_a_team_is_nobody_in_particular():
    story = Story("The Lake\n\nA team found that the winter lamps burn too much oil.")
    story.actor("a1", "A team", "group")
    story.claim("the winter lamps burn too much oil", "a1", "found")
    assert not who(story)


def test_a_claim_in_a_fronted_clause_ends_with_it():
    story = talks("When Oswin said that the trams run late, the paper was hailed as news.")
    story.claim("the trams run late, the paper was hailed as news", "a1", "said")
    assert [card.prompt for card in who(story)] == ["In “The Harbour Talks”, who said that the trams run late?"]


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("The trams stop unless Oswin proves that the lamps burn oil.", "the lamps burn oil", "proves"),
        ("Vant pays on the understanding that the lamps burn oil.", "the lamps burn oil", "understanding"),
    ],
)
def test_what_is_said_on_a_condition_is_nobodys_word(text, words, cue):
    story = talks(text)
    story.claim(words, "a1", cue)
    if cue == "proves":
        story.condition("exceptive", "unless", "Oswin proves that the lamps burn oil", "The trams stop")
    assert not [card for card in who(story) if card.question is Question.SPEAKER]


def test_a_state_is_not_told_by_the_pronoun_of_a_person():
    story = talks("Vant says that the lamps burn oil until her trial has opened.")
    story.actor("a2", "Vant", "state")
    story.claim("the lamps burn oil until her trial has opened", "a2", "says")
    assert not who(story)


def test_whoever_the_question_names_is_not_asked_for():
    story = talks("Oswin held that Oswin’s guild would never sell the lamps.")
    story.claim("Oswin’s guild would never sell the lamps", "a1", "held")
    assert not who(story)


@pytest.mark.parametrize(
    ("text", "name", "spoken"),
    [
        ("Vant’s board said so.", "Vant’s board", "Vant’s board"),
        ("Ilan Verhoes said so.", "Ilan Verhoes’ group", "Ilan Verhoes’ group"),
        ("The Treasury’s officials said so.", "Treasury’s officials", "the Treasury’s officials"),
    ],
)
def test_whose_body_it_is_tells_whether_it_has_an_article(text, name, spoken):
    story = Story(f"The Quay\n\n{text}")
    story.actor("a1", name, "organisation")
    assert Context(*story.read()).name("a1") == spoken

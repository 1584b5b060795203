"""Whatever an extraction claims to have found, cards, choices and decks are made of it without a crash."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decks.story import TEXT, Story
from tui_reader.decks import build_deck, explain, make_cards, make_choice
from tui_reader.decks.formats import FORMATS, write
from tui_reader.model import (
    Actor,
    ActorKind,
    Check,
    Claim,
    Condition,
    ConditionKind,
    Issue,
    Mode,
    Position,
    Quotation,
    Span,
    Stance,
)

ODD = "“I’ll [see]”: if, unless … \n\n=1\t<b>{{x}}</b> \u202e\U0001f600 N’gé — “open\n\nsaid It. there's no \x07 one."
WHO = st.sampled_from([None, "a1", "a2", "a3", "gone"])


@st.composite
def readings(draw):
    text = draw(st.sampled_from([TEXT, ODD, "x", ""]))
    ends = st.integers(0, len(text))
    spans = st.builds(lambda one, two: Span(min(one, two), max(one, two)), ends, ends)
    names = st.sampled_from(["Mira Oswin", "it", "the two Sides", "", "“", "Vant’s men", "this"])
    story = Story(text, title=draw(st.sampled_from(["", "A title", "“Odd: one, but"])))
    for number in range(1, 4):
        name = draw(names)
        story.actors.append(
            Actor(
                f"a{number}", name, draw(st.sampled_from(ActorKind)), (name,), tuple(draw(st.lists(spans, max_size=3)))
            )
        )
    for number in range(draw(st.integers(0, 4))):
        story.claims.append(
            Claim(f"c{number}", draw(spans), draw(st.sampled_from(Mode)), draw(WHO), cue=draw(st.none() | spans))
        )
        story.conditions.append(
            Condition(
                f"k{number}",
                draw(st.sampled_from(ConditionKind)),
                draw(spans),
                draw(spans),
                draw(spans),
                draw(WHO),
                draw(WHO),
            )
        )
        story.positions.append(
            Position(
                f"p{number}",
                draw(WHO),
                Issue(draw(names), draw(st.none() | spans)),
                draw(st.sampled_from(Stance)),
                draw(spans),
            )
        )
        story.quotations.append(Quotation(draw(spans), draw(WHO), Check.ALTERED, draw(spans)))
        story.unmentioned.append(draw(spans))
    return story.read()


@settings(max_examples=60, deadline=None)
@given(readings())
def test_any_reading_gives_cards_choices_and_decks(reading):
    document, extraction = reading
    judged = explain(document, extraction)
    cards = make_cards(document, extraction)
    assert cards == tuple(card for card, reasons in judged if not reasons)
    assert all(card.prompt and card.answer and card.sentence.contains(card.span) for card in cards)
    choices = [made for card in cards if (made := make_choice(card, document, extraction, cards, 1))]
    deck = build_deck(document, extraction, cards, choices=choices)
    for name in FORMATS:
        assert write(name, deck) or not cards

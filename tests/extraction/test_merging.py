"""Actors merged by hand."""

from __future__ import annotations

from tui_reader.extraction.merging import merge_actors, suggest_merges
from tui_reader.model import Actor, ActorKind, Claim, Extraction, Mode, Position, Span, Stance
from tui_reader.model.extraction import Issue

ANN = Actor("a1", "Ann Marlow", ActorKind.PERSON, ("Ann Marlow",), (Span(0, 10), Span(20, 26)))
MARLOW = Actor("a2", "Marlow", ActorKind.PERSON, ("Marlow",), (Span(40, 46),))
BEN = Actor("a3", "Ben Ott", ActorKind.PERSON, ("Ben Ott",), (Span(60, 67),))
BOTH = Actor("a4", "the two", ActorKind.GROUP, members=("a2", "a3"))
FOUND = Extraction(
    "d",
    actors=(ANN, MARLOW, BEN, BOTH),
    claims=(Claim("c1", Span(0, 5), Mode.INDIRECT, "a2", ("a3", "a2")),),
    positions=(Position("p1", "a2", Issue("roads"), Stance.SUPPORTS, Span(0, 5), "a3"),),
)


def test_a_merge_takes_names_mentions_and_all_that_is_held() -> None:
    merged = merge_actors(FOUND, "a1", "a2")
    assert [actor.id for actor in merged.actors] == ["a1", "a3", "a4"]
    assert merged.actors[0].names == ("Ann Marlow", "Marlow")
    assert merged.actors[0].mentions == (Span(0, 10), Span(20, 26), Span(40, 46))
    assert merged.claims[0].holder == "a1"
    assert merged.claims[0].via == ("a3", "a1")
    assert merged.positions[0].holder == "a1"
    assert merged.actors[2].members == ("a1", "a3")


def test_a_merge_of_the_unknown_changes_nothing() -> None:
    assert merge_actors(FOUND, "a1", "nobody") is FOUND
    assert merge_actors(FOUND, "a1", "a1") is FOUND


def test_shared_names_and_initials_are_suggested() -> None:
    council = Actor("o1", "World Grain Council", ActorKind.ORGANISATION, mentions=(Span(0, 1),))
    short = Actor("o2", "WGC", ActorKind.ORGANISATION)
    pairs = {(s.keep, s.gone) for s in suggest_merges(Extraction("d", actors=(ANN, MARLOW, BEN, BOTH, council, short)))}
    assert pairs == {("a1", "a2"), ("o1", "o2")}

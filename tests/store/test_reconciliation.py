"""A better parser, or a new version of the text, takes nothing from the reader."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Actor, ActorKind, Claim, Extraction, Mode, Span
from tui_reader.store.reconciliation import reconcile
from tui_reader.store.textmap import TextMap

TEXT = "Oru said that the ferry will sail. Velm denied that it had paid. Nothing else happened."


def span(words, text=TEXT):
    return Span(text.index(words), text.index(words) + len(words))


OLD = Extraction(
    "d",
    actors=(
        Actor("a1", "Oru", ActorKind.STATE, ("Oru",), (span("Oru"),)),
        Actor("a2", "Velm", ActorKind.STATE, ("Velm",), (span("Velm"),)),
    ),
    claims=(
        Claim("c1", span("the ferry will sail"), Mode.INDIRECT, "a1"),
        Claim("c2", span("it had paid"), Mode.INDIRECT, "a2"),
    ),
)


def test_another_span_and_another_order_of_actors_keep_their_ids():
    new = Extraction(
        "d",
        actors=(replace(OLD.actors[1], id="a1"), replace(OLD.actors[0], id="a2")),
        claims=(
            Claim("x1", span("that the ferry will sail"), Mode.INDIRECT, "a2"),
            Claim("x2", span("it had paid"), Mode.INDIRECT, "a1"),
            Claim("x3", span("Nothing else happened"), Mode.NARRATION),
        ),
    )
    result = reconcile(OLD, new, TextMap.between(TEXT, TEXT))
    assert [(claim.id, claim.holder) for claim in result.extraction.claims] == [
        ("c1", "a1"),
        ("c2", "a2"),
        ("x3", None),
    ]
    assert {actor.id: actor.name for actor in result.extraction.actors} == {"a1": "Oru", "a2": "Velm"}
    assert (result.kept, result.vanished, result.new) == (("c1", "c2"), (), ("x3",))


def test_what_a_reader_worked_on_stays_when_it_is_not_found_again():
    new = replace(OLD, claims=OLD.claims[:1])
    places = TextMap.between(TEXT, TEXT)
    assert reconcile(OLD, new, places).vanished == ("c2",)
    assert reconcile(OLD, new, places, keep={"c2"}).extraction.claims == OLD.claims


def test_a_new_version_of_the_text_moves_the_places():
    text = "A late correction.\n\n" + TEXT.replace("had paid", "had ever paid")
    new = Extraction(
        "e", actors=OLD.actors[1:], claims=(Claim("y", span("it had ever paid", text), Mode.INDIRECT, "a2"),)
    )
    result = reconcile(OLD, new, TextMap.between(TEXT, text))
    assert result.extraction.claims[0].id == "c2"
    assert result.vanished == ("c1",)


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_mapped_words_are_the_same_words(old, new):
    for start, there, length in TextMap.between(old, new).blocks:
        assert old[start : start + length] == new[there : there + length]


@given(st.text("abc \n", max_size=60), st.integers(0, 60), st.text("xyz \n", max_size=10))
def test_a_span_before_or_after_an_insertion_is_found_whole(text, at, inserted):
    places = TextMap.between(text, text)
    assert all(places.span(Span(i, i + 1)) == Span(i, i + 1) for i in range(len(text)))
    new = text[:at] + "\n" + inserted + "\n" + text[at:]
    for place in (TextMap.between(text, new).span(Span(i, len(text))) for i in range(len(text))):
        assert place is None or place.end <= len(new)


def test_no_id_is_given_twice():
    twice = replace(OLD, claims=(OLD.claims[0], replace(OLD.claims[1], id="c1")))
    result = reconcile(OLD, twice, TextMap.between(TEXT, TEXT))
    assert len({claim.id for claim in result.extraction.claims}) == 2

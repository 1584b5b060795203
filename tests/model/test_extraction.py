import pytest

from tui_reader.model import Actor, ActorKind, Extraction, Span, item_id


@pytest.mark.parametrize("name", ["the Dockers' Federation", "Dockers’ Federation", "THE FEDERATION"])
def test_an_actor_is_known_by_any_of_its_names_with_or_without_an_article(name):
    actor = Actor("a", "Dockers’ Federation", ActorKind.ORGANISATION, ("the Federation",))
    assert Extraction("d", actors=(actor,)).actor_named(name) == actor
    assert Extraction("d", actors=(actor,)).actor_named("the Union") is None


def test_an_item_keeps_its_id_when_something_is_inserted_before_it():
    text = "If it rains, we stay. If it rains, we sing."
    first, second = Span(0, 20), Span(22, 42)
    assert item_id("condition", text, first) != item_id("condition", text, second)
    assert item_id("condition", "Hello. " + text, first.shifted(7)) == item_id("condition", text, first)

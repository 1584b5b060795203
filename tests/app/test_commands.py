import pytest

from tui_reader.app.commands import PLACES, check_key, commands, default_commands, footer_commands, in_place, show_key
from tui_reader.app.keys import KeyReader
from tui_reader.errors import ConfigError


def press(*keys, place="source"):
    reader = KeyReader(commands())
    return [reader.feed(key, place) for key in keys][-1]


def test_every_command_has_an_id_of_its_own_and_words_for_a_stranger():
    table = default_commands()
    assert len({command.id for command in table}) == len(table)
    assert all(command.title and command.help and not command.help.endswith(".") for command in table)


def test_the_keys_that_come_with_it_do_not_clash():
    commands()


@pytest.mark.parametrize("place", PLACES)
def test_a_footer_has_six_keys_at_the_most_and_help_among_them(place):
    shown = footer_commands(commands(), place)
    assert len(shown) <= 6
    assert shown[-1].id == "app.help"


def test_the_innermost_scope_comes_first():
    scopes = [command.scope for command in in_place(commands(), "claims")]
    assert scopes.index("claims") < scopes.index("reading") < scopes.index("global")


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"source.dwon": "j"}, ["no command 'source.dwon'", "did you mean 'source.down'"]),
        ({"source.down": "crtl+j"}, ["unknown modifier", "did you mean 'ctrl'"]),
        ({"source.down": "spaec"}, ["'spaec' is not a key", "did you mean 'space'"]),
        ({"source.down": "k"}, ["would do both", "source.up", "source.down"]),
    ],
)
def test_a_wrong_keymap_is_refused_with_what_is_wrong(keymap, said):
    with pytest.raises(ConfigError) as caught:
        commands(keymap, where="config.toml")
    for words in ["config.toml", *said]:
        assert words in str(caught.value)


def test_a_keymap_changes_a_key_or_takes_it_away():
    table = {command.id: command for command in commands({"source.down": "ctrl+n", "source.up": ""})}
    assert table["source.down"].keys == ("ctrl+n",)
    assert table["source.up"].keys == ()


def test_counts_sequences_and_arguments():
    assert (press("1", "2", "j").command.id, press("1", "2", "j").count) == ("source.down", 12)
    assert press("g", "g").command.id == "source.top"
    assert press("g").pending == "g"
    marked = press("m", "a")
    assert (marked.command.id, marked.argument) == ("source.mark", "a")
    assert press("g", "escape").command is None


def test_a_key_that_means_nothing_is_not_used():
    assert not press("£").used
    assert check_key("j") is None
    assert show_key("g g") == "gg"

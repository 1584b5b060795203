"""The one table of commands, the reader's keymap over it, and keys read against it."""

import importlib
import pkgutil

import pytest

from tui_reader.app.commands import PLACES, commands, default_commands, footer_commands, in_place, key_table_markdown
from tui_reader.app.keys import KeyReader
from tui_reader.errors import ConfigError


def test_ids_are_unique_and_every_command_has_a_key_that_can_be_pressed():
    ids = [command.id for command in default_commands()]
    assert len(ids) == len(set(ids))
    assert commands({command.id: list(command.keys) for command in default_commands()}) == default_commands()


def test_every_command_is_done_by_something():
    done = set()
    for package in ("screens", "widgets"):
        parent = importlib.import_module(f"tui_reader.app.{package}")
        for module in pkgutil.iter_modules(parent.__path__):
            for value in vars(importlib.import_module(f"{parent.__name__}.{module.name}")).values():
                if isinstance(value, type):
                    done.update(name for name in dir(value) if name.startswith("command_"))
    done.update(dir(importlib.import_module("tui_reader.app.reader_app").ReaderApp))
    assert [c.id for c in default_commands() if not {c.handler, c.own_handler} & done] == []


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"source.donw": "x"}, "source.down"),
        ({"source.down": "ctlr+x"}, "ctrl"),
        ({"source.down": "spce"}, "space"),
        ({"source.down": "k"}, "source.up"),
        ({"source.down": "?"}, "app.help"),
    ],
)
def test_a_keymap_that_cannot_work_is_refused_with_a_remedy(keymap, said):
    with pytest.raises(ConfigError, match=r"my\.toml") as refused:
        commands(keymap, where="my.toml")
    assert said in str(refused.value)


def test_a_keymap_replaces_the_keys_of_a_command():
    table = commands({"source.down": "ctrl+n, z z"})
    reader = KeyReader(table)
    assert reader.feed("j", "source").command is None
    assert reader.feed("ctrl+n", "source").command.id == "source.down"
    assert not reader.feed("z", "source").command
    assert reader.feed("z", "source").command.id == "source.down"


@pytest.mark.parametrize("place", PLACES)
def test_a_footer_has_at_most_six_keys_and_help_among_them(place):
    shown = footer_commands(default_commands(), place)
    assert len(shown) <= 6
    assert shown[-1].id == "app.help"
    assert set(shown) <= set(in_place(default_commands(), place))


def test_the_key_table_names_every_command():
    table = key_table_markdown()
    assert all(f"`{command.id}`" in table for command in default_commands())


def press(reader, keys, place="source"):
    return [reader.feed(key, place) for key in keys.split()][-1]


@pytest.mark.parametrize(
    ("keys", "command", "count", "argument"),
    [
        ("j", "source.down", None, None),
        ("1 2 j", "source.down", 12, None),
        ("g g", "source.top", None, None),
        ("3 g g", "source.top", 3, None),
        ("m a", "source.mark", None, "a"),
        ("1 0 }", "source.next-paragraph", 10, None),
        ("?", "app.help", None, None),
    ],
)
def test_keys_come_to_commands(keys, command, count, argument):
    outcome = press(KeyReader(default_commands()), keys)
    assert (outcome.command.id, outcome.count, outcome.argument, outcome.pending) == (command, count, argument, "")


def test_a_digit_alone_is_a_pane_only_when_time_has_passed():
    outcome = press(KeyReader(default_commands()), "2")
    assert outcome.waits
    assert outcome.command.id == "reading.claims"
    assert outcome.pending == "2"


def test_escape_and_a_key_that_means_nothing_drop_what_was_begun():
    reader = KeyReader(default_commands())
    press(reader, "1 2 escape")
    assert reader.pending == ""
    press(reader, "g Z")
    assert reader.pending == ""
    assert press(reader, "j").count is None

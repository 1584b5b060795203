"""The commands over the library: what they print is for people, and a pipe that is closed early is no failure."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tui_reader.cli import cli
from tui_reader.errors import TuiReaderError
from tui_reader.sources import read_text
from tui_reader.store import Library

TEXT = "The Toll\n\nThe toll falls in May.\n\nTHE OTHER BANK\n\nNobody pays a toll there.\n"


@pytest.fixture
def home(tmp_path):
    with Library.open(tmp_path) as library:
        name = library.add(read_text(TEXT))
        library.tag(name, "river", "law course")
    return tmp_path


def told(home, *arguments):
    return CliRunner().invoke(cli, ["--home", str(home), *arguments])


def test_the_list_shows_the_tags(home):
    (line,) = told(home, "list").stdout.splitlines()
    assert line.endswith("The Toll  #law course  #river")


def test_the_list_says_how_well_a_text_is_known_as_the_statistics_do(home):
    (row,) = json.loads(told(home, "list", "--format", "json").stdout)
    (text,) = json.loads(told(home, "stats", "--format", "json").stdout)["texts"]
    assert row["known"] is text["known"] is None  # no cards yet
    assert "– known" in told(home, "list").stdout


def test_a_search_says_in_which_line_and_section_the_words_stand(home):
    lines = told(home, "search", "toll").stdout.splitlines()
    assert [line.split(":")[0] for line in lines[1:]] == ["The Toll, line 3", "The Toll, line 7, THE OTHER BANK"]
    rows = json.loads(told(home, "search", "toll", "--format", "json").stdout)
    assert (rows[2]["line"], rows[2]["section"]) == (7, "THE OTHER BANK")
    assert TEXT[slice(*rows[2]["span"])] == "toll"
    assert told(home, "search", "ferry").exit_code == 1


def test_an_ending_that_no_format_has_is_refused_with_those_there_are(home, tmp_path):
    refused = told(home, "export", "The Toll", "-o", str(tmp_path / "deck.xyz"))
    assert refused.exit_code == 2
    assert all(ending in refused.stderr for ending in (".apkg", ".obsidian.md", ".svg", "--format"))
    assert not (tmp_path / "deck.xyz").exists()


def test_a_reader_that_leaves_early_is_no_failure():
    piped = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tui_reader keys; echo $? >&2"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert piped.stderr == "0\n"
    left = subprocess.run(
        ["sh", "-c", f"{{ {sys.executable} -m tui_reader keys; echo $? >&2; }} | true"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert left.stderr == "0\n"


def test_a_search_that_finds_nothing_says_so(home):
    result = told(home, "search", "ferry")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "nothing found\n")


@pytest.mark.parametrize("command", ["due", "list"])
def test_settings_that_cannot_be_read_are_refused(home, command):
    (home / "config.toml").write_text("[study\n", encoding="utf-8")
    result = told(home, command)
    assert result.exit_code == 1
    assert isinstance(result.exception, TuiReaderError)

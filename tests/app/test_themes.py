"""Themes: those that come along, and a reader's own, whose mistakes are told with the nearest right word."""

import json

import pytest
from click.testing import CliRunner

from tests.app.test_study_desk import library  # noqa: F401
from tests.app.texts import DOCUMENT
from tui_reader.app.commands import commands
from tui_reader.app.kinds import Kind
from tui_reader.app.reader_app import ReaderApp
from tui_reader.app.themes import BUILT_IN, KEYS, built_in, palette_text, read_theme, user_themes
from tui_reader.cli import cli
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import ConfigError


def written(folder, text, name="harbour"):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_of_a_theme_is_in_those_that_come_along():
    for theme in built_in():
        text = palette_text(theme.name)
        assert all(f"\n{key} = " in text for keys in KEYS.values() for key in keys)
        assert {f"kind-{kind}" for kind in Kind} <= theme.variables.keys()


def test_what_a_theme_leaves_out_is_as_in_the_built_in_one_of_its_lightness(tmp_path):
    theme = read_theme(written(tmp_path, 'dark = false\n[colours]\nprimary = "teal"\n[signs]\nnote = "#123456"\n'))
    light = built_in()[1]
    assert (theme.name, theme.dark, theme.primary, theme.background) == ("harbour", False, "teal", light.background)
    assert theme.variables == {**light.variables, "kind-note": "#123456"}


def test_a_copy_of_a_built_in_theme_is_that_theme(tmp_path):
    theme = read_theme(written(tmp_path, palette_text("reader-dark")))
    assert theme.variables == built_in()[0].variables


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[colours]\n\nbackgruond = "#000"\n', ":3: unknown key 'backgruond' in [colours]; did you mean 'background'?"),
        ('[colors]\nprimary = "red"\n', ":1: unknown key 'colors'; did you mean 'colours'?"),
        ('[signs]\ncondition = "goldd"\n', ":2: condition must be a colour such as #8fb3d9 or teal, not 'goldd'"),
        ("[tints]\nnote = 7\n", ":2: note must be a colour in quotation marks"),
        ('dark = "yes"\n', ":1: dark must be true or false"),
        ("dark = \n", ": Invalid value"),
    ],
)
def test_a_mistake_is_refused_with_its_line_and_the_nearest_right_word(tmp_path, text, told):
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as refused:
        read_theme(path)
    assert str(refused.value).startswith(f"{path}{told}")


def test_a_wrong_colour_names_the_nearest(tmp_path):
    with pytest.raises(ConfigError, match="did you mean 'gold'"):
        read_theme(written(tmp_path, '[signs]\ncondition = "goldd"\n'))


def test_the_name_of_a_built_in_theme_is_taken(tmp_path):
    with pytest.raises(ConfigError, match="comes with the program"):
        read_theme(written(tmp_path, "", BUILT_IN[0]))


async def test_an_own_theme_is_chosen_and_a_missing_one_is_told(library, tmp_path, monkeypatch):  # noqa: F811
    said = []
    monkeypatch.setattr(ReaderApp, "notify", lambda self, words, **_: said.append(words))
    written(tmp_path / "themes", '[colours]\nbackground = "#102030"\n')
    own, refused = user_themes(tmp_path / "themes")
    assert not refused
    settings = load_settings(Home(tmp_path, tmp_path))
    app = ReaderApp(library, settings, commands(), DOCUMENT, user_themes=own)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+t", "ctrl+t")
        assert app.theme == "harbour"
        assert app.screen.styles.background.hex == "#102030"
    app = ReaderApp(library, settings, commands(), DOCUMENT)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert app.theme == "reader-dark"
        assert any("no theme 'harbour'" in words for words in said)


def test_the_command_line_lists_themes_and_refuses_a_wrong_one(tmp_path):
    written(tmp_path / "themes", "")
    told = CliRunner().invoke(cli, ["--home", str(tmp_path), "config", "themes", "--format", "json"])
    assert [one["name"] for one in json.loads(told.stdout)["themes"]] == [*BUILT_IN, "harbour"]
    written(tmp_path / "themes", "[sings]\n", "wrong")
    told = CliRunner().invoke(cli, ["--home", str(tmp_path), "config", "themes"])
    assert isinstance(told.exception, ConfigError)
    assert "did you mean 'signs'" in str(told.exception)
    assert CliRunner().invoke(cli, ["config", "theme", "reader-light"]).output == palette_text("reader-light")
    assert CliRunner().invoke(cli, ["config", "theme", "none"]).exit_code == 2

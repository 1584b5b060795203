import pytest

from tui_reader.config.paths import Home, find_home
from tui_reader.config.settings import defaults_text, load_settings
from tui_reader.errors import ConfigError


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path, tmp_path)


def write(home, text):
    home.config_file.write_text(text, encoding="utf-8")
    return home


def test_without_a_file_every_setting_is_its_default(home):
    settings = load_settings(home)
    assert settings.whole("study.rollover") == 4
    assert settings.numbers("study.learning_steps") == (1.0, 10.0)
    assert {setting.origin for setting in settings.values.values()} == {"default"}


def test_a_value_knows_the_file_it_comes_from(home):
    settings = load_settings(write(home, "[study]\nretention = 0.85\n"))
    assert settings.number("study.retention") == 0.85
    assert settings.values["study.retention"].origin == str(home.config_file)
    assert settings.values["study.rollover"].origin == "default"


def test_the_file_of_defaults_is_itself_a_good_file(home):
    assert load_settings(write(home, defaults_text())).text("app.theme")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[study]\nretentoin = 0.9\n", ["config.toml:2", "'study.retentoin'", "did you mean 'study.retention'"]),
        ("\n\n[study]\n\nretention = 1.5\n", ["config.toml:5", "from 0.7 to 0.99"]),
        ("[study]\nrollover = 4.5\n", ["config.toml:2", "a whole number"]),
        ("[study]\nconfidence = 1\n", ["config.toml:2", "true or false"]),
        ("[study]\nrollover = true\n", ["config.toml:2", "a whole number"]),
        ('[study]\nmode = "telepathy"\n', ["config.toml:2", "flashcard, choice, typed"]),
        ('[study]\nlearning_steps = ["a"]\n', ["config.toml:2", "list of minutes"]),
        ("[app]\ntheme = 3\n", ["config.toml:2", "a text"]),
        ("zzz = 1\n", ["config.toml:1", "unknown setting 'zzz'"]),
        ("[study\n", ["config.toml", "line 1"]),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(home, text, said):
    with pytest.raises(ConfigError) as caught:
        load_settings(write(home, text))
    for words in said:
        assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_keys_are_read_by_command_id(home):
    text = '[keys]\n"source.down" = "j,down"\n[keys.study]\nreveal = ["space", "enter"]\n'
    assert load_settings(write(home, text)).keys == {"source.down": "j,down", "study.reveal": "space,enter"}


def test_a_file_that_is_not_text_is_refused(home):
    home.config_file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot read"):
        load_settings(home)


def test_the_home_is_the_folder_named_then_the_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("TUI_READER_HOME", str(tmp_path / "variable"))
    assert find_home(tmp_path / "named").data == tmp_path / "named"
    assert find_home().data == tmp_path / "variable"
    monkeypatch.delenv("TUI_READER_HOME")
    assert find_home().data.name == "tui-reader"

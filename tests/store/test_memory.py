from click.testing import CliRunner

from tui_reader.cli.group import cli
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.memory import WEIGHTS, keep_weights, own_scheduler, own_weights
from tui_reader.study.optimising import Weights
from tui_reader.study.schedule import DEFAULT_WEIGHTS

OWN = tuple(value * 1.01 for value in DEFAULT_WEIGHTS)


def test_weights_that_predict_better_are_kept_across_restarts(tmp_path):
    with Library.open(tmp_path) as library:
        assert keep_weights(library, Weights(OWN, loss=0.3, default_loss=0.4))
    with Library.open(tmp_path) as library:
        settings = load_settings(Home(tmp_path, tmp_path))
        assert own_weights(library) == OWN
        assert own_scheduler(library, settings).weights == OWN


def test_weights_that_predict_no_better_change_nothing(tmp_path):
    with Library.open(tmp_path) as library:
        assert not keep_weights(library, Weights(OWN, loss=0.4, default_loss=0.3))
        assert own_weights(library) == DEFAULT_WEIGHTS


def test_weights_of_another_model_are_not_used(tmp_path):
    with Library.open(tmp_path) as library:
        library.set_setting(WEIGHTS, {"model": "another", "values": list(OWN)})
        assert own_weights(library) == DEFAULT_WEIGHTS


def test_a_deck_may_have_its_own_retention(tmp_path):
    with Library.open(tmp_path) as library:
        text = library.add(read_text("The mayor agrees.\n"))
        library.aims.set_retention(text, 0.97)
        settings = load_settings(Home(tmp_path, tmp_path))
        assert own_scheduler(library, settings, text).retention == 0.97
        assert own_scheduler(library, settings, "other").retention == settings.number("study.retention")


def test_a_short_log_is_refused_in_a_line(tmp_path):
    result = CliRunner().invoke(cli, ["--home", str(tmp_path), "optimise"])
    assert result.exit_code != 0
    assert "answers or more" in str(result.exception) + result.output

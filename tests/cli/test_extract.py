import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui_reader.cli.group import cli
from tui_reader.cli.report import escape

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("texts")
    (place / "a.txt").write_text("The envoy said that the port would open if the fleet left.\n", encoding="utf-8")
    (place / "b.txt").write_bytes(b"\x00\x01\x02\x03")
    (place / "c.md").write_text("# Title\n\nThe guild demands a lower toll.\n", encoding="utf-8")
    (place / "notes.xyz").write_text("Not a text.", encoding="utf-8")
    return place


def run(*arguments):
    return CliRunner().invoke(cli, ["extract", *map(str, arguments)])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_is_read_line_by_line_and_a_file_that_fails_does_not_stop_the_rest(folder, jobs):
    result = run(folder, "--format", "jsonl", "--jobs", jobs)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["document"]["title"] for one in found][-1] == "Title"
    assert len(found) == 2
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if "b.txt" in line]


def test_json_is_the_contract(folder):
    found = json.loads(run(folder / "a.txt").stdout)
    assert set(found) == {
        "schema", "document", "actors", "claims", "conditions", "positions", "quotations", "unmentioned",
        "references",
    }  # fmt: skip
    (condition,) = found["conditions"]
    text = found["document"]["text"]
    assert text[slice(*condition["antecedent"])] == "the fleet left"
    assert text[slice(*condition["consequent"])] == "the port would open"
    names = {actor["id"]: actor["name"] for actor in found["actors"]}
    assert "envoy" in names[condition["holder"]]
    assert set(condition) == {"id", "kind", "trigger", "antecedent", "consequent", "holder", "obligor"}


def test_a_table_is_plain_where_the_output_is_piped(folder):
    shown = run(folder / "a.txt", "--format", "table").stdout
    assert "the fleet left" in " ".join(shown.split())
    assert "\x1b" not in shown


def test_a_report_has_no_markup_of_the_text(folder):
    shown = run(folder / "a.txt", "--format", "markdown").stdout
    assert "## Conditions" in shown
    assert escape("*a* [b](c) <i>") == "\\*a\\* \\[b\\](c) \\<i\\>"

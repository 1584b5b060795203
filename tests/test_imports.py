"""The house keeps its floors: data flows one way, and the core is light."""

import subprocess
import sys

import pytest
from importlinter.cli import lint_imports


def test_the_import_contract_is_kept():
    assert lint_imports() == 0


@pytest.mark.parametrize(
    "module",
    [
        "tui_reader.model",
        "tui_reader.sources",
        "tui_reader.extraction",
        "tui_reader.decks",
        "tui_reader.study",
        "tui_reader.store",
        "tui_reader.config",
        "tui_reader.cli",
    ],
)
def test_importing_the_core_pulls_in_neither_textual_nor_spacy(module):
    code = f"import sys, {module}; print([m for m in ('textual', 'spacy') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"

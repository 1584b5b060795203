"""An option for the tests that compare screens with files."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-screens", action="store_true", help="write the screens anew instead of comparing them")

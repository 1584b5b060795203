"""Names as they are compared."""

from __future__ import annotations

import re

ARTICLES = ("the ", "a ", "an ")


def normal(name: str) -> str:
    """Return *name* without case, article, curly marks and doubled blanks."""
    name = re.sub(r"\s+", " ", name.replace("’", "'")).casefold().strip()
    for article in ARTICLES:
        name = name.removeprefix(article)
    return name

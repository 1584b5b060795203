"""The characters of a screen, row by row, read from the picture that Textual exports of it."""

import html
import re

from textual.app import App

CELL = 12.2  # width of a cell in that picture
_TEXT = re.compile(
    r'<text class="[^"]*" x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)" '
    r'clip-path="url\(#[^)]*line-(\d+)\)">(.*?)</text>'
)


def grid(app: App[int], width: int, height: int) -> str:
    """Return the screen as *height* lines of at most *width* characters, without the spaces at their ends."""
    rows = [[" "] * width for _ in range(height)]
    for x, length, row, words in _TEXT.findall(app.export_screenshot()):
        at = round(float(x) / CELL)
        flat = html.unescape(words).replace("\xa0", " ")
        if int(row) < height:
            rows[int(row)][at : at + round(float(length) / CELL)] = list(flat)
    return "".join("".join(row).rstrip() + "\n" for row in rows)

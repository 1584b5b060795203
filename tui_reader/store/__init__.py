"""The library on the disk: texts, cards, edits, settings and every answer, durable one by one."""

from tui_reader.store.cardchanges import Change
from tui_reader.store.library import Library
from tui_reader.store.notes import Note
from tui_reader.store.progress import Progress, Undone
from tui_reader.store.search import Found
from tui_reader.store.shelf import ORDERS, Order, Shelved, arrange
from tui_reader.store.totals import Total
from tui_reader.store.versions import Changes

__all__ = [
    "ORDERS",
    "Change",
    "Changes",
    "Found",
    "Library",
    "Note",
    "Order",
    "Progress",
    "Shelved",
    "Total",
    "Undone",
    "arrange",
]

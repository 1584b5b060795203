"""A deck for Anki's text import: tab-separated, with the headers by which a second import gives no duplicates."""

from __future__ import annotations

from tui_reader.decks.deck import Deck
from tui_reader.decks.formats.anki_fields import FIELDS, MODEL, deck_name, fields, guid, tags


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 text (https://docs.ankiweb.net/importing/text-files.html#file-headers).

    Columns: guid, note type, deck, the fields of `MODEL`, tags. The note type must exist in the
    collection: importing one package makes it.
    """
    columns = ["GUID", "Notetype", "Deck", *FIELDS, "Tags"]
    lines = [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        f"#tags column:{len(columns)}",
        "#columns:" + "\t".join(columns),
    ]
    for entry in deck.entries:
        row = [guid(entry.card), MODEL, deck_name(deck), *fields(deck, entry), " ".join(tags(deck, entry))]
        lines.append("\t".join(_cell(cell) for cell in row))
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


def _cell(cell: str) -> str:
    cell = " ".join(cell.split())
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if '"' in cell or cell.startswith("#") else cell

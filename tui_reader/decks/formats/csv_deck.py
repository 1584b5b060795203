"""A deck as a table (RFC 4180), safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); reading takes
it off again.
"""

from __future__ import annotations

import csv
import io
import re

from tui_reader.decks.deck import About, Deck, Entry
from tui_reader.errors import DeckError
from tui_reader.model import Card, CardKind, Question, Span

COLUMNS = (
    "id", "item", "kind", "question", "part", "prompt", "answer", "accepted", "actors", "quote", "passage", "section",
    "start", "end", "sentence_start", "sentence_end", "weight", "actor_ids",
    "deck", "document", "title", "source", "date", "author",
)  # fmt: skip
FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
SEPARATOR = "|"


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 CSV with a header row; several values of a cell stand between `|`."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for entry in deck.entries:
        card, about = entry.card, deck.about(entry.card)
        row = (
            card.id, card.item, card.kind.value, card.question.value, card.part, card.prompt, card.answer,
            _joined(card.accepted), _joined(entry.actors), entry.quote, entry.passage, entry.section,
            str(card.span.start), str(card.span.end), str(card.sentence.start), str(card.sentence.end),
            repr(card.weight), _joined(card.actors),
            deck.name, about.id, about.title, about.source, about.date, about.author,
        )  # fmt: skip
        table.writerow([_safe(cell) for cell in row])
    return out.getvalue().encode("utf-8", "surrogatepass")


def read(data: bytes) -> Deck:
    """Return the deck that `write` made *data* of; raises DeckError on anything else."""
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise DeckError(f"the deck is not UTF-8 CSV: {error}") from error
    documents: dict[str, About] = {}
    entries: list[Entry] = []
    name = ""
    for number, row in enumerate(rows, 2):
        try:
            cell = {column: _plain(row[column]) for column in COLUMNS}
            entry = _entry(cell)
        except (KeyError, ValueError, TypeError) as error:
            raise DeckError(f"row {number} of the table is not a card: {error}") from error
        name = name or cell["deck"]
        about = About(cell["document"], cell["title"], cell["source"], cell["date"], cell["author"])
        documents.setdefault(about.id, about)
        entries.append(entry)
    if not entries:
        raise DeckError("the table has no cards")
    return Deck(name, tuple(documents.values()), tuple(entries))


def _entry(cell: dict[str, str]) -> Entry:
    card = Card(
        id=cell["id"],
        document=cell["document"],
        item=cell["item"],
        kind=CardKind(cell["kind"]),
        question=Question(cell["question"]),
        prompt=cell["prompt"],
        answer=cell["answer"],
        span=Span(int(cell["start"]), int(cell["end"])),
        sentence=Span(int(cell["sentence_start"]), int(cell["sentence_end"])),
        accepted=_split(cell["accepted"]),
        actors=_split(cell["actor_ids"]),
        part=cell["part"],
        weight=float(cell["weight"]),
    )
    return Entry(card, cell["quote"], cell["passage"], cell["section"], _split(cell["actors"]))


def _safe(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def _joined(values: tuple[str, ...]) -> str:
    return SEPARATOR.join(value.replace("\\", "\\\\").replace(SEPARATOR, f"\\{SEPARATOR}") for value in values)


def _split(cell: str) -> tuple[str, ...]:
    """Return the values that `_joined` joined; a backslash takes the next character as it is."""
    if not cell:
        return ()
    values = [""]
    plain = iter(cell)
    for char in plain:
        if char == SEPARATOR:
            values.append("")
        else:
            values[-1] += next(plain, "") if char == "\\" else char
    return tuple(values)

"""A deck as a package that Anki imports (.apkg), written by genanki, the same bytes for the same deck."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from importlib.resources import files
from pathlib import Path

import genanki

from tui_reader.decks.deck import Deck
from tui_reader.decks.formats.anki_fields import FIELDS, MODEL, deck_name, fields, guid, tags

MODEL_ID = 1_735_240_411
WRITTEN = 1_735_689_600.0  # 2025-01-01T00:00:00Z
ZIPPED = (2025, 1, 1, 0, 0, 0)


def write(deck: Deck, at: float = WRITTEN) -> bytes:
    """Return *deck* as an .apkg file.

    `at` (seconds since 1970) is when its notes say they were changed: Anki takes a note's new wording only where that
    is later than what it has, and never touches its schedule.
    """
    template = files(__package__) / "anki"
    model = genanki.Model(
        MODEL_ID,
        MODEL,
        fields=[{"name": name} for name in FIELDS],
        templates=[
            {
                "name": "Card",
                "qfmt": (template / "front.html").read_text(encoding="utf-8"),
                "afmt": (template / "back.html").read_text(encoding="utf-8"),
            }
        ],
        css=(template / "card.css").read_text(encoding="utf-8"),
    )
    made = genanki.Deck(_deck_id(deck), deck_name(deck), description="; ".join(one.citation for one in deck.documents))
    for due, entry in enumerate(deck.entries):
        made.add_note(
            genanki.Note(model, list(fields(deck, entry)), tags=list(tags(deck, entry)), guid=guid(entry.card), due=due)
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(made).write_to_file(str(path), timestamp=at)
        return _dated(path.read_bytes())


def _deck_id(deck: Deck) -> int:
    """Return the deck's number: from its documents where they are known, so that a renamed deck is the same one."""
    key = "\0".join(sorted(one.id for one in deck.documents)) or deck.name
    return 1 << 30 | int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest(), "big") >> 2


def _dated(package: bytes) -> bytes:
    """Return the zip archive with a fixed date on each member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as dated:
        for member in archive.infolist():
            info = zipfile.ZipInfo(member.filename, ZIPPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            dated.writestr(info, archive.read(member))
    return out.getvalue()

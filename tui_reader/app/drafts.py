"""Fields as a text to be written in an editor, and that text read back; knows no Textual.

A text that cannot be read back, or whose editor failed, stays in its file and is opened again the next time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui_reader.app.editing import Field
from tui_reader.errors import StoreError

INTRODUCTION = """\
# {heading}
# What stands under a name in brackets is its words; leave the names as they are.
# Leave all as it is to change nothing. Lines up here that begin with # are not read.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is written of one thing, in a file of its own."""

    path: Path
    heading: str
    fields: tuple[Field, ...]

    @classmethod
    def of(cls, folder: Path, name: str, heading: str, fields: Sequence[Field]) -> Draft:
        return cls(folder / f"{re.sub(r'[^A-Za-z0-9-]+', '-', name)}.txt", heading, tuple(fields))

    def begin(self) -> None:
        """Write the fields into the file unless something was left there; raises OSError."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(self.text(), encoding="utf-8")

    def text(self) -> str:
        about = [f"# {field.label}: one of {', '.join(field.choices)}\n" for field in self.fields if field.choices]
        parts = [f"\n[{field.label}]\n{field.value}\n" for field in self.fields]
        return "".join([INTRODUCTION.format(heading=" ".join(self.heading.split())), *about, *parts])

    def read(self) -> dict[str, str]:
        """Return the words of each field that is other than before; raises StoreError or OSError."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise StoreError("what was written is no UTF-8 text") from None
        given = parse(text, {field.label: field.name for field in self.fields})
        return {field.name: given[field.name] for field in self.fields if given[field.name] != field.value.strip()}

    def close(self) -> None:
        """Remove the file; what was written has been kept elsewhere or changed nothing."""
        self.path.unlink(missing_ok=True)


def parse(text: str, names: dict[str, str]) -> dict[str, str]:
    """Return the words under each label of *names* by its name; raises StoreError, naming the line or the label."""
    found: dict[str, list[str]] = {}
    under: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        label = line.strip()[1:-1] if line.strip().startswith("[") and line.strip().endswith("]") else ""
        if label in names:
            if label in found:
                raise StoreError(f"line {number}: [{label}] stands there twice")
            under = found.setdefault(label, [])
        elif under is not None:
            under.append(line)
        elif line.strip() and not line.startswith("#"):
            raise StoreError(f"line {number} stands under none of {', '.join(f'[{label}]' for label in names)}")
    missing = [label for label in names if label not in found]
    if missing:
        raise StoreError(f"[{missing[0]}] is missing")
    return {names[label]: "\n".join(lines).strip() for label, lines in found.items()}

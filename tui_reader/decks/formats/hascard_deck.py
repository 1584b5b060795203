"""A deck as choice questions for hascard: `# question`, `- wrong`, `* right`; `---` between cards."""

from __future__ import annotations

from tui_reader.decks.deck import Deck, Entry


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 text; a card without options becomes a definition card."""
    return ("\n---\n\n".join(_card(entry) for entry in deck.entries)).encode("utf-8", "surrogatepass")


def _card(entry: Entry) -> str:
    card = entry.card
    lines = [f"# {_line(card.prompt)}"]
    if entry.options:
        lines += [f"{'*' if option.right else '-'} {_line(option.text)}" for option in entry.options]
    else:
        lines.append(_line(card.answer).lstrip("#*-[ "))
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """Return *text* on one line; underscores would open a gap."""
    return " ".join(text.replace("_", "…", 1).replace("_", "").split()) if "____" in text else " ".join(text.split())

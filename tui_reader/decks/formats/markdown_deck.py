"""A deck as plain text in the form of hashcards: `Q:` and `A:`, or `C:` with its gap in brackets, `---` between cards.

Under each answer stand the passage it comes from and a comment that readers do not see, by which the deck can be read
back without losing a card's identity.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from tui_reader.decks.deck import About, Deck, Entry
from tui_reader.errors import DeckError
from tui_reader.model import Card, CardKind, Question, Span, card_id, decode, encode

GAP = re.compile(r"_{3,}")
MARKUP = re.compile(r"([\\`*_\[\]<>$~#|])")
COMMENT = re.compile(r"<!-- card (\{.*\}) -->")


def write(deck: Deck) -> bytes:
    """Return *deck* as UTF-8 Markdown with a TOML front matter."""
    lines = ["---", f"name = {_toml(deck.name)}", ""]
    for about in deck.documents:
        lines.append("[[documents]]")
        lines += [f"{key} = {_toml(item)}" for key, item in encode(about).items()]
        lines.append("")
    lines[-1:] = ["---", ""]
    for index, entry in enumerate(deck.entries):
        if index:
            lines += ["---", ""]
        lines += [*_card(entry), ""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _card(entry: Entry) -> list[str]:
    card = entry.card
    gaps = GAP.findall(card.prompt)
    if len(gaps) == 1:
        before, after = GAP.split(card.prompt)
        shown = [f"C: {_escaped(before)}[{_escaped(card.answer)}]{_escaped(after)}"]
    else:
        shown = [f"Q: {_escaped(card.prompt)}", f"A: {_escaped(card.answer)}"]
    passage = [f"> {_escaped(entry.passage)}"] if entry.passage else []
    kept = {
        **{key: item for key, item in encode(card).items() if key not in {"prompt", "answer"}},
        "quote": entry.quote,
        "section": entry.section,
        "names": list(entry.actors),
    }
    # "--" would end the comment, so the JSON spells it in escapes
    written = json.dumps(kept, ensure_ascii=False).replace("--", "-\\u002d").replace("<", "\\u003c")
    return [*shown, "", *passage, *([""] if passage else []), f"<!-- card {written} -->"]


def read(data: bytes) -> Deck:
    """Return the deck in *data*; cards written by hand, without the comment, get an identity from their wording.

    Raises DeckError where there is no card, or a card cannot be read.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DeckError(f"the deck is not UTF-8: {error}") from error
    header: dict[str, Any] = {}
    front = re.match(r"---\n(.*?\n)?---\n", text, re.DOTALL)
    if front:
        try:
            header = tomllib.loads(front.group(1) or "")
        except tomllib.TOMLDecodeError as error:
            raise DeckError(f"the deck's front matter is not TOML: {error}") from error
        text = text[front.end() :]
    try:
        documents = tuple(decode(About, item) for item in header.get("documents", ()))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DeckError(f"the deck's front matter cannot be read: {error}") from error
    name = str(header.get("name", "")) or (documents[0].title if documents else "Deck")
    chunks = re.split(r"(?m)^(?:---\s*$|(?=[QC]: ))", text)
    entries = tuple(_entry(chunk, documents) for chunk in chunks if re.match(r"\s*[QC]:", chunk))
    if not entries:
        raise DeckError("the text has no cards: one begins with `Q:` or `C:`")
    return Deck(name, documents, entries)


def _entry(chunk: str, documents: tuple[About, ...]) -> Entry:
    comment = COMMENT.search(chunk)
    body = COMMENT.sub("", chunk).strip()
    passage = re.search(r"(?m)^> (.*)$", body)
    body = re.sub(r"(?m)^> .*$", "", body).strip()
    if body.startswith("C:"):
        gap = re.search(r"(?<!\\)\[((?:[^\\\]]|\\.)*)\]", body)
        if gap is None:
            raise DeckError(f"a cloze has no gap in brackets: {body[:60]}")
        prompt, answer = f"{body[2 : gap.start()]}____{body[gap.end() :]}", gap.group(1)
        kind, question = CardKind.QUOTATION, Question.CLOZE
    else:
        parts = re.split(r"(?m)^A:", body[2:], maxsplit=1)
        if len(parts) != 2 or not parts[1].strip():
            raise DeckError(f"a card has no answer: {body[:60]}")
        prompt, answer = parts
        kind, question = CardKind.ATTRIBUTION, Question.CONTENT
    prompt, answer = _plain(prompt), _plain(answer)
    said = _plain(passage.group(1)) if passage else ""
    if comment is None:
        home = documents[0].id if documents else ""
        card = Card(card_id(home, prompt, question), home, "", kind, question, prompt, answer, Span(0, 0), Span(0, 0))
        return Entry(card, "", said)
    try:
        kept = json.loads(comment.group(1))
        card = decode(Card, {**kept, "prompt": prompt, "answer": answer})
        return Entry(card, kept["quote"], said, kept["section"], tuple(kept["names"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DeckError(f"the comment of the card {prompt[:60]!r} cannot be read: {error}") from error


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\\([\\`*_\[\]<>$~#|])", r"\1", text).split())


def _toml(text: str) -> str:
    # a JSON string is a TOML basic string, but for DEL and lone surrogates
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

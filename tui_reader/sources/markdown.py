"""Markdown → draft: the words without their marks, the blocks as CommonMark has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.model import BlockKind
from tui_reader.sources.draft import Assembly, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_FRONT = re.compile(r"\A---\n(?P<meta>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)\n")
_FIELD = re.compile(r"^(title|author|date)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Draft:
    """Return the draft of a Markdown *text*; YAML front matter gives title, author and date."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    meta = {key.lower(): value for key, value in _FIELD.findall(front["meta"])} if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    assembly = Assembly()
    lists: list[int | None] = []  # the next number of each open list, None in a bulleted one
    quotes = 0
    fresh = False  # whether the next paragraph opens a list item
    places = iter(range(len(tokens)))
    for place in places:
        token = tokens[place]
        match token.type:
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                fresh = True
            case "hr":
                assembly.rule()
            case "fence" | "code_block":
                assembly.add(token.content, BlockKind.CODE, quoted=quotes > 0)
            case "table_open":
                assembly.add("\n".join(_rows(tokens, places)), BlockKind.TABLE)
            case "inline":
                words = _words(token)
                opener = tokens[place - 1]
                if opener.type == "heading_open":
                    assembly.add(words, BlockKind.HEADING, level=int(opener.tag[1]))
                elif lists and fresh:
                    number = lists[-1]
                    mark = "• " if number is None else f"{number}. "
                    lists[-1] = None if number is None else number + 1
                    tight = bool(assembly.blocks) and assembly.blocks[-1].kind is BlockKind.ITEM and opener.hidden
                    assembly.add(words, BlockKind.ITEM, level=len(lists), mark=mark, quoted=quotes > 0, tight=tight)
                    fresh = False
                else:
                    assembly.add(words, quoted=quotes > 0)
            case _:
                pass
    return assembly.draft(title=meta.get("title"), author=meta.get("author"), date=meta.get("date")).entitled()


def _words(inline: Token) -> str:
    """Return an inline token's text: of links and emphasis the words, of images the alternative text."""
    parts: list[str] = []
    for child in inline.children or ():
        match child.type:
            case "text" | "code_inline":
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case _:
                pass
    return "".join(parts)


def _rows(tokens: Sequence[Token], places: Iterator[int]) -> Iterator[str]:
    """Yield the rows of the table that has just been opened, and go past its end."""
    row: list[str] = []
    for place in places:
        token = tokens[place]
        if token.type == "table_close":
            return
        if token.type == "inline":
            row.append(_words(token))
        elif token.type == "tr_close":
            yield " | ".join(row)
            row = []

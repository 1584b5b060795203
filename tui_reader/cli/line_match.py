"""A match line by line: statements with numbers, holders with letters, and pairs typed as `1c 2a`."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.study.counting import counted
from tui_reader.study.matching import LETTERS, Match

TOLD = "Pairs as 1c 2a, as many as you like and again to change them; enter hands them in."


def pair(match: Match, say: Callable[[str], None], told: Callable[[str], str]) -> Match:
    """Show a match and return it as the reader pairs it, before it is judged; `told` asks for a line with a prompt."""
    say(f"Who is it? {TOLD}")
    for number, one in enumerate(match.statements, 1):
        say(f"  {number} {one.text}")
    for letter, name in zip(LETTERS, match.names, strict=False):
        say(f"  {letter}) {name}")
    warned = False
    while True:
        line = told(f"{in_short(match)} > ")
        if line:
            read, warned = match.read(line), False
            if read is None:
                last = LETTERS[len(match.names) - 1]
                say(f"Pairs of 1 to {len(match.statements)} and a to {last}, please, as 1c 2a.")
            match = read or match
        elif not match.unpaired or warned:
            return match
        else:
            warned = True
            numbers = ", ".join(str(index + 1) for index in match.unpaired)
            say(f"Without a holder: {numbers}. Enter once more hands in what there is.")


def in_short(match: Match) -> str:
    """Return the pairs so far in one line: `1c 2-`."""
    letters = (LETTERS[holder] if holder is not None else "-" for holder in match.given)
    return " ".join(f"{number}{letter}" for number, letter in enumerate(letters, 1))


def tell(match: Match, say: Callable[[str], None], place: Callable[[Match, int], str]) -> None:
    """Say of each statement whose it really is, where it stands in the text, and how many were right."""
    say(f"{match.right} of {counted(len(match.statements), 'statement')} right.")
    for index, one in enumerate(match.statements):
        holder, really = match.given[index], match.names[match.really(index)]
        if match.is_right(index):
            said = f"right: {really}"
        elif holder is None:
            said = f"not paired: {really}"
        else:
            said = f"wrong: {really}, not {match.names[holder]}"
        say(f"  {index + 1} {said}. {one.text}")
        say(f"      {place(match, index)}")

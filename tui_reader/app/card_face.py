"""A card as it is shown, line by line, before and after its answer; knows no Textual."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from tui_reader.app.commands import default_commands, key_of
from tui_reader.model import CardKind, Document, Rating, Span
from tui_reader.study.exercise import Exercise
from tui_reader.study.interval import short
from tui_reader.study.verdict import Grade, Part, PartGrade, Verdict

LETTERS = "abcdefgh"
AROUND = 160  # characters of the text shown on each side of the source sentence
VERDICTS = {Verdict.RIGHT: "✓ right", Verdict.PARTLY: "≈ partly", Verdict.WRONG: "✗ not that"}
MARKS = {Verdict.RIGHT: ("✓", "right"), Verdict.PARTLY: ("≈", "key"), Verdict.WRONG: ("✗", "wrong")}
PARTS = {
    Part.ACTOR: "actor",
    Part.CONDITION: "condition",
    Part.CONSEQUENCE: "consequence",
    Part.STATEMENT: "what is said",
}
SURENESS = ("guess", "unsure", "fairly sure", "sure")
SIGNS = {
    CardKind.CONDITION: "◆",
    CardKind.POSITION: "●",
    CardKind.ATTRIBUTION: "“",
    CardKind.QUOTATION: "“",
    CardKind.UNMENTIONED: "○",
}

RATING_COMMANDS = {
    Rating.AGAIN: "study.again",
    Rating.HARD: "study.hard",
    Rating.GOOD: "study.good",
    Rating.EASY: "study.easy",
}

Keys = Callable[[str], str]  # the key of a command, by its id, as a reader sees it
Piece = tuple[str, str]  # words and the role that they play: a style is looked up by it
Line = tuple[Piece, ...]


def usual_key(name: str) -> str:
    """Return the key that a command has unless the reader gave it another one."""
    return key_of(default_commands(), name)


@dataclass(frozen=True, slots=True)
class Face:
    """The parts of a card, each as lines of pieces; an empty part is not shown."""

    head: Line
    prompt: str
    options: tuple[Line, ...] = ()
    answer: tuple[Line, ...] = ()
    source: tuple[Piece, ...] = ()
    ratings: Line = ()


def face(
    exercise: Exercise,
    document: Document,
    position: int,
    total: int,
    intervals: Mapping[Rating, timedelta],
    *,
    confidence: bool = False,
    left: bool = False,
    key: Keys = usual_key,
) -> Face:
    """Return what is shown of *exercise*; with *confidence* the reader says how sure they are before the answer.

    *left* says that the line of a typed answer was left.
    """
    card = exercise.card
    section = document.section_at(card.span.start)
    where = " ".join((section.title if section and section.title else "").split())
    head: Line = ((f"{SIGNS[card.kind]} ", f"kind-{card.kind}"), (f"Card {position} of {total} · {card.kind}", "quiet"))
    if exercise.bare:
        head = (*head, (" · no choices", "quiet"))
    if where and where != " ".join(document.title.split()):
        head = (*head, (f"   {where}", "where"))
    if not exercise.revealed:
        return Face(head, exercise.prompt, _options(exercise, key), ratings=_waiting(exercise, confidence, left, key))
    return Face(
        head,
        exercise.prompt,
        _options(exercise, key),
        _answer(exercise),
        source(document, card.sentence, card.span),
        _ratings(exercise, intervals, key),
    )


def source(document: Document, sentence: Span, lit: Span) -> tuple[Piece, ...]:
    """Return the source sentence with the answer lit and a little of its paragraph around it."""
    text = document.text
    block = document.block_at(sentence.start)
    low, high = (block.span.start, block.span.end) if block else (sentence.start, sentence.end)
    before, after = text[low : sentence.start], text[sentence.end : max(high, sentence.end)]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    start, end = max(lit.start, sentence.start), min(lit.end, sentence.end)
    if start >= end:
        middle: tuple[Piece, ...] = ((text[sentence.start : sentence.end], "text"),)
    else:
        middle = ((text[sentence.start : start], "text"), (text[start:end], "lit"), (text[end : sentence.end], "text"))
    pieces = ((before, "quiet"), *middle, (after, "quiet"))
    return tuple((words.replace("\n", " "), role) for words, role in pieces if words)


def _options(exercise: Exercise, key: Keys) -> tuple[Line, ...]:
    lines: list[Line] = []
    for index, (letter, option) in enumerate(zip(LETTERS, exercise.options, strict=False)):
        if not exercise.revealed:
            lines.append(((f"{key(f'study.option-{letter}')}  ", "key"), (option.text, "text")))
            continue
        if option.right:
            lines.append((("✓  ", "right"), (option.text, "right")))
        elif index == exercise.chosen:
            lines.append((("✗  ", "wrong"), (option.text, "struck")))
        else:
            lines.append((("   ", "quiet"), (option.text, "quiet")))
        if index == exercise.chosen and option.note:
            lines.append((("   ", "quiet"), (option.note, "note")))
    return tuple(lines)


def _answer(exercise: Exercise) -> tuple[Line, ...]:
    lines: list[Line] = []
    if exercise.grade is not None:
        verdict = exercise.grade.verdict
        reason = f": {exercise.grade.reason}" if exercise.grade.reason else ""
        said = "✓ counted as right" if exercise.overruled else VERDICTS[verdict] + reason
        role = "right" if exercise.overruled else MARKS[verdict][1]
        if exercise.differs:
            said, role = "✗ not the same", "wrong"
        given = exercise.given or "nothing typed"
        odd = exercise.grade.unasked if exercise.unsure else ()
        lines.append((*marked(given, odd, "given", "key"), (f"  {said}", role)))
    if exercise.chosen is None:
        missing = exercise.grade.missing if exercise.grade is not None and exercise.unsure else ()
        lines.append(marked(exercise.card.answer, missing, "answer", "key"))
    if exercise.grade is not None and not exercise.overruled:
        lines += graded_parts(exercise.grade)
    return tuple(lines)


def marked(words: str, odd: Collection[str], role: str, mark: str) -> Line:
    """Return words in *role*, those of them that are among *odd* in *mark*."""
    pieces: list[Piece] = []
    for part in re.split(r"(\w+)", words) if odd else [words]:
        own = mark if part.casefold() in odd else role
        if pieces and pieces[-1][1] == own:
            pieces[-1] = (pieces[-1][0] + part, own)
        elif part:
            pieces.append((part, own))
    return tuple(pieces)


def graded_parts(grade: Grade) -> list[Line]:
    """Return how each part of a typed answer was met, what of it was missing, and what stands for nothing in it."""
    lines: list[Line] = []
    if len(grade.parts) > 1 or not grade.right:
        lines += [_part(part, alone=len(grade.parts) == 1) for part in grade.parts]
    if grade.missing and not grade.right:
        lines.append((("   ", "quiet"), (f"missing: {', '.join(grade.missing)}", "note")))
    if grade.unasked and not grade.right:
        lines.append((("   ", "quiet"), (f"not in the answer: {', '.join(grade.unasked)}", "note")))
    return lines


def _part(part: PartGrade, alone: bool) -> Line:
    """Return how a part was met; what was expected, where it is not all of the answer, which is shown anyhow."""
    sign, role = MARKS[part.verdict]
    told = f": {part.expected}" if part.verdict is not Verdict.RIGHT and not alone else ""
    reason = f" ({part.reason})" if part.reason else ""
    return ((f"{sign}  ", role), (f"{PARTS[part.part]}{told}{reason}", role if not told else "text"))


def _waiting(exercise: Exercise, confidence: bool, left: bool, key: Keys) -> Line:
    if exercise.typing and not exercise.weighing:
        if left:
            return (("enter", "key"), (" write on   the line is left: keys are commands", "quiet"))
        return (("enter", "key"), (" check what you typed", "quiet"))
    pieces: list[Piece] = []
    if exercise.weighing or (confidence and exercise.confidence is None):
        pieces += sureness(key)
        if exercise.weighing:
            pieces += [("enter", "key"), (" check without saying   ", "quiet")]
    elif exercise.confidence is not None:
        pieces.append((f"{SURENESS[round(3 * exercise.confidence)]}   ", "quiet"))
    if exercise.choosing:
        first, last = (key(f"study.option-{letter}") for letter in (LETTERS[0], LETTERS[len(exercise.options) - 1]))
        pieces += [(first, "key"), (" to ", "quiet"), (last, "key"), (" choose", "quiet")]
    elif not pieces:
        pieces += [(key("study.reveal"), "key"), (" show the answer", "quiet")]
    return tuple(pieces)


def sureness(key: Keys) -> list[Piece]:
    """Return the question how sure the reader is, with the key of each answer."""
    pieces: list[Piece] = [("how sure are you?   ", "quiet")]
    for rating, word in zip(Rating, SURENESS, strict=True):
        pieces += [(key(RATING_COMMANDS[rating]), "key"), (f" {word}   ", "quiet")]
    return pieces


def _ratings(exercise: Exercise, intervals: Mapping[Rating, timedelta], key: Keys) -> Line:
    pieces: list[Piece] = []
    if exercise.unsure:
        pieces += [("does yours say the same?   ", "text"), ("y", "key"), (" yes   ", "quiet")]
        pieces += [("n", "key"), (" no   ", "quiet")]
    for rating in Rating:
        chosen = rating is exercise.suggested
        pieces += [
            (key(RATING_COMMANDS[rating]), "key"),
            (" ", "text"),
            (rating.name.lower(), "suggested" if chosen else "text"),
            (f" {short(intervals[rating])}   ", "quiet"),
        ]
    if exercise.suggested is not None:
        pieces += [(key("study.reveal"), "key"), (f" {exercise.suggested.name.lower()}   ", "quiet")]
    if exercise.grade is not None and not (exercise.grade.right or exercise.overruled or exercise.unsure):
        pieces += [(key("study.overrule"), "key"), (" it was right", "quiet")]
    return tuple(pieces)

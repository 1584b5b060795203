"""An exam: questions without feedback until the end, then a score by kind and by actor."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tui_reader.errors import DeckError
from tui_reader.model import Card, Choice
from tui_reader.study.counting import percent
from tui_reader.study.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many questions were answered right."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        return self.right / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What an exam came to; `wrong` has each question answered wrong with what was chosen, None if nothing was."""

    total: Score
    by_kind: Mapping[str, Score]
    by_actor: Mapping[str, Score]
    wrong: tuple[tuple[Choice, str | None], ...]


def draw(
    cards: Iterable[Card], ask: Callable[[Card], Choice | None], count: int | None, seed: int
) -> tuple[Choice, ...]:
    """Return at most *count* questions in an order that follows from *seed*, one an item while there are items.

    *ask* makes the question of a card; a card of which it makes none is passed over.
    """
    pool = sorted(cards, key=lambda card: card.id)
    random.Random(f"{seed}/exam").shuffle(pool)
    items: set[str] = set()
    order: tuple[list[Card], list[Card]] = ([], [])
    for card in pool:
        order[card.item in items].append(card)
        items.add(card.item)
    found: list[Choice] = []
    for card in (*order[0], *order[1]):
        if count is not None and len(found) >= count:
            break
        if (choice := ask(card)) is not None:
            found.append(choice)
    return tuple(found)


def result(questions: Sequence[Choice], answers: Sequence[int | None], names: Mapping[tuple[str, str], str]) -> Result:
    """Return the score of *answers*, an index of an option or None for each question; *names* by text and actor."""
    if len(questions) != len(answers):
        raise ValueError(f"{len(questions)} questions, {len(answers)} answers")
    kinds: dict[str, list[bool]] = defaultdict(list)
    actors: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for choice, answer in zip(questions, answers, strict=True):
        right = answer is not None and choice.options[answer].right
        kinds[choice.card.kind.value].append(right)
        for actor in choice.card.actors:
            actors[names.get((choice.card.document, actor), actor)].append(right)
        if not right:
            wrong.append((choice, None if answer is None else choice.options[answer].text))
    marks = [mark for group in kinds.values() for mark in group]
    return Result(_score(marks), _scores(kinds), _scores(actors), tuple(wrong))


def result_of(answered: Iterable[Exercise], names: Mapping[tuple[str, str], str]) -> Result:
    """Return the score of the questions that were answered in an exam; *names* by text and actor."""
    asked = [(one.choice, one.chosen) for one in answered if one.choice is not None]
    return result([choice for choice, _ in asked], [chosen for _, chosen in asked], names)


def heading(titles: Iterable[str]) -> str:
    """Return the line above the result of an exam on the texts of these titles."""
    return f"Exam: {', '.join(' '.join(title.split()) for title in titles)}"


def report(title: str, outcome: Result) -> str:
    """Return the result as plain text to print: the score, its parts, and every wrong answer beside the right one."""
    lines = [title, f"{outcome.total.right} of {outcome.total.asked} right ({percent(outcome.total.share)})", ""]
    for heading, scores in (("By kind", outcome.by_kind), ("By actor", outcome.by_actor)):
        if scores:
            lines += [heading, *(f"  {score.right:3} of {score.asked:3}  {name}" for name, score in scores.items()), ""]
    for choice, chosen in outcome.wrong:
        lines += [choice.prompt, f"  you: {chosen or '–'}", f"  right: {_answer(choice.card)}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def values(outcome: Result) -> dict[str, Any]:
    """Return the result as JSON values."""
    return {
        "total": asdict(outcome.total),
        "by_kind": {name: asdict(score) for name, score in outcome.by_kind.items()},
        "by_actor": {name: asdict(score) for name, score in outcome.by_actor.items()},
        "wrong": [
            {"card": choice.card.id, "prompt": choice.prompt, "chosen": chosen, "right": _answer(choice.card)}
            for choice, chosen in outcome.wrong
        ],
    }


def write(file: Path, title: str, outcome: Result) -> None:
    """Write the result into a file, as JSON if its name ends in .json; raises DeckError."""
    words = report(title, outcome)
    if file.suffix == ".json":
        words = json.dumps({"title": title, **values(outcome)}, ensure_ascii=False, indent=1) + "\n"
    try:
        file.write_text(words, encoding="utf-8")
    except OSError as error:
        raise DeckError(f"cannot write {file}: {error.strerror}") from error


def _answer(card: Card) -> str:
    return " ".join(card.answer.split())


def _score(marks: Sequence[bool]) -> Score:
    return Score(sum(marks), len(marks))


def _scores(groups: Mapping[str, Sequence[bool]]) -> dict[str, Score]:
    return {name: _score(marks) for name, marks in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))}

"""The parts of a typed answer, each graded for itself: who acts, on what condition, what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.model import Card, Question
from tui_reader.study.grading import grade
from tui_reader.study.naming import mark
from tui_reader.study.verdict import Grade, Part, PartGrade, Verdict
from tui_reader.study.vocabulary import little
from tui_reader.study.wording import words

HINGE = re.compile(
    r",?\s*\b(?:only\s+)?(?P<hinge>if|unless|until|till|once|when|as long as|so long as|provided that|provided"
    r"|on condition that|in the event that|without)\s+",
    re.IGNORECASE,
)
ASKED = {Question.ANTECEDENT: Part.CONDITION, Question.CONSEQUENCE: Part.CONSEQUENCE}
DOERS = little("doer")
PEOPLE = frozenset({Question.OBLIGOR, Question.HOLDER, Question.SPEAKER, Question.STATER})


def grade_card(given: str, card: Card, names: Sequence[Sequence[str]] = (), passage: str = "") -> Grade:
    """Grade what was typed for *card*, as a whole and part by part.

    The whole decides the verdict; the parts tell a reader what of it was there. `names` has for each actor of the text
    all its names, `passage` is what the text says around the answer.
    """
    whole = grade(given, card.answer, card.accepted, names, card.prompt, passage)
    if card.question in PEOPLE:
        return replace(whole, parts=(PartGrade(Part.ACTOR, card.answer, whole.verdict),))
    expected = parts_of(card.answer, ASKED.get(card.question, Part.STATEMENT))
    if whole.right:
        graded = [PartGrade(part, text, Verdict.RIGHT) for part, text in expected]
    elif len(expected) == 1:
        graded = [PartGrade(part, text, whole.verdict, said=" ".join(given.split())) for part, text in expected]
    else:
        graded = [_part(given, part, text, card, names) for part, text in expected]
    actor = _actor(given, card, names)
    if whole.right:
        actor = tuple(PartGrade(one.part, one.expected, Verdict.RIGHT) for one in actor)
    return replace(whole, parts=(*actor, *graded))


def parts_of(answer: str, asked: Part = Part.STATEMENT) -> tuple[tuple[Part, str], ...]:
    """Return the condition and the consequence that an answer consists of, else the answer itself as what was asked."""
    hinge = HINGE.search(answer)
    if hinge is None or asked is Part.CONDITION:
        return ((asked, answer),)
    if hinge.start() == 0:
        condition, comma, consequence = answer[hinge.end() :].partition(", ")
    else:
        condition, comma, consequence = answer[hinge.end() :], ",", answer[: hinge.start()]
    if not comma or len(words(consequence)) < 2:
        return ((asked, answer),)
    word = hinge["hinge"].casefold()
    negative = word in ("unless", "until", "till", "without")  # part of what is said: “unless X” is not “if X”
    return (Part.CONSEQUENCE, consequence), (Part.CONDITION, f"{word} {condition}" if negative else condition)


def _part(given: str, part: Part, text: str, card: Card, names: Sequence[Sequence[str]]) -> PartGrade:
    """Grade the same part of what was typed, or all of it where it does not fall into parts."""
    split = dict(parts_of(given))
    if part in split:
        found = grade(split[part], text, (), names, card.prompt)
    elif part is Part.CONSEQUENCE and Part.STATEMENT in split:
        found = grade(given, text, (), names, card.prompt)
    else:
        found = Grade(Verdict.WRONG, 0.0, "not said")
    return PartGrade(part, text, found.verdict, found.reason, split.get(part, ""))


def _actor(given: str, card: Card, names: Sequence[Sequence[str]]) -> tuple[PartGrade, ...]:
    """Grade whom the answer is about, where it names somebody whom the question does not."""
    asked = {word.text for word in words(mark(card.prompt, names)) if word.name}
    answer, typed = words(mark(card.answer, names)), words(mark(given, names))
    wanted = [word.text for word in answer if word.name and word.text not in asked]
    said = {word.text for word in typed if word.name}
    if not wanted or answer[0].text in asked or (not said and typed and typed[0].text in DOERS):
        return ()  # nobody new, or one who is told as “it”
    name = names[int(wanted[0][1:])][0]
    if wanted[0] in said:
        return (PartGrade(Part.ACTOR, name, Verdict.RIGHT),)
    others = said - asked
    return (PartGrade(Part.ACTOR, name, Verdict.WRONG, "another actor" if others else "not named"),)

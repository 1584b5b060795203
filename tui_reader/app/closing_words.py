"""What is said when no card is left to ask; knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui_reader.app.card_face import Keys, Line
from tui_reader.app.rows import clip
from tui_reader.model import StudyMode
from tui_reader.store.material import actor_names, passages_of
from tui_reader.study.counting import counted, percent
from tui_reader.study.exam import result_of
from tui_reader.study.exercise import Exercise
from tui_reader.study.interval import short
from tui_reader.study.session import is_due

if TYPE_CHECKING:
    from tui_reader.store.sitting import Sitting


# What the words of a tally mean.
WRONG = "Slipped: learnt on an earlier day, wrong now. Not learnt yet: wrong, and never learnt before."


def closing_words(
    sitting: Sitting, exam: Sequence[Exercise], now: datetime, key: Keys, *, chosen: bool
) -> tuple[str, list[Line]]:
    """Return a head and lines on what a sitting came to; *exam* has what was answered in one, *chosen* cards or not."""
    outcome = sitting.summary()
    lines: list[Line] = []
    if not sitting.session.answered:
        head = "No such card may be asked now" if chosen else "Nothing is due"
        if not any(material.cards for material in sitting.materials.values()):
            head = "No cards yet"
            lines.append((("They are made once the text has been read for its claims.", "quiet"),))
        elif sitting.skipped:
            head = "Nothing to ask in this way"
        elif not chosen and sitting.why_none(now):
            head = "Nothing to ask" if sitting.mode in (StudyMode.MATCH, StudyMode.EXAM) else "Nothing more today"
    else:
        head = "Done for now"
        tally: Line = ((f"{len(outcome.right)} right", "right"), (f" · {len(outcome.slipped)} slipped", "wrong"))
        if outcome.missed:
            tally = (*tally, (f" · {len(outcome.missed)} not learnt yet", "wrong"))
        lines += exam_lines(sitting, exam) or [tally]
        if outcome.slipped or outcome.missed:
            lines.append(((WRONG, "quiet"),))
        for card in (*outcome.slipped, *outcome.missed):
            lines += [((f"✗ {card.prompt}", "text"),), ((f"  {card.answer}", "answer"),)]
    if why := sitting.why_none(now):
        lines += [(("", "text"),), ((why, "text"),)]
    if sitting.skipped:
        words = f" {counted(len(sitting.skipped), 'card')} that cannot be asked in this way: flashcards ask them"
        lines += [(("", "text"),), ((key("study.mode"), "key"), (words, "text"))]
    if further := len(sitting.further(now)):
        lines += [((key("study.more"), "key"), (f" {counted(further, 'card')} more today, beyond the limit", "text"))]
    for document, plan in sitting.plans(now).items():
        title = clip(sitting.materials[document].document.title, 40)
        day = "today" if not plan.days_left else f"in {plan.days_left} days" if plan.days_left > 1 else "tomorrow"
        unseen = f" · {plan.unseen} unseen, {plan.new_per_day} a day" if plan.unseen else ""
        lines += [(("", "text"),), ((f"{title} must be known {day}{unseen}.", "quiet"),)]
    owed = sum(len(passages_of(sitting.library, material)) for material in sitting.materials.values())
    if owed:
        words = f" {owed} passage{'s' if owed > 1 else ''} to read again, of cards that slipped"
        lines += [(("", "text"),), ((key("reading.passages"), "key"), (words, "text"))]
    elif exam and (outcome.slipped or outcome.missed):
        lines += [
            (("", "text"),),
            (("No passage to read again: only cards that were learnt before ask for theirs.", "quiet"),),
        ]
    if outcome.next_due is not None:
        wait = outcome.next_due - now
        due = sum(is_due(state, now) for state in sitting.session.states.values())
        told = f"The next card is due in {short(wait)}." if wait.total_seconds() > 0 else ""
        told = f"Due by now: {counted(due, 'card')}, asked in another sitting." if due else told
        lines += [(("", "text"),), ((told, "quiet"),)] if told else []
    if sitting.mode is StudyMode.RECALL:
        return "Recalled", [*lines, (("", "text"),), ((key("study.reveal"), "key"), (" read on", "quiet"))]
    ways = [("study.undo", "take back"), ("study.mode", "ask otherwise"), ("study.choose-cards", "other cards")]
    ways += [("study.report", "write the result")] if exam else []
    ways.append(("app.back", "back to the text"))
    keys: Line = tuple(piece for name, words in ways for piece in ((key(name), "key"), (f" {words}   ", "quiet")))
    return head, [*lines, (("", "text"),), keys]


def exam_lines(sitting: Sitting, exam: Sequence[Exercise]) -> list[Line]:
    """Return the score of an exam, by kind and by actor; nothing where there was none."""
    outcome = result_of(exam, actor_names(sitting.materials.values()))
    if not outcome.total.asked:
        return []
    lines: list[Line] = [
        ((f"{outcome.total.right} of {outcome.total.asked} right, {percent(outcome.total.share)}", "answer"),),
    ]
    for heading, scores in (("by kind", outcome.by_kind), ("by actor", outcome.by_actor)):
        lines += [((heading, "quiet"),)] if scores else []
        lines += [((f"  {score.right:2} of {score.asked:2}  {name}", "text"),) for name, score in scores.items()]
    return lines

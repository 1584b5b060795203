"""Whether a wrong answer fits the frame that its prompt gives it, so that grammar alone rules none out."""

from __future__ import annotations

import re
from enum import StrEnum

from tui_reader.decks.context import Context
from tui_reader.decks.kinship import NOBODY
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.opposites import negative
from tui_reader.decks.passage_cards import PASSAGE
from tui_reader.decks.tense import tense
from tui_reader.decks.triggers import predicate
from tui_reader.decks.wording import (
    AUXILIARIES,
    content_words,
    first_word,
    is_clause,
    is_plural,
    last_word,
    starts_with_verb,
    stems,
    words,
)
from tui_reader.model import Card, Condition, Question, Span

TITLE = re.compile(
    r"\bin (?:the \S+ )?“[^”]*”,?|^In [^,“”]{3,60}(?:statement|speech|letter|remarks)[^,]*,", re.IGNORECASE
)
PHRASAL = frozenset(
    {"without", "failing", "absent", "in exchange for", "in return for", "on the basis of", "only", "barring"}
)
SORTS = {"persons": "somebody", "institutions": "somebody", "name": "somebody", "times": "time"}
PERSONS = frozenset(["i", "we", "you", "he", "she", "it", "they"])
COMMANDING = frozenset({"should", "ought", "must", "cannot", "will", "would", "shall"})
OBJECTS = frozenset({"it", "them"})
ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "sal", "val", "ness", "ity", "ship", "cy")
RELATIVE = re.compile(r"\s(?:that|who|which|whose)\s")
VERB = re.compile(r"(?<=[a-z]\s)[a-z]{3,}(?<!s)s(?=\s(?:the|an?|its|their|his|her|no)\s)")
CONTENT = re.compile(r"(?:The|An?)\s[a-z]+\sthat\s")  # “the view that …”
RUNNING = 5  # letters of a word that ends in -ing and is none itself: “thing”
LENDING = re.compile(r"\s(?:of|in|on|at|for|who|which|that|from|to|with|by|between|using|held|offered)\b|,")


class Form(StrEnum):
    """What kind of words an answer is, by what it begins with."""

    THAT = "that"
    INFINITIVE = "to"
    TOPIC = "it"  # of what the prompt names
    CLAUSE = "clause"
    DEED = "deed"  # a predicate without its subject
    PHRASE = "phrase"


def form(text: str) -> Form:
    """Return what kind of words *text* is."""
    first = first_word(text)
    if first == "that":
        return Form.THAT
    if first in {"to", "not"}:
        return Form.INFINITIVE
    if first in {"it", "they"}:
        return Form.TOPIC
    if first in AUXILIARIES:
        return Form.DEED
    if (is_clause(text) or VERB.search(text)) and not _is_deed(text):
        return Form.CLAUSE
    return Form.DEED if _is_deed(text) else Form.PHRASE


def _is_deed(text: str) -> bool:
    found = words(text)
    first, second = [*(word.casefold() for word in found), "", ""][:2]
    verb = first.endswith("ed") or first in wordset("past_forms") or (first.endswith("s") and not first.endswith("ss"))
    opened = second in wordset("determiners") | {"that", "to", "for", "on", "it", "them", "not", "no", "with", "up"}
    return verb and first not in wordset("function_words") and (opened or found[1:2] != [w.lower() for w in found[1:2]])


def end_form(context: Context, condition: Condition, span: Span) -> Form | None:
    """Return what kind of words that end of a condition is, as its trigger has it; None where it has no subject."""
    trigger = " ".join(context.text(condition.trigger).casefold().split())
    first = span == condition.antecedent
    main = RELATIVE.split(context.text(span))[0]
    if trigger and predicate(trigger) and is_clause(main):
        return Form.CLAUSE
    led = trigger.split()[-1:] and trigger.split()[-1] in wordset("topic_prepositions")  # “but for”, “only at”
    if predicate(trigger) or (first and (led or trigger in PHRASAL)):
        return Form.PHRASE
    if first and trigger == "and":
        return Form.INFINITIVE  # a bare one, behind “if you …”
    if trigger == "only" and not first:
        return Form.INFINITIVE
    return None if trigger == "only" or starts_with_verb(context.text(span)) else Form.CLAUSE


def form_of(card: Card, context: Context) -> Form:
    """Return what kind of words the answer of *card* is."""
    if card.question is Question.STANCE and card.prompt.rstrip().endswith("do?"):
        return Form.INFINITIVE
    if card.question in {Question.ANTECEDENT, Question.CONSEQUENCE} and form(card.answer) is not Form.THAT:
        condition = next((one for one in context.conditions.over(card.sentence) if one.id == card.item), None)
        if condition is not None and card.part in {"", PASSAGE}:
            end = condition.antecedent if card.question is Question.ANTECEDENT else condition.consequent
            return end_form(context, condition, end) or form(card.answer)
    return form(card.answer)


def fits_frame(option: str, card: Card, kind: Form) -> bool:
    """Whether *option*, of that form, could stand where the answer does: lead, tense, and no word that jars."""
    right = card.answer
    if _lead(option) != _lead(right) or (first_word(option) == "whether") != (first_word(right) == "whether"):
        return False
    if NOBODY.match(option) and not (
        NOBODY.match(right) and negative(first_word(option)) == negative(first_word(right))
    ):
        return False
    own, other = ({word.casefold() for word in words(text)} for text in (right, option))
    if (other - own) & wordset("open_words") or bool(own & wordset("second_person")) != bool(
        other & wordset("second_person")
    ):
        return False
    if (CONTENT.match(right) is None) != (CONTENT.match(option) is None):
        return False
    if kind is Form.THAT and _lead(_behind_that(option)) != _lead(_behind_that(right)):
        return False
    if (
        first_word(right).endswith("ing")
        and len(first_word(right)) > RUNNING
        and not first_word(option).endswith("ing")
    ):
        return False  # “stops short of doing what?”
    if last_word(option) in wordset("pointing_ends") - {last_word(right)}:
        return False
    if other & wordset("first_person") and not own & wordset("first_person"):
        return False
    if stems(option) <= asked_words(card.prompt):
        return False
    if kind is Form.PHRASE:
        if (other - own) & (wordset("possessives") | {"her"}):
            return False
        if not opened(option) and opened(right) and not is_plural(head(option)):
            return False
        if not opened(option) and not opened(right) and is_plural(head(right)) and not is_plural(head(option)):
            return False
        led = wordset("topic_prepositions")
        if (first_word(option) in led) != (first_word(right) in led):
            return False  # “against it”
        if (first_word(option) == "as") != (first_word(right) == "as"):
            return False
        if option.startswith("“") and not right.startswith("“"):
            return False  # what something is called, not what is asked for
        if stems(head(option)) and stems(head(option)) <= asked_words(card.prompt):
            return False
        return alike(option, right) and (
            card.question is not Question.CONSEQUENCE or is_plural(head(option)) == is_plural(head(right))
        )
    if kind is Form.DEED and (own & OBJECTS) != (other & OBJECTS):
        return False
    if kind in {Form.CLAUSE, Form.TOPIC} and tense(option) is not tense(right):
        return False
    return card.question is not Question.ANTECEDENT or not (other - own) & COMMANDING


def running(text: str) -> bool:
    """Whether *text* begins with a verb in -ing."""
    return first_word(text).endswith("ing") and len(first_word(text)) > RUNNING


def _behind_that(text: str) -> str:
    return text.partition(" ")[2]


def _lead(text: str) -> str:
    first = first_word(text)
    return first if first in PERSONS else ""


def head(phrase: str) -> str:
    """Return *phrase* up to its head noun."""
    return LENDING.split(phrase, maxsplit=1)[0]


def sort(phrase: str) -> str:
    """Return what sort of thing a noun phrase names, as far as its head noun's form and the word lists tell it."""
    last = (words(head(phrase)) or [""])[-1]
    folded = last.casefold()
    single = re.sub(r"s$", "", folded)
    for name in ("persons", "institutions", "writings", "times", "things"):
        if {folded, single} & wordset(name):
            return name
    if single.endswith(ABSTRACT) or folded.endswith(ABSTRACT) or single in wordset("deeds"):
        return "deed"
    return "name" if last[:1].isupper() and len(words(phrase)) > 1 else "thing"


def opened(phrase: str) -> str:
    """Return what opens a noun phrase: `a`, `the` (or an owner), "" for neither."""
    first = first_word(phrase)
    return "a" if first in {"a", "an"} else "the" if first in wordset("determiners") or first.endswith("’s") else ""


def alike(one: str, other: str) -> bool:
    """Whether two noun phrases name the same sort of thing: somebody, a time, or something."""
    return SORTS.get(sort(one), "thing") == SORTS.get(sort(other), "thing")


def asked_words(prompt: str) -> set[str]:
    """Return the stems of what *prompt* asks about, the title of its text left out."""
    return stems(TITLE.sub(" ", prompt))


def betrayed(right: str, wrong: list[str], prompt: str) -> bool:
    """Whether the right answer, alone or as one of two, has words that the prompt has too."""
    asked = asked_words(prompt)
    if not stems(right) & asked:
        return False
    return sum(bool(stems(text) & asked) for text in wrong) < 2


def nearly(one: str, other: str) -> bool:
    """Whether two answers have all their content words in common."""
    return content_words(one) == content_words(other)

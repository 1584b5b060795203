"""What can be left out of a condition or position so that a reader of the text knows it: never a mere predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.condition_ends import INVERTED
from tui_reader.decks.context import Context
from tui_reader.decks.figures import figures, is_figure
from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.reference import DEMONSTRATIVES, PRONOUNS
from tui_reader.decks.wording import AUXILIARIES, WORD, content_words, count, first_word, is_clause, last_word, words
from tui_reader.model import Condition, Position, Question, Span

ANSWER_WORDS = 12
BRIEF, REACH = 3, 40  # words of an end that says something; characters behind a blank that are looked at
TAIL_WORDS = 8  # of what is left out of a position
TELLING = 2  # content words that nobody guesses
WANTED = re.compile(r"\s+(?:to|only|when|if|until|by|in|at|an?|the|its|their)\b")  # no verb stands there
PART = re.compile(r"[,;:–—]\s|\sand\s(?=\d)")  # where a blank ends
OPENING = frozenset(re.findall(r"\w+", "in on at by from under over before after with without during for"))
SPLIT = frozenset({"and", "or", "nor", "either", "neither", "both"})
EVENT = re.compile(r"an?\s+[^\W\d_]+")  # “in the event of a trial”
QUOTED = re.compile(r"“([^“”]{3,90})”")
TAIL = re.compile(
    r"\b(?=(?:an?|the|no|any|every|his|her|its|their|to|as|by|with|for|from|on|in|at|of|against|under)\s)"
)
VERBS = rf"(?:{alternatives('auxiliaries')}|{alternatives('modals')})\b"
CIRCUMSTANCE = re.compile(
    r"\b(?:in|on|at|by|from|under|over|before|after|with|without|during|for)\s(?:an?|the|no)\s"
    rf"(?:(?!{VERBS})[^\W\d_]+\s){{0,2}}(?!{VERBS})[^\W\d_]+(?=\s{VERBS})"
)  # a phrase of the subject, before its verb
LISTED = re.compile(r",\s[a-z]+(?:,|\s(?:and|or)\s)|\sor\s[a-z]")
OWNING = frozenset({"his", "her", "its", "their"})
DETERMINED = frozenset({"a", "an", "the", "no"})
UNTELLING = frozenset({"any", "every", "of", "and", "but", "not"})  # phrases that nobody recalls
UNTOLD = PRONOUNS | wordset("times") | wordset("empty_tails") | wordset("particles") | {"there", "will"}
NUMBERS = "|".join(table("turns")["numbers"]["words"].split()[1:])
AMOUNT = re.compile(rf"\d|\b(?:{alternatives('amounts')}|{NUMBERS})\b")


def ends(context: Context, condition: Condition) -> Iterator[tuple[Question, Span]]:
    """Yield what can be asked of *condition* and the words that answer it, where they can be recalled whole.

    A verb put before its subject is left out with it: “Had he known”.
    """
    first = condition.antecedent
    trigger = " ".join(context.text(condition.trigger).casefold().split())
    if trigger in INVERTED and condition.trigger.start < first.start:
        first = Span(condition.trigger.start, first.end)
    for question, span in ((Question.ANTECEDENT, first), (Question.CONSEQUENCE, condition.consequent)):
        text = context.text(span)
        if question is Question.ANTECEDENT and first_word(trigger) in wordset("indifferent"):
            continue  # “whatever the amendment says”: what it does not hang on
        spoken_of = first_word(trigger) in wordset("indifferent") and first_word(text) in PRONOUNS
        if question is Question.CONSEQUENCE and (first_word(text) in AUXILIARIES or spoken_of):
            continue  # “only then should the limit bite”
        event = question is Question.ANTECEDENT and EVENT.fullmatch(text) and content_words(text) - UNTOLD
        whole = BRIEF <= count(text) <= ANSWER_WORDS and first_word(text) not in {"and", "even"}
        if event or (whole and telling(context, span)):
            yield question, span


def telling(context: Context, span: Span) -> bool:
    """Whether only who has read them can supply the words of *span*: two content words, a deed, amount or name."""
    text = context.text(span)
    told = content_words(text) - UNTOLD
    if len(told) >= TELLING or (first_word(text) == "to" and told - wordset("faint_verbs")):
        return True  # a deed in one word is one: “promised to resign”
    named = [match for match in WORD.finditer(text) if match.group()[0].isupper() and match.group() != "I"]
    return any(not context.begins_sentence(span.start + match.start()) for match in named) or bool(AMOUNT.search(text))


def stated(context: Context, position: Position) -> list[Span]:
    """Return what can be left out of the words of a position: what it quotes, its issue, a thing, deed or amount."""
    evidence, issue = position.evidence, position.issue.span
    text = context.text(evidence)
    found = list(figures(context, evidence))
    if (match := QUOTED.search(text)) and len(match.group()) < 0.8 * len(text):
        found.append(Span(evidence.start + match.start(1), evidence.start + match.end(1)))
    if issue is not None and evidence.contains(issue):
        found.append(issue)
    found += [
        Span(evidence.start + match.start(), evidence.end)
        for match in TAIL.finditer(text)
        if _follows_verb(text[: match.start()])
    ]
    found += [
        Span(evidence.start + match.start(), evidence.start + match.end()) for match in CIRCUMSTANCE.finditer(text)
    ]
    found = [Span(span.start, span.start + len(PART.split(context.text(span))[0])) for span in found]
    trimmed = [_trimmed(context, span) for span in found]
    if _is_said(context, evidence):
        trimmed.append(evidence)
    return [span for span in trimmed if 0 < count(context.text(span)) <= TAIL_WORDS and _tells(context, span)]


def _is_said(context: Context, evidence: Span) -> bool:
    """Whether the words are all that somebody says in a longer sentence: “fears that the cost will double”."""
    before = context.before(evidence)
    return last_word(before) == "that" and len(words(before)) > BRIEF and is_clause(context.text(evidence))


def _follows_verb(before: str) -> bool:
    """Whether a phrase behind those words is not of their noun: “six of its members”, “growers in the hills”."""
    found = words(before.casefold())
    led = found[-1:] if found[-1:] and found[-1] in wordset("topic_prepositions") else []
    return len(found) - len(led) > 1 and led != ["of"]


def _trimmed(context: Context, span: Span) -> Span:
    text = context.text(span)
    start = len(text) - len(text.lstrip(" ,;:–—“"))
    return Span(span.start + start, span.start + max(start, len(text.rstrip(" ,;:.–—”"))))


def _tells(context: Context, span: Span) -> bool:
    """Whether the words are a thing, an infinitive, a comparison, or a name or amount behind its preposition."""
    text = context.text(span)
    first, *rest = [word.casefold() for word in words(text)] or [""]
    before = context.before(span)
    if last_word(before) in SPLIT | wordset("causatives") | wordset("indifferent") | {"let"}:
        return False  # “his or her post”, “let the thing drift”, “whatever the motives”
    after = context.document.text[span.end : span.end + REACH]
    if re.match(r"\s+(?:of|that|which|who|whose|only)\b", after):
        return False  # half a phrase
    if last_word(before) in {"that", ""} and re.match(
        r"\s+(?:to|only|when|if|until|by|in|at|an?|the|its|their)\b", after
    ):
        return False  # “the failure to answer”, or a subject that took its verb with it
    if first == "in" and last_word(text) in wordset("opinion_nouns"):
        return False  # “in the council’s view”
    aside = re.search(r",\s(?:(?:who|which)\b[^,]*)?$", before)
    if (aside and after.startswith(",")) or re.match(r"\s+ago\b", after):
        return False  # told in passing
    if is_figure(text):
        return not LISTED.match(after)
    if _is_said(context, span):
        return first not in PRONOUNS | DEMONSTRATIVES and telling(context, span)
    if first in PRONOUNS - OWNING or text.count("“") != text.count("”") or set(rest) & AUXILIARIES:
        return False
    if LISTED.match(context.document.text[span.end : span.end + REACH]):
        return False  # one of several
    quoted = QUOTED.search(context.document.text[max(0, span.start - 1) : span.end + 1]) is not None
    if first in wordset("subordinators") - OPENING - {"given"} or text.casefold().startswith(("as long", "so long")):
        return False  # a condition, which is asked for by itself
    if first in DEMONSTRATIVES | UNTELLING and not quoted:
        return False
    if count(text) <= BRIEF and words(text.casefold())[-1] in wordset("abstract_nouns") | wordset("no_topics"):
        return False  # “the matter”
    if not content_words(text) - PRONOUNS - wordset("empty_tails") - wordset("times"):
        return False
    if first in OPENING and AUXILIARIES & set(words(after)[:1]):
        return len(content_words(text)) >= TELLING
    if not quoted and not telling(context, span):
        return False
    if first in OWNING:
        return bool(rest) and re.search(r"\b(?:it|them|him|her)\b", after) is None
    if quoted or first in DETERMINED or first == "as":
        return True
    if first == "to" and rest and rest[0] not in wordset("determiners"):
        return not set(rest) & PRONOUNS
    named = any(word[0].isupper() for word in words(text)) or AMOUNT.search(text) is not None
    if not rest and not named:
        before = first_word(context.before(span)[::-1])[::-1]
        led = before in DETERMINED | (wordset("topic_prepositions") - {"to"}) | {"that", ""}
        return led or first in wordset("mass_nouns")  # what follows a subject could be its verb
    return named or first not in wordset("topic_prepositions") | {"to", "not", "than"}

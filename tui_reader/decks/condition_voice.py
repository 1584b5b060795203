"""Whose words a condition is told in, where that is nobody whom the extraction names."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import first_word
from tui_reader.model import Condition, item_span

THAT = re.compile(r"\b(?:that|so)\s+(?:[^,;:]{0,60},\s)?$")
TOLD_BY = re.compile(r"[”,\s]*according to (?!this|the (?:text|article))", re.IGNORECASE)
IN_VIEW = re.compile(r"\bin (?:his|her|its|their|[\w ]{3,30}[’']s?) (?:view|opinion|judg(?:e)?ment)\b", re.IGNORECASE)
FACT = re.compile(r"(?:the|an?)\s[^,]{3,40}\s(?:is|was|be)\s+that\s", re.IGNORECASE)  # “the basic notion is that”
RESOLVED = re.compile(
    rf"\b(?:agree[ds]?|decide[ds]?|resolve[ds]?|{alternatives('mandates')})\b", re.IGNORECASE
)  # what a text lays down
# “we will ask them to pledge that …”: nobody has pledged it
ASKED_THAT = re.compile(
    rf"\b(?:{alternatives('asking_stems')})[a-z]*\b[^.;]{{1,60}}\bto\s+[a-z]+\s+that\s+$", re.IGNORECASE
)
EMPTY = re.compile(r"\b(?:agreed|accepted|consented|promised|refused)$|\bhardly\b")  # to what; in irony
WISHED = re.compile(r"\bso\s+that\s+$")  # “ask the house to amend it so that …”
JOINING = re.compile(r"^(?:and|but|so|yet)\s+", re.IGNORECASE)


def reported(context: Context, condition: Condition) -> bool:
    """Whether the sentence lays a condition in the mouth of somebody who has no name, or says little by itself.

    “Our lawyers are clear that …”, “… , according to her office”, “in their opinion …”.
    """
    if EMPTY.search(context.text(condition.consequent)):
        return True
    if ASKED_THAT.search(context.before(item_span(condition))):
        return True
    if condition.holder is not None:
        return context.name(condition.holder) is None
    whole = item_span(condition)
    start = min(whole.start, condition.trigger.start)
    sentence = context.sentence(whole)
    before = context.document.text[sentence.start : start]
    if TOLD_BY.match(context.document.text[whole.end : sentence.end]) or IN_VIEW.search(before):
        return True
    clause = JOINING.sub("", re.split(r"[;:]", before)[-1].lstrip(" “"))
    plain = first_word(clause) in wordset("plain_subjects") or FACT.match(clause)
    resolved = RESOLVED.search(before) and not WISHED.search(before)
    return THAT.search(before) is not None and not plain and not resolved

"""Speakers as the labels of a transcript introduce them: "Mr. Tomas Berg (Secretary for Roads; Orm, National):"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.extraction.actors.entity import Role
from tui_reader.extraction.actors.evidence import Evidence
from tui_reader.extraction.actors.names import HONORIFICS, TITLES
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.actors.offices import give_role
from tui_reader.model import Document
from tui_reader.sources.names import is_name
from tui_reader.sources.turns import bracketed_name

if TYPE_CHECKING:
    from tui_reader.extraction.actors.survey import Survey


def learn_speakers(survey: Survey, document: Document) -> None:
    """Learn the full names in labels, so that "Mr. Berg" means the one who was introduced as Tomas Berg."""
    labels = dict.fromkeys(block.label.of(document.text) for block in document.blocks if block.label is not None)
    for label in labels:
        name = bracketed_name(label) or re.split(r"\s?[(\[:]", label)[0]
        words = name.split()
        courtesies = []
        while len(words) > 1 and (words[0].lower() in HONORIFICS or words[0].lower() in TITLES):
            courtesies.append(words.pop(0).lower())
        bare = " ".join(words)
        titled = bare.isupper() and len(words) == 1 and bool(courtesies) and courtesies[-1] in TITLES
        if titled:
            bare = bare.title()  # "DEPUTY GOVERNOR ROKE"
        elif bare.isupper() and courtesies and (full := _in_full(bare, document.text)) is not None:
            bare = full
        elif bare.isupper() or not is_name(bare):
            continue
        key = normal(bare)
        evidence = survey.naming.evidence.setdefault(key, Evidence(key))
        evidence.forms[bare] += 1
        evidence.vote("person", 8)
        evidence.gender = evidence.gender or next(
            (HONORIFICS[word] for word in courtesies if HONORIFICS.get(word, "-") != "-"), None
        )
        survey.naming.settle(evidence)
        bearer = survey.naming.bearers.get(key)
        if titled and bearer is not None:
            give_role(survey, bearer.canonical(), Role(courtesies[-1], frozenset(courtesies[:-1])))
        for office in re.split(r"[(\[;)\]]", label)[1:]:
            head = office.strip().partition(" ")[0].lower()
            if bearer is not None and head in TITLES:
                give_role(survey, bearer.canonical(), Role(head, frozenset()))


def _in_full(last: str, text: str) -> str | None:
    """Return the first and last name that *text* has of whom a label calls by the last in capitals: "MS HALE"."""
    found = re.search(rf"\b((?:[A-Z][a-z\w’'-]+ ){{1,2}}){re.escape(last.title())}\b", text)
    if found is None:
        return None
    words = found[0].split()
    while len(words) > 1 and (words[0].lower().rstrip(".") in HONORIFICS or words[0].lower() in TITLES):
        words.pop(0)
    return " ".join(words) if len(words) > 1 and is_name(" ".join(words)) else None

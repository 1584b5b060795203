"""What positions are about: one name for an issue, however differently its holders put it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from tui_reader.extraction import lexicon
from tui_reader.model import Position

ALIKE = 88.0  # rapidfuzz ratio, 0 to 100, from which two words are forms of one ("escort", "escorts")
RECENT = 12  # issues with the same beginning, and names in each, that a new name is compared with
FAR = 500  # characters; a pronoun does not reach back over more
SHORTEST = 4  # letters; shorter words must be equal
DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|any|some|all|no|such|our|my|your|his|her|its|their|what|both|each|every|more"
    r"|another|further|of)\s+",
    re.IGNORECASE,
)
MODIFIER = re.compile(
    r"\b(?:of|in|on|at|for|to|with|by|from|between|over|against|about|into|under|toward|towards|after|before|without|within|since|during|that|which|who)\b"
)
DEIXIS = re.compile(r"\b(?:this|that|these|those|such)\b", re.IGNORECASE)  # points, and so does not name
WORD = re.compile(r"[^\W\d_][\w-]*")
QUOTES = "“”\"‘’'«»"


@dataclass(frozen=True, slots=True)
class Topic:
    """The words by which an issue is compared: `head` is what it is, `words` tell which one."""

    head: str
    words: frozenset[str]


@lru_cache(maxsize=4096)
def topic(name: str) -> Topic | None:
    """Return what the noun phrase *name* is about, None for a pronoun or an empty phrase."""
    plain = bare(name).casefold()
    core = MODIFIER.split(plain)[0]
    words = [stem(w) for w in WORD.findall(plain) if w not in lexicon.words("stance_unspecific")]
    heads = [stem(w) for w in WORD.findall(core) if w not in lexicon.words("stance_unspecific")]
    if not words:
        return None
    return Topic(heads[-1] if heads else words[0], frozenset(words))


def bare(name: str) -> str:
    """Return *name* without quotation marks and leading determiners: "the escorts" → "escorts"."""
    plain = " ".join(name.split()).strip(QUOTES + " ,.;:")
    shorter = DETERMINERS.sub("", plain)
    while shorter != plain:
        plain, shorter = shorter, DETERMINERS.sub("", shorter)
    return plain


def stem(word: str) -> str:
    """Return *word* without the endings of plural and participle, roughly: what is compared, never shown."""
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word.removesuffix(ending) + rest
            break
    return word.removesuffix("e")


def same_issue(one: Topic, other: Topic) -> bool:
    """Say whether two topics are one issue: the same head, and no words that tell them apart."""
    if not _alike(one.head, other.head):
        wider, narrower = (one, other) if len(one.words) >= len(other.words) else (other, one)
        # "the survey programme", "the programme": the narrower has nothing of its own
        return len(narrower.words) > 1 and all(any(_alike(w, v) for v in wider.words) for w in narrower.words)
    mine = {w for w in one.words if not any(_alike(w, v) for v in other.words)}
    theirs = {w for w in other.words if not any(_alike(w, v) for v in one.words)}
    return not (mine and theirs)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or one[:3] != other[:3]:
        return False
    return fuzz.ratio(one, other) >= ALIKE


def group(names: Sequence[str], places: Sequence[int] = ()) -> list[str]:
    """Return for each of *names*, in order of the text, the label of its issue; one issue has one label.

    A pronoun takes the issue before it, unless that is too far away by *places*, offsets into the text. Of several
    names for an issue the label is the one used most that does not point ("that level"), then the shortest that says
    all, without determiners.
    """
    topics = [topic(name) for name in names]
    issue_of: list[int] = []
    members: list[list[int]] = []
    by_head: dict[str, list[int]] = {}
    for index, found in enumerate(topics):
        if found is None:
            near = not places or index == 0 or places[index] - places[index - 1] <= FAR
            if issue_of and near:
                issue_of.append(issue_of[-1])
                continue
            found = Topic(names[index].casefold(), frozenset({names[index].casefold()}))
            topics[index] = found
        key = found.head[:3]
        place = next(
            (
                issue
                for issue in by_head.get(key, [])[: -RECENT - 1 : -1]
                if all(same_issue(found, kept) for i in members[issue][-RECENT:] if (kept := topics[i]) is not None)
            ),
            None,
        )
        if place is None:
            place = len(members)
            members.append([])
            by_head.setdefault(key, []).append(place)
        members[place].append(index)
        issue_of.append(place)
    labels = [_label([names[i] for i in indices]) for indices in members]
    return [labels[issue] for issue in issue_of]


def _label(names: Iterable[str]) -> str:
    counted = Counter(bare(name) or name for name in names)
    most = max(counted.values())
    best = [name for name, count in counted.items() if count == most]
    return max(best, key=lambda name: (not DEIXIS.search(name), min(len(WORD.findall(name)), 3), -len(name)))


def grouped(positions: Iterable[Position]) -> list[Position]:
    """Return *positions* with one issue text for all on the same issue, in the order of the text."""
    ordered = sorted(positions, key=lambda position: (position.evidence.start, position.evidence.end))
    labels = group([p.issue.text for p in ordered], [p.evidence.start for p in ordered])
    return [
        replace(position, issue=replace(position.issue, text=label))
        for position, label in zip(ordered, labels, strict=True)
    ]


def by_issue(positions: Iterable[Position]) -> dict[str, list[Position]]:
    """Return the positions on each issue, issues with the most holders first."""
    found: dict[str, list[Position]] = {}
    for position in positions:
        found.setdefault(position.issue.text, []).append(position)
    return dict(sorted(found.items(), key=lambda item: -len({position.holder for position in item[1]})))

"""Is something done, or may, must or will it be: the modals of two answers against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.study.alignment import Alignment, next_content
from tui_reader.study.hinges import hinges, texts
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, irregular, little, table

PAST = little("past")
DENIABLE = little("deniable")
NONE = little("none")
GONE = little("gone")
INSERTED = little("inserted modal")
NOW = frozenset(["is", "are", "was", "were"])
NEEDING = little("needing")
BE, ARTICLES, PREPOSITIONS = little("be"), little("article"), little("preposition")
UNABLE, CAN = {"certain", "forbidden"}, {"can", "could"}
DENYING = little("denying")
FUTURE = little("open")
WISHED = frozenset(["advised", "obliged", "possible", "permitted", "forbidden"])


def modal(aligned: Alignment) -> Turn | None:
    given, right = _modals(aligned.said), _modals(aligned.wanted)
    for one, other in table("modal_clashes.tsv"):
        for a, b in ((one, other), (other, one)):
            if a in right and a not in given and b in given and b not in right:
                if {a, b} == UNABLE and {right.get(a), given.get(b)} & CAN and DENYING & texts(aligned.said):
                    continue  # “will not survive” is “cannot survive”
                only = "only" in texts(aligned.wanted) | texts(aligned.said)  # “may only if” is “must, to”
                apart = only or _of_another_verb(aligned, right[a], given[b])
                return Turn(f"“{given[b]}” in place of “{right[a]}”", certain=not apart)
    if (turn := _without(aligned, right, given)) is not None:
        return turn
    happened = [word.text for word in aligned.said if word.text in PAST]
    wished = WISHED & right.keys()
    if wished and not given and happened and not any(word.text in PAST for word in aligned.wanted):
        return Turn(f"“{happened[0]}” in place of “{right[min(wished)]}”", certain=False)
    alone = not (hinges(aligned.wanted) or hinges(aligned.said))
    if alone and happened and "will" in texts(aligned.wanted) and not given:
        return Turn(f"“{happened[0]}” in place of “will”", certain=False)
    if not right and (turn := _not_yet(aligned)) is not None:
        return turn
    if not right and not FUTURE & texts(aligned.wanted):
        added = given.get("possible") or (
            "will" if alone and GONE & texts(aligned.wanted) and "will" in texts(aligned.said) else ""
        )
        if added:
            return Turn(f"“{added}” is not in the answer", certain=False)
    return None


def _without(aligned: Alignment, right: Mapping[str, str], given: Mapping[str, str]) -> Turn | None:
    """Notice a verb without the modal that governs it, “left” for “must leave”, and a second modal: “may have to”."""
    for strength, phrase in right.items():
        for more in given.keys() - right.keys():
            clash = (strength, more) in table("modal_clashes.tsv") or (more, strength) in table("modal_clashes.tsv")
            if clash and strength in given:
                return Turn(f"“{given[more]}” is not in the answer", certain=False, doubtful=True)
        if given or texts(aligned.said) & NEEDING:
            continue
        pairs = dict(aligned.pairs)
        for mine in _governed(aligned.wanted, phrase)[:1]:
            if mine in pairs and _finite(aligned, mine, pairs[mine], past=strength in ("certain", "ordained")):
                return Turn(f"without “{phrase}”", certain=False, doubtful=True)
    return None


def _finite(aligned: Alignment, mine: int, theirs: int, past: bool) -> bool:
    """Say whether an infinitive of the one answer is a finite verb of the other, a past one where *past* asks it."""
    base, typed = aligned.wanted[mine].text, aligned.said[theirs].text
    before = [word.text for word in aligned.said[max(theirs - 2, 0) : theirs]]
    if not past and NOW & set(before[-1:]) and typed.endswith(("ed", "en")) and not base.endswith(("ed", "en")):
        return True  # “needs repair”, “is repaired”
    subject = theirs > 0 and theirs - 1 in dict(aligned.pairs).values()
    if not past and typed == base and subject and "be" not in before:
        return True  # “schools teach” for “schools must teach”
    if BE & set(before) or (ARTICLES | PREPOSITIONS) & set(before[-1:]) or base.endswith("ed"):
        return False
    gone = typed.endswith("ed") or irregular().get(typed, typed) != typed
    return gone or (not past and typed.endswith("s") and not base.endswith("s"))


def _of_another_verb(aligned: Alignment, right: str, given: str) -> bool:
    """Say whether two modals go with verbs that do not stand for one another: “A would, B must”."""
    mine, theirs = _governed(aligned.wanted, right), _governed(aligned.said, given)
    partner = dict(aligned.pairs).get(mine[0]) if mine else None
    return partner is not None and bool(theirs) and partner not in theirs


def _governed(found: Sequence[Word], phrase: str) -> list[int]:
    """Return where the first words of content behind a modal stand, the verb or an adverb and the verb."""
    parts = phrase.split()
    texts = [word.text for word in found]
    start = next((i for i in range(len(texts)) if texts[i : i + len(parts)] == parts), None)
    first = None if start is None else next_content(found, start + len(parts) - 1)
    second = None if first is None else next_content(found, first)
    return [place for place in (first, second) if place is not None]


def _not_yet(aligned: Alignment) -> Turn | None:
    """Notice what was done as something that would, could or will be: “recognised”, “would recognise”."""
    gone = bool(GONE & texts(aligned.wanted)) and not hinges(aligned.wanted)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for index, word in enumerate(aligned.said):
        verb = next_content(aligned.said, index)
        if word.text in INSERTED and verb in back:
            before, now = aligned.wanted[back[verb]], aligned.said[verb]
            past = before.text.endswith("ed") or before.text in irregular()
            if gone or (past and before.text != now.text and before.stem == now.stem):
                return Turn(f"“{word.text}” is not in the answer", certain=False)
    return None


def _modals(found: Sequence[Word]) -> dict[str, str]:
    """Return the modal phrases by their strength; “may not” and “no … may” forbid as “must not” does.

    “Does not have to” and “no … has to” leave it free.
    """
    texts = [word.text for word in found]
    strengths: dict[str, str] = {}
    for phrase, strength in table("modals.tsv"):
        parts = phrase.split()
        for index in range(len(texts) - len(parts) + 1):
            if texts[index : index + len(parts)] == parts:
                denied = texts[index + 1 : index + 2] == ["not"] or bool(NONE & set(texts[:index]))
                freed = strength == "obliged" and phrase != "must" and (denied or texts[:index][-1:] == ["not"])
                strengths["free" if freed else "forbidden" if phrase in DENIABLE and denied else strength] = phrase
    return strengths

"""Who does it and who suffers it, where a noun, an auxiliary or a preposition tells: “release of A”, “release by A”."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.deeds import ELSEWHERE, RELATIVE, verb_like
from tui_reader.study.doers import ergatives
from tui_reader.study.roles import BE, BY, PARTICIPLE, PREPOSITIONS, led_by, roleless
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, table

DONE_BY = Turn("who does it, and to whom is it done?", certain=False, doubtful=True)
DEEDS_OF = little("deed of its doer")
LEADING = little("article") | little("known before")
LED = 3  # words from a preposition to one that it surely leads
CLASHES = frozenset(frozenset(pair) for pair in table("hung_clashes.tsv"))
MODAL = little("modal")
HELPING = MODAL | (little("past") - BE)  # what tells an active verb


def done_by(aligned: Alignment) -> Turn | None:
    """Return the turn if who suffers a deed that a noun tells is now its doer: “release of the crew”, “by the crew”."""
    for mine, theirs in aligned.pairs:
        leads = _lead(aligned.wanted, mine), _lead(aligned.said, theirs)
        for (lead, head), (led, other) in (leads, leads[::-1]):
            same = head is not None and other is not None and head.stem == other.stem
            if (lead, led) == ("of", "by") and same and not {word.text for word in (head, other) if word} & DEEDS_OF:
                return DONE_BY
    return None


def _lead(found: Sequence[Word], index: int) -> tuple[str, Word | None]:
    """Return the preposition right before a word, but for articles, and the word that it hangs on."""
    place = index - 1
    while place > 0 and found[place].text in LEADING:
        place -= 1
    if place <= 0 or found[place].text not in BY:
        return "", None
    return found[place].text, found[place - 1]


def lost_its_doer(aligned: Alignment) -> Turn | None:
    """Return the turn if who does a deed is in the other answer the one to whom it is done: “A lends”, “lend to A”."""
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for one, other, partner in (
        (aligned.wanted, aligned.said, pairs),
        (aligned.said, aligned.wanted, back),
    ):
        for verb in partner:
            doer = _subject(one, verb)
            if doer is None or doer not in partner or one[verb].stem != other[partner[verb]].stem:
                continue
            then = partner[verb]
            moved = partner[doer]
            if moved > then and next_content(other, then) == moved and _to(other, then, moved):
                return DONE_BY
    return None


def _subject(found: Sequence[Word], verb: int) -> int | None:
    """Return the word of content right before a verb in an active clause, with a modal between the two."""
    place = verb - 1
    while place > 0 and found[place].text in MODAL:
        place -= 1
    plain = place >= 0 and place < verb - 1 and content(found[place])
    return place if plain and not found[verb].after_break else None


def _to(found: Sequence[Word], low: int, high: int) -> bool:
    return any(word.text == "to" for word in found[low + 1 : high])


def became_doer(aligned: Alignment) -> Turn | None:
    """Return the turn if who suffered a deed is now its doer: “had been bribed”, “had bribed”."""
    pairs = dict(aligned.pairs)
    for pivot, middle in aligned.pairs:
        if aligned.wanted[pivot].stem != aligned.said[middle].stem or aligned.wanted[pivot].stem in ergatives():
            continue
        mine, theirs = _before(aligned.wanted, pivot), _before(aligned.said, middle)
        if mine is None or theirs is None or pairs.get(mine) != theirs:
            continue
        ours = {word.text for word in aligned.wanted[mine + 1 : pivot]}
        other = [word.text for word in aligned.said[theirs + 1 : middle]]
        suffers = bool(ours & BE) and aligned.wanted[pivot].text.endswith(PARTICIPLE)
        acts = bool(other) and set(other) <= HELPING
        after = aligned.said[middle + 1].text if middle + 1 < len(aligned.said) else ""
        if suffers and acts and after not in BY:
            return DONE_BY
    return None


def done_to_its_doer(aligned: Alignment) -> Turn | None:
    """Return the turn if whom `by` names as a doer is what follows the verb: “recognition by A”, “recognising A”."""
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for one, other, partner in ((aligned.wanted, aligned.said, pairs), (aligned.said, aligned.wanted, back)):
        for deed, then in partner.items():
            doer = _by_whom(one, deed)
            if doer is None or doer not in partner:
                continue
            moved = partner[doer]
            if moved > then and _beside(other, then, moved) and not one[deed].number:
                return DONE_BY
    return None


def _by_whom(found: Sequence[Word], deed: int) -> int | None:
    """Return the doer whom `by` leads right behind a deed, None where it leads a time or a number."""
    if deed + 1 >= len(found) or found[deed + 1].text != "by":
        return None
    led = next_content(found, deed + 1)
    return None if led is None or roleless(found[led]) else led


def _beside(found: Sequence[Word], low: int, high: int) -> bool:
    """Say whether nothing but articles stands between two words, and nothing passive is told."""
    return all(word.text in LEADING for word in found[low + 1 : high]) and not any(
        word.text in BE for word in found[max(low - LED, 0) : low]
    )


def another_subject(aligned: Alignment) -> Turn | None:
    """Return the turn if another thing of the answer stands right before an active verb, and its doer behind it."""
    pairs = dict(aligned.pairs)
    for pivot, middle in aligned.pairs:
        if aligned.wanted[pivot].stem != aligned.said[middle].stem or aligned.wanted[pivot].stem in ergatives():
            continue
        if not verb_like(aligned.wanted, pivot) or not verb_like(aligned.said, middle):
            continue
        mine, theirs = _doing(aligned.wanted, pivot), _doing(aligned.said, middle)
        if mine is None or theirs is None or mine not in pairs or theirs not in pairs.values():
            continue
        doer = pairs[mine]
        if doer > middle and led_by(aligned.said, doer) != "by" and not roleless(aligned.said[theirs]):
            return DONE_BY
    return None


def _doing(found: Sequence[Word], verb: int) -> int | None:
    """Return the word of content before a verb with nothing but what tells an active verb between the two."""
    before = _before(found, verb)
    between = [] if before is None else [word.text for word in found[before + 1 : verb]]
    broken = any(word.after_break for word in found[(before or 0) + 1 : verb + 1])
    return None if broken or not set(between) <= HELPING else before


def hung_on_another(aligned: Alignment) -> Turn | None:
    """Return the turn if a relative clause took what hung on another verb: “built in A, leaks”, “leaks, built in A”."""
    pairs = dict(aligned.pairs)
    if not any(word.text in RELATIVE for word in (*aligned.wanted, *aligned.said)):
        return None
    for mine, theirs in aligned.pairs:
        ours, other = _governor(aligned.wanted, mine), _governor(aligned.said, theirs)
        if (
            ours in pairs
            and other in pairs.values()
            and pairs[ours] != other
            and ours is not None
            and other is not None
        ):
            back = next(one for one, place in aligned.pairs if place == other)
            if not content(aligned.wanted[back]) or roleless(aligned.wanted[back]) or roleless(aligned.wanted[ours]):
                continue
            if verb_like(aligned.wanted, ours) and verb_like(aligned.said, other):
                return ELSEWHERE
    return None


def led_otherwise(aligned: Alignment) -> Turn | None:
    """Return the turn if a noun hangs on the same word by a preposition that says another thing: “on A”, “of A”."""
    pairs = set(aligned.pairs)
    for mine, theirs in aligned.pairs:
        (lead, head), (led, other) = _hung(aligned.wanted, mine), _hung(aligned.said, theirs)
        if frozenset((lead, led)) in CLASHES and (head, other) in pairs:
            return Turn(f"“{led} {aligned.said[theirs].text}”, not “{lead}”", certain=False, doubtful=True)
    return None


def _hung(found: Sequence[Word], index: int) -> tuple[str, int]:
    """Return the preposition right before a word, but for articles, and where what it hangs on stands."""
    place = index - 1
    while place > 0 and found[place].text in LEADING:
        place -= 1
    led = place > 0 and found[place].text in PREPOSITIONS and content(found[place - 1])
    return (found[place].text, place - 1) if led else ("", -1)


def _governor(found: Sequence[Word], index: int) -> int | None:
    """Return the word of content before the preposition that leads a word, None if none leads it."""
    lead = next((p for p in range(index - 1, max(index - LED, -1), -1) if found[p].text in PREPOSITIONS), None)
    return None if lead is None or found[lead].text == "to" else _before(found, lead)


def _before(found: Sequence[Word], index: int) -> int | None:
    return next((place for place in range(index - 1, -1, -1) if content(found[place])), None)

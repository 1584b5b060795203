"""What an answer may lack or have of its own without saying something else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui_reader.study.alignment import Alignment, content, previous_content
from tui_reader.study.thesaurus import alike, near, negates, negates_plainly, opposed
from tui_reader.study.vocabulary import Word, idle_words, irregular, little, stem, table

ENOUGH = 3  # words of an answer that must be there before it may lack one
CONTRASTING = little("contrasting")
TRAILING = little("trailing adverb")
WHEN = little("when")
OBJECTS = little("object pronoun")
SUBJECT = little("doer")
OPENING = little("opening")


def spared(aligned: Alignment, missing: Sequence[int], required: Sequence[int]) -> bool:
    """Say whether what is missing is one word that tells more of another, or an idle one: “the border treaty”."""
    if len(missing) != 1 or len(required) - 1 < ENOUGH or _unpaired(aligned):
        return False
    index = missing[0]
    word = aligned.wanted[index]
    if word.number or word.name or word.capital:
        return False
    return word.stem in idle_words() or _tells_more(aligned, index)


def _tells_more(aligned: Alignment, index: int) -> bool:
    """Say whether a word stands right before one that was typed, behind an article or another word of its phrase."""
    wanted, paired = aligned.wanted, {mine for mine, _ in aligned.pairs}
    after = index + 1
    if after not in paired or wanted[after].after_break or wanted[after].capital or wanted[after].number:
        return False
    if wanted[after].text in TRAILING or wanted[after].text.endswith("ly") or wanted[after].text in WHEN:
        return False  # “release the pilot first”
    if wanted[after].text in irregular() or wanted[after].text.endswith("ed") or wanted[index].text.endswith("ed"):
        return False  # “the rebels broke the truce”
    before = wanted[index - 1].text if index else ""
    return before in OPENING


def _unpaired(aligned: Alignment) -> bool:
    """Say whether a word of content was typed that stands for none of the answer."""
    theirs = {other for _, other in aligned.pairs}
    return any(content(word) and index not in theirs for index, word in enumerate(aligned.said))


def told_by_pronoun(aligned: Alignment, index: int) -> bool:
    """Say whether a word belongs to the subject that an answer begins with and that was typed as `it` or `they`."""
    wanted = aligned.wanted
    ours = {word.text for word in wanted}
    told = [word for nth, word in enumerate(aligned.said) if not nth or word.text not in ours]
    if not any(word.text in SUBJECT for word in told) or wanted[0].text in SUBJECT:
        return False
    start = next((place for place, word in enumerate(wanted) if content(word)), None)
    if start is None or any(word.text not in OPENING for word in wanted[:start]):
        return False
    paired = {mine for mine, _ in aligned.pairs}
    if not paired:
        return False
    end = start
    while end < len(wanted) and content(wanted[end]) and end not in paired:
        end += 1
    return start <= index < end and end - start <= 2


def told_by_object(aligned: Alignment, index: int) -> bool:
    """Say whether a word was typed as `it` or `them`: “knows the terms”, “knows them”."""
    before = previous_content(aligned.wanted, index)
    partner = dict(aligned.pairs).get(-1 if before is None else before)
    if partner is None or partner + 1 >= len(aligned.said):
        return False
    told = aligned.said[partner + 1].text
    if partner + 2 < len(aligned.said) and content(aligned.said[partner + 2]):
        return False  # “says it broke the truce”
    return told in OBJECTS and all(word.text != told for word in aligned.wanted)


def leads(aligned: Alignment, index: int) -> bool:
    """Say whether a light word is the deed that an answer begins with and another has its place: “look at A”, “A”."""
    if index or not aligned.said or not aligned.wanted[0].capital or aligned.wanted[0].text.endswith(("s", "ed")):
        return False
    return content(aligned.wanted[0]) and content(aligned.said[0]) and not negates_plainly(aligned.wanted[0])


def harmless(word: Word, aligned: Alignment, context: Collection[str]) -> bool:
    """Say whether a word typed beside an answer adds nothing: it is kin to a word of it, idle, or of its passage."""
    if word.text == "2":
        return any(other.text == "both" for other in aligned.wanted)
    if word.stem in context or word.stem in _idle():
        return True
    if word.text in WHEN or negates(word) or any(opposed(word.stem, other.stem) for other in aligned.wanted):
        return False
    contrast = {other.text for other in aligned.said} & CONTRASTING
    if contrast - {other.text for other in aligned.wanted}:
        return False
    return any(content(other) and (alike(word, other) or near(word, other)) for other in aligned.wanted)


def _idle() -> frozenset[str]:
    return frozenset(stem(word) for row in table("idle_additions.txt") for word in row)

"""Is a typed answer right? First what would turn its meaning, then whose it is, then how much of it is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tui_reader.study.alignment import Alignment, align, content, in_place, weighty
from tui_reader.study.asides import without_asides
from tui_reader.study.checks import turns_of
from tui_reader.study.clauses import CLAUSES, SWAPPED
from tui_reader.study.closeness import closeness, copied_share
from tui_reader.study.measures import in_units_of
from tui_reader.study.name_answers import goes_on, grade_name, is_name
from tui_reader.study.naming import mark, marks, own_names, unmark
from tui_reader.study.order import bounds
from tui_reader.study.polarity import polarity
from tui_reader.study.quantities import listed, quantities, told_again
from tui_reader.study.restrictions import as_only
from tui_reader.study.short_forms import spelt_out
from tui_reader.study.shorthand import with_units
from tui_reader.study.slack import harmless, leads, spared, told_by_object, told_by_pronoun
from tui_reader.study.thesaurus import alike, converse, near, surely_alike, unrelated
from tui_reader.study.thesaurus import known as known_word
from tui_reader.study.verdict import Grade, Verdict
from tui_reader.study.vocabulary import Word, idle_words, little, mapping
from tui_reader.study.wording import as_written, plain, words

_QUOTED = re.compile(r"“([a-z]+|\d+)”")
RIGHT_SHARE = 0.75  # of the answer's words of content that must be there
PART_SHARE = 0.25
LIKE, SURE = 70, 90  # rapidfuzz ratio of answers that are made of little words
SPARE = 2  # words of its own that even the shortest answer may have
FEW = 3  # of so few words none may be replaced
CLOSE = 0.65  # of the words of two answers that are the same where what differs turns the one into the other
COPIED = 0.85  # of the words that were typed that are of the answer, where what differs turns it
HALF = 0.5  # of the words of two answers that must be the same where they are called opposites
NEARLY = 0.8  # of the words of two answers that are the same where nothing but what differs can be meant
VERBATIM = 0.7  # of so many same words the others must be known to say the same
DOERS = little("doer")  # pronouns that stand for who does it
OWN_WORDS, MANY = 0.75, 4  # an answer in other words may lack one of so many
ARTICLES, ONLY = little("article"), little("only")


def grade(
    given: str,
    answer: str,
    accepted: Sequence[str] = (),
    names: Sequence[Sequence[str]] = (),
    question: str = "",
    passage: str = "",
) -> Grade:
    """Compare what was typed with the answer and with every other accepted answer, and return the best grade.

    `names` has for each actor of the text all its names, any of which may stand for it. Words of `question` need not
    be repeated in the answer, and words of the `passage` that it was made from may stand beside it.
    """
    if not words(given):
        return Grade(Verdict.WRONG, 0.0, "nothing was typed")
    own = own_names(names)
    context = frozenset(word.stem for word in words(mark(passage, own)) if content(word))
    grades = [_compare(given, right, own, question, context) for right in dict.fromkeys((answer, *accepted))]
    bare = without_asides(answer)
    if bare != answer and (short := _compare(given, bare, own, question, context)).right:
        grades.append(short)
    best = max(grades, key=lambda g: (g.verdict is Verdict.RIGHT, g.verdict is Verdict.PARTLY, g.share))
    said = " ".join((given, answer, *accepted))
    return replace(
        best,
        reason=_QUOTED.sub(lambda found: f"“{as_written(found[1], said)}”", unmark(best.reason, names)),
        missing=tuple(as_written(word, said) for word in best.missing),
        unasked=tuple(as_written(word, given) for word in best.unasked),
    )


def _compare(
    given: str, answer: str, names: Sequence[Sequence[str]], question: str, context: Collection[str] = ()
) -> Grade:
    if _bare(given) == _bare(answer):
        return Grade(Verdict.RIGHT, 1.0)
    typed, meant = marks(mark(given, names)), marks(mark(answer, names))
    asked = words(mark(question, names))
    wanted = _without_hinge(as_only(words(mark(answer, names))), asked)
    said = _without_hinge(_without_asked(as_only(words(with_units(mark(given, names), answer))), asked, wanted), asked)
    said = in_units_of(spelt_out(said, wanted), wanted)
    known_names = {word.text for word in asked if word.name}
    aligned = align(said, wanted)
    known = frozenset(word.stem for word in asked)
    told = told_again(wanted)
    every = [index for index, word in enumerate(wanted) if content(word) and word.text not in told] or list(
        range(len(wanted))
    )
    required = [index for index in every if wanted[index].stem not in known] or every
    sign = polarity(aligned, known)
    paired = {mine for mine, _ in aligned.pairs}
    repeated = {wanted[mine].stem for mine in paired}
    missing = [
        index
        for index in required
        if index not in sign.wanted
        and index not in paired
        and wanted[index].stem not in repeated
        and not _told_otherwise(aligned, index)
        and not told_by_pronoun(aligned, index)
        and not told_by_object(aligned, index)
    ]
    foreign = [
        said[index]
        for index in aligned.foreign
        if index not in sign.said
        and said[index].stem not in known
        and not (said[index].capital and index + 1 < len(said) and said[index + 1].name)  # a first name
    ]
    weighed = [index for index in missing if weighty(wanted[index]) or leads(aligned, index)]
    if not missing:
        foreign = [word for word in foreign if not harmless(word, aligned, context)]
    share = 1 - len(weighed if len(weighed) < len(required) - 1 else missing) / len(required)
    lost = tuple(wanted[index].text for index in missing if not wanted[index].name)
    unasked = tuple(word.text for word in foreign if not word.name and weighty(word))

    def graded(verdict: Verdict, share: float, reason: str = "") -> Grade:
        return Grade(verdict, share, reason, lost, unasked=unasked)

    close = closeness(said, wanted)
    copied = copied_share(said, (*wanted, *asked))
    turns = [turn for turn in (sign.turn, *turns_of(aligned)) if turn is not None]
    for turn in turns:
        exchanged = turn.reason == SWAPPED.reason
        surely = turn.certain and not exchanged and (close >= CLOSE or (close >= HALF and copied >= COPIED))
        if surely or (close >= NEARLY and not turn.lacking and not turn.doubtful):
            return graded(Verdict.WRONG, 0.0, turn.reason)
    absent = [wanted[index] for index in aligned.lacking if index not in sign.wanted]
    others_named = {f"@{index}" for index in typed - meant} - known_names
    if others_named and {f"@{index}" for index in meant - typed} - known_names:
        return graded(Verdict.WRONG, 0.0, "another actor")
    same = surely_alike if len(required) < FEW else alike
    met = sum(same(wanted[mine], said[theirs]) for mine, theirs in aligned.pairs)
    likely = len(aligned.pairs) - met
    some = bool(sign.wanted) or any(mine in required and alike(wanted[mine], said[one]) for mine, one in aligned.pairs)
    short = Verdict.PARTLY if share >= PART_SHARE and (likely or (met and some)) else Verdict.WRONG
    if not aligned.pairs and any(map(content, wanted)) and any(map(content, said)) and not is_name(wanted):
        return graded(Verdict.WRONG, 0.0, "nothing of it")
    spare = sorted(
        {word.text for word in said if word.number}
        - {word.text for word in (*wanted, *asked)}
        - told_again(said)
        - ({"2"} if any(word.text == "both" for word in wanted) else set())
    )
    if spare:
        return graded(short, share, f"{listed(spare)} is not in the answer")
    if not any(content(word) and word.stem not in known for word in wanted):
        return _in_little_words(given, answer, lost)
    if turns:
        return graded(short, share, turns[0].reason)
    if is_name(wanted):
        if goes_on(aligned):
            return graded(Verdict.PARTLY if share else Verdict.WRONG, share, "more than the name")
        return grade_name([wanted[index] for index in required], [wanted[index] for index in missing], foreign, lost)
    if len(foreign) > max(len(required), SPARE):
        return graded(short, share, "much that is not in the answer")
    others = [word for word in foreign if weighty(word) and not _of_one_class(word, wanted)]
    replaced = [word for word in absent if weighty(word) and not any(alike(word, other) for other in said)]
    replaced.sort(key=lambda word: word.name)
    if others and len(required) < FEW and not _exact(aligned, required):
        return graded(short, share, f"“{others[0].text}” is not in the answer")
    if replaced and others:
        if (
            close >= VERBATIM
            and len(replaced) == 1
            and _differ(others[0], replaced[0])
            and in_place(aligned, others[0], replaced[0])
        ):
            apart = unrelated(others[0].stem, replaced[0].stem) and not (bounds(others[0]) and bounds(replaced[0]))
            verdict = Verdict.WRONG if apart else Verdict.PARTLY
            return graded(verdict, 0.0 if apart else share, f"“{others[0].text}” in place of “{replaced[0].text}”")
        doubt = f"without “{replaced[0].text}”" if replaced[0].name else f"“{others[0].text}” for “{replaced[0].text}”?"
        return graded(short, share, doubt if share else "")
    own = bool(foreign) or any(wanted[mine].stem != said[theirs].stem for mine, theirs in aligned.pairs)
    lacking_idle = len(weighed) == 1 and wanted[weighed[0]].stem in idle_words()
    reworded = own and close < OWN_WORDS and lacking_idle and len(required) >= MANY
    if not met or likely > met or (likely and len(required) < FEW):
        return graded(short, share, _doubt(aligned) if share else "")
    if len(others) > len(required) and len(required) < FEW:
        return graded(short, share, f"“{others[0].text}” is not in the answer")
    if others and (sign.wanted or sign.said or (missing and len(required) <= FEW)):
        return graded(short, share, f"“{others[0].text}” is not in the answer")
    if close >= VERBATIM and share:
        doubtful = [
            (wanted[mine].text, said[theirs].text)
            for mine, theirs in aligned.pairs
            if not surely_alike(wanted[mine], said[theirs]) and not converse(wanted[mine].stem, said[theirs].stem)
        ]
        if doubtful:
            return graded(Verdict.PARTLY, share, f"“{doubtful[0][1]}” for “{doubtful[0][0]}”?")
        named = bool(_pronouns(wanted) - _pronouns(said))  # “they”, whom the typed answer may name
        if len(others) > named:
            return graded(Verdict.PARTLY, share, f"“{others[0].text}” is not in the answer")
    if others:
        return graded(short, share, f"“{others[0].text}” is not in the answer")
    if share >= RIGHT_SHARE and (not weighed or reworded or spared(aligned, weighed, required)):
        return graded(Verdict.RIGHT, share)
    without = f"without “{wanted[weighed[0] if weighed else missing[0]].text}”"
    return graded(Verdict.PARTLY if share else short, share, without if share else "")


def _told_otherwise(aligned: Alignment, index: int) -> bool:
    """Say whether a word is not needed: a title before a name, how many where that is told, a name told as `it`."""
    wanted, paired = aligned.wanted, {mine for mine, _ in aligned.pairs}
    leading = not any(map(content, wanted[:index])) or all(word.capital for word in wanted[: index + 1])
    told = aligned.said[:1] and aligned.said[0].text in DOERS and not is_name(wanted)
    if leading and told and (wanted[index].capital or wanted[index].name):
        return True
    after = index + 1
    while after < len(wanted) and wanted[index].capital and wanted[after].capital:
        if after in paired:
            return True
        after += 1
    return wanted[index].text in quantities(wanted[index : index + 1]).values() and bool(
        quantities(wanted[index : index + 1]).keys() & quantities(aligned.said).keys()
    )


def _of_one_class(typed: Word, wanted: Sequence[Word]) -> bool:
    """Say whether the answer has a modal or a quantity of the strength of one that was typed: “obliged”, “must”."""
    return any(
        kinds.get(typed.text, "") and kinds.get(typed.text) in {kinds.get(word.text) for word in wanted}
        for kinds in (mapping("modals.tsv"), mapping("quantifiers.tsv"))
    ) or (typed.text in little("duty") and any(word.text in little("duty") for word in wanted))


def _differ(one: Word, other: Word) -> bool:
    """Say whether both are words that there are, and neither was ever said for the other."""
    return known_word(one.stem) and known_word(other.stem) and not near(one, other)


def _doubt(aligned: Alignment) -> str:
    """Return as a question the first word that may stand for another."""
    for mine, theirs in aligned.pairs:
        if not alike(aligned.wanted[mine], aligned.said[theirs]):
            return f"“{aligned.said[theirs].text}” for “{aligned.wanted[mine].text}”?"
    return ""


def _pronouns(found: Sequence[Word]) -> set[str]:
    return {word.text for word in found} & little("pronoun")


def _in_little_words(given: str, answer: str, lost: tuple[str, ...]) -> Grade:
    """Grade an answer that has nothing but words of grammar and of its question: “only if”, “there is no us”.

    By its letters, as it stands: here “if” and “on condition that” are two answers.
    """
    other = _bare(answer)
    likeness = fuzz.ratio(_bare(given), other)
    if likeness >= (SURE if len(other.split()) <= FEW else LIKE):
        return Grade(Verdict.RIGHT, likeness / 100)
    return Grade(Verdict.PARTLY if likeness >= LIKE else Verdict.WRONG, likeness / 100, "", lost)


def _exact(aligned: Alignment, required: Sequence[int]) -> bool:
    """Say whether one of the words that count was typed itself, not only a synonym of it."""
    return any(
        mine in required and aligned.wanted[mine].stem == aligned.said[theirs].stem for mine, theirs in aligned.pairs
    )


def _without_asked(found: Sequence[Word], asked: Sequence[Word], wanted: Sequence[Word]) -> Sequence[Word]:
    """Leave out an `only` that the question has and the answer has not: “only if what happens?”"""
    told = {word.text for word in asked} - {word.text for word in wanted}
    return [word for word in found if not (word.text in ONLY and word.text in told)]


def _without_hinge(found: Sequence[Word], asked: Sequence[Word]) -> Sequence[Word]:
    """Leave out the `if` or `until` that an answer begins with where the question has it already: “until what?”"""
    first = found[0].text if found else ""
    return found[1:] if len(found) > 1 and first in CLAUSES and any(word.text == first for word in asked) else found


def _bare(text: str) -> str:
    """Return the words of *text* as they stand, case and articles left out."""
    return " ".join(word for word in re.findall(r"\w+", plain(text).casefold()) if word not in ("a", "an", "the"))

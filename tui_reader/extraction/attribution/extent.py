"""Where a content begins and ends in the parse."""

from __future__ import annotations

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import is_inverted_condition, misplaced
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import is_finite, is_infinitive, is_passive, own_subject, trim

TRAILING = frozenset(
    {
        "if",
        "unless",
        "because",
        "until",
        "once",
        "provided",
        "so",
        "as",
        "since",
        "when",
        "before",
        "after",
        "while",
        "though",
        "although",
        "whether",
    }
)
FILLERS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"})
RESUMING = frozenset({"if", "unless", "until", "because", "provided", "once", "although", "though", "lest", "so"})


def complement(clause_head: Token, verb: Token | None = None) -> Words:
    """Return the content that *clause_head* heads under the cue *verb*, without its "that" and edge punctuation."""
    doc = clause_head.doc
    start, end = clause_head.left_edge.i, clause_head.right_edge.i + 1
    if verb is not None and start <= verb.i < clause_head.i:
        start = verb.i + 1
    if verb is not None and clause_head.i > verb.i:
        that = next((c for c in clause_head.lefts if c.lower_ == "that" and _joins(c) and c.i > verb.i), None)
        start = start if that is None else that.i + 1
        end = min(_end(clause_head, end, verb), doc[verb.i].sent.end)
        end = trailing(verb, end)
    if verb is not None and clause_head.i < verb.i:
        resumed = _resumed(verb)
        end = resumed if resumed is not None else min(end, _start_of_frame(verb))
    if verb is not None and start <= verb.i < end and clause_head.i < verb.i:
        start = verb.sent.start  # the cue is thrown in
    elif verb is not None and start < verb.i < clause_head.i:
        start = verb.i + 1
    end = _before_cue(doc[start:end], clause_head)
    if verb is not None and start == verb.i + 1 and end - start > 2 and doc[start].lower_ == "that":
        start += 1  # also where the parser takes it for a determiner: "warns that delay would cost millions"
    return shorn(doc[start:end])


def _joins(that: Token) -> bool:
    """Whether "that" is a conjunction, also where the parser takes it for a second subject."""
    if that.dep_ == "mark":
        return True
    others = [c for c in that.head.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c != that]
    return that.dep_ in {"nsubj", "nsubjpass"} and bool(others)


def shorn(words: Words) -> Words:
    """Return *words* without edge punctuation, a leading "that" or a conjunction that joins nothing behind it."""
    words = trim(words)
    while len(words) > 1 and words[0].lower_ == "that" and words[0].dep_ in {"mark", "dobj", "nsubj", "pobj", "advmod"}:
        if words[0].dep_ != "mark" and words[0].tag_ not in {"IN", "WDT"}:
            break
        words = trim(words.doc[words.start + 1 : words.end])
    while len(words) > 2 and words[-1].tag_ == "CC" and words[-1].head not in (words[-1], words[-2]):
        words = trim(words.doc[words.start : words.end - 1])
    return words


def _goes_on(cue: Token, verb: Token | None) -> bool:
    """Whether the sentence goes on with a cue of the same subject: "denied that X, and she described Y as Z"."""
    one, other = own_subject(cue), own_subject(verb) if verb is not None else None
    if one is None or other is None or cue.lemma_.lower() not in lexicon().cues or verb is None:
        return False
    comma = cue.doc[cue.left_edge.i - 2 : cue.left_edge.i]
    joined = len(comma) == 2 and comma[0].text == "," and comma[1].dep_ == "cc"
    return joined and one.lower_ == other.lower_ and one.pos_ == "PRON" and cue.tag_ == verb.tag_


def _end(clause_head: Token, end: int, verb: Token | None = None) -> int:
    """Cut what the parser hung on the content but belongs to the frame: a second cue with a content of its own."""
    for child in clause_head.rights:
        if child.dep_ == "conj" and (misplaced(child) is not None or _goes_on(child, verb)):
            cut = child.left_edge.i
            while cut - 1 > clause_head.i and clause_head.doc[cut - 1].lower_ in {"and", "but", ","}:
                cut -= 1
            return min(end, cut)
    return end


def trailing(verb: Token, end: int) -> int:
    """Take in what follows the content and was hung on the cue: as a rule it belongs to the content."""
    for child in verb.rights:
        if child.i < end:
            continue
        comma = verb.doc[child.left_edge.i - 1].text == ","
        match child.dep_:
            case "punct" if child.text in {",", "-", "–", "—", ":", "”", "’", '"', "»"}:
                continue
            case "cc":
                continue
            case "advcl" | "ccomp" if is_inverted_condition(child):
                end = child.right_edge.i + 1
            case "conj" if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                end = child.right_edge.i + 1
            case "advcl":
                mark = next((c for c in child.children if c.dep_ in {"mark", "advmod"}), None)
                if (
                    mark is None
                    or mark.lower_ not in TRAILING
                    or (comma and mark.lower_ in {"as", "while", "after", "since"})
                ):
                    return end
                end = child.right_edge.i + 1
            case "prep" if child.lower_ in {"provided", "providing", "assuming", "barring", "failing"}:
                end = child.right_edge.i + 1
            case "prep" | "advmod" | "npadvmod" if not comma and child.left_edge.i == end:
                end = child.right_edge.i + 1
            case _:
                return end
    return end


def _before_cue(words: Words, clause_head: Token) -> int:
    """Cut a participial cue at the end: ", adding that …", and ", according to …"."""
    lemmas, nouns = lexicon().participles, lexicon().nouns
    doc = words.doc
    for token in words:
        if token.i <= clause_head.i or token.i == words.start or doc[token.i - 1].text != ",":
            continue
        if token.tag_ == "VBG" and token.lemma_ in lemmas and token.dep_ in {"advcl", "prep", "conj"}:
            return token.i - 1
        if token.lower_ == "with" and any(c.dep_ == "pcomp" and c.lemma_ in lemmas for c in token.children):
            return token.i - 1  # ", with traders betting that …"
        if token.dep_ == "det" and token.head.lemma_ in nouns and _is_afterthought(token.head):
            return token.i - 1  # ", a claim that the union rejects"
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            return token.i - 1
    return words.end


def is_whole(clause_head: Token) -> bool:
    """Whether the clause is whole, so that "that" joins it to the noun and stands for nothing in it."""
    that = next((c for c in clause_head.children if c.lower_ == "that" and c.i < clause_head.i), None)
    if that is None:
        return False
    if not is_finite(clause_head):  # "its demand that the company reopen the talks"
        return that.dep_ == "mark" and own_subject(clause_head) is not None and not is_infinitive(clause_head)
    filled = any(c.dep_ in FILLERS and c != that for c in clause_head.rights) or any(
        c.dep_ == "npadvmod" and c.tag_ == "NNS" and c.i > that.i and own_subject(clause_head) is None
        for c in clause_head.lefts
    )  # "that eleven weeks passed", whose subject the parser takes for a duration
    if that.dep_ == "mark":
        return filled or clause_head.lemma_ not in lexicon().transitive or is_passive(clause_head)
    if that.dep_ not in {"dobj", "advmod"} or own_subject(clause_head) in {None, that}:
        return filled and that.dep_ == "dobj" and own_subject(clause_head) is None
    return (
        filled
        or any(c.lower_ == "so" for c in clause_head.rights)
        or (clause_head.lemma_.lower() not in lexicon().transitive and not _strands(clause_head))
    )


def _strands(verb: Token) -> bool:
    """Whether a preposition under *verb* lacks its object, which "that" is: "the report that they spoke of"."""
    return any(child.dep_ == "prep" and not any(child.rights) for child in verb.rights)


def _is_afterthought(noun: Token) -> bool:
    """Whether *noun*, behind a comma, sums the content up: ", a claim that the union rejects"."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.dep_ in {"appos", "npadvmod"} or (noun.dep_ == "dobj" and following in {"that", "which"})


def after_that(verb: Token) -> Words | None:
    """Return what follows "that" directly behind *verb* to the end of the sentence, for when the parse breaks there."""
    doc = verb.doc
    at = verb.i + 1
    if at + 3 < len(doc) and doc[at].text == "," and doc[at + 1].text == "That":
        at += 1  # a motion: "rose to move, That this House regrets the Order"
    if at + 2 >= len(doc) or doc[at].lower_ != "that":
        return None
    that = doc[at]
    joins = that.dep_ in {"mark", "prep"} or doc[at + 1].text == ","  # "submitted that, once …"
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children) or (that.head == verb and not joins):
        return None
    words = shorn(doc[at + 1 : _before_cue(doc[at + 1 : verb.sent.end], verb)])
    return words if len(words) > 2 and (joins or any(word.pos_ in {"VERB", "AUX"} for word in words)) else None


def frame_end(verb: Token) -> int:
    """Return where the reporting clause of *verb* ends, its content going on behind a comma."""
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in {"punct", "advcl", "ccomp", "parataxis", "conj", "cc"} and (
            verb.doc[child.left_edge.i - 1].text in {",", "”", "—", "–"} or child.dep_ == "punct"
        ):
            break
        end = child.right_edge.i + 1
    return end


def _resumed(verb: Token) -> int | None:
    """Return the end of a content that goes on behind its cue: "X, critics warn, unless Y"."""
    for child in verb.rights:
        if child.dep_ != "advcl" or verb.doc[child.left_edge.i - 1].text != ",":
            continue
        mark = next((c for c in child.children if c.dep_ == "mark"), None)
        if mark is not None and mark.lower_ in RESUMING:
            return child.right_edge.i + 1
    return None


def _start_of_frame(verb: Token) -> int:
    """Return where the reporting clause of *verb* begins, its content standing before it."""
    start = verb.i
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg"} and child.left_edge.i < start:
            start = child.left_edge.i
    return start

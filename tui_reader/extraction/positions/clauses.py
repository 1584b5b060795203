"""The words of a clause: what a position shows as its evidence."""

from __future__ import annotations

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.predicate import is_hypothetical, subject_of
from tui_reader.extraction.positions.wordsets import word_set

CLOSERS = frozenset('”’)]"')
ASIDES = frozenset({"though", "although", "while", "whereas", "because", "since", "as"})
MINDED = word_set("minded")


def clause_words(head: Token) -> Words:
    """Return the words of the clause of *head* from its subject on, without what only leans on it.

    Left out: coordinated clauses, if-clauses, leading adjuncts, and relative clauses after a comma at the end.
    """
    doc = head.doc
    starts = [head.i]
    nearest = subject_of(head)
    for child in head.lefts:
        if child.dep_ in grammar.SUBJECTS:
            if not (
                child.dep_ in {"nsubj", "nsubjpass"}
                and nearest is not None
                and nearest.head == head
                and child.i < nearest.i
            ):
                starts.append(child.left_edge.i)
        elif child == nearest:
            starts.append(child.left_edge.i)
        elif (
            child.dep_ in {"aux", "auxpass", "neg", "preconj"}
            or child.lower_ == "nor"
            or (child.dep_ == "advmod" and child.i > min(starts))
        ):
            starts.append(child.i)
    if head.dep_ not in {"conj"} or grammar.own_subject(head) is not None:
        starts.extend(c.i for c in head.lefts if c.dep_ == "advmod" and c.i == min(starts) - 1 and c.lower_ != "so")
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in {"punct", "cc"}:
            continue
        clausal = child.pos_ in {"VERB", "AUX"} or grammar.own_subject(child) is not None
        if child.dep_ in {"conj", "parataxis"} and clausal:
            break
        if child.dep_ == "advcl" and (
            (is_hypothetical(child) and not _compares(child)) or _is_participial(child) or _is_aside(child)
        ):
            continue
        end = max(end, _end_of(child))
    while end - 1 > head.i and doc[end - 1].dep_ in {"cc", "punct"} and doc[end - 1].text not in CLOSERS:
        end -= 1
    return closed(grammar.trim(doc[min(starts) : end]))


def closed(words: Words) -> Words:
    """Return *words* with the closing mark of a quotation that ends with them."""
    doc, end = words.doc, words.end
    if words.text.count("“") <= words.text.count("”"):
        return words
    for place in range(end, min(end + 2, len(doc))):
        if doc[place].text == "”":
            return doc[words.start : place + 1]
        if not doc[place].is_punct:
            break
    return words


def _is_participial(verb: Token) -> bool:
    """Say whether *verb* heads an adjunct like ", saying that …"."""
    first = verb.left_edge
    return verb.tag_ == "VBG" and first.i > 0 and verb.doc[first.i - 1].text == ","


def _is_aside(verb: Token) -> bool:
    """Say whether *verb* heads an adverbial clause set off by a comma: ", though it did not exclude help"."""
    first = verb.left_edge
    mark = first.nbor() if first.lower_ == "even" and first.i + 1 < len(first.doc) else first
    return first.i > 0 and mark.dep_ == "mark" and mark.lower_ in ASIDES and verb.doc[first.i - 1].text == ","


def _end_of(child: Token) -> int:
    """Return the end of a dependent without a relative clause set off by a comma and without coordinated clauses."""
    end = child.right_edge.i + 1
    for token in child.subtree:
        if token.i <= child.i:
            continue
        set_off = token.dep_ == "relcl" and child.doc[token.left_edge.i - 1].text == ","
        set_off |= token.dep_ == "advcl" and _is_participial(token)
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and token.left_edge.i >= 2:
            mine = token.tag_ == child.head.tag_ != token.head.tag_ and grammar.own_subject(token) is None
            set_off |= mine and token.head.i != child.head.i  # "accepted that it is late and undertook to act"
            own, above = grammar.own_subject(token), grammar.own_subject(child.head)
            if own is not None and above is not None and own.lower_ == above.lower_ and own.pos_ == "PRON":
                set_off = True  # "she denied that …, and she described …"
            untensed = (
                grammar.is_finite(token) and not grammar.is_finite(token.head) and grammar.own_subject(token) is None
            )
            set_off |= untensed  # "wants the state to cap imports and has threatened to strike"
            thing = grammar.own_subject(token.head)
            set_off |= (
                token.lemma_ in MINDED
                and grammar.own_subject(token) is None
                and thing is not None
                and thing.pos_ == "NOUN"
                and token.head.lemma_ == "be"
                and token.head.i > child.head.i
            )  # "accepts that the tower is unsafe but wants it kept"
            before = token.doc[token.left_edge.i - 2 : token.left_edge.i].text
            set_off |= before == ", but" and grammar.own_subject(token) is None and grammar.is_finite(token)
        conditional = token.dep_ == "advcl" and is_hypothetical(token) and token.left_edge.i > child.i
        if (set_off or conditional) and token.right_edge.i + 1 >= end:
            end = min(end, token.left_edge.i)
    return end


def _compares(verb: Token) -> bool:
    """Say whether *verb* heads a clause with "as if"."""
    return any(c.lower_ == "if" and c.i > 0 and c.nbor(-1).lower_ == "as" for c in verb.children)

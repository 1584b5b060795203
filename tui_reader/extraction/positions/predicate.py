"""A predicate as a position needs it: who, in which mood and polarity, said by whom, over which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon

OBLIGING = frozenset({"must", "should", "ought", "shall"})
WILLING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
CONTRACTED = {"'d": "would", "’d": "would", "'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}
POSSIBLE = frozenset({"may", "might", "could"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither", "little", "few", "scant"})
NEGATIVE_PRONOUNS = frozenset({"nothing", "nobody", "none", "neither", "no-one", "few", "little"})
NEGATIVE_ADVERBS = frozenset({"never", "hardly", "scarcely", "nowhere", "nor", "neither", "barely"})
STRAY = frozenset(
    {"advmod", "npadvmod", "dep", "nmod", "compound", "intj"}
)  # where the parser puts a subject it missed
DATES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "QUANTITY", "MONEY", "ORDINAL"})
CLOSERS = frozenset('”’)]"')
MINDED = frozenset(
    [
        "accept",
        "ask",
        "believe",
        "call",
        "demand",
        "deny",
        "expect",
        "fear",
        "hope",
        "insist",
        "intend",
        "offer",
        "oppose",
        "promise",
        "refuse",
        "reject",
        "say",
        "support",
        "think",
        "urge",
        "vow",
        "want",
        "warn",
        "wish",
    ]
)  # what only somebody does
ASIDES = frozenset({"though", "although", "while", "whereas", "because", "since", "as"})
SUPPOSING = frozenset({"assuming", "supposing", "suppose", "imagine"})
INVERTED = frozenset({"had", "were", "should"})
CONDITIONAL_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "assuming", "lest"})
EMPHATIC = lexicon.words("stance_emphasis")


@cache
def governors() -> dict[str, bool]:
    """Return the predicates over an infinitive that assert it; True for those that turn its polarity round."""
    return {word: kind == "reverse" for kind, words in lexicon.rows("stance_governors") for word in words.split()}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a copula with what it says, under the predicates that let it through.

    `top` is the finite verb of the clause ("keeps" of "keeps demanding"); `negated` counts the negations on the way;
    `asserted` is False where the clause only mentions the act ("the right to refuse").
    """

    head: Token
    top: Token
    negated: bool
    asserted: bool
    modals: frozenset[str]


def predicate(head: Token) -> Predicate:
    """Return *head* with what governs it."""
    negated = negates(head)
    top, asserted, obliged = head, True, False
    if head.dep_ == "conj" and head.left_edge.i and head.doc[head.left_edge.i - 1].lower_ in {"than", "not"}:
        asserted = False  # "rather than order them home"
    while top.dep_ in {"xcomp", "conj", "acomp"} and top.head.i != top.i and not grammar.is_finite(top):
        above = top.head
        if top.dep_ == "conj":
            if above.pos_ not in {"VERB", "AUX", "ADJ"}:
                break
            if above.tag_ != top.tag_ and grammar.own_subject(top) is not None:
                break
        elif any(c.lower_ == "too" for c in above.children):
            asserted = False  # "too sparse to support the claim"
        elif above.lemma_ in governors():
            obliged |= above.lemma_ in {"ought", "need", "have"}
            negated ^= governors()[above.lemma_]
            negated ^= negates(above)
        elif above.pos_ == "AUX" or above.lemma_ == "be" or top.dep_ == "acomp":
            negated ^= negates(above)
        else:
            asserted = False
            negated ^= negates(above)
        top = above
    if top.dep_ == "advcl" and any(c.tag_ == "TO" for c in top.children):
        if top.head.lemma_ == "vote":
            top = top.head
        else:
            asserted = False  # a purpose
    if not grammar.is_finite(top) and top.dep_ not in {"ROOT", "advcl"}:
        told = top.dep_ == "ccomp" and (top.tag_ == "VBG" or grammar.own_subject(top) is None)
        asserted = asserted and told and not any(c.tag_ == "TO" for c in top.children)
    interrupted = _interrupted(head)
    if interrupted is not None:  # "It will not, whatever happens, lend …"
        top, negated, asserted = interrupted, negates(interrupted) ^ negates(head), True
        return Predicate(head, top, negated, asserted, frozenset({interrupted.lower_}))
    modals = {c.lower_ for t in (head, top) for c in t.children if c.dep_ == "aux" and c.tag_ == "MD"}
    stray = _stray_modal(head)
    modals |= {stray} if stray else set()
    modals |= {CONTRACTED[m] for m in modals if m in CONTRACTED} | ({"ought"} if obliged else set())
    return Predicate(head, top, negated, asserted, frozenset(modals))


def _stray_modal(head: Token) -> str | None:
    """Return the modal right before *head* that the parser hung elsewhere: "we’d hold"."""
    place = head.i - 1
    while place > head.sent.start and head.doc[place].tag_ == "RB":
        place -= 1
    before = head.doc[place]
    known = place < head.i and before.tag_ == "MD" and head.tag_ in {"VB", "VBP"} and before.head != head
    return before.lower_ if known and before.pos_ == "AUX" else None


def _interrupted(head: Token) -> Token | None:
    """Return the modal that the parser took for a verb because an aside stands between it and *head*."""
    above = head.head
    if head.dep_ != "ccomp" or above.tag_ != "MD" or above.i > head.i or head.doc[head.i - 1].text != ",":
        return None
    own = any(c.dep_ in {"aux", "mark"} for c in head.children)
    return None if own or head.tag_ not in {"VB", "VBP"} else above


def negates(head: Token) -> bool:
    """Say whether *head* is negated by itself, its subject or its object ("sees no reason", "nobody accepts")."""
    count = 0
    for child in head.children:
        match child.dep_:
            case "neg":
                count += 1
            case "advmod" if child.lower_ in NEGATIVE_ADVERBS or (
                child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children)
            ):
                count += 1
            case "preconj" | "cc" if child.lower_ == "neither" or (child.lower_ == "nor" and child.i < head.i):
                count += 1
            case "nsubj" | "nsubjpass" | "dobj" | "attr" if is_negative_phrase(child):
                count += 1
            case "prep" if child.lower_ == "under" and any(is_negative_phrase(c) for c in child.children):
                count += 1
    if head.dep_ == "conj" and head.i > 0:
        between = head.doc[max(head.head.i, head.i - 4) : head.i]
        count += any(token.lower_ == "nor" for token in between) and not any(c.lower_ == "nor" for c in head.children)
    return count % 2 == 1


def is_negative_phrase(noun: Token) -> bool:
    return (
        noun.lower_ in NEGATIVE_PRONOUNS
        or any(c.lower_ == "not" and c.i < noun.i and c.dep_ in {"neg", "preconj"} for c in noun.children)
        or any(
            c.dep_ in {"det", "preconj", "amod", "neg"}
            and c.lower_ in NEGATIVE_DETERMINERS
            and not any(g.lower_ == "a" for g in noun.children if g.dep_ == "det")
            for c in noun.children
        )
    )


def is_question(head: Token) -> bool:
    """Say whether the sentence of *head* asks."""
    sentence = head.sent
    last = next(
        (t for t in reversed(head.doc[sentence.start : sentence.end]) if not t.is_space and not t.is_quote), None
    )
    return last is not None and last.text == "?"


def is_hypothetical(head: Token) -> bool:
    """Say whether *head* stands in an if-clause, or in something inside one."""
    for token in (head, *head.ancestors):
        if token.dep_ == "ccomp" and token.head.lower_ in SUPPOSING:
            return True
        marks = [c for c in token.children if c.i < token.i and (c.dep_ == "mark" or c.lower_ in CONDITIONAL_MARKS)]
        if any(c.lower_ in CONDITIONAL_MARKS for c in marks) and token.dep_ not in {"xcomp"}:
            return True
        first = token.left_edge
        if (
            token.dep_ != "ROOT"
            and first.lower_ in INVERTED
            and first.head == token
            and first.dep_ in {"aux", "auxpass"}
        ):
            return True
        if marks or token.dep_ in {"ccomp", "relcl"}:
            return False
    return False


def _compares(verb: Token) -> bool:
    """Say whether *verb* heads a clause with "as if"."""
    return any(c.lower_ == "if" and c.i > 0 and c.nbor(-1).lower_ == "as" for c in verb.children)


def is_named(token: Token) -> bool:
    """Say whether *token* is written as a name within its sentence, whatever the tagger took it for."""
    return token.text[:1].isupper() and token.i > token.sent.start and token.is_alpha


def subject_of(verb: Token) -> Token | None:
    """Return the head of the subject of *verb*, also where the parse has two subjects, or took a name for an adverb."""
    if verb.dep_ == "conj" and grammar.own_subject(verb) is None and grammar.is_finite(verb):
        above = verb.head  # "wants the state to cap imports and has threatened to strike"
        while not grammar.is_finite(above) and above.head != above and above.dep_ != "conj":
            above = above.head
        if above != verb.head and grammar.is_finite(above) and grammar.own_subject(above) is not None:
            return subject_of(above)
    own = [c for c in verb.lefts if c.dep_ in grammar.SUBJECTS and c.dep_ != "expl"]
    if len(own) > 1:
        return own[-1]
    if not own:
        for aux in verb.lefts:
            found = grammar.own_subject(aux) if aux.dep_ in {"aux", "auxpass"} else None
            if found is not None:
                return found
    if not own and verb.dep_ in {"ROOT", "ccomp"}:
        stray = [
            c
            for c in verb.lefts
            if c.dep_ in STRAY and c.ent_type_ not in DATES and (c.pos_ in {"NOUN", "PROPN", "PRON"} or is_named(c))
        ]
        if stray:
            return stray[-1]
    return grammar.subject(verb)


def doer_of(state: Predicate) -> Token | None:
    """Return who does what *state* says, looked for on its head and then on its finite verb."""
    if state.top.tag_ == "MD" and state.top != state.head:
        return subject_of(state.top)
    if grammar.is_passive(state.head):
        return grammar.agent(state.head)
    return subject_of(state.head) or subject_of(state.top)


def is_past(head: Token) -> bool:
    return head.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in head.children)


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


def issue_of(token: Token | None) -> Token | None:
    """Return the noun that *token*, an object or a clause, is about: a clause's object, else its subject."""
    if token is None or token.pos_ not in {"VERB", "AUX"}:
        return token
    asked = any(c.tag_ == "TO" for c in token.children)  # "wants the state to cap imports" is about the imports
    inner = asked or token.dep_ in {"xcomp", "advcl", "pcomp"}
    wanted = ("dobj", "nsubjpass") if inner else ("nsubj", "nsubjpass", "dobj")
    fallback = None
    for dep in (*wanted, "attr", "pobj"):
        for child in token.children:
            if child.dep_ == dep and child.pos_ in {"NOUN", "PROPN"}:
                return child
            if child.dep_ == dep and fallback is None:
                fallback = child
    for prep in token.children:
        if prep.dep_ in {"prep", "agent"}:
            found = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}), None)
            if found is not None:
                return found
    clause = next((c for c in token.children if c.dep_ in {"xcomp", "ccomp"}), None)
    if clause is not None and clause.i != token.i:
        return issue_of(clause)
    return fallback or token


def asked_of(clause: Token | None) -> Token | None:
    """Return what a demand is about: in "that Orsk withdraw its suit" the suit, not Orsk."""
    if clause is not None and clause.pos_ == "VERB":
        for child in clause.children:
            if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"}:
                return child
    return issue_of(clause)

"""Conditions said by a predicate: X "requires", "depends on", "is contingent on" Y; Y "is a precondition of" X."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.conditions import consequents
from tui_reader.extraction.conditions.draft import Draft, Stretch
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import ConditionKind

SETS = lexicon.sets("condition_sets")
STANDING = (["stands", "or"], ["stand", "or"], ["stood", "or"])
RULES = lexicon.words("rule_nouns")
RELIERS = frozenset({"i", "we", "you", "he", "she", "they", "who"})
GROUNDS = lexicon.words("evidence_nouns") | SETS["grounds"]
RELYING = SETS["relying"]
APPROVING = lexicon.words("approving_verbs")
GIVEN = lexicon.words("approval_nouns") | lexicon.words("enabling_nouns")
BODIES = lexicon.words("actors/organisations") | lexicon.words("actors/titles") | lexicon.words("actors/people")
NOUNS = lexicon.words("condition_nouns")


@cache
def _table() -> dict[str, tuple[frozenset[str], ConditionKind]]:
    return {
        lemma: (frozenset(pattern.split()), ConditionKind(kind))
        for lemma, pattern, kind, _ in lexicon.rows("condition_predicates")
    }


def find(part: Part) -> Iterator[Draft]:
    """Yield the conditions that predicates of *part* state."""
    table = _table()
    for token in part.doc:
        if token.lower_ == "it" and token.head.lemma_ == "take":
            yield from _takes(part, token.head)
        if token.lemma_ == "way" and token.head.lemma_ == "be":
            yield from _only_way(part, token)
        if token.lemma_ == "need" and token.pos_ in {"VERB", "AUX"}:
            yield from _needed(part, token)
            continue
        entry = table.get(token.lemma_)
        if (
            entry is not None
            and not (token.pos_ == "NOUN" and token.lemma_ in NOUNS)
            and token.pos_ in {"VERB", "ADJ", "NOUN"}
        ):
            pattern, kind = entry
            draft = (
                _with_object(part, token, kind)
                if "object" in pattern
                else _with_preposition(part, token, pattern, kind)
            )
            if draft is not None:
                yield draft
        elif token.lemma_ == "fall" and part.words[max(0, token.i - 2) : token.i] in STANDING:
            yield from _stands_or_falls(part, token)
        elif token.lemma_ in NOUNS and token.pos_ == "NOUN":
            yield from _with_noun(part, token)


def _with_object(part: Part, verb: Token, kind: ConditionKind) -> Draft | None:
    if grammar.is_passive(verb):
        return _required_for(part, verb, kind)
    subject = _subject(verb)
    if subject is None:
        return None
    gerund = _gerund_before(verb, subject)
    duty = subject.lemma_.lower() in RULES or (subject.pos_ == "PRON" and subject.lower_ in RELIERS)
    if duty and gerund is None:
        return None
    complement = next((child for child in verb.rights if child.dep_ in {"dobj", "ccomp", "xcomp"}), None)
    if complement is None:
        return None
    what = (gerund.i, verb.i) if gerund is not None else phrase(part, subject, before=verb.i)
    return Draft(kind, (verb.i, verb.i + 1), phrase(part, complement, after=verb.i), what)


def _stands_or_falls(part: Part, fall: Token) -> Iterator[Draft]:
    """Yield "X stands or falls by Y"."""
    prep = next((child for child in fall.rights if child.lower_ in {"by", "with", "on"}), None)
    complement = next((child for child in prep.rights if child.dep_ in {"pobj", "pcomp"}), None) if prep else None
    subject = _subject(fall)
    if prep is not None and complement is not None and subject is not None:
        trigger = (fall.i - 2, prep.i + 1)
        what = phrase(part, subject, before=fall.i - 2)
        first, last = phrase(part, complement, after=prep.i)
        aim = next((c for c in fall.rights if c.dep_ in {"xcomp", "advcl"} and c.left_edge.i == last), None)
        stretch = (first, aim.right_edge.i + 1) if aim is not None else (first, last)
        yield Draft(ConditionKind.NECESSARY, trigger, stretch, what)


def _gerund_before(verb: Token, subject: Token) -> Token | None:
    """Return the gerund that is really the subject, where the parser takes its last noun for it.

    "Bringing goods across the river requires a permit": the preposition of the gerund is parsed as a conjunction.
    """
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.i < subject.i), None)
    above = verb.head
    if mark is None or above.tag_ != "VBG" or above.i > mark.i or grammar.is_finite(above):
        return None
    return above


def _required_for(part: Part, verb: Token, kind: ConditionKind) -> Draft | None:
    """Return the condition of "Y is required for X" and "Y is required to do X"."""
    subject = _subject(verb)
    if subject is None or subject.ent_type_ == "PERSON" or subject.pos_ == "PRON":
        return None
    for child in verb.rights:
        target = (
            next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if child.lower_ in {"for", "before"}
            else None
        )
        if target is not None:
            return Draft(
                kind, (verb.i, child.i + 1), phrase(part, subject, before=verb.i), phrase(part, target, after=child.i)
            )
    return None


def _takes(part: Part, verb: Token) -> Iterator[Draft]:
    """Yield "it takes two signatures to open the vault"."""
    what = next((child for child in verb.rights if child.dep_ in {"dobj", "npadvmod"}), None)
    if what is None or what.ent_type_ in {"DATE", "TIME"} or verb.tag_ == "VBD":
        return
    aim = next((i for i in range(what.i + 1, part.sentence_at(verb.i)[1] - 1) if part.words[i] == "to"), None)
    if aim is None or part.tags[aim + 1] != "VB":
        return
    goal = part.token(aim + 1)
    noun = verb.i + 1, aim
    yield Draft(ConditionKind.NECESSARY, (verb.i, verb.i + 1), noun, (aim + 1, goal.right_edge.i + 1))


def _only_way(part: Part, way: Token) -> Iterator[Draft]:
    """Yield "the only way to keep the clinic is to merge it with another"."""
    aim = next((child for child in way.rights if child.tag_ == "VB" and child.dep_ in {"relcl", "acl"}), None)
    means = next((child for child in way.head.rights if child.dep_ in {"xcomp", "ccomp", "advcl"}), None)
    if aim is None or means is None or "only" not in part.words[way.left_edge.i : way.i] or way.dep_ != "nsubj":
        return
    trigger = next(i for i in range(way.left_edge.i, way.i) if part.words[i] == "only")
    yield Draft(
        ConditionKind.NECESSARY,
        (trigger, way.i + 1),
        (means.left_edge.i, means.right_edge.i + 1),
        (aim.i, aim.right_edge.i + 1),
    )


def _needed(part: Part, verb: Token) -> Iterator[Draft]:
    """Yield "X needs the consent of Y" and "X needs to be ratified by Y", whose X is a thing."""
    subject = _subject(verb)
    if subject is None or subject.pos_ == "PRON" or is_people(subject) or grammar.is_negated(verb):
        return
    if subject.lemma_.lower() in BODIES:
        return  # "the senate would need a larger majority"
    complement = next((child for child in verb.rights if child.dep_ in {"dobj", "xcomp"}), None)
    if complement is None:
        return
    approved = complement.lemma_ in APPROVING and grammar.is_passive(complement)
    if not approved and complement.lemma_ not in GIVEN:
        return
    what = phrase(part, subject, before=verb.i)
    yield Draft(ConditionKind.NECESSARY, (verb.i, verb.i + 1), phrase(part, complement, after=verb.i), what)


def _with_preposition(part: Part, head: Token, prepositions: frozenset[str], kind: ConditionKind) -> Draft | None:
    prep = next(
        (child for child in head.rights if child.lower_ in prepositions and child.dep_ in {"prep", "dative", "prt"}),
        None,
    )
    if prep is None or prep.i - head.i > 4:
        return None
    if prep.dep_ == "prt":
        return _with_question(part, head, prep, kind)
    complement = next((child for child in prep.rights if child.dep_ in {"pobj", "pcomp", "ccomp"}), None)
    if complement is None:
        return None
    if head.lemma_ == "hinge" and head.tag_ == "NNS":
        start = consequents.clause_start(part, head.i)
        joints = (i + 1 for i in range(start + 1, head.i) if part.tags[i] == "CC" and part.words[i - 1] == ",")
        lead = max(joints, default=start), head.i
        return Draft(kind, (head.i, prep.i + 1), phrase(part, complement, after=prep.i), lead)
    subject = _subject(head)
    if head.lemma_ == "tie" and not grammar.is_passive(head):
        subject = next((child for child in head.rights if child.dep_ == "dobj" and child.i < prep.i), None)
        if subject is None or (head.tag_ == "VB" and head.i == part.sentence_at(head.i)[0]):
            return None  # "Tie the boat to the pier."
        return Draft(kind, (head.i, head.i + 1), phrase(part, complement, after=prep.i), phrase(part, subject))
    if head.dep_ == "relcl" and any(child.lower_ == "who" for child in head.lefts):
        return None
    first, _ = part.sentence_at(head.i)
    if (
        head.tag_ == "NNS"
        and head.lemma_ in RELYING
        and part.words[first] == "whether"
        and part.tags[first + 1] != "CC"
    ):
        return Draft(kind, (head.i, prep.i + 1), phrase(part, complement, after=prep.i), (first, head.i))
    if subject is None and head.tag_ == "NNS" and head.lemma_ in RELYING and head.dep_ not in {"pobj", "dobj"}:
        subject = next((child for child in head.lefts if child.dep_ in {"compound", "det"}), None)  # "A peg hinges on"
        if subject is not None:
            return Draft(kind, (head.i, prep.i + 1), phrase(part, complement, after=prep.i), (head.left_edge.i, head.i))
    if subject is None or subject.lower_ in RELIERS or subject.ent_type_ == "PERSON":
        return None
    if head.lemma_ == "rest" and complement.lemma_.lower() in GROUNDS:
        return None
    if head.lemma_ in RELYING and head.lemma_ != "hinge" and is_people(subject):
        return None
    if head.lemma_ == "subject" and not _grants(complement):
        return None
    consequent = phrase(part, subject, before=head.i)
    if part.words[consequent[0] - 1 : consequent[0]] == ["whether"]:
        consequent = consequent[0] - 1, consequent[1]
    return Draft(kind, (head.i, prep.i + 1), phrase(part, complement, after=prep.i), consequent)


def _with_question(part: Part, head: Token, prep: Token, kind: ConditionKind) -> Draft | None:
    """Return "X turns on when Y was known", whose preposition the parser takes for a particle."""
    subject = grammar.own_subject(head)
    clauses = (child for child in (*head.rights, *prep.rights) if child.left_edge.i == prep.i + 1)
    clause = next(clauses, None)
    if subject is None or clause is None or part.tags[prep.i + 1] not in {"WRB", "WP", "WDT"}:
        return None
    stretch = prep.i + 1, clause.right_edge.i + 1
    return Draft(kind, (head.i, prep.i + 1), stretch, phrase(part, subject, before=head.i))


def _with_noun(part: Part, noun: Token) -> Iterator[Draft]:
    """Yield "Y is a precondition of X" and "a precondition of X is Y"."""
    prep = next((c for c in noun.rights if c.lower_ in {"of", "for", "to"} and c.dep_ == "prep"), None)
    target = next((c for c in prep.rights if c.dep_ in {"pobj", "pcomp"}), None) if prep is not None else None
    if prep is None or target is None:
        return
    kind = ConditionKind.NECESSARY
    trigger = (noun.i, prep.i + 1)
    if noun.dep_ in {"attr", "oprd"} and noun.head.pos_ in {"AUX", "VERB"}:
        subject = _subject(noun.head)
        if subject is not None and not (subject.pos_ == "PRON" and subject.lower_ in {"there", "what"}):
            yield Draft(kind, trigger, phrase(part, subject, before=noun.i), phrase(part, target, after=prep.i))
    elif noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ == "be":
        attribute = next((c for c in noun.head.rights if c.dep_ in {"attr", "ccomp", "xcomp", "acomp"}), None)
        if attribute is not None:
            yield Draft(kind, trigger, phrase(part, attribute, after=noun.head.i), phrase(part, target, after=prep.i))


def _subject(head: Token) -> Token | None:
    own = grammar.own_subject(head)
    if own is not None and head.pos_ == "NOUN":
        return own  # a verb that the tagger takes for a noun
    if head.pos_ in {"ADJ", "NOUN"} and head.dep_ in {"acomp", "attr", "oprd", "conj"}:
        above = head.head
        if head.dep_ == "oprd" or above.lemma_ in {"make", "render", "consider"}:
            return next(
                (c for c in above.children if c.dep_ in {"dobj", "nsubjpass", "nsubj"} and c.dep_ != "nsubj"), None
            )
        return grammar.subject(above)
    if head.pos_ in {"ADJ", "NOUN"}:
        return head.head if head.dep_ == "amod" and head.nbor(-1).text != "," else None
    return grammar.subject(head)


def phrase(part: Part, head: Token, *, before: int | None = None, after: int | None = None) -> Stretch:
    """Return the stretch of *head*'s phrase, kept on its side of the predicate."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if before is not None:
        end = min(end, before)
        relative = next((c for c in head.rights if c.dep_ in {"relcl"} and c.right_edge.i >= before), None)
        if relative is not None:
            end = min(end, relative.left_edge.i)
    if after is not None:
        start = max(start, after + 1)
        for i in range(start, end):
            if (
                part.words[i] in {";", ":"}
                or (part.words[i] == "," and part.words[i + 2 : i + 3] == ["which"])
                or (
                    part.words[i] == ","
                    and i + 1 < end
                    and part.words[i + 1] in {"which", "and", "but", "who", "where", "whose"}
                    and part.has_finite(i, end)
                )
            ):
                end = i
                break
    return start, end


def is_people(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", "NORP"}


def _grants(complement: Token) -> bool:
    from tui_reader.extraction.conditions.exclusions import GRANTS

    return complement.lemma_.lower() in GRANTS

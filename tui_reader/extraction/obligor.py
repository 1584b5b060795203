"""Who must act, or fail to, for an antecedent to hold.

Of a clause it is whoever does what its verb says: the subject, or the agent of a passive, or the owner of that agent
("prompted by his intention"), or whoever was last said to do something to the same thing. Of a noun it is its owner or
doer ("the Treasury's guarantee", "a guarantee from the Treasury", "a vote that Parliament has put off"), or the actor
that the noun itself names. A command is for whoever is addressed, else for whoever the condition before it in the same
block asks to act. Nature, things and states of mind have no obligor.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.reading import Reading
from tui_reader.extraction.will import acts
from tui_reader.model import Mode, Span

REACH = 400  # tokens, about a page
NOBODY = lexicon.words("nobody")
ACTS = lexicon.words("acts")
AGENCY = lexicon.words("actors/agency")
AGENTS = lexicon.words("stance_agents") - lexicon.words("actors/documents")
SECOND = frozenset({"you", "yourself", "yourselves"})


def obligor_of(reading: Reading, doc: Doc, antecedent: tuple[int, int]) -> str | None:
    """Return the id of the actor who must act for the antecedent to hold; None for nobody, or nature."""
    found = _named(reading, doc, antecedent)
    name = reading.actors.name(found)
    return None if name is not None and name.split()[0].casefold() in NOBODY else found


def _named(reading: Reading, doc: Doc, antecedent: tuple[int, int]) -> str | None:
    root = root_of(doc, antecedent)
    if root is None:
        return None
    if root.pos_ in {"VERB", "AUX"} or any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children):
        return _doer(reading, root, antecedent)
    return _owner(reading, root, antecedent)


def root_of(doc: Doc, stretch: tuple[int, int]) -> Token | None:
    """Return the word of a stretch on which its others hang; marks and blanks have heads of their own."""
    inside = range(*stretch)
    tops = [doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i]
    tops = [token for token in tops if not token.is_punct and not token.is_space]
    if tops and tops[0].dep_ in {"pobj", "dobj"}:
        return tops[0]
    verbs = [token for token in tops if token.pos_ in {"VERB", "AUX"}]
    return next(iter(verbs or tops), None)


def _doer(reading: Reading, root: Token, antecedent: tuple[int, int]) -> str | None:
    actors = reading.actors
    if _is_command(root, antecedent):
        addressed = actors.addressee(root.doc._.offset + root.idx) or _told(reading, root)
        return addressed or _asked_before(reading, root)
    for verb in (root, *grammar.conjuncts(root)[1:]):
        if not antecedent[0] <= verb.i < antecedent[1]:
            continue
        agent = grammar.agent(verb)
        if agent is not None:
            return someone(reading, agent) or _owner(reading, agent, antecedent)
        if grammar.is_passive(verb):
            return _did_before(reading, verb)
        if not acts(verb):
            continue
        subject = grammar.subject(verb)
        if subject is None or subject.dep_ == "expl":
            continue
        if subject.lower_ in SECOND:
            return actors.resolve(subject) or _asked_before(reading, root)
        found = someone(reading, subject) or _owner(reading, subject, antecedent)
        if found is None and subject.tag_ in {"NNS", "NNP", "NNPS"} and not AGENCY.isdisjoint(grammar.lemmas(verb)):
            found = actors.holder(subject)
        if found is not None:
            return found
    return None


def _told(reading: Reading, root: Token) -> str | None:
    """Return to whom a quoted order is said: "“Withdraw them, and …,” the rebels told the garrison"."""
    doc, at = root.doc, root.doc._.offset + root.idx
    for claim in reading.claims_around(Span(at, at + len(root.text))):
        cue = doc.char_span(claim.cue.start - doc._.offset, claim.cue.end - doc._.offset) if claim.cue else None
        if claim.mode is not Mode.DIRECT or cue is None:
            continue
        told = [child for child in cue.root.rights if child.dep_ in {"dobj", "dative", "prep"}]
        for child in told:
            whom = next(iter(child.children), None) if child.pos_ == "ADP" and child.lower_ == "to" else child
            found = someone(reading, whom) if whom is not None else None
            if found is not None:
                return found
    return None


def _is_command(root: Token, antecedent: tuple[int, int]) -> bool:
    return root.tag_ in {"VB", "VBP"} and root.i == antecedent[0] and grammar.own_subject(root) is None


def _owner(reading: Reading, noun: Token, antecedent: tuple[int, int]) -> str | None:
    """Return who does or gives what *noun* names, else the actor that it names itself."""
    for part in _parts(noun, antecedent):
        found = someone(reading, part)
        if found is not None:
            return found
    return someone(reading, noun)


def _parts(noun: Token, antecedent: tuple[int, int]) -> Iterator[Token]:
    inside = [child for child in noun.children if antecedent[0] <= child.i < antecedent[1]]
    yield from (child for child in inside if child.dep_ == "poss")
    for word in ("by", "from", "of", "in"):
        for child in inside:
            if child.lower_ == word and child.dep_ in {"prep", "agent"}:
                yield from (held for held in child.children if held.dep_ == "pobj")
    for child in inside:
        if child.dep_ in {"relcl", "acl"}:
            doer = grammar.doer(child)
            if doer is not None and doer.i != noun.i:
                yield doer


def _did_before(reading: Reading, passive: Token) -> str | None:
    """Return who must do what a passive without an agent leaves to nobody, where the text has told it.

    It is whose act or plan the clause is about ("your strike is called off"), and whoever did something to the same
    thing before, or had it: "they might take the chance; if the chance is taken …", "the union’s strike began in May;
    once the strike is suspended …".
    """
    thing = grammar.own_subject(passive)
    if thing is None or thing.pos_ != "NOUN":
        return None
    if thing.lemma_ in ACTS:
        owner = next((child for child in thing.lefts if child.dep_ == "poss"), None)
        found = reading.actors.resolve(owner) if owner is not None else None
        if found is not None:
            return found
    for token in reversed(thing.doc[max(0, thing.i - REACH) : thing.i]):
        if token.lemma_ != thing.lemma_ or token.pos_ != "NOUN":
            continue
        for doer in _doers(token):
            found = someone(reading, doer) if doer.i != token.i else None
            if found is not None:
                return found
    return None


def _doers(thing: Token) -> Iterator[Token]:
    """Yield who does something to *thing*, or whose act it is."""
    verbs = [thing.head] if thing.dep_ in {"dobj", "nsubjpass"} else []
    verbs += [child for child in thing.children if child.dep_ in {"relcl", "acl"}]
    yield from (doer for verb in verbs if (doer := grammar.doer(verb)) is not None)
    if thing.lemma_ in ACTS:
        yield from (child for child in thing.lefts if child.dep_ == "poss")


def someone(reading: Reading, head: Token) -> str | None:
    """Return the actor that *head* means, also one that is known by its noun alone: "foreign states"."""
    found = reading.actors.resolve(head)
    if found is None and head.pos_ == "NOUN" and head.lemma_ in AGENTS:
        return reading.actors.holder(head)
    return found


def _asked_before(reading: Reading, root: Token) -> str | None:
    """Return who must act in the nearest condition before *root* in its block."""
    at = root.doc._.offset + root.idx
    block = reading.document.block_at(at)
    if block is None:
        return None
    before = [
        condition
        for condition in reading.conditions
        if condition.obligor is not None
        and block.span.covers(condition.antecedent.start)
        and condition.antecedent.end <= at
    ]
    return max(before, key=lambda condition: condition.antecedent.start).obligor if before else None

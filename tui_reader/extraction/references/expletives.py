"""`It` that stands for nothing or a clause that follows: "it is clear that", "it takes a year to", "make it easy to".

After the patterns of Paice & Husk, "Towards the automatic recognition of anaphoric features in English text: the
impersonal pronoun `it`" (Computer Speech and Language 2, 1987) and Lappin & Leass (1994, sec. 2.1.2).
"""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.actors.pronouns import is_pleonastic
from tui_reader.extraction.references.lexicon import SETS

BE = frozenset({"be", "’s", "'s"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl", "relcl", "pcomp"})
OPENERS = frozenset({"that", "to", "for", "whether", "if", "how", "what", "who", "why", "when"})


def is_expletive(it: Token) -> bool:
    """Say whether `it` means nothing that was spoken of."""
    if it.lower_ != "it":
        return False
    verb = it.head
    if it.dep_ in {"nsubj", "nsubjpass", "expl"}:
        if _is_personal(verb):
            return False
        if is_pleonastic(it) or _is_impersonal(it, verb):
            return True
        return verb.lemma_ in BE and _is_time_or_cleft(verb)
    return _is_formal_object(it, verb)


def _is_personal(verb: Token) -> bool:
    """Whether what is said of `it` can only be said of someone: "it is ready to", "it is confident that"."""
    return any(child.dep_ == "acomp" and child.lower_ in SETS["personal_adjectives"] for child in verb.rights)


def _is_impersonal(it: Token, verb: Token) -> bool:
    """Whether the verb has no subject of its own: "it takes two to", "it seems", "it matters whether"."""
    lemma = verb.lemma_.lower()
    if lemma in SETS["seeming"]:
        after = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 6)].text.lower()
        if "as if" in after or "as though" in after or (lemma == "turn" and _is_inserted(it)):
            return True
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "attr", "oprd"}]
    rights = [*verb.rights, *(grand for child in objects for grand in child.rights)]
    follows = [child for child in rights if child.dep_ in COMPLEMENTS and _opens(child)]
    if lemma == "make" and not any(child.lower_ in {"difference", "sense"} for child in objects):
        return False
    return lemma in SETS["impersonal"] and bool(follows)


def _is_inserted(it: Token) -> bool:
    """Whether the clause stands between commas: "the slabs, it turns out, were sold"."""
    return it.i > 0 and it.doc[it.i - 1].text == ","


def _opens(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in OPENERS or any(c.dep_ in {"mark", "aux"} and c.lower_ in OPENERS for c in clause.children)


def _is_time_or_cleft(verb: Token) -> bool:
    """Whether "it is" tells the time or the weather, or puts something first: "it was the bank that asked"."""
    for child in verb.rights:
        if child.dep_ in {"attr", "acomp"}:
            if child.lemma_.lower() in SETS["weather"]:
                return True
            relative = next((c for c in child.rights if c.dep_ in {"relcl", "acl"}), None)
            if relative is not None and relative.left_edge.lower_ in {"that", "who"}:
                return any(t.pos_ == "PROPN" or t.lower_ == "the" for t in child.subtree if t.i <= child.i)
            if any(c.dep_ in COMPLEMENTS and _opens(c) for c in child.rights):
                return True
        if child.dep_ in COMPLEMENTS and child.i > verb.i and _opens(child) and child.dep_ != "advcl":
            return True
    return False


def _is_formal_object(it: Token, verb: Token) -> bool:
    """Whether `it` holds the place of a clause: "find it hard to", "make it clear that", "see to it that"."""
    governor = verb
    if it.dep_ in {"nsubj"} or governor.lemma_.lower() in SETS["formal_objects"]:
        rest = it.doc[it.i + 1 : min(it.sent.end, it.i + 6)]
        adjective = next((t for t in rest if t.pos_ in {"ADJ", "NOUN"}), None)
        if adjective is None:
            return False
        after = it.doc[adjective.i + 1 : min(it.sent.end, adjective.i + 3)]
        return any(t.lower_ in {"to", "that", "for"} for t in after) and adjective.i - it.i <= 4
    return False

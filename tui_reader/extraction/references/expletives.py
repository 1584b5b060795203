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
    if it.i > 0 and it.doc[it.i - 1].lower_ in {"were", "was"} and it.doc[it.i + 1 : it.i + 2].text == "to":
        return False  # "were it to drag on"
    verb = it.head
    if it.dep_ in {"nsubj", "nsubjpass", "expl"}:
        if _is_personal(it, verb):
            return False
        if (is_pleonastic(it) and _has_content(it, verb)) or _is_impersonal(it, verb):
            return True
        if verb.lemma_ in BE and _is_time_or_cleft(verb):
            return True
    return _is_formal_object(it, verb)


def _has_content(it: Token, verb: Token) -> bool:
    """Whether a clause for which `it` can stand follows."""
    return any(t.lower_ in OPENERS or t.lower_ in {"as", "like"} for t in it.doc[verb.i + 1 : verb.sent.end])


def _is_personal(it: Token, verb: Token) -> bool:
    """Whether what is said of `it` can only be said of someone: "it is ready to", "it was told that"."""
    if it.dep_ == "nsubjpass" and verb.lemma_.lower() in SETS["told"]:
        return True
    return any(child.dep_ in {"acomp", "attr"} and child.lower_ in SETS["personal_adjectives"] for child in verb.rights)


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
        planned = child.left_edge.i == verb.i + 1 and child.left_edge.lower_ == "to"  # “it is to reopen in May”
        if child.dep_ in COMPLEMENTS and child.i > verb.i and _opens(child) and child.dep_ != "advcl" and not planned:
            return True
    return False


def _is_formal_object(it: Token, verb: Token) -> bool:
    """Whether `it` holds the place of a clause: "find it hard to", "make it clear that", "make it a rule to"."""
    governors = {verb.lemma_.lower(), verb.head.lemma_.lower()} if it.dep_ == "nsubj" else {verb.lemma_.lower()}
    if not governors & SETS["formal_objects"]:
        return False
    rest = [token for token in it.doc[it.i + 1 : min(it.sent.end, it.i + 7)] if token.pos_ != "ADV"]
    if rest and rest[0].lower_ in {"a", "an"}:
        rest = rest[1:] if len(rest) > 1 and rest[1].pos_ == "NOUN" else []
    elif rest and rest[0].pos_ != "ADJ":
        return False
    return len(rest) > 1 and rest[1].lower_ in {"to", "that", "for", "whether"}

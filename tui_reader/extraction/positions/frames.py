"""The frames that verbs of stance stand in (`lexicons/stance_verbs.tsv`), and how each looks in a parse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.arguments import Arguments, arguments
from tui_reader.extraction.positions.predicate import OBLIGING, asked_of, issue_of
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Stance

CLAUSE_PREPOSITIONS = frozenset({"of", "for", "with", "to"})
PARTICLES = frozenset({"prep", "prt", "advmod", "dobj", "dative", "agent", "mark"})
MANDATIVE = word_set("mandative")  # "insist that it be done" demands, "insist that it is so" says
INDICATIVE = frozenset({"are", "am", "’re", "'re"})
REACH = 8  # tokens; a particle stands no farther from its verb


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to use a verb; `parts` are the particle and prepositions that go with it.

    `stance` is None where only the negated verb states one ("I do not think that …").
    `weak`: the same words also report a plain event ("police blocked the road").
    """

    stance: Stance | None
    frame: str
    negated: Stance | None
    parts: tuple[str, ...]
    weak: bool


Fit = tuple[bool, Token | None]  # whether a frame fits, and which token heads what the stance is about
NO: Fit = (False, None)


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of each verb lemma, those with particles first, then the most telling ones."""
    found: dict[str, list[Frame]] = defaultdict(list)
    order = list(FITS)
    for stance, kinds, negated, verbs in lexicon.rows("stance_verbs"):
        for verb in verbs.split():
            lemma, *parts = verb.removeprefix("~").split("+")
            for kind in kinds.split(","):
                opposite = None if negated == "-" else Stance(negated)
                held = None if stance == "-" else Stance(stance)
                found[lemma].append(Frame(held, kind, opposite, tuple(parts), verb.startswith("~")))
    return {
        lemma: tuple(sorted(rows, key=lambda row: (-len(row.parts), order.index(row.frame))))
        for lemma, rows in found.items()
    }


def framed(verb: Token) -> tuple[Frame, Token | None] | None:
    """Return the frame of stance that *verb* stands in, and the head of what the stance is about."""
    rows = frames().get(verb.lemma_.lower())
    if rows is None:
        return None
    found = arguments(verb)
    for frame in rows:
        last = _last_part(verb, frame.parts) if frame.parts else verb
        if last is not None:
            met, issue = FITS[frame.frame](found, frame, last)
            if met:
                return frame, issue
    return None


def _last_part(verb: Token, parts: tuple[str, ...]) -> Token | None:
    """Return the last of *parts* where all of them stand by *verb*."""
    last: Token | None = None
    doc = verb.doc
    window = [*verb.rights, *doc[verb.i + 1 : min(len(doc), verb.i + 1 + REACH)]]
    for part in parts:
        last = next(
            (
                t
                for t in window
                if t.lower_ == part
                and (t.dep_ in PARTICLES or (t.dep_ == "pobj" and t.head.lower_ in parts))
                and (
                    t.head.i == verb.i
                    or (t.dep_ == "mark" and t.head.head.i == verb.i)
                    or (t.head.head.i == verb.i and (t.head.lower_ in parts or t.head.dep_ == "dobj"))
                )
            ),
            None,
        )
        if last is None:
            return None
    return last


def _np_to(found: Arguments, frame: Frame, last: Token) -> Fit:
    if found.to is None:
        return NO
    asked = found.obj is not None or grammar.own_subject(found.to) is not None or bool(frame.parts)
    return asked, issue_of(found.to)


def _np_as(found: Arguments, frame: Frame, last: Token) -> Fit:
    verb = found.verb
    role = next(
        (t for t in verb.subtree if t.lower_ == "as" and t.i > verb.i and t.head.i >= verb.i and not _supposes(t)), None
    )
    governed = found.obj is not None or bool(frame.parts) or verb.dep_ in {"relcl", "ccomp", "pcomp"}
    return role is not None and governed, found.obj


def _supposes(role: Token) -> bool:
    """Say whether "as" begins "as if" or "as though"."""
    return role.i + 1 < len(role.doc) and role.nbor().lower_ in {"if", "though"}


def _np_pred(found: Arguments, frame: Frame, last: Token) -> Fit:
    to_be = found.to if found.to is not None and found.to.lemma_ == "be" else None
    if to_be is not None and grammar.own_subject(to_be) is None and found.obj is None:
        to_be = None
    said = found.predicative or to_be
    if said is None:
        return NO
    judged = found.obj or grammar.own_subject(said) or (found.verb.head if found.verb.dep_ == "relcl" else None)
    return True, judged


def _small(found: Arguments, frame: Frame, last: Token) -> Fit:
    """Find "wants it kept", whose participle the tagger takes for a past tense at times."""
    return found.small is not None, grammar.own_subject(found.small) if found.small is not None else None


def _np_of(found: Arguments, frame: Frame, last: Token) -> Fit:
    places = [found.verb] if found.obj is None else [found.verb, found.obj]
    prep = any(
        c.dep_ == "prep" and c.lower_ in CLAUSE_PREPOSITIONS and c.i > found.verb.i
        for place in places[: 1 + (frame.stance is Stance.OPPOSES)]
        for c in place.children
    )
    return found.obj is not None and prep, found.obj


def _whether(found: Arguments, frame: Frame, last: Token) -> Fit:
    return found.question is not None, issue_of(found.question)


def _that(found: Arguments, frame: Frame, last: Token) -> Fit:
    that = found.that
    if that is None or that.i < found.verb.i:
        return NO
    if found.verb.lemma_ in MANDATIVE and frame.stance is Stance.DEMANDS:
        modal = any(c.dep_ == "aux" and c.lower_ in OBLIGING for c in that.children)
        if not modal and any(_is_indicative(t) for t in (that, *that.children)):
            return NO
    return True, asked_of(that) if frame.stance is Stance.DEMANDS else issue_of(that)


def _is_indicative(token: Token) -> bool:
    """Say whether *token* is a form of a verb that no subjunctive has."""
    return (
        token.tag_ in {"VBZ", "MD"}
        or (token.tag_ == "VBD" and token.lower_ != token.lemma_)
        or token.lower_ in INDICATIVE
        or (token.dep_ == "aux" and token.lower_ in {"have", "do"})
    )


def _to(found: Arguments, frame: Frame, last: Token) -> Fit:
    if found.to is None or grammar.own_subject(found.to) is not None:
        return NO
    counted = found.obj is not None and found.obj.pos_ == "NUM"  # "voted 5–4 to keep"
    return found.obj is None or found.passive or counted or (
        frame.stance is not Stance.DEMANDS and found.obj.dep_ == "dative"
    ), issue_of(found.to)


def _ing(found: Arguments, frame: Frame, last: Token) -> Fit:
    return found.gerund is not None, issue_of(found.gerund)


def _prep(found: Arguments, frame: Frame, last: Token) -> Fit:
    if last.i == found.verb.i:
        return NO
    complement = next((c for c in last.children if c.dep_ in {"pobj", "pcomp"}), None)
    if complement is None and found.verb.dep_ == "relcl" and last.dep_ == "prep":
        return True, found.verb.head  # "a text that I could live with"
    if last.dep_ == "mark" and last.head.pos_ in {"VERB", "AUX"} and any(c.tag_ == "TO" for c in last.head.children):
        return True, issue_of(last.head)  # "called for it to be extended"
    return complement is not None or found.passive, issue_of(complement) if complement is not None else found.obj


def _prt(found: Arguments, frame: Frame, last: Token) -> Fit:
    return found.obj is not None, found.obj


def _np(found: Arguments, frame: Frame, last: Token) -> Fit:
    verb = found.verb
    if found.obj is not None and found.obj.tag_ == "WP" and verb.dep_ != "csubj":
        return NO  # "here is what we propose"
    if found.obj is not None:
        return True, found.obj
    if found.passive and verb.dep_ in {"acl", "relcl"}:
        return True, verb.head
    told = frame.stance is Stance.OFFERS or verb.lemma_ in {"want", "ask", "prefer"}  # "the senators she wants"
    if verb.dep_ == "relcl" and grammar.own_subject(verb) is not None and not told:
        return True, verb.head
    return NO


def _none(found: Arguments, frame: Frame, last: Token) -> Fit:
    bare = found.obj is None and found.to is None and found.that is None and found.question is None
    return bare and grammar.own_subject(found.verb) is not None, None


# from the most to the least telling
FITS: dict[str, Callable[[Arguments, Frame, Token], Fit]] = {
    "np_to": _np_to,
    "np_as": _np_as,
    "np_pred": _np_pred,
    "small": _small,
    "np_of": _np_of,
    "whether": _whether,
    "that": _that,
    "to": _to,
    "ing": _ing,
    "prep": _prep,
    "prt": _prt,
    "np": _np,
    "none": _none,
}

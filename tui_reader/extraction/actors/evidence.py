"""What the grammar around a name says of its bearer: person, place, state or organisation; and who is whose demonym.

The named-entity labels of a small model are often wrong for names that it has never seen, so each mention votes with
what is certain: a title, a preposition of place, something that only a state has, something that only someone does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.gazetteer import place
from tui_reader.extraction.actors.genders import is_first_name
from tui_reader.extraction.actors.names import HONORIFICS, ORGANISATION_NAMES, ORGANISATIONS, TITLES, Name
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.grammar import lemmas
from tui_reader.extraction.lexicon import sets
from tui_reader.model import ActorKind

SETS = sets("actors/sets")
STATE_NOUNS = lexicon.words("actors/state_nouns")
STATE_OR_OTHER_NOUNS = lexicon.words("actors/state_or_other_nouns")
AGENCY = lexicon.words("actors/agency")
AGENCY_NOUNS = lexicon.words("actors/agency_nouns")
PLACE_PREFIXES = lexicon.words("actors/place_prefixes")
PLACE_NOUNS = lexicon.words("actors/places")
SITES = lexicon.words("actors/sites")
WITHIN = frozenset({"in", "at", "near", "outside", "inside", "off", "around", "via", "beside"})
TOWARDS = frozenset({"to", "from", "towards", "through", "across"})
OFFICERS = SETS["officers"]
STATE_SERVANTS = SETS["state_servants"]
# How a demonym is made from the name of a place (Quirk et al. 1985, App. I.37–38).
DEMONYM_ENDINGS = tuple(
    sorted(("ian", "ean", "an", "n", "ese", "ish", "ais", "ois", "i", "ic", "ite", "er", "ard", "ine", "nese", "ch",
            "lese", "ians", "eans", "ans", "ns", "is", "ites", "ers"), key=len, reverse=True)
)  # fmt: skip
SHORTEST_STEM = 4


@dataclass(slots=True)
class Evidence:
    """The votes on one name, over all of its mentions."""

    key: str
    forms: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    acts: int = 0
    located: int = 0  # mentions with a preposition of place
    titled: int = 0  # mentions behind a title
    gender: str | None = None

    def vote(self, kind: str, weight: float) -> None:
        self.votes[kind] += weight  # type: ignore[assignment]

    def kind(self) -> str:
        """Return "person", "state", "place", "organisation" or "thing"."""
        kind, weight = max(self.votes.items(), key=lambda item: item[1], default=("thing", 0))
        return kind if weight > 0 else "thing"

    def actor_kind(self) -> ActorKind | None:
        match self.kind():
            case "person":
                return ActorKind.PERSON
            case "state":
                return ActorKind.STATE
            case "organisation":
                return ActorKind.ORGANISATION
            case "place" if self.acts:
                return ActorKind.STATE
            case _:
                return None


def weigh(evidence: Evidence, name: Name, doc: Doc) -> None:
    """Add what one mention shows."""
    evidence.forms[" ".join(name.text.split())] += 1
    words = [token.lower_ for token in doc[name.core : name.end]]
    root, head = name.root, name.root.head
    title_words = name.title.lower().split()
    if name.title:
        evidence.titled += 1
        evidence.vote("person", 5)
        evidence.gender = evidence.gender or next(
            (HONORIFICS[w] for w in title_words if HONORIFICS.get(w, "-") != "-"), None
        )
    if name.form:
        evidence.vote("state", 5)
    known = place(name.text)
    if known is not None and known.form != "demonym":
        evidence.vote("state", 8)
    if words and (words[-1] in ORGANISATIONS or words[0] in ORGANISATIONS):
        evidence.vote("organisation", 6)
    elif len(words) > 1 and words[-1] in ORGANISATION_NAMES:
        evidence.vote("organisation", 4)
    elif words and words[-1] in PLACE_NOUNS:
        evidence.vote("thing", 6)
    if words and words[0] in PLACE_PREFIXES and len(words) > 1:
        evidence.vote("place", 3)
    match root.ent_type_:
        case "PERSON":
            evidence.vote("person", 1 + (len(words) > 1))
        case "GPE":
            evidence.vote("place", 1)
        case "ORG":
            evidence.vote("organisation", 1 if len(words) > 1 else 0.4)
        case "LOC" | "FAC":
            evidence.vote("place", 0.5)
        case _:
            pass
    if len(words) > 1 and is_first_name(words[0]):
        evidence.vote("person", 2)
    if root.dep_ == "appos" and head.tag_ in {"NN", "NNP"} and normal(head.lemma_) in TITLES:
        evidence.vote("person", 5)  # "the mayor, Ann Day"
    if any(c.dep_ == "appos" and c.tag_ == "NN" and c.lemma_.lower() in TITLES for c in root.rights):
        evidence.vote("person", 5)  # "Ann Day, the mayor"
    if root.dep_ == "compound" and head.lower_ in PLACE_NOUNS | SITES:
        evidence.vote("place", 4)  # "the Dry Creek pit"
    if head.dep_ == "prep" or head.pos_ == "ADP":
        locative(evidence, root, head)
    elif root.dep_ == "poss":
        if head.lemma_.lower() in STATE_NOUNS:
            evidence.vote("state", 3)
        elif head.lemma_.lower() in STATE_OR_OTHER_NOUNS:
            evidence.vote("state", 1)
        if head.lemma_.lower() in AGENCY_NOUNS:
            evidence.acts += 1
    if any(child.dep_ == "det" and child.lower_ == "the" for child in doc[name.start : name.core + 1][0].lefts) or (
        name.start > 0 and doc[name.start - 1].lower_ == "the" and not name.form
    ):
        evidence.vote("organisation", 1.5)
    if acts(root):
        evidence.acts += 1


def locative(evidence: Evidence, root: Token, prep: Token) -> None:
    word = prep.lower_
    if root.dep_ != "pobj":
        return
    if word in WITHIN:
        evidence.vote("place", 3)
        evidence.located += 1
        if prep.head.lemma_.lower() in OFFICERS:
            evidence.acts += 1
            evidence.vote("state", 1)
    elif word in TOWARDS:
        evidence.vote("place", 0.5)
    elif word == "of" and heads_office(prep.head):
        evidence.vote("state", 3)
    elif word == "of" and prep.head.lemma_.lower() in STATE_NOUNS | TITLES:
        evidence.vote("state", 2)
    elif word == "by" and root.dep_ == "pobj" and prep.dep_ == "agent":
        evidence.acts += 1


def heads_office(name: Token) -> bool:
    """Say whether *name* has an office of state before it: "Prime Minister Ada Holm"."""
    return any(child.dep_ == "compound" and child.lower_ in STATE_SERVANTS for child in name.lefts)


def acts(root: Token) -> bool:
    """Say whether the phrase of *root* does what only someone can do."""
    if root.dep_ == "nsubj":
        verb = root.head
        if verb.lemma_ in {"be", "seem", "appear"}:
            complements = [c for child in verb.children if child.dep_ == "acomp" for c in (child, *child.children)]
            return any(c.dep_ == "xcomp" and c.lemma_.lower() in AGENCY for c in (*complements, *verb.children))
        return not AGENCY.isdisjoint(lemmas(verb))
    if root.dep_ == "conj":
        return acts(root.head)
    return root.dep_ == "pobj" and root.head.dep_ == "agent"


def stem(demonym: str) -> str | None:
    """Return a demonym without its ending, None where it has none or too little is left."""
    for ending in DEMONYM_ENDINGS:
        if demonym.endswith(ending) and len(demonym) - len(ending) >= SHORTEST_STEM:
            return demonym[: -len(ending)]
    return None


def is_demonym(word: str, name: str) -> bool:
    """Say whether *word* ("Brennish") can be the demonym of *name* ("Brennmark") by their shared stem."""
    word, name = normal(word), normal(name)
    if word == name or " " in name:
        return False
    for ending in DEMONYM_ENDINGS:
        if not word.endswith(ending):
            continue
        bare = word[: -len(ending)]
        if len(bare) >= SHORTEST_STEM and name.startswith(bare) and len(name) - len(bare) <= max(3, len(bare) - 1):
            return True
    return False

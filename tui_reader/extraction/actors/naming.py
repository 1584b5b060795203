"""Which names are one bearer's: people by their last names, states by gazetteer, organisations by acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.evidence import SHORTEST_STEM, Evidence, is_demonym, weigh
from tui_reader.extraction.actors.gazetteer import place
from tui_reader.extraction.actors.genders import gender_of
from tui_reader.extraction.actors.names import Name
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.lexicon import sets
from tui_reader.model import ActorKind

SETS = sets("actors/sets")
LAND_FORMS = SETS["land_forms"]
SURE = 4  # votes that make a state of the same name an organisation after all


@dataclass
class Naming:
    """The names of a document, what the text shows of each, and the entities that bear them."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    bearers: dict[str, Entity] = field(default_factory=dict)
    people: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))  # by one word of their names
    states: dict[str, Entity] = field(default_factory=dict)  # by gazetteer name or key
    demonyms: dict[str, Entity] = field(default_factory=dict)
    capitals: dict[str, Entity] = field(default_factory=dict)  # by key of the capital's name
    acronyms: dict[str, str] = field(default_factory=dict)
    shortened: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))  # by the first words
    initials: dict[str, str] = field(default_factory=dict)
    adjectives: set[str] = field(default_factory=set)
    by_stem: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    keys_by_stem: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, doc: Doc, names: Iterable[Name]) -> None:
        """Weigh the names of one part and find out who bears them."""
        fresh: dict[str, Evidence] = {}
        for name in names:
            if name.core >= name.end:
                continue
            key = normal(name.text)
            found = self.evidence.get(key)
            if found is None:
                found = self.evidence[key] = Evidence(key)
            weigh(found, name, doc)
            fresh[key] = found
            self.learn_acronym(doc, name)
            self.learn_inner(name, fresh)
        self.learn_demonyms(doc, fresh)
        for key in sorted(fresh, key=lambda key: -key.count(" ")):
            self.settle(fresh[key])

    def learn_inner(self, name: Name, fresh: dict[str, Evidence]) -> None:
        """Take the place at the end of an organisation's name: "the Central Bank of Ruvania"."""
        place_name = name.text.rpartition(" of ")[2]
        key = normal(place_name)
        if place_name != name.text and " " not in key and key not in self.evidence:
            inner = self.evidence[key] = fresh[key] = Evidence(key)
            inner.forms[place_name] += 1
            inner.vote("place", 0.5)

    def learn_acronym(self, doc: Doc, name: Name) -> None:
        """Tie the short form in brackets to the name before it: "World Food Programme (WFP)"."""
        if name.end + 2 < len(doc) and doc[name.end].text == "(" and doc[name.end + 2].text == ")":
            short = doc[name.end + 1].text
            if short.isupper() and 2 <= len(short) <= 8:
                self.acronyms[normal(short)] = normal(name.text)

    def learn_demonyms(self, doc: Doc, fresh: dict[str, Evidence]) -> None:
        """Tie adjectives with capitals to the names that share their stem: "Brennish" to "Brennmark"."""
        new = {
            token.lower_
            for token in doc
            if token.text[:1].isupper()
            and len(token) > SHORTEST_STEM
            and token.dep_ in {"amod", "compound", "nsubj", "pobj", "poss"}
        } - self.adjectives
        self.adjectives |= new
        stems = {word[:SHORTEST_STEM] for word in new} | {key[:SHORTEST_STEM] for key in fresh if " " not in key}
        for word in sorted(new):
            self.by_stem[word[:SHORTEST_STEM]].append(word)
        for key in fresh:
            if " " not in key and key not in self.keys_by_stem[key[:SHORTEST_STEM]]:
                self.keys_by_stem[key[:SHORTEST_STEM]].append(key)
        for word in [word for stem in sorted(stems) for word in self.by_stem.get(stem, ())]:
            if normal(word) in self.demonyms or place(word) is not None:
                continue
            for key in [key for key in self.keys_by_stem.get(word[:SHORTEST_STEM], ()) if key in self.evidence]:
                if is_demonym(word, key) and self.evidence[key].votes["organisation"] < 4:
                    evidence = self.evidence[key]
                    evidence.vote("state", 5)
                    self.settle(evidence)
                    self.demonyms[normal(word)] = self.bearers[key]
                    self.evidence.pop(normal(word), None)
                    fresh.pop(normal(word), None)
                    fresh[key] = evidence
                    break

    def state_of_demonym(self, word: str) -> Entity | None:
        """Return the state whose adjective or inhabitant *word* is."""
        found = self.demonyms.get(word)
        if found is not None:
            return found.canonical()
        known = place(word)
        if known is not None and known.form == "demonym":
            return self.state(known.state)
        known = place(word)
        if known is not None and (word in self.bearers or known.form == "name"):
            return self.state(known.state)  # "the China government": a name before the noun
        bearer = self.bearers.get(word)
        return bearer.canonical() if bearer is not None and bearer.kind is ActorKind.STATE else None

    def state(self, name: str) -> Entity:
        """Return the entity of the gazetteer's state *name*."""
        key = normal(name)
        found = self.states.get(key)
        if found is None:
            found = Entity(entity_id(key), ActorKind.STATE, named=True, best=name)
            self.states[key] = found
            self.bearers.setdefault(key, found)
        return found.canonical()

    def settle(self, evidence: Evidence) -> None:
        """Decide who bears a name; what was decided before is kept and added to."""
        key = evidence.key
        known = place(key)
        short = form_of(evidence)
        if short.isupper() and 2 < len(short) < 8 and key not in self.acronyms and key in self.initials:
            self.acronyms[key] = self.initials[key]
        if key in self.acronyms and self.acronyms[key] in self.bearers:
            self.unite(key, self.bearers[self.acronyms[key]].canonical())
        elif known is not None and evidence.kind() == "state" and known.form != "demonym":
            if known.form == "name" or evidence.acts:
                self.unite(key, self.state(known.state))
            else:
                self.bearers.setdefault(key, Entity(entity_id(key), None, named=True, best=form_of(evidence)))
        elif self.is_short_form(evidence):
            return
        else:
            self.bear(evidence)

    def bear(self, evidence: Evidence) -> None:
        key, kind = evidence.key, evidence.actor_kind()
        if key.count(" ") > 1:
            words = form_of(evidence).split()
            self.initials.setdefault("".join(word[0] for word in words if word[0].isupper()).lower(), key)
        entity = self.bearers.get(key)
        if entity is None:
            entity = Entity(entity_id(key), kind, named=True, best=form_of(evidence))
            self.bearers[key] = entity
        entity = entity.canonical()
        entity.named = True
        last = key.rpartition(" ")[2]
        if last != key and last in LAND_FORMS and entity not in self.shortened[last]:
            self.shortened[last].append(entity)  # "the Islands" for "the Amber Islands"
        if kind is ActorKind.ORGANISATION and " " in key and " of " not in key:
            words = key.split()
            for length in range(1, len(words)):
                same = self.shortened[" ".join(words[:length])]
                if entity not in same:
                    same.append(entity)
        if entity.kind is not ActorKind.STATE or evidence.votes["organisation"] >= SURE:
            entity.kind = kind or entity.kind
        if kind is ActorKind.PERSON:
            words = key.split()
            entity.gender = entity.gender or evidence.gender or given_gender(words)
            for word in {words[0], words[-1]} if len(words) > 1 else set(words):
                if entity not in self.people[word]:
                    self.people[word].append(entity)
                single = self.bearers.get(word)
                if len(words) == 1 or single is None or single.canonical() is entity:
                    continue
                if single.kind in {ActorKind.PERSON, None} and self.evidence[word].votes["state"] < 3:
                    del self.bearers[word]
                    if single in self.people[word]:
                        self.people[word].remove(single)
                    if len(self.people[word]) == 1:
                        entity.absorb(single)

    def is_short_form(self, evidence: Evidence) -> bool:
        """Say whether a name is a surname, or the first words of an organisation's name, and nobody else's."""
        key = evidence.key
        if " " not in key and self.people.get(key) and evidence.votes["state"] < 3:
            return True
        lands = self.shortened[key] if key in LAND_FORMS and key in self.shortened else []
        if lands:
            lands[-1].kind = lands[-1].kind or (ActorKind.STATE if evidence.acts else None)
            return True
        return key in self.shortened and key not in self.bearers and not self.stands_alone(evidence)

    def stands_alone(self, evidence: Evidence) -> bool:
        """Say whether a name is surely not the short form of an organisation's: "Orme" beside "Orme Bank"."""
        shouted = all(form.isupper() and len(form) > SHORTEST_STEM for form in evidence.forms)
        return bool(evidence.located) or evidence.votes["state"] >= 2 or bool(evidence.titled) or shouted

    def unite(self, key: str, entity: Entity) -> None:
        """Give the name *key* to *entity*, together with whoever bore it before."""
        before = self.bearers.get(key)
        if before is not None and before.canonical() is not entity:
            entity.absorb(before.canonical())
        self.bearers[key] = entity

    def candidates(self, key: str) -> list[Entity]:
        """Return those who may be called *key*: one where the name is nobody else's, more for a shared surname."""
        bearer = self.bearers.get(key)
        if bearer is not None:
            return [bearer.canonical()]
        short = self.shortened.get(key, ())
        return list(dict.fromkeys(entity.canonical() for entity in (*self.people.get(key, ()), *short)))


def given_gender(words: list[str]) -> str | None:
    """Return what the first name tells; nothing in a name of three words, where the surname may stand first."""
    if len(words) == 2 or (len(words) == 3 and words[1].endswith(".")):
        return gender_of(words[0])
    return None


def form_of(evidence: Evidence) -> str:
    """Return the form of a name to show: the most frequent that is not all in capitals."""
    ranked = sorted(evidence.forms.items(), key=lambda item: (item[0].isupper() and len(item[0]) > 5, -item[1]))
    form = ranked[0][0]
    return form.title() if form.isupper() and len(form) > 5 else form

"""A text written for these tests, with what an extraction finds in it marked by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui_reader.model import (
    Actor,
    ActorKind,
    Block,
    Check,
    Claim,
    Condition,
    ConditionKind,
    Document,
    Extraction,
    Issue,
    Mode,
    Position,
    Quotation,
    Section,
    SectionKind,
    Source,
    Span,
    Stance,
    document_id,
    item_id,
)


@dataclass
class Story:
    """A text and the items named by their words; a word that stands more than once is told apart by `nth`, from 1."""

    text: str
    title: str = ""
    sections: tuple[Section, ...] = ()
    actors: list[Actor] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    unmentioned: list[Span] = field(default_factory=list)

    def span(self, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def actor(self, actor: str, name: str, kind: str, *names: str, pronouns: tuple[tuple[str, int], ...] = ()) -> None:
        every = (name, *names)
        mentions = {
            Span(found.start(), found.end())
            for one in every
            for found in re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", self.text)
        }
        mentions |= {self.span(word, nth) for word, nth in pronouns}
        self.actors.append(Actor(actor, name, ActorKind(kind), every, tuple(sorted(mentions))))

    def claim(self, words: str, holder: str | None, cue: str, mode: str = "indirect", nth: int = 1) -> Claim:
        span = self.span(words)
        claim = Claim(
            item_id("claim", self.text, span), span, Mode(mode), holder, cue=self.span(cue, nth) if cue else None
        )
        self.claims.append(claim)
        return claim

    def condition(
        self,
        kind: str,
        trigger: str,
        antecedent: str,
        consequent: str,
        holder: str | None = None,
        obligor: str | None = None,
        nth: int = 1,
    ) -> Condition:
        first = self.span(antecedent)
        made = Condition(
            item_id("condition", self.text, first, consequent),
            ConditionKind(kind),
            self.span(trigger, nth),
            first,
            self.span(consequent),
            holder,
            obligor,
        )
        self.conditions.append(made)
        return made

    def position(self, holder: str | None, issue: str, stance: str, evidence: str, via: str | None = None) -> Position:
        span = self.span(evidence)
        at = self.text.find(issue)
        where = Span(at, at + len(issue)) if at >= 0 else None
        made = Position(
            item_id("position", self.text, span, f"{holder}{issue}"),
            holder,
            Issue(issue, where),
            Stance(stance),
            span,
            via,
        )
        self.positions.append(made)
        return made

    def crowd(self) -> Story:
        """Add two who hold something, so that somebody else could have said what a question asks about."""
        for number, name in enumerate(("Hask Wimple", "Dorit Vane"), 91):
            words = f"the trams of line {number} ran late"
            self.text += f"\n\n{name} denied that {words}."
            self.actor(f"a{number}", name, "person")
            span = self.span(words)
            self.claims.append(
                Claim(item_id("claim", self.text, span), span, Mode.INDIRECT, f"a{number}", negated=True)
            )
        return self

    def altered(self, quoted: str, original: str, speaker: str) -> None:
        self.quotations.append(Quotation(self.span(quoted), speaker, Check.ALTERED, self.span(original)))

    def read(self) -> tuple[Document, Extraction]:
        blocks = tuple(Block(Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", self.text))
        sentences = tuple(
            Span(block.span.start + m.start(), block.span.start + m.end())
            for block in blocks
            for m in re.finditer(r"\S.*?(?:[.?!]”?(?=\s|$)|$)", block.span.of(self.text))
        )
        identity = document_id(self.text)
        document = Document(
            identity,
            self.text,
            self.title or self.text.split("\n", 1)[0],
            Source("/home/reader/texts/harbour.txt"),
            self.sections or (Section(Span(0, len(self.text))),),
            blocks,
            date="2031-05-04",
        )
        extraction = Extraction(
            identity,
            tuple(self.actors),
            tuple(sorted(self.claims, key=lambda one: one.span)),
            tuple(sorted(self.conditions, key=lambda one: one.antecedent)),
            tuple(sorted(self.positions, key=lambda one: one.evidence)),
            tuple(self.quotations),
            tuple(self.unmentioned),
            sentences,
        )
        return document, extraction


ARTICLE = (
    "Mira Oswin, the harbour minister of Tessaly, told reporters that the mole would be repaired if Vant paid its "
    "share of the dredging. She warned that no ferry will run unless the pilots are paid by 30 June. Vant rejected the "
    "dredging bill.",
    "The port authority believes that the cranes are safe. It offered to lease two berths to Vant. Vant’s harbour "
    "master, Joss Fenn, said the lease hinges on a vote of the council. “Without the pilots there is no harbour, and "
    "without the harbour there is no town,” said Ada Crewe, who leads the dockers’ union.",
    "The minister made no mention of the fishing quotas. Even if the council votes in May, the works will not begin "
    "before autumn. Had the mole been repaired in 2019, the storm would have done no harm.",
)
STATEMENT = (
    "Tessaly, 4 May (HNA) — Harbour Minister Mira Oswin issued the following statement:",
    "I welcome the vote of the council. Notification is due only if the swell exceeds nine metres. Pay the pilots and "
    "the ferries will sail. My government has never asked Vant for compensation. The reopening of the mole depends on "
    "the courage of Joss Fenn.",
)
TEXT = "\n\n".join(
    ("Tessaly Reopens the Harbour Talks", *ARTICLE, "Statement by the Harbour Minister of Tessaly", *STATEMENT)
)


def harbour() -> Story:
    """Return a story with items of every kind."""
    cut = TEXT.index("Statement by the Harbour")
    story = Story(
        TEXT,
        sections=(
            Section(Span(0, cut)),
            Section(
                Span(cut, len(TEXT)),
                SectionKind.STATEMENT,
                "Statement by the Harbour Minister of Tessaly",
                "Mira Oswin",
            ),
        ),
    )
    story.actor("a1", "Mira Oswin", "person", "The minister", "Harbour Minister Mira Oswin", pronouns=(("She", 1),))
    story.actor("a2", "Tessaly", "state", "My government")
    story.actor("a3", "Vant", "state")
    story.actor("a4", "port authority", "organisation", "The port authority", pronouns=(("It", 1),))
    story.actor("a5", "Joss Fenn", "person")
    story.actor("a6", "Ada Crewe", "person")
    story.actor("a7", "council", "organisation", "the council")
    story.actor("a8", "pilots", "group", "the pilots")
    story.claim("the mole would be repaired if Vant paid its share of the dredging", "a1", "told")
    story.claim("no ferry will run unless the pilots are paid by 30 June", "a1", "warned")
    story.claim("the cranes are safe", "a4", "believes")
    story.claim("the lease hinges on a vote of the council", "a5", "said")
    story.claim(
        "Without the pilots there is no harbour, and without the harbour there is no town", "a6", "said", "direct", 2
    )
    story.condition("sufficient", "if", "Vant paid its share of the dredging", "the mole would be repaired", "a1", "a3")
    story.condition("exceptive", "unless", "the pilots are paid by 30 June", "no ferry will run", "a1")
    story.condition("necessary", "hinges on", "a vote of the council", "the lease", "a5", "a7")
    story.condition("concessive", "Even if", "the council votes in May", "the works will not begin before autumn")
    story.condition("sufficient", "Had", "the mole been repaired in 2019", "the storm would have done no harm")
    story.condition("necessary", "only if", "the swell exceeds nine metres", "Notification is due", "a1")
    story.condition("sufficient", "and", "Pay the pilots", "the ferries will sail", "a1", nth=2)
    story.condition("necessary", "depends on", "the courage of Joss Fenn", "The reopening of the mole", "a1", "a5")
    story.position("a3", "the dredging bill", "refuses", "Vant rejected the dredging bill")
    story.position("a4", "the cranes", "characterises", "The port authority believes that the cranes are safe")
    story.position("a4", "two berths", "offers", "It offered to lease two berths to Vant")
    story.position("a1", "the vote of the council", "supports", "I welcome the vote of the council")
    story.position("a2", "compensation", "denies", "My government has never asked Vant for compensation", "a1")
    story.position(None, "the works", "doubts", "the works will not begin before autumn")
    story.unmentioned.append(story.span("the fishing quotas"))
    return story

"""The component: one walk over a part that ties each pronoun and pointing word to its antecedent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token

from tui_reader.extraction.actors.pronouns import SECOND, THIRD
from tui_reader.extraction.actors.survey import unread_tokens
from tui_reader.extraction.grammar import own_subject
from tui_reader.extraction.quotes import passages_of
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.extraction.references.deeds import deed
from tui_reader.extraction.references.expletives import is_expletive
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.mentions import Chain, mention_of_pronoun, mentions_at
from tui_reader.extraction.references.ones import one_of_them
from tui_reader.extraction.references.place import sort_of
from tui_reader.extraction.references.pointing import Found, pointed
from tui_reader.extraction.references.pronouns import Choice, choose
from tui_reader.model import Reference, ReferenceKind

SURE = {"he": 0.65, "they": 0.82, "it": 0.84}  # the probability from which on a pronoun of each sort is resolved
NAMELESS = frozenset({"VERB", "AUX", "ADP", "PUNCT", "SPACE", "CCONJ", "PART"})  # what neither names nor points
LIKELY = 0.5  # from which on it speaks of the same again, for those that come after it

Decide = Callable[[Token, Focus, int], Choice | None]


@Language.component("reader_references")
def find_references(doc: Doc) -> Doc:
    """Add the references of this part to the reading."""
    walk(doc, reading_of(doc), choose)
    return doc


def walk(doc: Doc, reading: Reading, decide: Decide) -> None:
    """Go over *doc* once; *decide* says what a pronoun means."""
    reading.actors.walk(doc)
    _Walk(doc, reading, decide).run()


class _Walk:
    """One part, sentence by sentence."""

    def __init__(self, doc: Doc, reading: Reading, decide: Decide) -> None:
        self.doc, self.reading, self.decide = doc, reading, decide
        self.focus = Focus(reading.actors)
        self.again: dict[int, Chain] = {}  # by the index of a noun that takes it up: "that vote"
        self.passages = [passage.outer for passage in passages_of(doc)]
        self.passage_starts = [passage.start for passage in self.passages]

    def run(self) -> None:
        document, offset = self.reading.document, self.doc._.offset
        skipped = unread_tokens(self.doc, document)
        block: object = None
        section: object = None
        for sentence in self.doc.sents:
            if sentence.start in skipped and sentence.end - 1 in skipped:
                continue
            at = offset + sentence.start_char
            here, around = document.block_at(at), document.section_at(at)
            self.focus.next_sentence(paragraph=here is not block, section=around is not section)
            block, section = here, around
            for token in sentence:
                if token.pos_ not in NAMELESS and token.i not in skipped:
                    self._token(token)

    def _passage(self, token: Token) -> int:
        at = self.doc._.offset + token.idx
        found = bisect_right(self.passage_starts, at) - 1
        return found if found >= 0 and self.passages[found].covers(at) else -1

    def _token(self, token: Token) -> None:
        if token.lower_ in THIRD and token.pos_ in {"PRON", "DET"}:
            self._pronoun(token)
            return
        if token.lower_ in SECOND:
            self._hearer(token)
            return
        found = pointed(token, self.focus) or one_of_them(token, self.focus) or deed(token)
        if found is not None:
            self._keep(found)
            if found.chain is not None:
                self.again[found.words[-1].i] = found.chain
        for mention in mentions_at(token, self.reading.actors):
            mention.passage = self._passage(token)
            again = self.again.get(token.i)
            if again is not None and len(mention.heads) == 1:
                self.focus.add(again, mention)
            else:
                self.focus.mention(mention)

    def _pronoun(self, token: Token) -> None:
        words = self.doc[token.i : token.i + 1]
        if is_expletive(token):
            self._keep(Found(words, ReferenceKind.EXPLETIVE, None, 1.0))
            return
        if of_either(token):
            return
        choice = self.decide(token, self.focus, self._passage(token))
        if choice is None or choice.confidence < LIKELY:
            unknown = mention_of_pronoun(token)
            unknown.passage = self._passage(token)
            self.focus.unknown(unknown)
            return
        bound, before = SURE[sort_of(token.lower_)], choice.chain.certainty
        certainty = choice.confidence * before if before < bound else choice.confidence
        self.focus.heard(choice.chain, token, certainty)
        if certainty >= bound and not choice.chain.opened:
            meant = choice.mention
            self._keep(Found(words, ReferenceKind.NOUN, meant.words, certainty, meant.entity))

    def _hearer(self, token: Token) -> None:
        """Keep whom `you` means: anyone who does as is said, the hearer of a letter or question, or any reader."""
        span = document_span(token)
        if bids(token):
            self.reading.references.append(Reference(span, ReferenceKind.GENERIC))
        elif self._passage(token) < 0:
            actor = self.reading.actors.first_person(token)
            block = self.reading.document.block_at(span.start)
            said = block is not None and block.label is not None and token.sent[-1].text != "?"
            if actor is not None and not said and not may_be_anyone(token):
                self.reading.references.append(Reference(span, ReferenceKind.NOUN, None, actor, SURE["they"]))
            elif actor is None and block is not None and block.label is None:
                self.reading.references.append(Reference(span, ReferenceKind.GENERIC, confidence=SURE["they"]))

    def _keep(self, found: Found) -> None:
        antecedent = document_span(found.antecedent) if found.antecedent is not None else None
        actor = found.entity.id if found.entity is not None else None
        self.reading.references.append(
            Reference(document_span(found.words), found.kind, antecedent, actor, round(found.confidence, 2), found.text)
        )


def may_be_anyone(you: Token) -> bool:
    """Whether *you* is the subject of what can or cannot be done: "you can't be neutral"."""
    return you.dep_ in {"nsubj", "nsubjpass"} and any(
        child.dep_ == "aux" and child.lower_ in {"can", "ca", "cannot", "could", "may"} for child in you.head.lefts
    )


def of_either(pronoun: Token) -> bool:
    """Whether *pronoun* is half of "his or her", which stands for everybody of a kind."""
    before, after = pronoun.doc[max(0, pronoun.i - 2) : pronoun.i].text, pronoun.doc[pronoun.i + 1 : pronoun.i + 3].text
    pair = {word.lower() for word in (*before.split(), *after.split())}
    return "or" in pair and bool(pair & {"he", "she", "his", "her", "him", "hers"})


def bids(you: Token) -> bool:
    """Whether *you* is anyone: in what follows a command ("stop the convoy and you punish a harvest") or `if you`."""
    root = you.sent.root
    before = you.doc[you.sent.start : you.i]
    commands = any(
        verb.tag_ in {"VB", "VBP"} and verb.i < you.i and own_subject(verb) is None and verb.i <= verb.sent.start + 2
        for verb in (root, *root.conjuncts)
    )
    if commands and any(token.lower_ in {"and", "or"} for token in before):
        return True
    return any(token.lower_ == "if" and token.i + 1 < len(you.doc) and token.nbor().lower_ == "you" for token in before)

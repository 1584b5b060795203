"""The component: one walk over a part that ties each pronoun and pointing word to its antecedent."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.actors.pronouns import THIRD, weight_of
from tui_reader.extraction.actors.survey import unread_tokens
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.extraction.references.expletives import is_expletive
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.mentions import mention_of_pronoun, mentions_at
from tui_reader.extraction.references.pronouns import choose
from tui_reader.model import Reference, ReferenceKind, Span

SURE = 0.62  # confidence from which on a pronoun is resolved


@Language.component("reader_references")
def find_references(doc: Doc) -> Doc:
    """Add the references of this part to the reading."""
    reading = reading_of(doc)
    reading.actors.walk(doc)
    _Walk(doc, reading).run()
    return doc


class _Walk:
    """One part, sentence by sentence."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.focus = Focus()

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
                if token.i not in skipped:
                    self._token(token)

    def _token(self, token: Token) -> None:
        if token.lower_ in THIRD and token.pos_ in {"PRON", "DET"}:
            self._pronoun(token)
            return
        for mention in mentions_at(token, self.reading.actors):
            self.focus.mention(mention)

    def _pronoun(self, token: Token) -> None:
        if is_expletive(token):
            self._keep(token, ReferenceKind.EXPLETIVE, None, 1.0)
            return
        choice = choose(token, self.focus)
        if choice is None or choice.confidence < SURE or choice.chain.opened:
            self.focus.unknown(mention_of_pronoun(token))
            return
        self.focus.heard(choice.chain, token, weight_of(token)[0])
        if choice.confidence >= SURE:
            entity = choice.mention.entity
            self._keep(
                token, ReferenceKind.NOUN, choice.mention.words, choice.confidence, entity.id if entity else None
            )

    def _keep(
        self, token: Token, kind: ReferenceKind, words: Words | None, confidence: float, actor: str | None = None
    ) -> None:
        antecedent: Span | None = document_span(words) if words is not None else None
        self.reading.references.append(Reference(document_span(token), kind, antecedent, actor, round(confidence, 2)))

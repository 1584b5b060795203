"""One parsed part as plain lists, and its sentences mended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Doc, Token

from tui_reader.extraction.conditions.draft import Stretch

FINAL = frozenset(".?!…") | {"...", "?!", "!?", ".."}
CLOSERS = frozenset("”’\"')]»")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
OPENERS = frozenset("“‘\"'([«")
DASHES = frozenset({"—", "–", "--", "---"})


def _has_auxiliary(verb: Token) -> bool:
    """Say whether a participle has an auxiliary, its own or that of the verb it is joined to."""
    if verb.dep_ == "conj" and verb.head.i != verb.i:
        return True
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


class Part:
    """The words, tags and sentences of a spaCy `Doc`, each read once."""

    def __init__(self, doc: Doc, starts: frozenset[int] = frozenset()) -> None:
        """*starts* are the character offsets in *doc* at which blocks, and their bodies, start."""
        self.doc = doc
        self.words: list[str] = [token.lower_.replace("’", "'") for token in doc]
        self.tags: list[str] = [token.tag_ for token in doc]
        self._starts = starts
        self._mend_tags()

    def __len__(self) -> int:
        return len(self.words)

    def _mend_tags(self) -> None:
        """Retag what the tagger takes for something else: a noun with a subject is a verb, a capital is a name."""
        tags = self.tags
        for token in self.doc:
            if token.tag_ == "NNS" and tags[token.i - 1] == "NN" and any(c.dep_ == "advcl" for c in token.rights):
                tags[token.i] = "VBZ"  # "a ban lapses unless …"
            if token.dep_ in {"nsubj", "nsubjpass"} and tags[token.head.i] in {"NN", "NNS", "NNP", "JJ"}:
                tags[token.head.i] = "VB" if any(child.tag_ == "MD" for child in token.head.lefts) else "VBP"
            elif (
                token.dep_ == "nsubj"
                and token.head.dep_ != "csubj"
                and tags[token.head.i] == "VBN"
                and not _has_auxiliary(token.head)
            ):
                tags[token.head.i] = "VBD" if token.head.lower_.endswith("ed") else "VBP"
            elif (
                tags[token.i] in {"RB", "UH", "FW", "VB", "VBP", "IN", "JJ"}
                and token.is_title
                and token.i > 0
                and (self.doc[token.i - 1].is_lower or self.doc[token.i - 1].text == ",")
                and self.doc[token.i - 1].tag_ != "VBG"
            ):
                tags[token.i] = "NNP"

        for sentence in self.doc.sents:
            root = sentence.root
            if self.doc[sentence.end - 1].text == "." and not self.has_finite(sentence.start, sentence.end):
                self._mend_verbless(root)

    def _mend_verbless(self, root: Token) -> None:
        """Retag "saving shrinks" in a whole sentence without a tensed verb: the plural after a noun is its verb."""
        for token in (root, *(child for child in root.rights if child.dep_ == "conj")):
            before = token.i - 1
            if token.tag_ == "NNS" and before > 0 and self.tags[before] in {"NN", "VBG"}:
                self.tags[token.i] = "VBZ"
                self.tags[before] = "NN"
                return

    def token(self, i: int) -> Token:
        return self.doc[i]

    @cached_property
    def sentences(self) -> list[Stretch]:
        """Sentences; where the parser split without a stop, or did not at one, it is corrected."""
        found: list[Stretch] = []
        start = 0
        for end in sorted({sentence.end for sentence in self.doc.sents} | set(self._unseen_ends())):
            if end < len(self) and not self._ends_sentence(start, end):
                continue
            found.append((start, end))
            start = end
        if start < len(self):
            found.append((start, len(self)))
        return found

    def _unseen_ends(self) -> Iterator[int]:
        """Yield where a stop stands before a capital that no name has: "… a good one. Had it …"."""
        for i in range(1, len(self) - 1):
            following = self.doc[i + 1]
            if self.words[i] == "." and following.is_title and following.is_stop and self.doc[i].whitespace_:
                yield i + 1

    def _ends_sentence(self, start: int, end: int) -> bool:
        if self.doc[end].idx in self._starts:
            return True
        last = end - 1
        while last > start and (self.words[last] in CLOSERS or self.doc[last].is_space):
            last -= 1
        if self.words[last] in FINAL or (self.words[last].endswith(".") and len(self.words[last]) == 2):
            # a quotation that ends with ? or ! inside its sentence goes on in small letters
            return not self.doc[end].is_lower
        return "\n" in self.doc[end - 1].text_with_ws

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, i: int) -> Stretch:
        return self.sentences[bisect_right(self._sentence_starts, i) - 1]

    def opens_block(self, i: int) -> bool:
        """Say whether a block, or its body, starts at token *i*."""
        return self.doc[i].idx in self._starts

    def opens_quotation(self, i: int) -> bool:
        """Say whether the mark at *i* opens a quotation; a straight one does where a blank stands only before it."""
        if self.words[i] == '"':
            return i == 0 or (bool(self.doc[i - 1].whitespace_) and not self.doc[i].whitespace_)
        return self.words[i] in {"“", "‘"}

    def is_finite(self, i: int) -> bool:
        """Say whether token *i* is a tensed verb, by its tag alone, which fails less often than the parse."""
        return self.tags[i] in FINITE

    def has_finite(self, start: int, end: int) -> bool:
        return any(self.tags[i] in FINITE for i in range(start, end))

    def has_modal(self, start: int, end: int) -> bool:
        return any(self.tags[i] == "MD" for i in range(start, end))

    def is_complete(self, start: int, end: int) -> bool:
        """Say whether the sentence ends with a full stop, unlike a heading or a lead-in."""
        while end > start and (self.doc[end - 1].is_space or self.words[end - 1] in CLOSERS):
            end -= 1
        return end > start and self.words[end - 1] in FINAL

    def trimmed(self, start: int, end: int) -> Stretch:
        """Return the stretch without spaces, commas and stops at its edges."""
        while start < end and (self.words[start] in ",;:.—–-" or self.doc[start].is_space):
            start += 1
        while end > start and (self.words[end - 1] in ",;:.!?—–-…" or self.doc[end - 1].is_space):
            end -= 1
        return start, end

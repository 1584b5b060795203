"""What "that suggestion" or "this assurance" takes up: the content of a verb of the same meaning just before.

Nouns of saying and thinking name what was said, as shell nouns do (Schmid, "English abstract nouns as conceptual
shells", 2000): "parents, she suggested, fear the plan. We reject that suggestion."
"""

from __future__ import annotations

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.grammar import clause, is_finite, is_infinitive
from tui_reader.extraction.lexicon import rows

VERBS = {noun: frozenset(verbs.split()) for noun, verbs in rows("references/nominals")}
LONGEST = 22  # words of what is taken up


def what_was_said(pointer: Token, noun: Token) -> tuple[str, Words] | None:
    """Return the words that bring in the content, "the suggestion that", and the content; None where none is near."""
    verbs = VERBS.get(noun.lemma_.lower())
    if not verbs:
        return None
    start = pointer.sent.start
    first = pointer.doc[start - 1].sent.start if start > 0 else start
    found = [
        (token, content)
        for token in pointer.doc[first : pointer.i]
        if token.lemma_.lower() in verbs and (content := _content(token)) is not None and content.end <= pointer.i
    ]
    if len(found) != 1:
        return None
    verb, content = found[0]
    if len(content) > LONGEST:
        return None
    joined = "to" if is_infinitive(_head(verb)) else "that"
    words = content[1:] if content[0].lower_ == joined else content
    return f"the {noun.text} {joined}", words


def _head(verb: Token) -> Token:
    return next(child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"})


def _content(verb: Token) -> Words | None:
    """Return the clause that tells what was said, None where the verb has none behind it or it is negated."""
    head = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"}), None)
    if head is None or any(child.dep_ == "neg" for child in verb.children):
        return None
    if not is_finite(head) and not is_infinitive(head):
        return None
    return clause(head)

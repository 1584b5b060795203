from tui_reader.argument.profile import profile
from tui_reader.model import Actor, ActorKind, Claim, Condition, ConditionKind, Extraction, Mode, Span
from tui_reader.sources import read_text

TEXT = "The mayor says that if it rains the very old fair will close. Nobody cares.\n"
DOCUMENT = read_text(TEXT)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_words_belong_to_the_innermost_who_says_them():
    whole, inner = span("if it rains the very old fair will close"), span("the very old fair")
    extraction = Extraction(
        DOCUMENT.id,
        actors=(Actor("m", "the mayor", ActorKind.PERSON), Actor("g", "the guild", ActorKind.GROUP)),
        claims=(
            Claim("c1", inner, Mode.DIRECT, "g"),
            Claim("c2", whole, Mode.INDIRECT, "m"),
            Claim("c3", span("Nobody cares"), Mode.NARRATION),
        ),
        conditions=(Condition("x", ConditionKind.SUFFICIENT, span("if"), span("it rains"), inner),),
        sentences=(Span(0, 62), Span(62, len(TEXT))),
    )
    found = profile(DOCUMENT, extraction)
    assert dict(found.voices) == {"the writer": 6, "the mayor": 5, "the guild": 4}
    assert dict(found.modes) == {"direct": 1, "indirect": 1}
    assert found.obligors == (("nobody named", 1),)

"""What a reader changes by hand, applied to an extraction."""

from datetime import UTC, datetime

import pytest

from tui_reader.errors import StoreError
from tui_reader.model import (
    Actor,
    ActorKind,
    Anchor,
    Claim,
    Condition,
    ConditionKind,
    Edit,
    EditAction,
    EditTarget,
    Extraction,
    Issue,
    Mode,
    Position,
    Span,
    Stance,
)
from tui_reader.store.amendments import amend_extraction, check_edit, span_text
from tui_reader.store.notes import standing_notes

from .test_library import make_document

DOCUMENT = make_document()
TEXT = DOCUMENT.text
AT = datetime(2031, 3, 4, 12, tzinfo=UTC)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FOUND = Extraction(
    DOCUMENT.id,
    actors=(
        Actor("a1", "Oru", ActorKind.STATE, ("Oru",), (span("Oru"),)),
        Actor("a2", "Velm", ActorKind.STATE, ("Velm",), (span("Velm"),), members=("a1",)),
    ),
    claims=(
        Claim("c1", span("the ferry will sail"), Mode.INDIRECT, "a1", ("a2",)),
        Claim("c2", span("it had paid"), Mode.INDIRECT, "a2"),
    ),
    positions=(Position("p1", "a2", Issue("the toll"), Stance.DENIES, span("it had paid")),),
)


def edit(target, thing, action, anchor=None, **changes):
    return Edit(DOCUMENT.id, target, thing, action, AT, changes, anchor)


def amended(*edits):
    return amend_extraction(DOCUMENT, FOUND, edits)


def test_a_merge_renames_everywhere_and_a_split_takes_it_back():
    merge = edit(EditTarget.ACTOR, "a1", EditAction.MERGE, **{"with": "a2"})
    merged = amended(merge)
    assert [(actor.id, actor.names, actor.members) for actor in merged.actors] == [("a1", ("Oru", "Velm"), ())]
    assert [(claim.holder, claim.via) for claim in merged.claims] == [("a1", ("a1",)), ("a1", ())]
    assert merged.positions[0].holder == "a1"
    assert amended(merge, edit(EditTarget.ACTOR, "a1", EditAction.SPLIT, **{"with": "a2"})) == FOUND


def test_a_holder_that_was_merged_is_still_meant():
    merge = edit(EditTarget.ACTOR, "a1", EditAction.MERGE, **{"with": "a2"})
    result = amended(merge, edit(EditTarget.CLAIM, "c1", EditAction.AMEND, holder="Velm"))
    assert result.claims[0].holder == "a1"
    assert len(result.actors) == 1


def test_fields_of_every_kind_can_be_amended():
    result = amended(
        edit(EditTarget.CLAIM, "c1", EditAction.AMEND, holder="", mode="narration", via="Oru, Kessary", cue=""),
        edit(
            EditTarget.POSITION,
            "p1",
            EditAction.AMEND,
            stance="refuses",
            issue="paid",
            evidence=span_text(span("paid")),
        ),
        edit(EditTarget.ACTOR, "a2", EditAction.AMEND, name="The Velm", kind="organisation"),
    )
    claim, position = result.claims[0], result.positions[0]
    assert (claim.holder, claim.mode, claim.cue) == (None, Mode.NARRATION, None)
    assert [result.actor(actor).name for actor in claim.via] == ["Oru", "Kessary"]
    assert (position.stance, position.issue, position.evidence.of(TEXT)) == (
        Stance.REFUSES,
        Issue("paid", span("paid")),
        "paid",
    )
    assert result.actor("a2").names == ("The Velm", "Velm")


def test_a_condition_of_the_readers_own():
    places = {"antecedent": span_text(span("it had paid")), "consequent": span_text(span("the ferry will sail"))}
    (made,) = amended(edit(EditTarget.CONDITION, "mine", EditAction.ADD, obligor="a2", **places)).conditions
    assert isinstance(made, Condition)
    assert (made.kind, made.obligor, made.holder) == (ConditionKind.SUFFICIENT, "a2", None)


def test_an_edit_finds_its_item_by_its_words_when_the_id_is_gone():
    anchor = Anchor.of(TEXT, span("that it had paid"))
    result = amended(edit(EditTarget.CLAIM, "gone", EditAction.REJECT, anchor))
    assert [claim.id for claim in result.claims] == ["c1"]


def test_an_edit_of_what_is_gone_changes_nothing():
    assert amended(edit(EditTarget.CLAIM, "gone", EditAction.AMEND, hedged="true")) == FOUND
    assert amended(edit(EditTarget.ACTOR, "a9", EditAction.MERGE, **{"with": "a1"})) == FOUND


@pytest.mark.parametrize(
    ("target", "action", "changes"),
    [
        (EditTarget.CLAIM, EditAction.AMEND, {"holder": "a77"}),
        (EditTarget.CONDITION, EditAction.ADD, {"antecedent": "0:3"}),
        (EditTarget.POSITION, EditAction.AMEND, {"stance": "likes"}),
        (EditTarget.ACTOR, EditAction.AMEND, {"name": " "}),
        (EditTarget.ACTOR, EditAction.MERGE, {}),
        (EditTarget.CARD, EditAction.ACCEPT, {"answer": " "}),
        (EditTarget.CARD, EditAction.AMEND, {"prompt": ""}),
        (EditTarget.CLAIM, EditAction.ADD, {}),
    ],
)
def test_what_cannot_be_applied_is_refused_in_one_line(target, action, changes):
    with pytest.raises(StoreError) as told:
        check_edit(DOCUMENT, FOUND, edit(target, "x", action, **changes))
    assert "\n" not in str(told.value)


def test_the_last_wording_of_a_note_counts_and_a_rejected_note_is_gone():
    anchor = Anchor.of(TEXT, span("Velm"))
    first = edit(EditTarget.TEXT, "n1", EditAction.NOTE, anchor, text="first")
    second = edit(EditTarget.TEXT, "n1", EditAction.NOTE, None, text="second")
    (note,) = standing_notes(DOCUMENT, [first, second])
    assert (note.text, note.span) == ("second", span("Velm"))
    assert standing_notes(DOCUMENT, [first, edit(EditTarget.TEXT, "n1", EditAction.REJECT)]) == ()
    lost = edit(EditTarget.TEXT, "n2", EditAction.NOTE, Anchor(3, "not there"), text="kept")
    assert [known.span for known in standing_notes(DOCUMENT, [lost, first])] == [span("Velm"), None]

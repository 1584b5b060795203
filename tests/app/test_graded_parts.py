"""How the parts of a typed answer are told."""

from tui_reader.app.card_face import graded_parts
from tui_reader.study.verdict import Grade, Part, PartGrade, Verdict


def told(grade):
    return ["".join(words for words, _ in line) for line in graded_parts(grade)]


def test_each_part_is_marked_and_what_was_wrong_with_it_is_told():
    parts = (
        PartGrade(Part.ACTOR, "Ana Brisk", Verdict.RIGHT),
        PartGrade(Part.CONSEQUENCE, "the boats will come", Verdict.PARTLY, "not all of it"),
        PartGrade(Part.CONDITION, "the toll falls", Verdict.WRONG, "not said"),
    )
    grade = Grade(Verdict.WRONG, 0.4, "not all of it", ("boats", "toll"), parts, ("rafts",))
    assert told(grade) == [
        "✓  actor",
        "≈  consequence: the boats will come (not all of it)",
        "✗  condition: the toll falls (not said)",
        "   missing: boats, toll",
        "   not in the answer: rafts",
    ]


def test_an_answer_of_one_part_is_not_told_twice_and_a_right_one_only_by_its_parts():
    one = (PartGrade(Part.CONSEQUENCE, "the boats will come", Verdict.WRONG),)
    assert told(Grade(Verdict.WRONG, 0.0, parts=one)) == ["✗  consequence"]
    right = (PartGrade(Part.ACTOR, "Brisk", Verdict.RIGHT), PartGrade(Part.STATEMENT, "pays", Verdict.RIGHT))
    assert told(Grade(Verdict.RIGHT, 1.0, "", ("toll",), right)) == ["✓  actor", "✓  what is said"]
    assert told(Grade(Verdict.RIGHT, 1.0, parts=right[:1])) == []

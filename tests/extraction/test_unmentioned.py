"""What was left unsaid: one sentence a construction, and sentences that only look like one."""

import pytest

from tui_reader.extraction import extract
from tui_reader.sources import read_text


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The letter made no mention of the debt.", ["the debt"]),
        ("The paper said nothing of costs, staffing or the timetable.", ["costs", "staffing", "the timetable"]),
        ("The statement omits any reference to the hostages.", ["the hostages"]),
        (
            "The letter makes no mention of the debt, the fleet or the prisoners.",
            ["the debt", "the fleet", "the prisoners"],
        ),
        ("The report does not mention the dam.", ["the dam"]),
        ("The dam was not mentioned in the report.", ["The dam"]),
        ("The union no longer asks for a shorter week.", ["a shorter week"]),
        ("The question of the islands was not discussed.", ["the islands"]),
        ("The statement is silent on the price of grain.", ["the price of grain"]),
        ("The minister spoke for an hour without mentioning the strike.", ["the strike"]),
        ("The draft omits the fishing rights.", ["the fishing rights"]),
        ("The bank did not refer to the exchange rate.", ["the exchange rate"]),
    ],
)
def test_what_is_missing_is_found(text, missing):
    document = read_text(f"The delegates met in spring. {text}\n")
    assert [span.of(document.text) for span in extract(document).unmentioned] == missing


@pytest.mark.parametrize(
    "text",
    [
        "The report mentions the dam.",
        "The government would not discuss the dam until the vote.",
        "I do not mention names.",
        "I shall say nothing more on this subject.",
        "The envoy asked for a shorter week.",
        "The bank did not raise its rate.",
    ],
)
def test_what_is_said_refused_or_merely_not_done_is_not_missing(text):
    document = read_text(f"The delegates met in spring. {text}\n")
    assert extract(document).unmentioned == ()

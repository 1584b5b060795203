from __future__ import annotations

import pytest

from tests.sources.documents import assert_sound, junk, outline
from tui_reader.sources import read_text

NEWS = (
    "The council met on Monday in the old customs house. "
    "It was a long meeting and nothing was settled by it, as all admitted."
)


@pytest.mark.parametrize(
    "line",
    [
        "Browse By",
        "Advertisement",
        "Share this article",
        "Share on Facebook",
        "Read more: The salt wars explained",
        "Related articles",
        "Home > World > Salt",
        "3 min read",
        "12 Comments",
        "Tags: salt, tariffs",
        "Photo: A harbour at dawn",
        "© 2023 The Harbour Times. All rights reserved.",
        "Sign up for our daily newsletter.",
        "Subscribe today and save half the price.",
        "Become a Harbour Times supporter on Patreon and get the news by email.",
        "This article was originally published on 3 March 2021 in the “Salt” newsletter.",
        "A version of this article first appeared in The Harbour Times.",
        "Follow us on Twitter",
        "We use cookies to improve your visit.",
        "The Desk’s morning briefing lands in inboxes every day.",
        "The views expressed here are the author’s own.",
        "(Reporting by Anna Veld; Editing by Jon Marek)",
        "For more information, please contact the press office.",
        "press@example.org",
        "Editor’s note: both texts are given in full.",
        "Skip to content | Sign in | Markets | World | Opinion",
        "ADVERTISEMENT — STORY CONTINUES BELOW",
        "[Graphic: what a loaf costs since January]",
        "Get the Harbour Times Morning Note, a daily summary of the market.",
        "A version of this article appears in print on March 4, 2031, Section A, Page 20.",
        "Interview by Tomas Berg. Photographs by Ben Ott.",
        "Show comments (14)",
        "Listen · 6 min",
        "You have 2 free articles left this month.",
        "Image caption: the quay in May",
        "A ship at the quay on Monday. (Ada Holm/Harbour Wire)",
        "This is a breaking news story. Check back for updates.",
        "Trending now",
        "Sponsored by Quayside Bank",
        "Letters may be edited for length.",
        "Produced by Ben Ott. Edited by Tomas Berg.",
        "All figures in this letter are unaudited.",
        "3 March 2031, 14:05 GMT · Updated 2 hours ago · 4 min read",
        "This summary is provided to help readers of the judgment.",
        "This brief may be reproduced if the source is named.",
        "This letter contains certain forward-looking statements.",
        "Past performance is no guide to future returns.",
        "The Company undertakes no obligation to update them.",
        "This interview has been edited for length.",
    ],
)
def test_a_line_in_the_middle_is_boilerplate(line: str) -> None:
    document = read_text(f"Salt and Sail\n\n{NEWS}\n\n{line}\n\n{NEWS}\n")
    assert junk(document) == [line]
    assert_sound(document)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers to the new plan said that they would pay if the ferry ran.",
        "This brief was read by nobody, the mayor said.",
        "The letter does not express regret, and nobody had thought it would.",
        "The results were audited by a firm from the capital, the ministry said.",
        "Ships registered in the north will pay twice as much from Monday.",
        "Listen to the farmers, she said, and you will know what rain is worth.",
        "Breaking news from the front reached the town at noon, and the shops closed.",
        "The company undertakes to update its maps each May.",
        "Past results do credit to the club, and the town is proud of it.",
        "The newsletter that the ministry published in May said that the dam was safe.",
        "Follow the money, she said, and you will find the harbour master.",
        "The report was published on Monday, and the council rejected it.",
        "The writer was arrested in Varna, the police said.",
        "Support for the tariff fell after the two ports agreed.",
        "Join the union or lose your place, they told the pilots.",
        "Share the harbour and there will be peace.",
        "“Sign up or leave,” he told them.",
        "Related disputes were settled in the spring.",
        "The views of the council are well known, and the pilots do not share them.",
        "Popular Uprising in Varna",
        "Like his supporters, the harbour master said that the tariff must fall.",
        "The claim first appeared in the army newspaper, which later withdrew it.",
        "The article of the treaty was amended in 1998.",
        "Research by the ministry shows that the dam will hold.",
        "The morning briefing is published every day at noon by the ministry.",
        "Published in 2011, the plan was shelved within a year.",
        "Listen to the people.",
        "Save this valley.",
        "Become a member of the Convention or pay the toll, Issaly told its neighbours.",
        "To continue the talks the ministry must register its vessels.",
    ],
)
def test_prose_is_not(line: str) -> None:
    document = read_text(f"Salt and Sail\n\n{NEWS}\n\n{line}\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}\n")
    assert junk(document) == []


def test_a_call_at_the_end_of_a_paragraph_is_cut_off() -> None:
    document = read_text(
        f"Salt\n\n{NEWS}\n\nDr. Reel said no. Sign up for our newsletter. It is free to subscribe here.\n\n{NEWS}\n"
    )
    assert ("paragraph", "Dr. Reel said no. Sign up for our newsletter. It is free to subscribe here.") in outline(
        document
    )
    document = read_text(f"Salt\n\n{NEWS}\n\nDr. Reel said no. Sign up for our newsletter.\n\n{NEWS}\n")
    assert ("paragraph", "Dr. Reel said no.") in outline(document)
    assert junk(document) == ["Sign up for our newsletter."]


@pytest.mark.parametrize(
    "line",
    [
        "The writer taught hydrology at the Polytechnic.",
        "The author is a fellow of the Salt Institute.",
        "Nesta Rhys is the editor of The Harbour Times.",
    ],
)
def test_a_credit_at_the_end(line: str) -> None:
    assert junk(read_text(f"Salt\n\n{NEWS}\n\n{NEWS}\n\n{line}\n")) == [line]


def test_somebody_in_the_article_is_not_credited() -> None:
    text = f"Salt\n\nNesta Rhys spoke first. {NEWS}\n\n{NEWS}\n\nNesta Rhys is the editor of The Harbour Times.\n"
    assert junk(read_text(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "The author of the plan was silent.",
        "The writer was arrested on Monday.",
        "The council is the editor of its fate.",
    ],
)
def test_news_of_a_writer_is_no_credit(line: str) -> None:
    assert junk(read_text(f"Salt\n\n{NEWS}\n\n{NEWS}\n\n{line}\n")) == []


def test_a_kicker_is_boilerplate_above_the_text_only() -> None:
    assert junk(read_text(f"Opinion\n\nThe Salt Accord\n\n{NEWS}\n")) == ["Opinion"]
    document = read_text(f"The Salt Accord\n\n{NEWS} {NEWS}\n\nAnalysis\n\n{NEWS}\n")
    assert junk(document) == []
    assert document.sections[1].title == "Analysis"


@pytest.mark.parametrize(
    "tail",
    [
        "You are reading The Slack Water, our Friday newsletter. If you enjoyed it, forward it to a friend.",
        "Was this forwarded to you? Subscribe here.",
        "Add your name: this letter is open for signature until May. If you prefer, we will print your initials only.",
        "To add your name to this letter, write to salt@varna.example. The Varna Post prints letters free of charge.",
        "If you have a tip on this story, write to tips@saltwire.example.",
        "Additional reporting by Anna Veld. Do you work on the quay? Write to our labour desk in confidence.",
        "The Annals of Salt is published quarterly. This magazine has no connection with it.",
        "This excerpt has been shortened. The recording is available on the council’s website.",
        "Was this guide useful? More from the Harbour Desk.",
        "Saltwire is a member of the Fair Wire Code. Click here to license this story.",
        "You have two free articles left this month.",
        "If you think that we have made a mistake, tell us.",
        "If you would like to support our journalism, become a member.",
        "Unless you tell us otherwise, we will send you the letter every week.",
        "Do you work at the mill? We would like to hear from you.",
        "Enjoyed this? You may also like our guide to the harbour.",
        "Our stories may be shared, but this material may not be published without permission.",
        "This article is free to read because our members pay for it. Join them.",
        "We may earn a commission if you buy through our links.",
    ],
)
def test_the_last_lines_that_speak_of_the_publication_are_boilerplate(tail: str) -> None:
    document = read_text(f"Salt and Sail\n\n{NEWS}\n\n{NEWS}\n\n{tail}\n")
    assert " ".join(junk(document)) == tail
    assert_sound(document)


@pytest.mark.parametrize(
    "last",
    [
        "The council meets again on Monday. It is available until ten.",
        "If you have a licence, you may sail. Without one you may not.",
        "“Write to our desk at salt@varna.example,” the mayor said, and sat down.",
        "The report is published every May and the council reads it.",
        "Have you seen the wall? It will not last the winter.",
        "If you see the harbour master, tell him that the boats are ready.",
        "He would like to hear from the minister before the vote.",
        "Our members have voted, and we will not go back.",
    ],
)
def test_the_last_lines_of_the_matter_are_none(last: str) -> None:
    assert junk(read_text(f"Salt and Sail\n\n{NEWS}\n\n{NEWS}\n\n{last}\n")) == []


def test_notes_and_contacts_close_a_press_release() -> None:
    release = f"Salt and Sail\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}"
    notes = "Notes to editors\n\n1. The tariff was set in May.\n\nContact: Anna Veld, 0123 456"
    assert "".join(junk(read_text(f"{release}\n\n{notes}\n"))) == notes
    about = "About the Harbour Trust\n\nThe Harbour Trust is a charity that looks after the quay."
    assert "".join(junk(read_text(f"{release}\n\n{about}\n"))) == about
    assert junk(read_text(f"{release}\n\nAbout the Dam\n\n{NEWS}\n\nNobody was asked.\n")) == []


def test_rows_of_a_table_with_blank_lines_between_are_a_table() -> None:
    document = read_text(f"Salt\n\n{NEWS}\n\nSALT | May 3 | May 4\n\nFine | 30 | 31\n\n{NEWS}\n")
    assert [kind for kind, _ in outline(document)].count("table") == 2


@pytest.mark.parametrize(
    "notice",
    [
        "Classification: internal. Not for onward circulation. This paper is nobody’s policy.",
        "Ordered by the House of Varna to be printed 11 May. Copies may be had from the Document Office.",
        "Private and confidential",
    ],
)
def test_notices_at_the_head_of_a_paper_are_boilerplate(notice: str) -> None:
    assert junk(read_text(f"Report on the Salt Tariff\n\n{notice}\n\n{NEWS}\n\n{NEWS}\n")) == [notice]


def test_the_day_of_publication_is_the_date_and_not_that_of_a_statement_within() -> None:
    credit = "This article was originally published on 3 March 2021 in the “Salt” newsletter."
    statement = "Varna, 27 February — Anna Veld, the minister, issued the following statement:\n\nI welcome the toll."
    assert read_text(f"Salt\n\n{NEWS}\n\n{statement}\n\n{NEWS}\n\n{credit}\n").date == "2021-03-03"


def test_titles_of_other_texts_under_a_list_of_them_are_boilerplate() -> None:
    document = read_text(f"Salt and Sail\n\n{NEWS}\n\nMost read\n\nThe long winter\n\nWho owns the salt?\n\n{NEWS}\n")
    assert junk(document) == ["Most read\n\nThe long winter\n\nWho owns the salt?"]


def test_a_label_before_the_headline_is_part_of_it() -> None:
    document = read_text(
        f"Explainer: What is in the salt treaty?\n\nBy our salt desk\n\n{NEWS}\n\nQuiz: How salty are you?\n\n{NEWS}\n"
    )
    assert document.title == "Explainer: What is in the salt treaty?"
    assert "Quiz: How salty are you?" in junk(document)

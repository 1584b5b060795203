"""Studying in the reading screen: cards that the reader changes as they are asked."""

import json
from datetime import UTC, datetime

import pytest
from textual.widgets import Input, Static

from tests.app.texts import CARDS, DOCUMENT
from tui_reader.app.card_face import face, marked
from tui_reader.app.commands import commands
from tui_reader.app.reader_app import ReaderApp
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import CardState, Option, Phase, Rating, Review, StudyMode
from tui_reader.model import Choice as AskedChoice
from tui_reader.store.unrated import UnratedAnswers
from tui_reader.study.exercise import Exercise
from tui_reader.study.verdict import Grade, Verdict


@pytest.fixture
def library(library_with_cards):
    return library_with_cards


def app_on(library):
    return ReaderApp(library, load_settings(Home(library.home, library.home)), commands(), DOCUMENT)


async def at_a_card(app, pilot):
    while not app.screen.query("#card-prompt") or app.screen.pane.card is None:
        await pilot.pause()
    await pilot.press("tab", "tab")
    await pilot.pause()
    return app.screen.pane.card


def shown(screen, part):
    return str(screen.query_one(part, Static).content)


async def test_a_card_in_hand_is_reworded_and_shows_at_once(library):
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("E")
        await pilot.pause()
        app.screen.query_one("#field-prompt", Input).value = "What falls [b]soon[/b]?"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.pane.card.prompt == shown(app.screen, "#card-prompt") == "What falls [b]soon[/b]?"
        await pilot.press("space", "E")
        await pilot.pause()
        app.screen.query_one("#field-answer", Input).value = "The toll"
        await pilot.press("enter")
        await pilot.pause()
        # Of a card whose answer shows, the answer goes on showing.
        assert app.screen.pane.exercise.revealed
        assert "The toll" in shown(app.screen, "#card-answer")
        await pilot.press("3")
        await pilot.pause()
        assert app.screen.pane.card.id != card.id
    kept = next(one for one in library.cards(DOCUMENT.id) if one.id == card.id)
    assert (kept.prompt, kept.answer) == ("What falls [b]soon[/b]?", "The toll")


async def test_a_card_without_an_answer_is_refused_on_the_form_and_escape_leaves_it(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("E")
        await pilot.pause()
        app.screen.query_one("#field-answer", Input).value = "  "
        await pilot.press("enter")
        await pilot.pause()
        assert "needs a question and an answer" in shown(app.screen, "#edit-error")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.pane.card == card


async def test_a_rejected_card_is_gone_from_the_deck(library):
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("x")
        await pilot.pause()
        assert app.screen.pane.card.id != card.id
    assert card.id not in {one.id for one in library.cards(DOCUMENT.id)}


async def test_a_goal_and_a_retention_are_filled_in_and_kept_or_refused_on_the_form(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("D")
        await pilot.pause()
        app.screen.query_one("#field-day", Input).value = "some day"
        app.screen.query_one("#field-retention", Input).value = "85"
        await pilot.press("enter")
        await pilot.pause()
        assert "is no day" in shown(app.screen, "#edit-error")
        app.screen.query_one("#field-day", Input).value = "in 4 days"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.sitting.plans(datetime.now(UTC))[DOCUMENT.id].days_left == 4
    assert library.aims.retention(DOCUMENT.id) == 0.85
    assert library.aims.goal(DOCUMENT.id).retention == 0.95


async def test_cards_are_chosen_from_a_list_and_everything_is_asked_again_without_a_choice(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        every = app.screen.sitting.total
        await pilot.press("F")
        await pilot.pause()
        rows = [choice.words for choice in app.screen.choices]
        at = next(n for n, words in enumerate(rows) if "attribution cards" in words)
        await pilot.press(app.screen.choices[at].key)
        await pilot.pause()
        assert app.screen.choices[at].words.startswith("●")
        await pilot.press("space")  # as enter does
        await pilot.pause()
        assert app.screen.choices[at].words.startswith("○")
        await pilot.press("space")
        await pilot.pause()
        assert app.screen.choices[0].words.startswith("study these ")
        await pilot.press("s")
        await pilot.pause()
        kinds = {card.kind.value for card in app.screen.sitting.session.waiting}
        assert kinds == {"attribution"}
        assert app.screen.pane.card.kind.value == "attribution"
        await pilot.press("F")
        await pilot.pause()
        await pilot.press(app.screen.choices[at].key, "s")
        await pilot.pause()
        assert app.screen.sitting.total == every


async def test_the_passage_of_a_card_that_slipped_is_offered_shown_and_then_counts_as_read(library):
    card = library.cards(DOCUMENT.id)[0]
    due = datetime(2020, 1, 1, tzinfo=UTC)
    known = CardState(Phase.REVIEW, 30.0, 5.0, None, due, due, 4)
    library.progress.change("import", {card.id: known})
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        assert await at_a_card(app, pilot) == card
        await pilot.press("space", "1")
        await pilot.pause()
        assert "1 to reread" in app.screen.query_one("#status").parts[2]
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert card.sentence.start <= app.screen.source.offset_in_hand < card.sentence.end
        assert library.shelved(DOCUMENT.id).passages == 0
        assert "reread" not in app.screen.query_one("#status").parts[2]


async def test_a_pair_that_was_confused_is_drilled(library):
    by_answer = {}
    for card in library.cards(DOCUMENT.id):
        by_answer.setdefault(card.answer, card)
    ferrier, council = by_answer["Maud Ferrier"], by_answer["The council"]
    for card, said in ((ferrier, "the council"), (council, "Maud Ferrier")):
        review = Review(card.id, Rating.AGAIN, datetime(2020, 1, 1, tzinfo=UTC), answer=said)
        library.record(review, library.progress.state(card.id))
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("X")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "confused twice" in app.screen.choices[0].words
        await pilot.press("enter")
        await pilot.pause()
        options = {option.text.casefold() for option in app.screen.pane.exercise.options}
        assert options == {"maud ferrier", "the council"}
        assert app.screen.place == "study"  # its keys are at hand at once
        await pilot.press("a")
        await pilot.pause()
        assert app.screen.pane.exercise.revealed


def footer(app):
    return [f"{command.shown_key} {command.title}" for command in app.screen.footer_keys()]


async def test_the_footer_has_the_keys_of_what_can_be_done_with_the_card_now(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        assert footer(app)[0] == "space show the answer"
        await pilot.press("space")
        await pilot.pause()
        assert footer(app)[:4] == ["1 again", "2 hard", "3 good", "4 easy"]
        assert "space show the answer" not in footer(app)
        shown_now = list(app.screen.query_one("#footer").commands)
        assert [command.id for command in shown_now] == [command.id for command in app.screen.footer_keys()]
        await pilot.press("4")
        await pilot.pause()
        assert footer(app)[0] == "space show the answer"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_a_card_that_is_revealed_shows_its_prompt_its_answer_and_the_ratings(library, size):
    app = app_on(library)
    async with app.run_test(size=size) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("s")
        await pilot.pause()
        while app.screen.pane.card is None:
            await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        pane = app.screen.pane
        ratings = pane.query_one("#card-ratings").region
        for part in ("#card-prompt", "#card-answer"):
            region = pane.query_one(part).region
            assert region.y >= pane.region.y, part
            assert region.bottom <= ratings.y, part
        assert ratings.bottom <= pane.region.bottom
        lines = str(pane.query_one("#card-ratings", Static).content).splitlines()
        assert all(len(line.rstrip()) <= ratings.width for line in lines)
        assert "".join(lines).count("easy") == 1


async def test_m_offers_the_modes_with_a_word_on_each_and_the_choice_holds(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m")
        await pilot.pause()
        words = [choice.words for choice in app.screen.choices]
        assert "flashcards: think of it, look, rate yourself" in words
        assert len(words) == 8
        await pilot.press("t")
        await pilot.pause()
        assert app.screen.pane.exercise.typing
        assert app.screen.mode is StudyMode.TYPED


async def test_the_list_of_modes_leads_also_to_reading_with_questions_and_to_drills(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m", "d")
        while not shown(app.screen, "#card-said"):
            await pilot.pause()
        assert shown(app.screen, "#card-said") == "You have taken nobody for another yet."
        assert not app.screen.wants_recall
        await pilot.press("m", "r")
        await pilot.pause()
        assert app.screen.wants_recall
        assert app.screen.source.has_focus
        app.study(DOCUMENT.id)
        await pilot.pause()
        library.set_setting("reading.recall", False)
        await pilot.press("m", "r")
        await pilot.pause()
        assert app.screen.place == "source"
        assert app.screen.wants_recall


async def test_what_happened_is_said_above_the_card_and_covers_nothing(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("space", "4", "u")
        await pilot.pause()
        assert app.screen.pane.card.id == card.id
        assert shown(app.screen, "#card-said") == "Taken back."
        assert not app._notifications
        await pilot.press("space")
        await pilot.pause()
        assert shown(app.screen, "#card-said") == ""


async def test_a_card_is_made_new_given_a_day_and_asked_again_after_it_was_suspended(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("!")
        await pilot.pause()
        assert library.progress.state(card.id).suspended
        await pilot.press(".")
        await pilot.pause()
        assert app.screen.choices[-1].words == "ask again what is suspended: 1"
        await pilot.press("r")
        await pilot.pause()
        assert app.screen.pane.card.id == card.id
        await pilot.press(".", "d")
        await pilot.pause()
        app.screen.query_one("#field-day", Input).value = "in 5 days"
        await pilot.press("enter")
        await pilot.pause()
        assert library.progress.state(card.id).due > datetime.now(UTC)
        assert app.screen.pane.card.id != card.id
        other = app.screen.pane.card.id
        await pilot.press("space", "3")
        await pilot.pause()
        while app.screen.pane.card.id != other:  # the last of the new ones before what is being learnt
            await pilot.press("x")
            await pilot.pause()
        await pilot.press(".")
        await pilot.pause()
        assert app.screen.heading.startswith("Asked once, never slipped")
        await pilot.press("n")
        await pilot.pause()
    assert library.progress.state(other) == CardState()


async def test_how_sure_the_reader_is_is_asked_before_a_card_and_before_a_choice(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("y")
        await pilot.pause()
        assert "how sure are you?" in shown(app.screen, "#card-ratings")
        await pilot.press("4")
        await pilot.pause()
        assert app.screen.pane.exercise.revealed
        await pilot.press("3", "y")
        await pilot.pause()
        assert "how sure" not in shown(app.screen, "#card-ratings")
    (review,) = library.progress.reviews()
    assert (review.confidence, review.rating) == (1.0, Rating.GOOD)


def test_a_choice_says_how_sure_the_reader_was_until_it_is_made():
    card = CARDS[0]
    choice = AskedChoice(card, card.prompt, (Option(card.answer, True), Option("The fair opens", False)))
    exercise = Exercise(card, StudyMode.CHOICE, datetime(2031, 5, 6, tzinfo=UTC), choice)

    def waiting(one):
        return "".join(words for words, _ in face(one, DOCUMENT, 1, 1, {}, confidence=True).ratings)

    assert waiting(exercise) == "how sure are you?   1 guess   2 unsure   3 fairly sure   4 sure   a to b choose"
    assert waiting(exercise.sure(2 / 3)) == "fairly sure   a to b choose"


async def test_on_the_whole_screen_no_key_is_offered_that_does_nothing_there(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_a_card(app, pilot)
        assert "reading.contents" in {command.id for command in app.screen.commands_here()}
        app.study(DOCUMENT.id)
        await pilot.pause()
        assert not any("pane" in words for words in footer(app))
        await pilot.press("?")
        await pilot.pause()
        words = shown(app.screen, "#help-words")
        assert "Never ask this card again" in words
        assert "The sections of the text" not in words


async def test_an_exam_is_left_only_at_the_second_press_once_it_has_begun(library, monkeypatch):
    def make_choice(card, document, extraction, cards, seed):
        return AskedChoice(card, card.prompt, (Option(card.answer, True), Option("Nothing of the kind", False)))

    monkeypatch.setattr("tui_reader.store.sitting.make_choice", make_choice)
    app = app_on(library)
    app.leave = lambda: left.append(True)
    left: list[bool] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await at_a_card(app, pilot)
        app.study(DOCUMENT.id)
        await pilot.pause()
        await pilot.press("m", "e", "q")
        assert left == [True]  # nothing is answered yet
        assert "t in the text" not in footer(app)
        await pilot.press("a", "q")
        await pilot.pause()
        assert left == [True]
        assert shown(app.screen, "#card-said").startswith("q once more: leave the exam after 1 of ")
        await pilot.press("t", "a", "escape")  # another key is no second press
        await pilot.pause()
        assert app.screen.place == "study"
        await pilot.press("q", "q")
        assert left == [True, True]


async def test_the_result_of_an_exam_is_written_to_a_file(library, tmp_path, monkeypatch):
    (library.home / "config.toml").write_text("[study]\nexam = 2\n", encoding="utf-8")

    def make_choice(card, document, extraction, cards, seed):
        return AskedChoice(card, card.prompt, (Option(card.answer, True), Option("Nothing of the kind", False)))

    monkeypatch.setattr("tui_reader.store.sitting.make_choice", make_choice)
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("W")
        await pilot.pause()
        assert "m begins one" in shown(app.screen, "#card-said")
        await pilot.press("m", "e", "a", "b")
        await pilot.pause()
        assert app.screen.pane.card is None
        await pilot.press("W")
        await pilot.pause()
        app.screen.query_one("#field-file", Input).value = str(tmp_path / "none" / "exam.json")
        await pilot.press("enter")
        await pilot.pause()
        assert "cannot write" in shown(app.screen, "#edit-error")
        app.screen.query_one("#field-file", Input).value = str(tmp_path / "exam.json")
        await pilot.press("enter")
        await pilot.pause()
    told = json.loads((tmp_path / "exam.json").read_text(encoding="utf-8"))
    assert told["total"] == {"right": 1, "asked": 2}


async def test_the_card_names_the_keys_that_the_reader_has_chosen(library):
    table = commands({"study.easy": "9", "study.reveal": "v"})
    settings = load_settings(Home(library.home, library.home))
    app = ReaderApp(library, settings, table, DOCUMENT)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        assert shown(app.screen, "#card-ratings").startswith("v show the answer")
        await pilot.press("v")
        await pilot.pause()
        assert "9 easy" in shown(app.screen, "#card-ratings")
        await pilot.press("9")
        await pilot.pause()
    (review,) = library.progress.reviews()
    assert review.rating is Rating.EASY


async def test_a_line_that_is_left_says_so_and_its_letters_take_no_card_away(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        line = app.screen.query_one("#card-typed", Input)
        assert line.has_focus
        await pilot.press("n", "o", "escape")
        await pilot.pause()
        assert (line.value, line.has_focus) == ("no", False)
        assert line.has_class("-left")
        assert footer(app)[0] == "enter write on"
        assert "m mode" in footer(app)
        assert shown(app.screen, "#card-ratings").startswith("enter write on   the line is left")
        await pilot.press("!")
        await pilot.pause()
        assert app.screen.pane.card == card
        assert "! once more" in shown(app.screen, "#card-said")
        await pilot.press("enter")
        await pilot.pause()
        assert line.has_focus
        assert not line.has_class("-left")
        assert footer(app) == ["enter check", "esc leave the line: keys are commands"]
        await pilot.press("escape", "!", "!")
        await pilot.pause()
        assert library.progress.state(card.id).suspended


async def test_keys_are_commands_once_the_line_was_left_and_what_was_typed_stays_in_it(library):
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("m", "t", "w", "q", "escape", "m")
        await pilot.pause()
        assert len(app.screen.choices) == 8
        await pilot.press("f")
        await pilot.pause()
        assert app.screen.pane.card == card
        assert not app.screen.pane.exercise.typing
        await pilot.press("m", "t")
        await pilot.pause()
        line = app.screen.query_one("#card-typed", Input)
        assert (line.value, line.has_focus) == ("wq", True)
        await pilot.press("escape", "enter", "x", "3")
        await pilot.pause()
        assert line.value == "wqx3"


async def test_an_answer_that_was_checked_comes_back_to_be_rated_in_another_run_of_the_program(library):
    async with app_on(library).run_test(size=(100, 30)) as pilot:
        card = await at_a_card(pilot.app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "q", "enter")
        await pilot.pause()
        assert pilot.app.screen.pane.exercise.revealed
        await pilot.press("q")  # quits
    async with app_on(library).run_test(size=(100, 30)) as pilot:
        assert await at_a_card(pilot.app, pilot) == card
        exercise = pilot.app.screen.pane.exercise
        assert (exercise.revealed, exercise.given, exercise.mode) == (True, "zq", StudyMode.TYPED)
        assert "zq" in shown(pilot.app.screen, "#card-answer")
        assert "did not rate" in shown(pilot.app.screen, "#card-said")
        await pilot.press("1")
        await pilot.pause()
        assert not pilot.app.screen.pane.exercise.revealed
    (review,) = library.progress.reviews()
    assert (review.card, review.answer, review.mode) == (card.id, "zq", StudyMode.TYPED)
    assert not list((library.home / "drafts").iterdir())


async def test_what_is_half_written_is_kept_when_the_program_is_left(library):
    async with app_on(library).run_test(size=(100, 30)) as pilot:
        await at_a_card(pilot.app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "q", "escape", "q")
    async with app_on(library).run_test(size=(100, 30)) as pilot:
        await at_a_card(pilot.app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        assert pilot.app.screen.query_one("#card-typed", Input).value == "zq"


async def test_what_is_being_written_is_kept_without_waiting_for_its_end(library, monkeypatch):
    monkeypatch.setattr("tui_reader.app.widgets.typed_hand.RESTING", 0.01)
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "q")
        kept = UnratedAnswers(library.home / "drafts")
        for _ in range(100):
            await pilot.pause(0.01)
            if (found := kept.of(card.id)) is not None and found.given == "zq":
                break
        assert (found.given, found.checked) == ("zq", False)


async def test_undo_of_an_answer_that_is_not_rated_yet_puts_it_back_into_its_line(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "enter", "u")
        await pilot.pause()
        line = app.screen.query_one("#card-typed", Input)
        assert app.screen.pane.card == card
        assert (line.value, line.has_focus) == ("z", True)


async def test_how_sure_the_reader_is_of_what_was_typed_is_asked_before_it_is_judged_and_may_be_passed_over(library):
    library.set_setting("study.confidence", True)
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m", "t", "z", "enter")
        await pilot.pause()
        assert not app.screen.pane.exercise.revealed
        assert "how sure are you?" in shown(app.screen, "#card-ratings")
        await pilot.press("q", "enter", "2")
        await pilot.pause()
        assert app.screen.pane.exercise.revealed
        assert app.screen.pane.exercise.given == "zq"
        await pilot.press("1", "z", "enter", "enter")
        await pilot.pause()
        assert app.screen.pane.exercise.confidence is None
        await pilot.press("1")
        await pilot.pause()
    assert [review.confidence for review in library.progress.reviews()] == [1 / 3, None]


async def test_going_back_to_a_card_goes_back_to_its_line(library):
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        app.screen.focus_pane("source")
        await pilot.pause()
        app.screen.focus_pane("study")
        await pilot.pause()
        assert app.screen.query_one("#card-typed", Input).has_focus


async def test_undo_after_an_answer_was_counted_as_right_takes_back_only_that(library):
    app = app_on(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "enter", "space")
        await pilot.pause()
        (before,) = library.progress.reviews()
        await pilot.press("z", "q", "enter")
        await pilot.pause()
        second = app.screen.pane.exercise
        await pilot.press("o")
        await pilot.pause()
        assert app.screen.pane.exercise.overruled
        await pilot.press("u")
        await pilot.pause()
        assert app.screen.pane.exercise == second
        assert list(library.progress.reviews()) == [before]
        assert "it was right" in shown(app.screen, "#card-ratings")


async def test_a_result_that_is_longer_than_the_pane_scrolls_and_its_score_comes_first(library, monkeypatch):
    def make_choice(card, document, extraction, cards, seed):
        return AskedChoice(card, card.prompt, (Option(card.answer, True), Option("Nothing of the kind", False)))

    monkeypatch.setattr("tui_reader.store.sitting.make_choice", make_choice)
    app = app_on(library)
    async with app.run_test(size=(60, 12)) as pilot:
        await at_a_card(app, pilot)
        await pilot.press("m", "e")
        await pilot.pause()
        pane = app.screen.pane
        while pane.card is not None:
            await pilot.press("b")
            await pilot.pause()
        await pilot.pause()
        answer = shown(app.screen, "#card-options")
        assert answer.startswith("0 of ")
        assert answer.index(" condition") < answer.index("✗")
        assert footer(app)[:2] == ["j scroll", "W write the result"]
        for key, place in (("G", pane.max_scroll_y), ("home", 0), ("j", 1), ("k", 0), ("end", pane.max_scroll_y)):
            await pilot.press(key)
            await pilot.pause()
            assert pane.scroll_y == place > -1


async def test_a_pair_that_was_confused_is_drilled_from_the_statistics_and_from_the_library(library):
    by_answer = {card.answer: card for card in library.cards(DOCUMENT.id)}
    ferrier = by_answer["Maud Ferrier"]
    review = Review(ferrier.id, Rating.AGAIN, datetime(2020, 1, 1, tzinfo=UTC), answer="the council")
    library.record(review, library.progress.state(ferrier.id))
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands())
    async with app.run_test(size=(80, 24)) as pilot:
        for place in ("S", "escape"):
            await pilot.press(place)
            await app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press("X")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "Maud Ferrier" in app.screen.choices[0].words
            await pilot.press("enter")
            await pilot.pause()
            options = {option.text.casefold() for option in app.screen.pane.exercise.options}
            assert options == {"maud ferrier", "the council"}
            app.to_library()
            await pilot.pause()


async def test_from_the_statistics_a_key_leads_to_the_passage_of_a_card_that_slipped(library):
    card = next(card for card in library.cards(DOCUMENT.id) if card.answer == "Maud Ferrier")
    before = CardState(Phase.RELEARNING, 1.0, 5.0, 0, datetime(2030, 1, 1, tzinfo=UTC), lapses=2, reviews=5)
    library.progress.change("import", {card.id: before})
    app = ReaderApp(library, load_settings(Home(library.home, library.home)), commands())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "p read again" in footer(app)
        await pilot.press("p")
        await pilot.pause()
        assert app.screen.choices[0].words.startswith("slipped twice: Maud Ferrier said that")
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.document.id == DOCUMENT.id
        assert app.screen.source.offset_in_hand >= card.sentence.start
        assert len(app.screen_stack) == 2
    assert library.shelved(DOCUMENT.id).passages == 0


async def test_an_answer_that_is_partly_right_is_asked_about_before_it_has_a_rating(library, monkeypatch):
    grade = Grade(Verdict.PARTLY, 0.5, "not all of it", ("council",), (), ("zq",))
    monkeypatch.setattr("tui_reader.study.parts.grade_card", lambda given, card, names, passage: grade)
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("m", "t")
        await pilot.pause()
        await pilot.press("z", "q", "enter", "space")
        await pilot.pause()
        assert app.screen.pane.card == card
        assert shown(app.screen, "#card-ratings").startswith("does yours say the same?   y yes   n no")
        assert footer(app)[:2] == ["y says the same", "n does not"]
        await pilot.press("n", "u", "y")
        await pilot.pause()
        assert app.screen.pane.exercise.overruled
        assert list(library.progress.reviews()) == []
        await pilot.press("u", "n", "space")
        await pilot.pause()
        assert not app.screen.pane.exercise.revealed  # rated: it, or another, is asked
    (review,) = library.progress.reviews()
    assert (review.rating, review.answer) == (Rating.AGAIN, "zq")


def test_what_differs_is_marked():
    assert marked("A Toll, then", ("toll",), "given", "key") == (("A ", "given"), ("Toll", "key"), (", then", "given"))
    assert marked("A toll", (), "given", "key") == (("A toll", "given"),)


async def test_the_mode_that_was_chosen_is_that_of_the_next_time_and_an_exam_is_not(library):
    for keys, mode in (("mt", StudyMode.TYPED), ("me", StudyMode.TYPED)):
        app = app_on(library)
        async with app.run_test(size=(100, 30)) as pilot:
            await at_a_card(app, pilot)
            await pilot.press(*keys)
            await pilot.pause()
            app.study(DOCUMENT.id)
            await pilot.pause()
            assert app.screen.mode is mode

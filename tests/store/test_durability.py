"""No acknowledged answer is lost: not to a kill, a second copy, a full disk or a broken file."""

import errno
import json
import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui_reader.errors import NewerSchema, NotSaved, StoreError
from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.store import Library
from tui_reader.store.journal import LOG, SNAPSHOT

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.store import Library

home, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Library.open(home) as library:
    now = datetime.now(UTC)
    for number in range(count):
        card = f"{name}-{number}"
        library.record(Review(card, Rating.GOOD, now), CardState(Phase.REVIEW, 1.0 + number, 5.0, None, now, now, 1))
        print(card, flush=True)
"""


def answer(library, card="c", number=1, at=NOW, rating=Rating.GOOD):
    state = CardState(Phase.REVIEW, 12.345678901234567, 5.123456789012345, None, at + timedelta(days=9), at, number)
    library.record(Review(card, rating, at, seconds=4.125), state)
    return state


def write(home, name, count):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def test_kill_at_any_moment_loses_no_acknowledged_answer(tmp_path):
    chance = random.Random(7)
    acknowledged = set()
    for turn in range(20):
        process = write(tmp_path, f"t{turn}", 100_000)
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.05)
        process.kill()
        acknowledged |= set((first + process.stdout.read()).rpartition("\n")[0].split())
        process.wait()
    with Library.open(tmp_path) as library:
        assert len(acknowledged) >= 20
        assert acknowledged <= set(library.progress.states())
        assert acknowledged <= {review.card for review in library.progress.reviews()}
        assert library.notices == []


def test_two_copies_write_beside_one_another(tmp_path):
    with Library.open(tmp_path) as library:
        processes = [write(tmp_path, name, 150) for name in ("one", "two")]
        for number in range(50):
            answer(library, f"here-{number}")
            library.set_setting("number", number)
        assert [process.wait() for process in processes if process.stdout.read()] == [0, 0]
        names = {f"{name}-{number}" for name in ("one", "two") for number in range(150)}
        names |= {f"here-{number}" for number in range(50)}
        library.setting("number")  # any look takes in what the others did
        assert set(library.progress.states()) == names
    with Library.open(tmp_path) as library:
        assert {review.card for review in library.progress.reviews()} == names
        assert library.setting("number") == 49


def test_a_copy_sees_what_another_did_and_does_not_overwrite_it(tmp_path):
    with Library.open(tmp_path) as one, Library.open(tmp_path) as two:
        one.set_setting("a", 1)
        two.set_setting("b", 2)
        assert (one.setting("b"), two.setting("a")) == (2, 1)
        answer(one)
        assert two.undo().review.card == "c"
        assert one.undo() is None


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_changes_neither_files_nor_memory(tmp_path, monkeypatch, call):
    with Library.open(tmp_path) as library:
        kept = answer(library)
        before = (tmp_path / LOG).read_bytes()

        def full(*_):
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(os, call, full)
            for change in (lambda: answer(library, "d"), library.undo, lambda: library.set_setting("a", 1)):
                with pytest.raises(NotSaved, match="No space left"):
                    change()
        assert (tmp_path / LOG).read_bytes() == before
        assert dict(library.progress.states()) == {"c": kept}
        assert library.setting("a") is None
        answer(library, "d")
    with Library.open(tmp_path) as library:
        assert set(library.progress.states()) == {"c", "d"}


def test_half_a_line_that_was_written_is_taken_back(tmp_path, monkeypatch):
    with Library.open(tmp_path) as library:
        answer(library)
        before = (tmp_path / LOG).read_bytes()
        real = os.write
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", lambda fd, data: real(fd, data[:20]))
            with pytest.raises(NotSaved):
                answer(library, "d")
        assert (tmp_path / LOG).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_really_full_disk(tmp_path):
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        with Library.open(tmp_path) as library:
            kept = []

            def answer_on():
                for number in range(1000):
                    answer(library, f"c{number}")
                    kept.append(f"c{number}")

            with pytest.raises(NotSaved):
                answer_on()
            assert list(library.progress.states()) == kept
        with Library.open(tmp_path) as library:
            assert list(library.progress.states()) == kept
            assert library.notices == []
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def test_one_answer_is_one_fsync_and_under_400_bytes(tmp_path, monkeypatch):
    with Library.open(tmp_path) as library:
        for number in range(20):
            answer(library, "0123456789abcdef", number)
        size, synced = (tmp_path / LOG).stat().st_size, []
        real = os.fsync
        monkeypatch.setattr(os, "fsync", lambda fd: (synced.append(fd), real(fd))[1])
        answer(library, "0123456789abcdef", 21, NOW + timedelta(microseconds=123456))
        assert len(synced) == 1
        assert (tmp_path / LOG).stat().st_size - size < 400


def test_a_torn_line_is_dropped_and_the_next_answer_is_whole(tmp_path):
    with Library.open(tmp_path) as library:
        answer(library)
    with open(tmp_path / LOG, "ab") as log:
        log.write(b'{"review":{"card":"torn","rat')
    with Library.open(tmp_path) as library:
        answer(library, "d")
        assert set(library.progress.states()) == {"c", "d"}
        assert library.notices == []
    assert all(json.loads(line) for line in (tmp_path / LOG).read_bytes().splitlines())


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b"[]", b'{"log":{"1":{"schema":1}}}', b'{"cards":3}'])
def test_a_broken_snapshot_is_kept_aside_and_rebuilt(tmp_path, content):
    with Library.open(tmp_path) as library:
        kept = answer(library)
    (tmp_path / SNAPSHOT).write_bytes(content)
    with Library.open(tmp_path) as library:
        assert library.progress.state("c") == kept
        assert len(library.notices) == 1
        assert f"{SNAPSHOT}.damaged-1" in library.notices[0]
    assert (tmp_path / f"{SNAPSHOT}.damaged-1").read_bytes() == content
    with Library.open(tmp_path) as library:
        assert library.notices == []


@pytest.mark.parametrize("damage", ["missing", "empty", "garbage", "shorter"])
def test_the_snapshot_stands_in_for_a_lost_log(tmp_path, damage):
    log = tmp_path / LOG
    with Library.open(tmp_path) as library:
        kept = answer(library)
        size = log.stat().st_size
        answer(library, "d")
    if damage == "missing":
        log.unlink()
    elif damage == "shorter":
        os.truncate(log, size)
    else:
        log.write_bytes(b"" if damage == "empty" else b"\x00garbage\n" * 100)
    with Library.open(tmp_path) as library:
        assert library.notices
        assert set(library.progress.states()) == {"c", "d"}
        assert library.progress.state("c") == kept
        answer(library, number=2)
        assert library.undo().state == kept
        assert library.undo() is None
    (tmp_path / SNAPSHOT).unlink()
    with Library.open(tmp_path) as library:
        assert library.progress.state("c") == kept


def test_a_log_deleted_or_restored_under_a_running_copy(tmp_path):
    log = tmp_path / LOG
    with Library.open(tmp_path) as library:
        answer(library)
        backup = log.read_bytes()
        answer(library, "d")
        log.unlink()
        answer(library, "e")
        assert set(library.progress.states()) == {"c", "d", "e"}
        other = tmp_path / "restored"
        other.write_bytes(backup)
        os.replace(other, log)
        answer(library, "f")
        assert {review.card for review in library.progress.reviews()} == {"c", "f"}
    with Library.open(tmp_path) as library:
        assert {"c", "f"} <= set(library.progress.states())


def test_an_unreadable_line_is_left_out_and_told(tmp_path):
    with Library.open(tmp_path) as library:
        for card in "abc":
            answer(library, card)
    lines = (tmp_path / LOG).read_bytes().splitlines(keepends=True)
    lines[2] = b"\x00" * (len(lines[2]) - 1) + b"\n"
    (tmp_path / LOG).write_bytes(b"".join(lines))
    (tmp_path / SNAPSHOT).unlink()
    with Library.open(tmp_path) as library:
        assert set(library.progress.states()) == {"a", "c"}
        assert len(library.notices) == 1


@pytest.mark.parametrize("name", [LOG, SNAPSHOT])
def test_files_of_a_newer_release_are_refused_and_left_alone(tmp_path, name):
    with Library.open(tmp_path) as library:
        answer(library)
    path = tmp_path / name
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":9'))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(NewerSchema, match=r"schema 9.*update tui-reader"):
        Library.open(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_directory_that_cannot_be_written_gives_one_line(tmp_path, monkeypatch):
    home = tmp_path / "file"
    home.write_text("not a folder")
    with pytest.raises(StoreError) as told:
        Library.open(home)
    assert "\n" not in str(told.value)

    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StoreError, match="Read-only file system"):
        Library.open(tmp_path / "other")


class Answers(RuleBasedStateMachine):
    """Answers, changes, undos and restarts against a plain model: a stack of what the states were before."""

    def __init__(self):
        super().__init__()
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name)
        self.library = Library.open(self.home)
        self.stack = []
        self.states = {}
        self.count = 0

    @rule(card=st.sampled_from("abc"), rating=st.sampled_from(Rating))
    def answer(self, card, rating):
        self.count += 1
        self.stack.append((card, self.states.get(card), rating))
        self.states[card] = answer(self.library, card, self.count, NOW + timedelta(hours=self.count), rating)

    @rule(card=st.sampled_from("abc"))
    def reset(self, card):
        self.stack.append((card, self.states.pop(card, None), None))
        self.library.progress.reset([card])

    @rule()
    def undo(self):
        undone = self.library.undo()
        assert (undone is None) == (not self.stack)
        if undone:
            card, state, rating = self.stack.pop()
            assert (undone.review and undone.review.rating) == rating
            self.states.pop(card, None)
            if state:
                self.states[card] = state

    @rule(card=st.sampled_from("abc"))
    def undo_of_one_card(self, card):
        undone = self.library.progress.undo({card})
        place = next((at for at in reversed(range(len(self.stack))) if self.stack[at][0] == card), None)
        assert (undone is None) == (place is None)
        if undone:
            _, state, _ = self.stack.pop(place)
            self.states.pop(card, None)
            if state:
                self.states[card] = state

    @rule(lose=st.booleans())
    def restart(self, lose):
        self.library.close()
        if lose:
            (self.home / SNAPSHOT).unlink()
        self.library = Library.open(self.home)

    @invariant()
    def agrees(self):
        assert dict(self.library.progress.states()) == self.states
        ratings = [rating for _, _, rating in self.stack if rating]
        assert [review.rating for review in self.library.progress.reviews()] == ratings
        assert sum(total.reviews for total in self.library.progress.totals()) == len(ratings)

    def teardown(self):
        self.library.close()
        self.folder.cleanup()


TestAnswers = Answers.TestCase
TestAnswers.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)

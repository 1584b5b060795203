"""The installed command in a real pseudo-terminal, its screen read by a terminal emulator."""

import os
import shlex
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

COMMAND = Path(sys.executable).parent / "tui-reader"
SEED = Path(__file__).parents[1] / "seeds" / "corvane-briefing.txt"

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not (COMMAND.exists() or shutil.which("tui-reader")), reason="needs a terminal"
)


class Terminal:
    """A process on an 80×24 screen."""

    def __init__(self, home, *arguments, piped=None, program=None):
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        environment = {**os.environ, "TUI_READER_HOME": str(home), "TERM": "xterm-256color"}
        command = [str(COMMAND) if COMMAND.exists() else shutil.which("tui-reader"), *arguments]
        if program is not None:
            command = [sys.executable, "-c", program, *arguments]
        if piped is not None:
            command = ["sh", "-c", f"cat {shlex.quote(str(piped))} | {shlex.join(command)}"]
        self.child = pexpect.spawn(command[0], command[1:], env=environment, dimensions=(24, 80), timeout=30)

    def read(self):
        try:
            while True:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
        except (pexpect.TIMEOUT, pexpect.EOF):
            pass
        return "\n".join(self.screen.display)

    def until(self, words, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if words in self.read():
                return
        pytest.fail(f"{words!r} did not come; the screen was:\n{self.read()}")

    def ended(self):
        self.child.expect(pexpect.EOF)
        self.child.wait()
        return self.child.exitstatus


def read_to_the_end_and_leave(terminal):
    terminal.until("Treaty Room")
    terminal.child.send("G")
    terminal.until("No questions were taken on the budget")
    terminal.child.send("q")
    assert terminal.ended() == 0


def test_the_text_is_read_and_left_by_its_keys(tmp_path):
    read_to_the_end_and_leave(Terminal(tmp_path, "open", str(SEED)))


def test_a_closed_terminal_keeps_the_place(tmp_path):
    terminal = Terminal(tmp_path, "open", str(SEED))
    terminal.until("Treaty Room")
    terminal.child.send("G")
    terminal.until("No questions were taken on the budget")
    terminal.child.kill(signal.SIGHUP)
    terminal.ended()
    again = Terminal(tmp_path, "open", str(SEED))
    again.until("No questions were taken on the budget")
    again.child.send("q")
    assert again.ended() == 0


def test_a_bad_source_is_one_line_and_no_screen(tmp_path):
    terminal = Terminal(tmp_path, "open", str(tmp_path / "gone.txt"))
    terminal.until("gone.txt")
    assert terminal.ended() == 1
    assert "Traceback" not in terminal.read()


def test_a_text_is_piped_in_and_its_keys_come_from_the_terminal(tmp_path):
    read_to_the_end_and_leave(Terminal(tmp_path, "open", "-", piped=SEED))


def test_studying_opens_on_a_card(tmp_path):
    terminal = Terminal(tmp_path, "study", str(SEED))
    terminal.until("Card 1 of")
    terminal.child.send(" ")
    terminal.until("1 again")
    terminal.child.send("q")
    assert terminal.ended() == 0


FAILING = """
import sys
from tui_reader.app.main import run
from tui_reader.app.screens.reading import ReadingScreen
from tui_reader.config.paths import find_home

def contents(self):
    secret = self.document.text[:9] + "-secret"
    raise ZeroDivisionError(secret)

ReadingScreen.command_contents = contents
sys.exit(run(find_home(), sys.argv[1]))
"""


def test_a_failure_exits_1_with_a_report_that_has_nothing_of_the_text_and_the_next_start_says_so(tmp_path):
    terminal = Terminal(tmp_path, str(SEED), program=FAILING)
    terminal.until("Treaty Room")
    terminal.child.send("c")
    terminal.until("ended by a mistake of its own (ZeroDivisionError)")
    assert "secret" not in terminal.read()
    assert terminal.ended() == 1
    report = (tmp_path / "crash.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "command_screen.py" in report
    assert "secret" not in report
    again = Terminal(tmp_path, "open", str(SEED))
    again.until("The last time, the app ended")
    again.child.send("q")
    assert again.ended() == 0

"""The app served to a real browser: open a text, move, reveal and rate a card, and find the answer kept."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui_reader.cli.serve import is_loopback
from tui_reader.store import Library

SEED = Path(__file__).parents[1] / "seeds" / "velm-ferry.txt"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.1.7", False),
        ("reader", False),
    ],
)
def test_only_this_machine_reaches_a_loopback_address(host, here):
    assert is_loopback(host) is here


def test_an_address_that_others_reach_is_refused_unless_told():
    ran = subprocess.run(
        [sys.executable, "-m", "tui_reader", "serve", "--host", "0.0.0.0"], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 2
    assert "--anyone" in ran.stderr


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_a_card_is_answered_in_a_browser_and_the_answer_is_kept(tmp_path):
    playwright = pytest.importorskip("playwright.sync_api")
    port = free_port()
    home = tmp_path / "home"
    server = subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "--home", str(home), "serve", str(SEED), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=CHROMIUM,
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            )
            page = browser.new_page(viewport={"width": 1400, "height": 800})
            page.goto(f"http://127.0.0.1:{port}/")
            page.wait_for_selector(".xterm", timeout=20000)

            def until(done, seconds=40):
                limit = time.monotonic() + seconds
                while time.monotonic() < limit:
                    if done():
                        return
                    page.wait_for_timeout(200)
                pytest.fail("it did not come to that in the browser")

            until(lambda: reviews(home, "cards") > 0)
            page.mouse.click(300, 300)
            for key in ("j", "j", "s"):
                page.keyboard.press(key)
                page.wait_for_timeout(300)
            page.wait_for_timeout(1000)
            page.keyboard.press("Space")
            page.wait_for_timeout(500)
            page.keyboard.press("3")
            until(lambda: reviews(home, "reviews") == 1)
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert reviews(home, "reviews") == 1


def reviews(home, what):
    """Count what another process has kept so far."""
    if not home.exists():
        return 0
    with Library.open(home) as library:
        if what == "reviews":
            return len(list(library.progress.reviews()))
        return sum(text.cards for text in library.documents())

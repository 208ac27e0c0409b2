"""The server under test and the browser that walks through it."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Server:
    """`sayso serve` on a free port, with a ledger of its own; or one that runs already."""

    def __init__(self, address=None):
        self.process = self.folder = None
        if address:
            self.address = address.rstrip("/")
            return
        program = newest(ROOT / ".build/release/sayso", ROOT / ".build/debug/sayso")
        self.folder = tempfile.mkdtemp(prefix="sayso-browser-")
        ledger = os.path.join(self.folder, "test.ledger")
        for folder in ("Goldens", "Tests/browser/samples"):
            reports = [str(path) for path in sorted((ROOT / folder).rglob("*")) if path.suffix in (".txt", ".html")]
            subprocess.run([program, "add", "--ledger", ledger, *reports], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [program, "serve", "--ledger", ledger, "--port", "0"], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            raise SystemExit(f"browser-test: sayso serve printed no address but “{line.strip()}”")
        self.address = found.group().rstrip("/")

    def json(self, path):
        with urllib.request.urlopen(self.address + path) as answer:
            return json.load(answer)

    def close(self):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def newest(*programs):
    there = [path for path in programs if path.exists()]
    if not there:
        raise SystemExit("browser-test: there is no built sayso: run “swift build --product sayso” first")
    return str(max(there, key=lambda path: path.stat().st_mtime))


class Browser:
    """Headless Chromium, with the few verbs that the checks need."""

    def __init__(self, server, shots=None):
        self.server, self.shots = server, shots
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
            options.add_argument(argument)
        options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.look()

    def look(self, width=1366, height=900, scheme="light", media=""):
        """The window and what the reader's system prefers."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.cdp("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    def scripts(self, on):
        self.cdp("Emulation.setScriptExecutionDisabled", value=not on)

    def cdp(self, command, **values):
        return self.driver.execute_cdp_cmd(command, values)

    def go(self, path):
        self.driver.get(self.server.address + path)

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.server.address)

    def until(self, start):
        """Waits until the browser has arrived at an address that begins so: a click returns before the answer comes."""
        WebDriverWait(self.driver, 10).until(lambda _: self.path.startswith(start), f"still at {self.path}, not at {start}")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def press(self, *keys):
        self.run("return document.activeElement").send_keys(*keys)

    def complaints(self):
        """What the browser's console complained of since the last time, expected answers of 4xx left out."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "server responded with a status of 4" not in entry["message"]]

    def shot(self, name):
        if self.shots:
            pathlib.Path(self.shots).mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(str(pathlib.Path(self.shots) / f"{name}.png"))

    def close(self):
        self.driver.quit()

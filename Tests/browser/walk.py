"""Walks through Sayso's pages in headless Chromium. Prints one line a check and "N passed, N failed"; exits with 1 when one failed.

A check is a function named check_…; its docstring is what it promises.
"""

import argparse
import pathlib
import sys
import traceback

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from stage import Browser, Server

HERE = pathlib.Path(__file__).parent
CONTRAST = (HERE / "contrast.js").read_text()


class World:
    """What the checks need to know of the ledger: the reports that have something to show."""

    def __init__(self, server):
        self.server = server
        reports = server.json("/api/v1/reports?limit=100")["reports"]
        self.reports = reports
        self.best = max(reports, key=lambda report: report["claims"])
        self.page = self.best["page"]
        if not self.best["claims"]:
            raise SystemExit("browser-test: no report of the ledger has a claim: nothing to walk through")
        self.claims = [claim["id"] for claim in server.json("/api/v1" + self.page)["reading"]["claims"]]
        texts = {report["page"]: server.json("/api/v1" + report["page"])["reading"]["text"] for report in reports}
        self.rightToLeft = next(page for page, text in texts.items() if any("\u0600" <= letter <= "\u06ff" for letter in text[:200]))
        self.hostile = [page for page, text in texts.items() if "<script>" in text]
        self.pages = ["/reports", self.page, f"{self.page}?claim={self.claims[0]}", f"/claims/{self.claims[0]}", "/search?q=army", "/search", "/messages", "/help", "/nowhere",
                      self.rightToLeft]


def check_list_leads_to_reports(browser, world):
    """Reports lists every report, each with outlet, day and number of claims, and leads to it."""
    browser.go("/")
    assert len(browser.all(".list .row")) == min(len(world.reports), 50)
    browser.shot("reports")
    browser.one(f'.row a[href="{world.page}"]').click()
    browser.until(world.page)
    assert len(browser.all("h1")) == 1
    browser.shot("report")


def check_claims_are_numbered_in_text_order(browser, world):
    """Every claim has one number in the text, in order, with a label that says what it is, and one card beside it."""
    browser.go(world.page)
    numbers = browser.all(".text .number, .text-title .number")
    assert [int(number.text) for number in numbers] == sorted(int(number.text) for number in numbers)
    assert len(numbers) == len(browser.all(".card")) == len(world.claims) > 0
    label = numbers[0].get_attribute("aria-label")
    assert label.startswith(f"claim 1 of {len(world.claims)}, "), label


def check_underline_tells_firmness(browser, world):
    """The underline's form differs for each firmness, without any colour."""
    browser.go("/help")
    forms = {name: browser.run(f"return getComputedStyle(document.querySelector('.legend .{name}')).textDecorationStyle")
             for name in ("asserted", "announced", "conditional", "denied")}
    assert forms == {"asserted": "solid", "announced": "dotted", "conditional": "dashed", "denied": "double"}, forms
    browser.go(world.page)
    for mark in browser.all(".text .claim"):
        firmness = mark.get_attribute("class").split()[1]
        style = browser.run("const s = getComputedStyle(arguments[0]); return [s.textDecorationLine, s.textDecorationStyle]", mark)
        assert style == ["underline", forms[firmness]], (firmness, style)


def check_focus_lights_only_its_parts(browser, world):
    """Focus lights one claim with its parts; the light goes out again."""
    browser.go(world.page)
    assert not browser.all(".text .lit, .text [class*='lit-']")
    numbers = browser.all(".text .number, .text-title .number")
    browser.run("arguments[0].focus()", numbers[-1])
    lit = {mark.get_attribute("data-claim") for mark in browser.all("[data-claim].lit")}
    assert lit == {numbers[-1].text}, lit
    for part in browser.all(".text [class*='lit-']"):
        assert any(role.split(":")[0] == numbers[-1].text for role in part.get_attribute("data-roles").split())
    browser.shot("report-lit")


def check_keys_walk_search_and_explain(browser, world):
    """j and k walk through claims, / searches, ? explains; single keys can be switched off."""
    browser.go(world.page)
    body = browser.one("body")
    body.send_keys("j")
    assert browser.run("return document.activeElement.id") == "m1"
    if len(world.claims) > 1:
        browser.press("j")
        assert browser.run("return document.activeElement.id") == "m2"
        browser.press("k")
    assert browser.run("return document.activeElement.id") == "m1"
    assert f"claim={world.claims[0]}" in browser.path or "claim=" in browser.path
    browser.press("/")
    assert browser.run("return document.activeElement.id") == "seek"
    browser.press("j?", Keys.ESCAPE)
    assert browser.path.startswith(world.page)
    browser.one("body").send_keys("?")
    browser.until("/help#keys")
    browser.one("[data-keys-switch] button").click()
    browser.go("/reports")
    browser.one("body").send_keys("?")
    assert browser.path == "/reports", "the key worked though it was switched off"
    browser.go("/help")
    browser.one("[data-keys-switch] button").click()


def check_tab_meets_claims_in_text_order(browser, world):
    """Tab goes from claim to claim in the order of the text, and the focus can be seen."""
    browser.go(world.page)
    browser.run("document.getElementById('m1').focus()")
    seen = []
    for _ in range(min(len(world.claims), 6)):
        seen.append(browser.run("return document.activeElement.id"))
        browser.press(Keys.TAB)
    assert seen == [f"m{number}" for number in range(1, len(seen) + 1)], seen
    browser.run("document.getElementById('m1').focus()")
    browser.press(Keys.TAB)
    assert browser.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"


def check_claim_page_draws_the_chain(browser, world):
    """A claim's page has its sentence with the claim lit, the chain from the outlet on, and the rule behind each field."""
    for claim in world.claims:
        browser.go(f"/claims/{claim}")
        assert browser.all(".text .claim.lit"), claim
        links = browser.all(".drawn .link")
        assert "outlet" in links[0].get_attribute("class") and "root" in links[-1].get_attribute("class")
        assert [cell.text for cell in browser.all(".fields thead th")] == ["field", "reading", "its words", "rule"]
    browser.shot("claim")


def send(browser, words):
    Select(browser.one("#f-topic")).select_by_value("number")
    browser.one("#f-text").send_keys(words)
    browser.one("#f-link").send_keys("https://a.example/1")
    browser.one(".message button").click()


def check_message_goes_to_the_inbox_and_back(browser, world):
    """A message about the focused claim gets a receipt, stands in the inbox, and its answer stands under the receipt."""
    browser.go(f"{world.page}?claim={world.claims[-1]}#message")
    assert Select(browser.one("#f-claim")).first_selected_option.get_attribute("value") == world.claims[-1]
    send(browser, "The number <b>is</b> another: see the link.")
    browser.until("/receipts/")
    receipt, number = browser.path, browser.one(".stamp").text
    browser.shot("receipt")
    browser.go("/messages")
    letter = browser.one(f"#n{number}")
    assert "The number <b>is</b> another" in letter.text and world.claims[-1] in letter.get_attribute("innerHTML")
    browser.shot("inbox")
    letter.find_element("css selector", "textarea").send_keys("Corrected, thank you.")
    letter.find_element("css selector", "button").click()
    browser.until(f"/messages#n{number}")
    browser.go(receipt)
    assert "Corrected, thank you." in browser.one("main").text


def check_search_finds_and_leads(browser, world):
    """Search shows the words found, in reports and claims, and leads to them; it says so when there is nothing."""
    word = max(browser.server.json("/api/v1" + world.page)["reading"]["text"].split(), key=len).strip(".,“”’()")
    browser.go("/search")
    browser.one("#seek").send_keys(word, Keys.ENTER)
    browser.until("/search?q=")
    assert browser.all("mark")
    browser.one(".row .go").click()
    browser.until("/reports/")
    browser.go("/search?q=zzzzzz")
    assert "Nothing holds all of these words" in browser.one("main").text


def check_no_page_scrolls_sideways(browser, world):
    """No page is wider than a phone of 390 or 320 pixels, or than a desk."""
    for width in (1366, 1024, 768, 390, 320):
        browser.look(width=width)
        for page in world.pages:
            browser.go(page)
            wide = browser.run("return document.documentElement.scrollWidth")
            assert wide <= width, f"{page} is {wide} wide at {width}"
    browser.look(width=390, height=844)
    browser.go(world.page)
    browser.shot("report-narrow")


def check_contrast_light_and_dark(browser, world):
    """All text has the contrast of WCAG 2.2 AA, in the light and in the dark scheme."""
    grounds = {}
    for scheme in ("light", "dark"):
        browser.look(scheme=scheme)
        for page in world.pages:
            browser.go(page)
            poor = browser.run(CONTRAST)
            assert not poor, f"{page}, {scheme}: {poor}"
        browser.go(world.page)
        browser.shot(f"report-{scheme}")
        grounds[scheme] = browser.run("return getComputedStyle(document.documentElement).backgroundColor")
    assert grounds["light"] != grounds["dark"]


def check_right_to_left(browser, world):
    """Arabic paragraphs run from right to left, their marks with them; Latin ones beside them do not."""
    browser.go(world.rightToLeft)
    ways = browser.run("""return [...document.querySelectorAll('.text > p, .text-title')].map((p) => [getComputedStyle(p).direction, /[\\u0600-\\u06ff]/.test(p.textContent.match(/\\p{L}/u)?.[0])])""")
    assert any(isArabic for _, isArabic in ways)
    for way, isArabic in ways:
        assert way == ("rtl" if isArabic else "ltr"), ways
    cut = browser.run("""return [...document.querySelectorAll('.text .claim, .text .part')].some((mark) => {
        const before = mark.previousSibling?.nodeType === 3 ? mark.previousSibling.data.slice(-1) : '';
        return /\\p{L}/u.test(before) && /^\\p{L}/u.test(mark.textContent) })""")
    assert not cut, "a mark begins inside a word"
    browser.shot("right-to-left")


def check_hostile_report_stays_text(browser, world):
    """A report full of markup shows as text: no element of its making, nothing run."""
    assert world.hostile
    for page in world.hostile:
        claims = browser.server.json("/api/v1" + page)["reading"]["claims"]
        for path in ["/reports", page, *(f"/claims/{claim['id']}" for claim in claims), "/search?q=%3Cscript%3E", "/search?q=window"]:
            browser.go(path)
            assert browser.run("return window.hit") is None, path
            assert not browser.all("img, b, script:not([src^='/static/'])"), path


def check_works_without_scripts(browser, world):
    """With scripts off: the number leads to the lit claim, the card to its page, the message box sends."""
    browser.scripts(on=False)
    browser.go(world.page)
    assert browser.all(".card") and browser.all(".text .claim")
    browser.go(browser.one(".text .number, .text-title .number").get_attribute("href").removeprefix(browser.server.address))
    assert browser.all(".text .claim.lit, .text-title .claim.lit") and len(browser.all(".card.lit")) == 1
    assert Select(browser.one("#f-claim")).first_selected_option.get_attribute("value")
    send(browser, "Sent without scripts.")
    browser.until("/receipts/")
    browser.go("/help")
    assert not browser.one("[data-keys-switch]").is_displayed()


def check_print_sheet(browser, world):
    """On paper: no bar, no boxes to write in, all claims at full length."""
    browser.look(width=794, height=1123, media="print")
    browser.go(world.page)
    for selector in (".bar", ".message", ".doings"):
        assert not browser.one(selector).is_displayed(), selector
    pane = browser.run("const s = getComputedStyle(document.querySelector('.claims')); return [s.position, s.overflowY, s.maxHeight]")
    assert pane == ["static", "visible", "none"], pane
    assert len(browser.cdp("Page.printToPDF", preferCSSPageSize=True)["data"]) > 10_000
    browser.shot("print")


def check_bones_of_accessibility(browser, world):
    """Every page has a language, one heading of the first rank, labelled boxes, named links, no id twice."""
    for page in world.pages:
        browser.go(page)
        faults = browser.run("""
            const faults = [];
            if (!document.documentElement.lang) faults.push('no language');
            if (document.querySelectorAll('h1').length !== 1) faults.push('h1');
            for (const box of document.querySelectorAll('input, select, textarea')) if (!box.labels?.length) faults.push('no label: ' + box.name);
            for (const link of document.querySelectorAll('a, button')) if (!(link.getAttribute('aria-label') || link.textContent).trim()) faults.push('no name: ' + link.outerHTML);
            const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
            for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push('twice: ' + id);
            return faults""")
        assert not faults, f"{page}: {faults}"


def check_console_is_silent(browser, world):
    """No page makes the browser complain: no error of a script, nothing refused by the security policy."""
    browser.complaints()
    for page in world.pages + world.hostile:
        browser.go(page)
        complaints = browser.complaints()
        assert not complaints, f"{page}: {complaints}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", help="a server that runs already")
    parser.add_argument("--shots", help="a folder for pictures")
    parser.add_argument("checks", nargs="*", help="parts of names; all checks when none is given")
    options = parser.parse_args()
    server = Server(options.address)
    passed, failed = 0, 0
    try:
        world = World(server)
        browser = Browser(server, options.shots)
        try:
            for name, check in list(globals().items()):
                if not name.startswith("check_") or (options.checks and not any(part in name for part in options.checks)):
                    continue
                browser.look()
                browser.scripts(on=True)
                try:
                    check(browser, world)
                    passed += 1
                    print(f"ok      {check.__doc__}")
                except Exception as error:  # noqa: BLE001 – whatever went wrong, the next check runs
                    failed += 1
                    print(f"FAILED  {check.__doc__}\n        {type(error).__name__}: {error}")
                    traceback.print_exc(limit=-1)
        finally:
            browser.close()
    finally:
        server.close()
    print(f"browser: {passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()

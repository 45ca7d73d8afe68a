"""Tests of `dossier serve` in a real browser: serve_test.py DOSSIER CHROMIUM

A copy of the sample is served and edited while a page of it is open.
"""

import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
DOSSIER = pathlib.Path(sys.argv[1]).resolve()
expect.set_options(timeout=20_000)


class Served:
    """A copy of the sample that is served, and what the server said."""

    def __init__(self, *options):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        shutil.copytree(REPOSITORY / "content", self.folder / "content")
        shutil.copy(REPOSITORY / "dossier.yml", self.folder)
        self.process = subprocess.Popen(
            [DOSSIER, "serve", self.folder, "--port", "0", "--format", "json", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = re.search(r'"port":(\d+)', self.process.stdout.readline()).group(1)
        self.process.stdout.readline()
        self.base = f"http://127.0.0.1:{port}/"

    def edit(self, path, change):
        file = self.folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(change(file.read_text() if file.exists() else ""))

    def article(self):
        """The longest article that is named after its file, and its page."""
        def page(file):
            return f"articles/{file.stem}.html"
        files = [file for file in (self.folder / "content").rglob("*.*")
                 if file.suffix in (".md", ".txt") and (self.folder / "public" / page(file)).exists()]
        file = max(files, key=lambda file: file.stat().st_size)
        return file.relative_to(self.folder), page(file)

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(10)
        shutil.rmtree(self.folder)
        assert status == 0, f"serve ended with {status}"


def marked(page):
    """Marks the page as it is loaded now."""
    page.evaluate("() => { window.isOld = true; }")


def expect_new(page):
    page.wait_for_function("() => window.isOld === undefined", timeout=20_000)


def a_page_loads_itself_anew_where_it_was(browser, served=None):
    with served or Served() as site:
        source, path = site.article()
        page = browser.new_page(viewport={"width": 800, "height": 400})
        page.goto(site.base + path)
        page.evaluate("() => scrollTo({ top: 300, behavior: 'instant' })")
        marked(page)
        site.edit(source, lambda text: text + "\n\nA sentence about herons was added below.\n")
        expect_new(page)
        expect(page.get_by_text("A sentence about herons was added below.").first).to_be_attached()
        page.wait_for_function("() => scrollY === 300")
        page.close()


def what_is_being_written_is_kept(browser):
    with Served() as site:
        source, _ = site.article()
        page = browser.new_page()
        page.goto(site.base + "search.html")
        page.locator("#q").fill("herons")
        marked(page)
        site.edit(source, lambda text: text + "\n\nA sentence about herons was added below.\n")
        page.wait_for_timeout(3_000)
        assert page.evaluate("() => window.isOld"), "the page was loaded anew while somebody wrote"
        page.locator("#q").blur()
        expect_new(page)
        page.close()


def trouble_stands_on_the_page_until_it_is_mended(browser):
    with Served() as site:
        page = browser.new_page()
        page.goto(site.base + "index.html")
        marked(page)
        site.edit("templates/home.mustache", lambda _: "<p>\n{{#never}}\n")
        trouble = page.locator("#dossier-trouble")
        expect(trouble).to_be_visible()
        expect(trouble).to_have_attribute("role", "alert")
        expect(trouble).to_contain_text("last good one")
        expect(trouble).to_contain_text(re.compile(r"home\.mustache:\d+"))
        expect(trouble).to_contain_text("To do:")
        found = Axe().run(page, context="#dossier-trouble", options={"preload": False}).response["violations"]
        assert not found, [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
        assert page.evaluate("() => window.isOld"), "the last good page was loaded anew"
        expect(page.locator("h1").first).to_be_visible()
        (site.folder / "templates/home.mustache").unlink()
        expect(trouble).to_be_hidden()
        page.close()


def a_site_below_a_path_lives_too(browser):
    served = Served("--base-path", "/sub/path/")
    served.base += "sub/path/"
    a_page_loads_itself_anew_where_it_was(browser, served)


def a_page_waits_for_its_server(browser):
    with Served() as site:
        page = browser.new_page()
        page.goto(site.base + "index.html")
        port = site.base.rsplit(":", 1)[1].strip("/")
        site.process.send_signal(signal.SIGINT)
        assert site.process.wait(10) == 0
        marked(page)
        site.process = subprocess.Popen(
            [DOSSIER, "serve", site.folder, "--port", port], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        expect_new(page)
        page.close()


def a_page_that_is_not_there_shows_the_sites_own(browser):
    with Served() as site:
        page = browser.new_page()
        troubles = []
        page.on("console", lambda message: troubles.append(message.text))
        assert page.goto(site.base + "no/such/page.html").status == 404
        page.get_by_role("link", name="Actors").first.click()
        expect(page).to_have_url(site.base + "actors.html")
        assert len(troubles) == 1 and "404" in troubles[0], troubles
        page.close()


def a_suggestion_is_answered_with_a_click(browser):
    with Served() as site:
        page = browser.new_page()
        page.goto(site.base + "review.html")
        page.get_by_label("Sign answers with the name").fill("ab")
        matter = page.locator("li[data-suggestion]").first
        line = matter.locator("code.line").first.text_content()
        marked(page)
        matter.get_by_role("button", name="Reject").click()
        expect_new(page)
        file = site.folder / "content/decisions/review.txt"
        assert file.read_text().splitlines()[0] == f"not-{line} by=ab", file.read_text()
        expect(page.locator("code.line", has_text=re.compile(f"^{re.escape(line)}$"))).to_have_count(0)
        assert page.get_by_label("Sign answers with the name").input_value() == "ab"
        matter = page.locator("li[data-suggestion]").first
        matter.locator("code.line").first.fill("pages org:nobody")
        matter.get_by_role("button", name="Accept").click()
        expect(matter.get_by_role("status")).to_contain_text("unknown verb 'pages'; did you mean 'page'?")
        page.goto((site.folder / "public/review.html").as_uri())
        expect(page.locator("li[data-suggestion]").first).to_be_visible()
        assert page.get_by_role("button", name="Accept").count() == 0
        page.close()


TESTS = [
    a_page_loads_itself_anew_where_it_was, what_is_being_written_is_kept, trouble_stands_on_the_page_until_it_is_mended,
    a_site_below_a_path_lives_too, a_page_waits_for_its_server, a_page_that_is_not_there_shows_the_sites_own,
    a_suggestion_is_answered_with_a_click,
]


def main():
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
        for test in TESTS:
            try:
                test(browser)
            except Exception:
                failed += 1
                print(f"FAILED {test.__name__}")
                traceback.print_exc()
        browser.close()
    print(f"browser tests of serve: {len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

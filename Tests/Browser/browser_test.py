"""Tests of the sample site in a real browser: browser_test.py SITE CHROMIUM SCREENSHOTS

Each test opens pages from disk with the browser offline, or from a server below a sub-path. Whatever a page does, no
message may stand in its console and no request may leave the site.
"""

import functools
import http.server
import pathlib
import sys
import threading
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

SITE = pathlib.Path(sys.argv[1]).resolve()
SHOTS = pathlib.Path(sys.argv[3])
expect.set_options(timeout=10_000)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def first(folder, size=0):
    """The largest page of a folder, or the first above a size: one with something on it."""
    pages = sorted(SITE.glob(f"{folder}/*.html"), key=lambda page: (-page.stat().st_size, page.name))
    return str(pages[0].relative_to(SITE)) if pages else None


def kinds():
    """A page of each kind by name: those at the top, and of each folder the largest page and the largest of each
    sort of part, which stands behind a double hyphen."""
    pages = {page.stem: page.name for page in sorted(SITE.glob("*.html"))}
    below = sorted(SITE.glob("*/*.html"), key=lambda page: (-page.stat().st_size, str(page)))
    for page in below:
        part = page.stem.partition("--")[2].partition("-")[0]
        pages.setdefault("-".join(filter(None, [page.parent.name.rstrip("s"), part])), str(page.relative_to(SITE)))
    return pages


class Visit:
    """A page that is watched: what its console says, and what it asks for."""

    def __init__(self, browser, base, **options):
        self.base = base
        self.troubles = []
        self.loaded = 0
        self.context = browser.new_context(**{"viewport": DESKTOP, **options})
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.note("console", message.text, message.type in ("error", "warning")))
        self.page.on("pageerror", lambda error: self.note("error", str(error)))
        # What is still loading when a page is left is broken off, which is no trouble.
        self.page.on("requestfailed", lambda request: self.note(
            "failed", request.url, "ERR_ABORTED" not in (request.failure or "")))
        self.page.on("request", self.watch)

    def note(self, kind, text, is_trouble=True):
        if is_trouble:
            self.troubles.append(f"{kind}: {text}")

    def watch(self, request):
        if not request.url.startswith((self.base, "blob:", "data:")):
            self.note("left the site", request.url)
        elif request.url.startswith("file:"):
            path = pathlib.Path(request.url.split("?")[0].split("#")[0].removeprefix("file://"))
            self.loaded += path.stat().st_size if "/search/" in str(path) and path.exists() else 0

    def open(self, path):
        self.page.goto(self.base + path)
        return self.page

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.context.close()
        if kind is None:
            assert not self.troubles, self.troubles


def results(page):
    return page.locator("#results a")


def search(visit, words):
    page = visit.open("search.html")
    page.locator("#q").fill(words)
    results(page).first.wait_for()
    return page


# ---- what the search does ------------------------------------------------------------------------------------------


def finds_an_actor_by_a_misprint(visit):
    page = search(visit, "Recept")
    assert len(page.workers) == 1
    expect(results(page).first).to_have_text("Recep Tayyip Erdogan")
    results(page).first.click()
    expect(page.locator("h1")).to_have_text("Recep Tayyip Erdogan")


def forgives_a_slip_that_no_source_makes(visit):
    for typed in ["Erdogn", "Vladmir Putni", "erdoğan", "Kestrle"]:
        page = search(visit, typed)
        wanted = {"V": "Vladimir Putin", "K": "Kestrel"}.get(typed[0], "Recep Tayyip Erdogan")
        expect(results(page).first).to_contain_text(wanted)
    page = search(visit, "memmorandum")
    expect(page.locator("#search-status")).to_contain_text("memorandum")


def finds_names_as_they_are_typed(visit):
    page = visit.open("search.html")
    for count in range(2, 6):
        page.locator("#q").fill("putin"[:count])
        expect(results(page).filter(has_text="Vladimir Putin").first).to_be_visible()


def leads_to_the_sentence(visit):
    page = search(visit, "memorandum defence ministers")
    sentence = page.locator("#results .cited a").first
    expect(sentence.locator("mark").first).to_be_visible()
    words = sentence.inner_text()
    sentence.click()
    expect(page.locator(":target")).to_have_text(words)


def narrows_by_facets(visit):
    page = search(visit, "Idlib")
    outlet = page.locator("#outlet option").nth(1).get_attribute("value")
    page.select_option("#kind", "article")
    page.select_option("#outlet", outlet)
    expect(page.locator("#results section")).to_have_count(1)
    for note in page.locator("#results .facts").all_inner_texts():
        assert note.startswith(outlet), note
    assert "outlet=" in page.url and "kind=article" in page.url, page.url
    page.select_option("#outlet", "")
    page.select_option("#kind", "place")
    expect(results(page).first).to_contain_text("Idlib")


def is_shared_by_its_address(visit):
    page = visit.open("search.html?q=recept&kind=actor")
    expect(results(page).first).to_have_text("Recep Tayyip Erdogan")
    expect(page.locator("#kind")).to_have_value("actor")


def says_when_nothing_is_found(visit):
    page = visit.open("search.html")
    page.locator("#q").fill("xyzzyqwv")
    expect(page.locator("#search-status")).to_have_text("Nothing was found.")


def shows_what_is_typed_as_text(visit):
    page = visit.open("search.html?q=" + "%3Cimg src=x onerror=alert(1)%3E")
    page.wait_for_timeout(300)
    assert page.locator("#results img").count() == 0


def is_worked_by_keyboard(visit):
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("putin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=putin")
    expect(results(page).first).to_be_visible()
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Vladimir Putin")


def searches_without_a_worker(visit):
    visit.context.add_init_script("delete window.Worker")
    page = search(visit, "Recept")
    expect(results(page).first).to_have_text("Recep Tayyip Erdogan")


def folds_words_as_the_build_does(visit):
    """The same cases as FoldedWordsTests has."""
    page = visit.open("search.html")
    folded = page.evaluate(
        "texts => { const { wordsOf, fold } = dossier.searchEngine(() => ''); return texts.map((text) => wordsOf(text).map(fold)); }",
        ["Recep Tayyip Erdoğan in İZMİR", "Łódź, Ærø and the Straße", "Gül Gu\u0308l", "Syria’s Hay'et", "‘safe zone’ “it”",
         "al-Sham, 3.6 mil\u00adlion", "Μουσικός Владимир 北京"])
    assert [[word for word in words if word] for words in folded] == [
        ["recep", "tayyip", "erdogan", "in", "izmir"], ["lodz", "aero", "and", "the", "strasse"], ["gul", "gul"],
        ["syrias", "hayet"], ["safe", "zone", "it"], ["al", "sham", "3", "6", "million"],
        ["μουσικοσ", "владимир", "北", "京"]], folded


def loads_little_before_the_first_result(visit):
    search(visit, "idlib")
    assert visit.loaded < 150_000, visit.loaded


# ---- the timeline --------------------------------------------------------------------------------------------------


def rows(page):
    return page.locator(".timeline .event-row:visible")


def filters_the_timeline(visit):
    page = visit.open("timeline.html")
    everything = rows(page).count()
    marks = page.locator(".strip:not(.publications) rect.mark:visible").count()
    name = page.locator("#actor option").nth(1).get_attribute("value")
    page.select_option("#actor", name)
    shown = rows(page).count()
    assert 0 < shown < everything, (shown, everything)
    assert page.locator(".strip:not(.publications) rect.mark:visible").count() < marks
    for row in rows(page).all():
        assert name in row.inner_text(), row.inner_text()
    for heading in page.locator(".timeline h2:visible").all():
        assert heading.locator("xpath=..").locator(".event-row:visible").count() > 0
    page.reload()
    assert rows(page).count() == shown, "what was chosen is lost with the address"
    page.locator("#status").select_option(index=1)
    expect(page.locator("#timeline-status")).to_contain_text(" of ")
    page.locator("#timeline-form button[type=reset]").click()
    assert rows(page).count() == everything
    assert "?" not in page.url, page.url


def zooms_the_timeline_by_keyboard(visit):
    page = visit.open("timeline.html")
    everything = rows(page).count()
    page.locator("[data-zoom=in]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert 0 < rows(page).count() < everything, "it goes where something is"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert 0 < rows(page).count() < everything
    assert "from=" in page.url and "to=" in page.url, page.url
    before = page.locator("#timeline-status").inner_text()
    page.reload()
    expect(page.locator("#timeline-status")).to_have_text(before)


def shows_publications_when_asked(visit):
    page = visit.open("timeline.html")
    expect(page.locator(".lane-published").first).to_be_hidden()
    page.locator("#show-published").focus()
    page.keyboard.press("Space")
    expect(page.locator(".lane-published").first).to_be_visible()
    expect(page.locator(".strip.publications")).to_be_visible()
    assert "show=published" in page.url, page.url


def fades_the_ties_of_others_on_the_map(visit):
    page = visit.open("actors-map.html")
    page.locator(".map a").first.focus()
    ties = page.locator(".map path:not(.faded)").count()
    assert 0 < ties < page.locator(".map path").count(), ties
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Map of actors")


def shows_who_speaks_of_whom(visit):
    page = visit.open("actors/donald-trump.html")
    table = page.locator(".speech").first
    table.locator("summary").first.click()
    expect(table.locator(".cited mark").first).to_be_visible()


# ---- previews ------------------------------------------------------------------------------------------------------


def opens_a_preview_by_keyboard(visit):
    page = visit.open(first("articles"))
    link = page.locator(".body a[href*='actors/']").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    assert link.get_attribute("aria-describedby") == preview.get_attribute("id")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(link).to_be_focused()


def opens_a_preview_by_pointer_and_keeps_it_under_it(visit):
    page = visit.open(first("articles"))
    page.locator(".body a[href*='actors/']").first.hover()
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    preview.hover()
    page.wait_for_timeout(600)
    expect(preview).to_be_visible()
    page.mouse.move(2, 2)
    expect(preview).to_be_hidden()


def shows_the_sentence_that_a_link_leads_to(visit):
    page = visit.open(first("actors"))
    link = page.locator("a[href*='articles/'][href*='#s']:visible").first
    link.scroll_into_view_if_needed()
    link.hover()
    expect(page.locator(".preview .preview-text")).to_be_visible()


def shows_an_event(visit):
    page = visit.open("events.html")
    page.locator("main a[href*='events/']:visible").first.hover()
    expect(page.locator(".preview .preview-title")).to_be_visible()


# ---- pages ---------------------------------------------------------------------------------------------------------


def searches_where_the_host_forbids_workers(browser, base):
    with Visit(browser, base) as visit:
        page = search(visit, "Recept")
        expect(results(page).first).to_have_text("Recep Tayyip Erdogan")
        visit.troubles = [trouble for trouble in visit.troubles if "blob:" not in trouble]


def stays_readable_without_script(browser, base):
    with Visit(browser, base, java_script_enabled=False) as visit:
        page = visit.open("search.html")
        expect(page.locator("#search")).to_be_hidden()
        expect(page.locator(".browse .variant", has_text="Ida Marlow,")).to_be_visible()
        expect(page.locator(".browse a[href*='articles/']").first).to_be_visible()
        page = visit.open("timeline.html")
        expect(page.locator("#timeline-form")).to_be_hidden()
        expect(page.locator(".lane-published").first).to_be_hidden()
        page.locator("#show-published").check()
        expect(page.locator(".lane-published").first).to_be_visible()


def axe_finds_nothing(browser, base, name, path, look):
    options = {"light": {}, "dark": {"color_scheme": "dark"}, "phone": {"viewport": PHONE}}[look]
    with Visit(browser, base, **options) as visit:
        page = visit.open(path)
        if name == "search":
            page.locator("#q").fill("putin")
            page.locator("#results .cited a").first.wait_for()
        page.screenshot(path=SHOTS / f"{name}-{look}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 1, f"{name} is {wide} pixels too wide"
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert not found, [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]


VISITS = [
    finds_an_actor_by_a_misprint, forgives_a_slip_that_no_source_makes, finds_names_as_they_are_typed,
    leads_to_the_sentence, narrows_by_facets, is_shared_by_its_address, says_when_nothing_is_found,
    shows_what_is_typed_as_text, is_worked_by_keyboard, searches_without_a_worker,
    folds_words_as_the_build_does, loads_little_before_the_first_result, opens_a_preview_by_keyboard,
    opens_a_preview_by_pointer_and_keeps_it_under_it, shows_the_sentence_that_a_link_leads_to, shows_an_event,
    filters_the_timeline, zooms_the_timeline_by_keyboard, shows_publications_when_asked,
    fades_the_ties_of_others_on_the_map, shows_who_speaks_of_whom,
]


class SubPath(http.server.SimpleHTTPRequestHandler):
    """Serves the site below /a/dossier/ and nothing else."""

    def translate_path(self, path):
        prefix = "/a/dossier/"
        if not path.startswith(prefix):
            return str(SITE / "nothing-here")
        return super().translate_path("/" + path[len(prefix):])

    def log_message(self, *_):
        pass


class Strict(SubPath):
    """Serves it with a policy of the host's own."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()


class QuietServer(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


def serve(handler):
    server = QuietServer(("127.0.0.1", 0), functools.partial(handler, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/a/dossier/"


def all_tests(browser):
    disk = SITE.as_uri() + "/"

    def visiting(test, base, **options):
        with Visit(browser, base, **options) as visit:
            test(visit)

    for test in VISITS:
        yield f"from disk {test.__name__}", functools.partial(visiting, test, disk, offline=True)
    server = serve(SubPath)
    for test in VISITS:
        yield f"below a sub-path {test.__name__}", functools.partial(visiting, test, server)
    yield "searches_where_the_host_forbids_workers", functools.partial(
        searches_where_the_host_forbids_workers, browser, serve(Strict))
    yield "stays_readable_without_script", functools.partial(stays_readable_without_script, browser, disk)
    for name, path in kinds().items():
        for look in ("light", "dark", "phone"):
            yield f"axe {name} {look}", functools.partial(axe_finds_nothing, browser, disk, name, path, look)


def main():
    SHOTS.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
        for name, test in all_tests(browser):
            try:
                test()
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc(limit=-2)}")
        browser.close()
    print(f"screenshots: {SHOTS}")
    print(f"browser: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

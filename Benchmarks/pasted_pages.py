#!/usr/bin/env python3
"""How well pasted pages are read: saved pages of a public set, as a browser copies them.

usage: pasted_pages.py DOSSIER DATA [--browser PATH] [--keep DIR]

DATA holds html/ID.html[.gz] and ground-truth/ID.json[.gz], as the WCXB set does (title, author, publish_date and
main_content below "ground_truth"). Needs playwright and a Chromium. Each page is pasted twice: whole, and loosely
selected, from three lines above the headline to fifteen below the last paragraph. A title counts where the copy has it
as a line, a date or author where it is printed there.

title     equal but for case and punctuation       author   one of the names is among the bylines
date      equal                                    body     F1 over the multiset of words
"""
import argparse, collections, gzip, json, pathlib, re, statistics, subprocess, tempfile

LINES_ABOVE, LINES_BELOW = 3, 15
HIDDEN = '[aria-hidden="true"],[hidden],.visually-hidden,.sr-only,.screen-reader-text,select,textarea'
SCRIPTED = rb"(?is)<(script|noscript|style|iframe|template|svg)\b.*?</\1>|<link\b[^>]*>"


def content(path):
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def words(text):
    return re.findall(r"\w+", (text or "").lower())


def plain(text):
    return " ".join(words(text))


def articles(data):
    """The articles of the set: id, page, and what is known of it."""
    pages = {page.name.split(".")[0]: page for page in (data / "html").iterdir()}
    for file in sorted((data / "ground-truth").iterdir()):
        row = json.loads(content(file))
        name = file.name.split(".")[0]
        if row["_internal"]["page_type"]["primary"] == "article" and name in pages:
            yield name, pages[name], row["ground_truth"]


def loosely(text, known):
    """The part of a whole copy that somebody selects with a loose hand; None where the text is not found."""
    lines, told = text.split("\n"), words(known["main_content"])
    runs = set(zip(told, told[1:], told[2:], told[3:]))

    def is_text(line):
        own = words(line)
        found = sum(run in runs for run in zip(own, own[1:], own[2:], own[3:]))
        return len(own) > 7 and found >= 0.6 * (len(own) - 3)

    of_text = [number for number, line in enumerate(lines) if is_text(line)]
    if not of_text:
        return None
    title = plain(known["title"])
    titles = [number for number in range(of_text[0] + 1) if plain(lines[number]) == title]
    start = titles[-1] if titles else max(0, of_text[0] - 12)
    above = [number for number in range(start) if lines[number].strip()][-LINES_ABOVE:]
    below = [number for number in range(of_text[-1] + 1, len(lines)) if lines[number].strip()][:LINES_BELOW]
    return "\n".join(lines[min(above, default=start) : max(below, default=of_text[-1]) + 1])


def paste(data, folder, browser):
    """Writes the copies of all pages below a folder, one folder for each kind."""
    from playwright.sync_api import sync_playwright

    saved = folder / "page.html"
    for kind in ("whole", "loose"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        context = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_context()
        context.set_offline(True)
        view = context.new_page()
        for name, page, known in articles(data):
            saved.write_bytes(re.sub(SCRIPTED, b"", content(page)))
            view.goto(saved.resolve().as_uri(), wait_until="domcontentloaded")
            text = view.evaluate(
                "hidden => { for (const part of document.querySelectorAll(hidden)) part.remove();"
                " return document.body ? document.body.innerText : ''; }", HIDDEN)
            for kind, copy in (("whole", text), ("loose", loosely(text, known))):
                if copy:
                    (folder / kind / f"{name}.txt").write_text(copy, encoding="utf-8")
    saved.unlink()


def overlap(have, want):
    both = sum((collections.Counter(have) & collections.Counter(want)).values())
    return 2 * both / (len(have) + len(want)) if both else 0.0


def scores(copy, article, known):
    """What can be judged of one article: measure and value."""
    lines = {plain(line) for line in copy.split("\n")}
    if plain(known["title"]) in lines:
        yield "title", plain(article.get("title")) == plain(known["title"])
    day = (known.get("publish_date") or "")[:10]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        printed = re.compile(rf"\b{int(day[8:])}\b")
        if any(printed.search(line) and day[:4] in line for line in copy.split("\n")):
            yield "date", ((article.get("published") or {}).get("value") or "")[:10] == day
    author = known.get("author") or ""
    names = {plain(name) for name in re.split(r";|,|\band\b|&", author if isinstance(author, str) else ";".join(author))}
    names.discard("")
    if any(name in plain(copy) for name in names):
        yield "author", bool(names & {plain(name) for name in article.get("bylines") or []})
    yield "body", overlap(words(article.get("text")), words(known["main_content"]))


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("dossier", type=pathlib.Path)
    options.add_argument("data", type=pathlib.Path)
    options.add_argument("--browser", default="/usr/bin/chromium")
    options.add_argument("--keep", type=pathlib.Path)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        print_figures(options, options.keep or pathlib.Path(temporary) / "pastes", pathlib.Path(temporary) / "site")


def print_figures(options, folder, site):
    if not (folder / "whole").exists():
        paste(options.data, folder, options.browser)
    for kind in ("whole", "loose"):
        subprocess.run(
            [options.dossier, "build", folder / kind, "--output", site / kind, "--no-cache"], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        read = {row["source"]: row for row in json.loads((site / kind / "data/dossier.json").read_bytes())["articles"]}
        values = collections.defaultdict(list)
        for name, _, known in articles(options.data):
            file = folder / kind / f"{name}.txt"
            if file.exists():
                for measure, value in scores(file.read_text(encoding="utf-8"), read.get(file.name, {}), known):
                    values[measure].append(float(value))
        print(kind, *(f"{measure} {statistics.mean(rows):.3f} ({len(rows)})" for measure, rows in sorted(values.items())))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Edits a made-up site by chance, and compares building it step by step with building it afresh.

    Benchmarks/random_edits.py .build/release/dossier --edits 500 --kills 200 --seed 1

After each edit the site is built in its folder, with what earlier builds remember, and once more into an empty folder
with --no-cache: both must have the same files, byte for byte. With --kills the first build is ended by SIGKILL at a
moment of chance, and built again before it is compared; nothing of the killed one may be left.
Prints each difference with the edit before it, then how many were equal; exits with 1 where one was not.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PEOPLE = ["Anna Berg", "Omar Haddad", "Ilse Brandt", "Marta Lindqvist", "Tomas Brandl", "Karl Brandt", "Ruth Amsel"]
BODIES = ["the Harbour Council", "the Free Dockers Front", "the Dockers Union Assembly", "the Coast Ministry"]
PLACES = ["Oslo", "Bergen", "Rotterdam", "Gdansk", "Norland"]
OUTLETS = ["The Northern Gazette", "Coast Courier", "Evening Post"]
TIMES = ["on Monday", "on 3 May 2019", "last year", "in April", "last September", "on Friday", "two years ago"]
WORDS = ["pilots", "boats", "the old channel", "the dock workers", "the new pier"]


class Site:
    """The sources of a site, and the edits that people make to such."""

    def __init__(self, root, chance):
        self.root, self.chance, self.number = root, chance, 0
        self.lines = []
        for folder in ["content/decisions", "templates"]:
            (root / folder).mkdir(parents=True)
        self.write("dossier.yml", "title: Ports\n")
        for number in range(8):
            self.write(f"content/first-{number}.md", self.article())

    def write(self, path, text):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def pick(self, values):
        return self.chance.choice(values)

    def sentence(self):
        one, other, place, when = self.pick(PEOPLE), self.pick(PEOPLE), self.pick(PLACES), self.pick(TIMES)
        body, thing, count = self.pick(BODIES), self.pick(WORDS), self.chance.randrange(2, 90) * 100
        return self.pick([
            f"{one} met {other} in {place} {when}.",
            f"“We will share {thing} before the winter comes to {place},” {one} said {when}.",
            f"{body[0].upper()}{body[1:]} rejected the deal {when}.",
            f"About {count:,} dock workers are employed in {place}, {one} told reporters.",
            f"{one} and {other} signed an agreement on {thing} {when}.",
            f"{one.split()[-1]} is to visit {place} in September.",
            f"\"Nobody wants this strike,\" {other} said of {body}.",
        ])

    def article(self):
        paragraphs = "\n\n".join(" ".join(self.sentence() for _ in range(3)) for _ in range(4))
        date = f"date: 2019-0{self.chance.randrange(4, 8)}-{self.chance.randrange(10, 28)}\n"
        return (f"---\ntitle: Talks about {self.pick(WORDS)} {self.number}\noutlet: {self.pick(OUTLETS)}\n"
                f"{date if self.chance.random() < 0.8 else ''}---\n\n{paragraphs}\n")

    def decision(self):
        person = "person:" + self.pick(PEOPLE).lower().replace(" ", "-")
        other = "person:" + self.pick(PEOPLE).lower().replace(" ", "-")
        articles = self.articles()
        article = "a:" + (self.pick(articles).stem if articles else "first-1")
        return self.pick([
            f"page {person}", f"hide {person} why=asked", f"same {person} {other}",
            f"not-same {person} {other} why=two", f"published {article} 2019-05-{self.chance.randrange(10, 28)}",
            f"outlet {article} \"The Harbour Post\"", f"title {article} \"Another headline\" public",
            f"withhold {article} why=request", f"redact {person} as=\"[name withheld]\" why=request",
            f"notice {article} \"About\"", f"not-date {article} \"last year\"",
            f"speaker {article} \"Nobody wants\" {person}", f"excerpt {article} 20w",
        ])

    def articles(self):
        found = [path for path in (self.root / "content").rglob("*.md") if "notes" not in path.parts]
        return sorted(found)

    def edit(self):
        """Makes one edit and says which."""
        self.number += 1
        articles = self.articles()
        kind = self.chance.randrange(14)
        if not articles or (kind < 3 and len(articles) < 20):
            path = f"content/{self.pick(['', '2019/', '2020/'])}new-{self.number % 15}.md"
            self.write(path, self.article())
            return f"wrote {path}"
        article = self.pick(articles)
        name = article.relative_to(self.root)
        if kind < 5:
            article.write_text(article.read_text(encoding="utf-8") + f"\n{self.sentence()}\n", encoding="utf-8")
            return f"added to {name}"
        if kind == 5:
            times = article.stat()
            text = article.read_text(encoding="utf-8")
            article.write_text(text.replace("Monday", "Sunday").replace("Friday", "Monday"), encoding="utf-8")
            os.utime(article, ns=(times.st_atime_ns, times.st_mtime_ns))
            return f"changed {name}, with its old date"
        if kind == 6:
            article.unlink()
            return f"removed {name}"
        if kind == 7:
            place = self.root / "content" / self.pick(["moved", "2019", "2020"]) / f"{article.stem}-m{self.number}.md"
            place.parent.mkdir(exist_ok=True)
            article.rename(place)
            return f"moved {name} to {place.relative_to(self.root)}"
        if kind < 10:
            if self.lines and (len(self.lines) > 8 or self.chance.random() < 0.4):
                line = self.lines.pop(self.chance.randrange(len(self.lines)))
                what = f"took away '{line}'"
            else:
                line = self.decision()
                self.lines.append(line)
                what = f"decided '{line}'"
            self.write("content/decisions/lines.txt", "".join(line + "\n" for line in self.lines))
            return what
        if kind == 10:
            return self.toggle(self.pick(["templates/mine.css", "templates/icon.svg"]), f"<!-- {self.number} -->\n")
        if kind == 11:
            return self.toggle("templates/not-found.mustache", f"<p>Nothing is here ({self.number}).</p>\n")
        if kind == 12:
            profile = self.pick(["private", "private", "excerpt", "links"])
            self.write("dossier.yml", f"title: Ports {self.number}\nlist-limit: {self.chance.randrange(2, 40)}\n"
                       f"profile: {profile}\n" + self.pick(["", "base-url: https://ports.example\n", "search: false\n"]))
            return f"configured ({profile})"
        return self.toggle(*self.pick([
            ("content/lists/terms.txt", "strike | strike; strikes\n"),
            ("content/lists/surnames.txt", "Lindqvist; Norland\n"),
            ("content/lists/english/organizations.txt", "Free Dockers Front | the Front | group\n"),
            ("content/notes/home.md", f"A note {self.number}.\n"), ("content/notes/anna-berg.md", "Of the harbour.\n"),
        ]))

    def toggle(self, path, text):
        if (self.root / path).exists() and self.chance.random() < 0.5:
            (self.root / path).unlink()
            return f"took away {path}"
        self.write(path, text)
        return f"wrote {path}"


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Comparison:
    def __init__(self, tool, root):
        self.tool, self.root = tool, root
        self.site, self.afresh = root / "site", root / "afresh"

    def build(self, *arguments):
        command = [self.tool, "build", str(self.site), "--keep-going", "--quiet", *arguments]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def equal(self, what):
        """Whether building on and building afresh give the same."""
        start = time.monotonic()
        step = self.build()
        self.last = time.monotonic() - start
        shutil.rmtree(self.afresh, ignore_errors=True)
        clean = self.build("--no-cache", "--output", str(self.afresh))
        if step.returncode != clean.returncode or step.returncode not in (0, 1):
            print(f"{what}: exits with {step.returncode}, afresh {clean.returncode}\n{step.stderr}\n{clean.stderr}")
            return False
        if step.returncode == 1:
            # A build that is refused leaves the old site; both must be refused.
            return not self.afresh.exists() or files(self.afresh) == files(self.site / "public")
        old, new = files(self.site / "public"), files(self.afresh)
        differing = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
        left = [str(path) for path in self.site.rglob("*dossier-new*")]
        if differing or left:
            print(f"{what}: {len(differing)} files differ, such as {differing[:4]}; left behind: {left[:4]}")
        return not differing and not left

    def kill(self, chance):
        """Begins a build and kills it; whether it was still running."""
        atomically = ["--publish-atomically"] if chance.random() < 0.5 else []
        command = [self.tool, "build", str(self.site), "--keep-going", "--quiet", *atomically]
        build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * self.last)
        was_running = build.poll() is None
        build.send_signal(signal.SIGKILL)
        build.wait()
        return was_running


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dossier", help="the executable")
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "site").mkdir()
        site = Site(root / "site", chance)
        comparison = Comparison(os.path.abspath(options.dossier), root)
        equal = comparison.equal("first build")
        started = time.monotonic()
        edits = sum(comparison.equal(f"edit {number}, {site.edit()}") for number in range(options.edits))
        running = kills = 0
        for number in range(options.kills):
            edit = site.edit()
            running += comparison.kill(chance)
            kills += comparison.equal(f"kill {number}, {edit}")
    print(f"{time.monotonic() - started:.0f} s")
    print(f"edits: {edits} of {options.edits} equal; kills: {kills} of {options.kills} equal, "
          f"{running} of them while the build was running (seed {options.seed})")
    sys.exit(0 if equal and edits == options.edits and kills == options.kills else 1)


if __name__ == "__main__":
    main()

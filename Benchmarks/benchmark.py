"""Measures `dossier` on generated corpora: benchmark.py TOOL [--against COMMIT | --against TOOL] [--sizes 1000,10000]

Each case is run several times, in turn with what it is compared with: the executable of another commit, and Hugo where
it is installed. What is printed are medians, and ratios pair by pair: below 1 is faster or smaller. Time and memory are
those that the system accounts to the process.

Hugo makes less of the same articles: it is told who is in them, and makes a page for each article and actor, a
timeline and a feed. It is measured cold, since it has no other way to build. Where Pagefind is installed too, it indexes
what Hugo made, since Hugo has no search.
"""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import corpus

HERE = pathlib.Path(__file__).resolve().parent
MARKS = ("<!-- begin of the figures -->", "<!-- end of the figures -->")


class Run:
    """What one run of a command took."""

    def __init__(self, command, folder):
        log = folder / "run.log"
        start = time.monotonic()
        with open(log, "wb") as output:
            process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{command} failed:\n" + log.read_text(errors="replace")[-2_000:])


class Sum:
    """What two runs took, one after the other."""

    def __init__(self, first, second):
        self.wall = first.wall + second.wall
        self.cpu = first.cpu + second.cpu
        self.peak = max(first.peak, second.peak)


class Site:
    """A corpus, and the site that one tool makes of it, in a folder of its own."""

    def __init__(self, name, folder, build, count, for_hugo=False):
        self.name = name
        self.folder = folder
        self.build = build
        self.content = folder / "content" / "posts" if for_hugo else folder / "content"
        if not self.content.exists():
            if for_hugo:
                shutil.copytree(HERE / "hugo", folder)
            corpus.write(count, self.content, for_hugo=for_hugo)
        self.edited = self.content / f"{count // 2:06d}.md"
        self.text = self.edited.read_text(encoding="utf-8")
        self.made = 0

    def clear(self):
        # Moved away, not deleted: creating files after a mass delete takes several times as long.
        aside = self.folder / "old"
        aside.mkdir(exist_ok=True)
        for name in ("public", ".dossier"):
            if (self.folder / name).exists():
                (self.folder / name).rename(aside / f"{name}-{time.time_ns()}")

    def run(self):
        return Run(self.build, self.folder)

    def cold(self):
        self.clear()
        return self.run()

    def edit(self):
        self.made += 1
        self.edited.write_text(self.text + f"\nA line was added, the number of which is {self.made}.\n", encoding="utf-8")
        return self.run()

    def decide(self):
        self.made += 1
        lines = self.content / "decisions" / "benchmark.txt"
        lines.parent.mkdir(exist_ok=True)
        lines.write_text(f'published a:{self.edited.stem} {2000 + self.made % 20}-03-04 why="a benchmark"\n', encoding="utf-8")
        return self.run()

    def end(self):
        """Leaves the corpus as it was."""
        self.edited.write_text(self.text, encoding="utf-8")
        shutil.rmtree(self.content / "decisions", ignore_errors=True)
        shutil.rmtree(self.folder / "old", ignore_errors=True)


CASES = [("cold", Site.cold), ("nothing changed", Site.run), ("one article edited", Site.edit),
         ("one decision added", Site.decide)]


def measured(sites, peer, runs, pagefind):
    """The runs of each case and site, taken in turn; of the peers the cold ones."""
    taken = {}
    try:
        take(sites, peer, runs, pagefind, taken)
    finally:
        for site in sites + ([peer] if peer else []):
            site.end()
    return taken


def take(sites, peer, runs, pagefind, taken):
    """Adds the runs to those that were taken."""
    for case, step in CASES:
        for number in range(runs):
            for site in sites:
                taken.setdefault((case, site.name), []).append(step(site))
            if peer and case == "cold":
                made = peer.cold()
                taken.setdefault((case, peer.name), []).append(made)
                if pagefind:
                    index = Run([pagefind, "--site", "public"], peer.folder)
                    taken.setdefault((case, "hugo + pagefind"), []).append(Sum(made, index))


def ratio(runs, others, figure):
    """The median of the ratios pair by pair."""
    return statistics.median(getattr(run, figure) / getattr(other, figure) for run, other in zip(runs, others))


def table(count, taken, names):
    """The figures of one size as lines of Markdown."""
    rows = [f"### {count:,} articles", "",
            "| case | of | wall, s | CPU, s | peak, MB | CPU / Hugo, cold | peak / Hugo | wall / Hugo, cold |"
            + (" CPU / before |" if "before" in names else ""),
            "|---|---|---|---|---|---|---|---|" + ("---|" if "before" in names else "")]
    peer = taken.get(("cold", "hugo"))
    for (case, name), runs in taken.items():
        cells = [case, name] + [f"{statistics.median(getattr(run, figure) for run in runs):.{digits}f}"
                                for figure, digits in (("wall", 2), ("cpu", 2), ("peak", 0))]
        against_peer = peer and not name.startswith("hugo")
        cells += [f"{ratio(runs, peer, figure):.3f}" if against_peer else "" for figure in ("cpu", "peak", "wall")]
        if "before" in names:
            before = taken.get((case, "before"))
            cells.append(f"{ratio(runs, before, 'cpu'):.2f}" if before and name == "now" else "")
        rows.append("| " + " | ".join(cells) + " |")
    return rows + [""]


def built(commit, work):
    """The executable of another commit, built in a tree of its own."""
    tree = work / "before"
    repository = HERE.parent
    if tree.exists():
        subprocess.run(["git", "-C", tree, "checkout", "--quiet", "--detach", commit], check=True)
    else:
        subprocess.run(["git", "-C", repository, "worktree", "add", "--quiet", "--detach", tree, commit], check=True)
    subprocess.run(["make", "--quiet", "release"], cwd=tree, check=True)
    return tree / ".build" / "release" / "dossier"


def machine():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    processor = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{os.cpu_count()} × {processor}, {memory:.0f} GB, Linux {platform.release()}"


def version(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip().splitlines()[-1]


def fill(page, lines):
    """Puts the figures where a page has room for them."""
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    page.write_text(before + MARKS[0] + "\n\n" + "\n".join(lines) + "\n" + MARKS[1] + after, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool", type=pathlib.Path)
    parser.add_argument("--against", help="a commit, or an executable, to compare with")
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="Hugo's executable; empty for none")
    parser.add_argument("--pagefind", default=shutil.which("pagefind"), help="Pagefind's executable; empty for none")
    parser.add_argument("--work", type=pathlib.Path, default=HERE.parent / ".build" / "benchmark")
    parser.add_argument("--write", action="store_true", help="put the figures into RESULTS.md")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)

    tools = {"now": options.tool.resolve()}
    if options.against:
        given = pathlib.Path(options.against)
        tools["before"] = given.resolve() if given.is_file() else built(options.against, work)
    commit = version(["git", "-C", HERE, "log", "-1", "--format=%h of %cs"])
    lines = [f"Machine: {machine()}.", "", f"Commit: {commit}"
             + (f", compared with `{options.against}`" if options.against else "") + ".", ""]
    if options.hugo:
        lines += ["Peer: " + " ".join(version([options.hugo, "version"]).split()[:2]) + ".", ""]
    lines += [f"Command: `python3 Benchmarks/benchmark.py {' '.join(sys.argv[1:])}`.", ""]
    print("\n".join(lines), flush=True)
    for count in (int(size) for size in options.sizes.split(",")):
        sites = [Site(name, work / f"{name}-{count}", [tool, "build", "content", "--output", "public"], count)
                 for name, tool in tools.items()]
        peer = Site("hugo", work / f"hugo-{count}", [options.hugo, "--quiet"], count, True) if options.hugo else None
        rows = table(count, measured(sites, peer, options.runs, options.pagefind), tools)
        print("\n".join(rows), flush=True)
        lines += rows
    if options.write:
        fill(HERE / "RESULTS.md", lines)


if __name__ == "__main__":
    main()

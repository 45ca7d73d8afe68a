#!/usr/bin/env python3
"""Writes a corpus with as many different words and names as real news has, for tests of the search.

    Benchmarks/zipf_corpus.py 30000 FOLDER [--words 250] [--seed 1]

Words follow Zipf's law over a million made-up ones, so that the vocabulary grows as Heaps' law has it; names are pairs of
four thousand first and forty thousand last ones, by the same law. Nothing of it means anything.
"""

import argparse
import datetime
import itertools
import pathlib
import random

CONSONANTS = ["b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z"]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"]
# The commonest words of English, so that the language is known and sentences are read.
FREQUENT = ("the of to and in a that is was for it on with as be by at he his from are this have had not but which they "
            "were who will an their would been has its more after other new when there about up into than its also").split()


def made_up(count, chance, least):
    """So many different words of some syllables."""
    found = {}
    while len(found) < count:
        size = chance.choice([least, least, least + 1, least + 1, least + 2])
        word = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(size))
        found[word + chance.choice(["", "", "n", "r", "s", "t"])] = None
    return list(found)


def zipf(count, exponent):
    return list(itertools.accumulate(1 / rank ** exponent for rank in range(1, count + 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    words, word_weights = FREQUENT + made_up(1_000_000, chance, 2), zipf(1_000_000 + len(FREQUENT), 1.0)
    firsts, lasts = made_up(4_000, chance, 2), made_up(40_000, chance, 2)
    first_weights, last_weights = zipf(4_000, 0.8), zipf(40_000, 0.8)
    outlets = [f"The {word.title()} Post" for word in made_up(60, chance, 2)]
    for number in range(options.articles):
        if number % 1_000 == 0:
            folder = options.folder / f"{number // 1_000:03}"
            folder.mkdir(parents=True, exist_ok=True)
        text = chance.choices(words, cum_weights=word_weights, k=options.words)
        people = [f"{one.title()} {other.title()}" for one, other in zip(
            chance.choices(firsts, cum_weights=first_weights, k=4), chance.choices(lasts, cum_weights=last_weights, k=4))]
        sentences = []
        for at in range(0, len(text), 14):
            part = " ".join(text[at:at + 14])
            if at // 14 < 4:
                sentences.append(f"{people[at // 14]} said on Monday that {part}.")
            else:
                sentences.append(part.capitalize() + ".")
        paragraphs = "\n\n".join(" ".join(sentences[at:at + 4]) for at in range(0, len(sentences), 4))
        day = datetime.date(2005, 1, 1) + datetime.timedelta(days=chance.randrange(7_300))
        title = " ".join(text[:7]).capitalize()
        (folder / f"a{number:06}.md").write_text(
            f"---\ntitle: {title}\noutlet: {chance.choice(outlets)}\ndate: {day}\n---\n\n{paragraphs}\n")


main()

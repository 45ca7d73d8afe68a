"""Writes a corpus of news about a country that does not exist: corpus.py COUNT FOLDER [--for hugo] [--seed 7]

The same count and seed give the same articles, whoever they are for. Few people are in very many articles, most in one
or two, and their number grows with the corpus but more slowly: new names come ever more rarely, and a name that was
printed often is printed again. Some events are told by several outlets, in other words and another order.

For Hugo, which cannot find names, the front matter lists them; the bodies are the same bytes.
"""

import argparse
import datetime
import pathlib
import random

OPENINGS = ["Ba", "Bre", "Cor", "Da", "El", "Fen", "Gal", "Har", "Il", "Jo", "Kes", "Lor", "Mar", "Ned", "Or", "Pel", "Quin",
            "Ros", "Sa", "Tor", "Ul", "Ves", "Wil", "Yar", "Zel"]
MIDDLES = ["", "", "a", "an", "ber", "di", "e", "en", "ga", "i", "la", "lo", "mi", "na", "o", "ra", "ri", "ta", "ve"]
ENDINGS = ["bach", "dan", "den", "der", "dorn", "gan", "kin", "la", "len", "man", "mund", "na", "nik", "ra", "rin", "sen",
           "son", "tal", "tin", "vic", "wick"]
GIVEN = ["Adela", "Anton", "Bella", "Bruno", "Clara", "Conrad", "Dina", "Edwin", "Elsa", "Felix", "Greta", "Hugo", "Ida",
         "Jonas", "Karin", "Leo", "Marta", "Nils", "Olga", "Paul", "Rita", "Simon", "Tessa", "Victor", "Wanda"]
OFFICES = ["President", "Prime Minister", "Foreign Minister", "Interior Minister", "Mayor", "Governor", "Senator", "Judge"]
BODIES = ["{} Council", "{} Group", "Bank of {}", "University of {}", "{} Union", "Ministry of {} Affairs"]
PAPERS = ["The {} Chronicle", "The {} Gazette", "{} Daily", "{} Observer", "The {} Star"]
MATTERS = ["the coastal railway", "the water law", "a new harbour", "the teachers' strike", "the tariff on timber",
           "the flooded district", "the court's ruling", "the airport", "the fishing quota", "the tax on fuel"]
DEEDS = ["met to discuss {}", "signed an agreement on {}", "opened talks about {}", "voted on {}", "presented a report on {}"]
CLAIMS = ["the first trains would run before the spring", "nobody had been asked about the costs",
          "the work could not begin before the permits were there", "the offer was better than the one before",
          "more than half of the money had been spent", "the next meeting would be open to the public",
          "the old bridge would be kept for walkers", "the numbers had been checked twice"]
VERBS = ["said", "told reporters", "wrote", "added", "warned"]
SCENES = ["Rain fell in {place} for {count} hours and the square stayed empty.", "The doors were closed to all but {count} visitors.",
          "Some {count} people from {place} waited outside with banners.", "The hall had been repaired only {count} days before.",
          "Of {count} earlier rounds none had brought anything.", "Shops in {place} opened later than usual.",
          "A spokeswoman answered {count} questions and left for {place}.", "The road to {place} was closed for {count} days.",
          "The price of bread in {place} rose by {count} percent.", "In {place} nobody could be reached for {count} hours."]
HEADINGS = ["The background", "What was said", "The next steps"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FIRST_DAY = datetime.date(2004, 1, 5)
YEARS = 18
WORDS = 500


class World:
    """Who and what there is to write about."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.taken = set()
        self.people = []
        self.printed = []
        self.places = [self.name() for _ in range(80)]
        self.papers = [self.random.choice(PAPERS).format(place) for place in self.places[:30]]

    def name(self):
        while True:
            parts = (self.random.choice(OPENINGS), self.random.choice(MIDDLES), self.random.choice(MIDDLES),
                     self.random.choice(ENDINGS))
            name = "".join(parts)
            if name not in self.taken:
                self.taken.add(name)
                return name

    def actor(self):
        """An actor by its number: a new one ever more rarely, or one of those printed before, the frequent more often."""
        printed = len(self.printed)
        if self.random.random() < min(1.0, 6 / (1 + printed) ** 0.4):
            if self.random.random() < 0.7:
                person = (self.random.choice(GIVEN), self.name(), self.random.choice(OFFICES))
            else:
                person = (None, self.random.choice(BODIES).format(self.name()), None)
            self.people.append(person)
            return len(self.people) - 1
        return self.printed[int(self.random.random() * printed)]

    def actors(self, count):
        chosen = []
        while len(chosen) < count:
            actor = self.actor()
            if actor not in chosen:
                chosen.append(actor)
                self.printed.append(actor)
        return [self.people[actor] for actor in chosen]


class Event:
    """Something that happened, to be told by one paper or by several."""

    def __init__(self, world, day):
        choice = world.random.choice
        self.day = day
        self.actors = world.actors(choice([2, 2, 3, 4]))
        self.place = choice(world.places)
        self.matter = choice(MATTERS)
        self.deed = choice(DEEDS).format(self.matter)
        self.claims = [(actor, choice(CLAIMS)) for actor in self.actors]
        self.count = choice([14, 60, 300, 1_500, 22_000])


def whole(actor):
    given, name, office = actor
    return f"{office} {given} {name}" if given else f"the {name}"


def plain(actor):
    given, name, _ = actor
    return f"{given} {name}" if given else name


def short(actor):
    given, name, _ = actor
    return name if given else f"the {name}"


def capital(text):
    return text[:1].upper() + text[1:]


def printed_day(random, day, published):
    forms = [f"on {day.day} {MONTHS[day.month - 1]} {day.year}", f"on {MONTHS[day.month - 1]} {day.day}, {day.year}"]
    age = (published - day).days
    if 0 <= age < 6:
        forms += [f"on {WEEKDAYS[day.weekday()]}"] * 3
    if age > 40:
        forms.append(f"in {MONTHS[day.month - 1]} {day.year}")
    return random.choice(forms)


def article(world, event, earlier, published):
    """Title and body of one paper's account of an event."""
    random = world.random
    first, second = event.actors[:2]
    title = f"{plain(first)} and {plain(second)} {random.choice(['meet', 'agree', 'disagree'])} on {event.matter}"
    day = printed_day(random, event.day, published)
    lead = f"{capital(whole(first))} and {whole(second)} {event.deed} {day} in {event.place}."
    told = []
    for actor, claim in event.claims:
        told.append(random.choice([
            f"“{capital(claim)},” {short(actor)} {random.choice(VERBS)}.",
            f"{capital(short(actor))} {random.choice(VERBS)} that {claim}.",
            f"According to {whole(actor)}, {claim}."]))
    told.append(f"About {event.count:,} people live in the area, the council of {event.place} {random.choice(VERBS)}.")
    for before in earlier:
        day = printed_day(random, before.day, published)
        told.append(f"{capital(whole(before.actors[0]))} and {short(before.actors[1])} {before.deed} {day} in {before.place}.")
    words = len(lead.split()) + sum(len(part.split()) for part in told)
    while words < WORDS:
        actor, claim = random.choice(event.claims)
        scenes = [scene.format(place=random.choice(world.places), count=random.randint(2, 90))
                  for scene in random.sample(SCENES, 4)]
        part = " ".join(scenes + [f"{capital(short(actor))} {random.choice(VERBS)} that {claim}."])
        told.append(part)
        words += len(part.split())
    random.shuffle(told)
    told.insert(len(told) // 2, "## " + random.choice(HEADINGS))
    return title, "\n\n".join([lead] + told) + "\n"


def write(count, folder, seed=7, for_hugo=False):
    world = World(seed)
    random = world.random
    folder.mkdir(parents=True, exist_ok=True)
    events = []
    number = 0
    while number < count:
        event = Event(world, FIRST_DAY + datetime.timedelta(days=365 * YEARS * number // count))
        papers = random.sample(world.papers, random.choice([1, 1, 1, 1, 2, 3, 5]))
        for paper in papers[:count - number]:
            published = event.day + datetime.timedelta(days=random.choice([0, 0, 1, 2]))
            earlier = random.sample(events[-300:], min(2, len(events)))
            title, body = article(world, event, earlier, published)
            head = f'---\ntitle: "{title}"\ndate: {published}\noutlet: "{paper}"\n'
            if for_hugo:
                head += "actors: [" + ", ".join(f'"{plain(actor)}"' for actor in event.actors) + "]\n"
            (folder / f"{number:06d}.md").write_text(f"{head}---\n\n{body}", encoding="utf-8")
            number += 1
        events.append(event)
    return len(events), len(world.people)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--for", dest="reader", choices=["dossier", "hugo"], default="dossier")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    events, actors = write(options.count, options.folder, options.seed, options.reader == "hugo")
    print(f"{options.count} articles, {events} events, {actors} actors")


if __name__ == "__main__":
    main()

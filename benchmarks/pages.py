"""The pages that every engine builds: the same words each time, about 480 on a page, in ten groups."""

from dataclasses import dataclass
from random import Random

TEXT = (
    "we listen before we answer and write down what was asked the morning shift tells the evening shift what it has promised nobody waits at an empty desk "
    "a door is held open a bag is carried a name is remembered when something breaks we say so first then mend it then look for the cause small things are put right on the spot "
    "large things go to somebody who can decide today the list hangs by the door and whoever sees a mistake on it may correct it a good question is worth a minute of quiet "
    "whoever takes a call keeps it until the matter is settled notes are short and plain and signed what we learn on Monday is in the book on Tuesday"
)
WORDS = TEXT.split()
SUBJECTS = ("arrivals", "rooms", "keys", "bills", "letters", "calls", "gardens", "kitchens", "meetings", "repairs")
GROUPS = (
    ("why", "arriving"),
    ("why", "leaving"),
    ("lead", "listening"),
    ("build", "cleaning"),
    ("build", "cooking"),
    ("build", "repairing"),
    ("learn", "writing"),
    ("drive", "planning"),
    ("lookup", "answering"),
    ("lookup", "finding"),
)
"""The part and the folder of each group; every engine shows them as sections within sections."""
NAMES = {"us": "Harbour House", "customers": "guests", "customer": "guest", "colleague": "colleague"}
"""The template variables on the pages, and what they print."""


@dataclass(frozen=True)
class BenchmarkPage:
    """One page: where it stands, its title, its place in the order, and its Markdown with template variables."""

    path: str
    part: str
    title: str
    order: int
    body: str


def make_pages(count: int) -> list[BenchmarkPage]:
    """`count` pages: a home page, then the ten groups, each with a page of its own first."""
    groups: dict[tuple[str, str], int] = dict.fromkeys(GROUPS, 0)
    pages = [_page("index.md", "home", "Home", 0)]
    for number in range(count - 1):
        part, folder = GROUPS[number % len(GROUPS)]
        place = groups[part, folder]
        groups[part, folder] += 1
        name = f"page-{number:04}" if place else "index"
        pages.append(
            _page(
                f"{part}/{folder}/{name}.md",
                part,
                f"{folder.capitalize()}, note {place + 1}" if place else folder.capitalize(),
                100 + number,
            )
        )
    return sorted(
        pages,
        key=lambda page: (page.part != "home", [part for part, _ in GROUPS].index(page.part) if page.part != "home" else 0, page.order),
    )


def _page(path: str, part: str, title: str, order: int) -> BenchmarkPage:
    random = Random(order)
    pieces = [
        f"# {title}",
        _prose(random, 2),
        *(piece for number in range(4) for piece in _section(random, number)),
        _tasks(random),
        "[The first page of all](" + "../" * path.count("/") + "index.md)",
    ]
    return BenchmarkPage(path, part, title, order, "\n\n".join(pieces) + "\n")


def _section(random: Random, number: int) -> list[str]:
    heading = f"## {random.choice(SUBJECTS).capitalize()} and {random.choice(SUBJECTS)} ({number + 1})"
    extra = (_admonition, _table, _tabs, _steps)[number]
    return [heading, _prose(random, 3), extra(random)]


def _words(random: Random, count: int) -> str:
    start = random.randrange(len(WORDS))
    return " ".join(WORDS[(start + step) % len(WORDS)] for step in range(count))


def _sentence(random: Random) -> str:
    return f"{_words(random, random.randint(9, 15)).capitalize()}."


def _prose(random: Random, sentences: int) -> str:
    name = random.choice(list(NAMES))
    return f"At {{{{ us }}}}, **{_words(random, 3)}** for each {{{{ {name} }}}}. " + " ".join(_sentence(random) for _ in range(sentences))


def _admonition(random: Random) -> str:
    return f'!!! note "{_words(random, 4).capitalize()}"\n    {_sentence(random)}\n    {_sentence(random)}\n\n??? tip "{_words(random, 3).capitalize()}"\n    {_sentence(random)}'


def _table(random: Random) -> str:
    rows = "\n".join(f"| {_words(random, 2)} | {_words(random, 5)} | {random.randint(1, 60)} minutes |" for _ in range(5))
    return f"| What | How | Within |\n| --- | --- | --- |\n{rows}"


def _tabs(random: Random) -> str:
    return "\n\n".join(
        f'=== "{name}"\n\n    {_sentence(random)} *{_words(random, 2)}* {_sentence(random)}' for name in ("Morning", "Evening")
    )


def _steps(random: Random) -> str:
    return "\n".join(f"{number}. {_sentence(random)}" for number in (1, 2, 3))


def _tasks(random: Random) -> str:
    return "\n".join(f"- [{'x' if number == 1 else ' '}] {_words(random, 6).capitalize()}" for number in range(4))

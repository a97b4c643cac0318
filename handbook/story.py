"""A rule's docstring -> its parts: what it looks at, why it matters, how to put it right."""

from dataclasses import dataclass

LOOKS_AT, WHY, REMEDY = "Looks at", "Why", "To put it right"


@dataclass(frozen=True)
class Story:
    """What a rule says of itself. `parts` are pairs of a heading and its paragraphs, each paragraph on one line."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    def part(self, name: str) -> str:
        """The text of one part; empty if the rule does not have it."""
        return " ".join(next((paragraphs for heading, paragraphs in self.parts if heading == name), ()))


def story(text: str) -> Story:
    """The parts of a docstring, in its order; a paragraph without a heading belongs to the part before it."""
    title, *paragraphs = [" ".join(each.split()) for each in text.split("\n\n")] or [""]
    parts: list[tuple[str, list[str]]] = []
    for paragraph in filter(None, paragraphs):
        heading = next((each for each in (LOOKS_AT, WHY, REMEDY) if paragraph.startswith(f"{each}:")), "")
        if heading:
            first = paragraph.removeprefix(f"{heading}:").strip()
            parts.append((heading, [first[:1].upper() + first[1:]] if first else []))
        elif parts:
            parts[-1][1].append(paragraph)
        else:
            parts.append(("", [paragraph]))
    return Story(title, tuple((heading, tuple(paragraphs)) for heading, paragraphs in parts))

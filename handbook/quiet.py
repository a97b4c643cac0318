"""An occurrence of words in a block -> why it does not count: quoted, spoken of, rejected, replaced or negated; or "" when it does."""

from dataclasses import dataclass, field
from functools import lru_cache

from handbook.document import Block
from handbook.prose import sentences, words
from handbook.quotations import enclosing
from handbook.wording import Entry, Hit, Lexicon
from handbook.wording_forms import WordTables, word_tables

_BREAKS = frozenset(".;:!?\u2014")
_CUES = (
    "speaks of a word", "speech", "calling", "using", "employing", "whom", "negation", "once", "no negation", "shunning", "replacing", "others",
    "rejected behind", "rejecting headings", "instructing", "endorsing", "dismissing", "dismissing openers", "dismissing headings", "praises", "means it",
    "gives it up",
)  # fmt: skip


@dataclass(frozen=True)
class QuietWords:
    """The words of a language that quote, reject, replace and negate."""

    tables: WordTables
    cues: Lexicon = field(compare=False)

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True)
class _Scene:
    """An occurrence in its sentence: what stands before and behind it, and the cues there (places count in the block's text)."""

    words: QuietWords
    text: str
    start: int
    end: int
    begin: int
    stop: int

    @property
    def before(self) -> str:
        return self.text[self.begin : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.stop]

    def cues(self, *names: str) -> list[tuple[int, int]]:
        """Where cues of some lists stand in the sentence, outside the occurrence."""
        cues, begin = _cues(self.words, self.text[self.begin : self.stop]), self.begin
        found = [(hit.start + begin, hit.end + begin) for name in names if name in cues for hit in cues[name]]
        return sorted(each for each in found if each[1] <= self.start or each[0] >= self.end) if found else found


@lru_cache(maxsize=4)
def quiet_words(text: str) -> QuietWords:
    """What is needed to judge occurrences, from the text of a language's `_words.yaml`."""
    tables = word_tables(text)
    return QuietWords(tables, Lexicon(tables, tuple(Entry(phrase, name) for name in _CUES for phrase in tables.list(name))))


def quiet(words: QuietWords, block: Block, start: int, end: int) -> str:
    """Why an occurrence is no use of the words, as a few words for people; "" when the words are used."""
    if block.quoted or block.kind == "quote":
        return "quoted"
    if _in_address(block.text, start, end):
        return "part of an address or a name in braces"
    if _under_rejection(words, block):
        return "below a heading that rejects it"
    inner = enclosing(block.text, start, end)
    scene = _scene(words, block.text, *(inner or (start, end)))
    if reason := _rejected(scene):
        return reason
    if inner:
        return "" if _meant(scene, block) else "quoted"
    return "" if _endorsed(scene) else _spoken_of(scene)


def negated(words: QuietWords, block: Block, start: int, end: int) -> bool:
    """Whether a word such as not, never or nobody turns the clause of the occurrence into its opposite."""
    scene = _scene(words, block.text, start, end)
    clause = _clause_start(scene)
    return any(clause <= place < start for place, _ in scene.cues("negation"))


def dismissed(words: QuietWords, block: Block, start: int, end: int) -> bool:
    """Whether a saying stands there only to be contradicted, in its sentence, in the next one, or by the heading."""
    inner = enclosing(block.text, start, end)
    scene = _scene(words, block.text, *(inner or (start, end)))
    if scene.cues("dismissing") and not _endorsed(scene):
        return True
    once = any(end <= scene.start for _, end in scene.cues("once")) and scene.cues("gives it up")
    if once or _judged(scene):
        return True
    following = block.text[scene.stop :]
    if following and any(hit.first == 0 for hit in _cues(words, following).get("dismissing openers", ())):
        return True
    heads = (*block.headings[-1:], block.column, block.intro)
    return any(_cues(words, head).get("dismissing headings") for head in heads if head)


def _judged(scene: _Scene) -> bool:
    """Whether the sentence is about the saying and thinks little of it: X is a claim without a figure; X never mended a pump; X …, so we stopped."""
    tables, said = scene.words.tables, [each.text for each in words(scene.after)]
    subject = not any(not tables.has("light words", each.text) for each in words(scene.before))
    straight = scene.after[:2].strip(" \"'\u201d")[:1].isalpha()
    if not subject or not straight or len(said) < 2 or not tables.has("judging verbs", said[0]) or _endorsed(scene):
        return False
    if scene.cues("gives it up"):
        return True
    stop = scene.end + min((at for mark in ",;:\u2014" if (at := scene.after.find(mark)) >= 0), default=len(scene.after))
    within = {name for name in ("praises", "means it", "negation") if any(scene.end <= start < stop for start, _ in scene.cues(name))}
    if "negation" in within:
        return "means it" not in within
    return not within and tables.has("says what it is", said[1])


@lru_cache(maxsize=4096)
def _cues(words: QuietWords, text: str) -> dict[str, list[Hit]]:
    """The cues of a sentence by the lists they stand in; a negation inside *not only* is none."""
    found: dict[str, list[Hit]] = {}
    for hit in words.cues.all(text):
        found.setdefault(hit.entry.what, []).append(hit)
    if shields := found.pop("no negation", []):
        for name in ("negation", "replacing", "shunning"):
            found[name] = [
                hit for hit in found.get(name, ()) if not any(each.start <= hit.start and hit.end <= each.end for each in shields)
            ]
    return found


def _scene(words: QuietWords, text: str, start: int, end: int) -> _Scene:
    spans = sentences(text)
    begin = max((first for first, _ in spans if first <= start), default=0)
    stop = min((last for _, last in spans if last >= end), default=len(text))
    return _Scene(words, text, start, end, begin, stop)


def _in_address(text: str, start: int, end: int) -> bool:
    if "{" in text and text.rfind("{", 0, start) > text.rfind("}", 0, start):
        return True
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    return (
        before in tuple("@/\\_#.")
        or after[:1] in tuple("@\\_")
        or (after[:1] in tuple("/.") and after[1:].isalnum() and "." in text[start - 8 : start])
    )


def _under_rejection(words: QuietWords, block: Block) -> bool:
    heads = [head for head in (*block.headings[-2:], block.column, block.intro) if head]
    return any(_rejects(words, head) for head in heads)


@lru_cache(maxsize=1024)
def _rejects(words: QuietWords, head: str) -> bool:
    alone = head.strip(" :.!*").lower()
    return words.tables.has("rejecting headings alone", alone) or bool(_cues(words, head).get("rejecting headings"))


def _rejected(scene: _Scene) -> str:
    if ":" in scene.before and _rejects(scene.words, scene.before[: scene.before.rindex(":")].rsplit(". ", 1)[-1]):
        return "behind words that reject it"
    if scene.after.lstrip(" \"'").startswith(scene.words.tables.list("arrows")):
        return "replaced"
    if any(start - scene.end <= 2 for start, _ in scene.cues("rejected behind") if start >= scene.end):
        return "rejected"
    return _contrasted(scene) or _unsaid(scene)


def _contrasted(scene: _Scene) -> str:
    """Instead of X; not X but Y; Y, not X: the word right before it turns it away, and nothing hangs on it."""
    for start, end in scene.cues("replacing", "shunning"):
        turned = end <= scene.start and _light(scene, end) and _alone(scene)
        bare = scene.words.tables.has("bare negations", scene.text[start:end].lower())
        if turned and (not bare or _contrast(scene, start)):
            return "replaced"
    return ""


def _contrast(scene: _Scene, start: int) -> bool:
    """Whether a bare *not* sets two words against each other."""
    lead = scene.text[scene.begin : start].rstrip()
    tables = scene.words.tables
    if not lead or lead[-1] in ",(-\u2014:" or tables.has("before a contrast", lead.split()[-1].lower()):
        return True
    return any(tables.has("sets against", each.text) for each in words(scene.after))


def _unsaid(scene: _Scene) -> str:
    """Never say X; nobody calls them X; we used to write X; others say X."""
    turns = scene.cues("negation", "once", "others")
    for start, end in scene.cues("speech", "calling", "using", "employing"):
        turned = any(first < start and not _broken(scene.text[first:start]) for first, _ in turns)
        if end <= scene.start and turned and _light(scene, end, start):
            return "rejected"
    return ""


def _light(scene: _Scene, end: int, verb: int = -1) -> bool:
    """Whether only small words, lists and (behind *call*) people stand between a cue and the occurrence."""
    between = scene.text[end : scene.start]
    if any(mark in between for mark in ".;!?\u2014"):
        return False
    said = [each.text for each in words(between)]
    heavy = [word for word in said if not scene.words.tables.has("light words", word)]
    people = any(scene.words.tables.has("whom", word) for word in heavy)
    lists = 2 * (between.count(",") + between.count("/") + sum(scene.words.tables.has("joins a list", word) for word in said))
    if verb < 0:
        return len(heavy) <= lists
    kind = {name for name, found in _cues(scene.words, scene.text[verb:end]).items() if found}
    if "speech" in kind and len(heavy) <= lists and _alone(scene):
        return True
    second = bool(heavy) and said[-1] != heavy[-1] and scene.words.tables.has("articles", said[-1])
    if "calling" in kind and (people or second) and len(heavy) <= 3 + lists:
        return True
    named = any(scene.words.tables.has("nouns for words", word) for word in said)
    return ("employing" in kind or ("using" in kind and named)) and len(heavy) <= lists and _alone(scene)


def _alone(scene: _Scene) -> bool:
    """Whether nothing hangs on the occurrence: the sentence ends, a mark or a small word follows."""
    after = scene.after
    if after[:2].lower() in ("'s", "' "):
        return False
    following = words(after.lstrip(" \"')*"))[:1]
    clean = after.lstrip(" \"')*")
    return not clean or not clean[0].isalnum() or not following or scene.words.tables.has("after a word alone", following[0].text)


def _broken(between: str) -> bool:
    return any(mark in _BREAKS for mark in between) or len(between.split()) > 6


def _clause_start(scene: _Scene) -> int:
    begin = scene.begin
    for each in words(scene.before):
        place = scene.begin + each.start
        lead = scene.text[begin:place].rstrip()
        ended = lead.endswith((";", "\u2014", " -", ":")) or (lead.endswith(",") and scene.words.tables.has("clause openers", each.text))
        if ended or scene.words.tables.has("sets against", each.text):
            begin = place
    return begin


def _endorsed(scene: _Scene) -> bool:
    negations = scene.cues("negation")
    return any(
        not any(first <= start and not _broken(scene.text[last:start]) for first, last in negations if first >= scene.begin)
        for start, _ in scene.cues("endorsing")
    )


def _meant(scene: _Scene, block: Block) -> bool:
    """Whether a quotation is to be taken at its word: a script to be said, or a motto."""
    if _endorsed(scene):
        return True
    said = [end for start, end in scene.cues("instructing") if end <= scene.start and len(scene.text[end : scene.start].split()) <= 5]
    if said and not any(start < max(said) for start, _ in scene.cues("negation", "once", "others")) and _present(scene):
        return True
    head = (block.column or block.intro or (block.headings[-1] if block.headings else "")).strip(" :.").lower()
    return not scene.before.strip(" -*") and scene.words.tables.has("instructing headings", head)


def _present(scene: _Scene) -> bool:
    """Whether the verb before a quotation tells us to say it (say, we say) and does not report that others do (said, people say)."""
    for start, end in scene.cues("instructing"):
        if end <= scene.start and scene.words.tables.has("instructing", scene.text[start:end].lower()):
            lead = scene.text[scene.begin : start]
            before = words(lead)[-1:]
            if not before or not lead.rstrip()[-1].isalnum() or scene.words.tables.has("before an instruction", before[0].text):
                return True
    return False


def _spoken_of(scene: _Scene) -> str:
    for _, end in scene.cues("speaks of a word"):
        if end <= scene.start and not [
            word for word in words(scene.text[end : scene.start]) if not scene.words.tables.has("before a word that is named", word.text)
        ]:
            return "spoken of"
    return ""

"""How long a profile of 2,000 lines takes to be read and checked. `python -m benchmarks.reading FILE` prints the seconds."""

import sys
import time
from itertools import count
from pathlib import Path

LINES = 2_000
ROLES = ("guide", "host", "keeper", "mender")


def make_profile(lines: int = LINES) -> str:
    """A valid profile with at least this many lines: roles, facts, values, measures, terms and guarantees that refer to each other."""
    text = _head()
    for number in count():
        if text.count("\n") >= lines:
            return text
        text += _guarantee(number)
    raise AssertionError


def _head() -> str:
    roles = "".join(f"  {role}:\n    title: The {role}\n" for role in ROLES)
    return (
        "organisation:\n  name: Harbour House Hotels\n  short-name: Harbour House\n  calls-customers: {one: guest, many: guests}\n"
        f"roles:\n{roles}facts:\n  desk-limit: AED 400 per stay\n  answer-time: 20 minutes\n"
        "values:\n  - id: warmth\n    name: Warmth\n    means: Every guest feels expected.\nguarantees:\n"
    )


def _guarantee(number: int) -> str:
    role = ROLES[number % len(ROLES)]
    return f"""\
  - id: promise-{number}
    name: Promise {number}
    promise: We answer letter {number} within {{answer-time}}, or {{role.{role}}} calls you.
    plain: The letter is read, answered and filed by {{us}}; the {{customer}} need not ask twice.
    unless:
      - The letter came on a day on which we are closed.
      - It names nobody who could be answered.
    trigger: A letter {number} is not answered in time
    clock:
      from: The letter arrives
      until: The answer leaves
      limit: 20 minutes
      kind: calendar
    remedy:
      what: A call by the {{role.{role}}}
      worth: AED 300 per stay
      cap: "{{desk-limit}}"
      given: without being asked
    words:
      - We promised you an answer and it is late. I am sorry.
    claim-within: 7 days
    who-may-give: {{role: {role}, up-to: "{{desk-limit}}"}}
    owner: {role}
    review-by: 2027-03-31
    values: [warmth]
"""


def measure(file: Path) -> float:
    """Seconds from text to a checked profile, in this process, nothing read before."""
    from handbook.located import Lines, read_yaml
    from handbook.reading import Notes, read_profile
    from handbook.references import check

    text = file.read_text(encoding="utf-8")
    started = time.perf_counter()
    root, troubles = read_yaml(text, file.name)
    assert isinstance(root, Lines), troubles
    notes = Notes()
    read_profile(root, notes)
    found = [*notes.findings, *check(notes, frozenset())]
    seconds = time.perf_counter() - started
    assert not found, found
    return seconds


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])))

"""English words that search needs to know: pure data, used by the index and the search worker.

Patterns mean the same in Python's ``re`` and in JavaScript; ``$1`` in a replacement is the first group.
"""

from __future__ import annotations

STOP_WORDS = (
    "a about all am an and any are as at be been but by can could d did do does doing don't for from get got had has"
    " have having he her him his how i i'd i'm if in into is it its it's let ll many may me might much must my need of"
    " on or our please shall she should so some such tell than that the their them then there these they this those to"
    " too us ve want was we were what what's when where which while who whom who's why will with would you your"
)
"""Words a question is full of and no page is found by, in one line."""

FAMILIES = (
    "ask asked|begin began begun|break broke broken|bring brought|buy bought|catch caught|child children"
    "|choose chose chosen choice|come came|complain complaint complaints|customer customers|deal dealt"
    "|decide decision decisions|do done|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feel felt"
    "|find found|foot feet|forget forgot forgotten|give gave given|go went gone|hear heard|hide hid hidden|hold held"
    "|keep kept|know knew known|lead led|leave left|lose lost loss losses|make made|man men|mean meant|meet met"
    "|noise noisy noises|pay paid payment payments|permit permission|person people|ring rang rung|run ran|say said|see saw seen|sell sold"
    "|send sent|sleep slept|speak spoke spoken speech|spend spent|stand stood|steal stole stolen|take took taken"
    "|teach taught|tell told|think thought|tooth teeth|understand understood|wake woke woken|wear wore worn|win won"
    "|woman women|write wrote written"
)
"""Forms no rule reaches: each group is led by the word the others are read as."""

SPELLING = (
    (r"^(.{3,})is(e[drs]?|ers|ing|ations?|able)$", "$1iz$2"),
    (r"^(anal|paral|catal)ys(e[drs]?|ing)$", "$1yz$2"),
    (r"^(.{3,})our(s|ed|er|ers|ing|ites?|able|al|hood|ful|less|y|ly)?$", "$1or$2"),
    (r"^(cent|theat|met|lit|fib)re([sd]?)$", "$1er$2"),
    (r"^(.{3,}l)ogue(s?)$", "$1og$2"),
    (r"^(lic|def|off)ence(s?)$", "$1ense$2"),
    (r"^practis(.*)$", "practic$1"),
    (r"^enquir(.*)$", "inquir$1"),
    (r"^programme(.*)$", "program$1"),
    (r"^grey(.*)$", "gray$1"),
    (r"^jeweller(.*)$", "jewelr$1"),
    (r"^(fulfi|enro|insta)l(ment.*|s)?$", "$1ll$2"),
    (r"^cheque(.*)$", "check$1"),
    (r"^tyre(.*)$", "tire$1"),
)
"""British spelling and the American it is read as. For matching only: "promise" is read as "promize" on both sides."""

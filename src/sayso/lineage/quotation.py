"""Which stretches of a text are somebody's words: in quotation marks, posts with their signature, turns of a talk."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.lineage.shingles import Ranges

LONGEST = 3000  # code points; a mark that is not closed by then opened nothing
FEWEST_ALTERNATING = 4  # paragraphs in which two labels each stand twice
FEWEST_TURNS = 3  # of a talk; fewer colons make none
LONGEST_POST = 1200  # code points of the paragraphs that stand before a signature
CLOSING = {"“": "”“", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "”": "”", '"': '"'}
BEFORE = "([—–-"  # what stands before words that begin
_MARK = re.compile('["“”„‟«»「」『』]|\\n\\s*+')
# "— Name (@handle) Month 5, 2031" or the like, as a post is signed where a page shows it.
_SIGNATURE = re.compile(
    r"(?:[—–]|(?<!\S)--?(?=\s))[ \t]*+[^\n@()]{1,60}+\(@\w{1,40}+\)"
    r"(?:[^\n()]{0,20}?(?<!\d)(?:19|20)\d\d(?!\d)|(?=[ \t]*+(?:\n|$)))"
)
_DASH = re.compile(r"[—–-]")
_NEAR = 64  # code points before a handle in which its signature begins, as `_SIGNATURE` has it
_CAPITALS = re.compile(r"(?<!\w)(?:[^\W\d_a-z]{2,30}+\.?(?: [^\W\d_a-z]{2,30}+\.?){0,3}|[QA]):(?= )")
LONGEST_LABEL = 39  # code points of what may name a speaker before a colon
_LABEL = re.compile(r"\s*+([^\W\d_][^\n\d:：.!?\"“”«»„,;()]{0,38})[:：](?=\s*+\S)")
_LABEL_WORDS = 4


def quoted_ranges(text: str) -> Ranges:
    """Where somebody's words begin and end, marks included, in order and apart."""
    return with_posts_and_turns(_marked(text), text)


def with_posts_and_turns(marked: Iterable[tuple[int, int]], text: str, *, turns: bool = True) -> Ranges:
    """The same, given what stands in quotation marks, and whether there may be turns of a talk."""
    return _joined([*marked, *_posts(text), *(_turns(text) if turns else ())])


def _joined(ranges: list[tuple[int, int]]) -> Ranges:
    joined: list[tuple[int, int]] = []
    ranges.sort()
    for start, end in ranges:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Words in quotation marks, in whatever marks the language uses.

    A quotation that its paragraph does not close goes on over the next ones if the next mark closes it. Else it is
    read as ending with its paragraph, as in a speech in which each paragraph is opened anew.
    """
    opened: tuple[int, str] | None = None
    for found, after in _with_next_mark(text):
        mark, at = found.group(), found.start()
        if opened and (mark in CLOSING[opened[1]] or mark[0] == "\n"):
            if mark[0] == "\n" and after and after.start() - opened[0] <= LONGEST and _closes(after, opened[1], text):
                continue
            if at - opened[0] <= LONGEST:
                yield opened[0], at + (mark[0] != "\n")
            opened = None
        elif not opened and mark in CLOSING:
            opened = (at, mark)
    if opened and len(text) - opened[0] <= LONGEST:
        yield opened[0], len(text)


def _with_next_mark(text: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Marks and paragraph ends, each with the first mark after it that is no paragraph end."""
    ends: list[re.Match[str]] = []
    for found in _MARK.finditer(text):
        if found.group()[0] == "\n":
            ends.append(found)
            continue
        yield from ((end, found) for end in ends)
        ends.clear()
        yield found, None
    yield from ((end, None) for end in ends)


def _closes(mark: re.Match[str], opening: str, text: str) -> bool:
    """Whether a mark stands where words end: behind one, and not before one."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark.group() in CLOSING[opening] and not before.isspace() and before not in BEFORE and not after.isalnum()


def _posts(text: str) -> Iterator[tuple[int, int]]:
    """Posts, each from the start of its paragraph or the end of the post before, to its signature."""
    end = 0
    for found in _signatures(text):
        start = max(end, text.rfind("\n", end, found.start()) + 1)
        if not text[start : found.start()].strip():  # signed on a line of its own: the paragraph before
            above = start
            while above > end and text[above - 1].isspace():
                above -= 1
            start = max(end, text.rfind("\n", end, above) + 1)
        end = found.end()
        if end - start <= LONGEST_POST:
            yield start, end


def _signatures(text: str) -> Iterator[re.Match[str]]:
    """Signatures in order, sought only where one may be: from a dash to a handle near behind it."""
    at, end = text.find("(@"), 0
    while at >= 0:
        dashes = (dash.start() for dash in _DASH.finditer(text, max(end, at - _NEAR), at))
        found = next(filter(None, (_SIGNATURE.match(text, dash) for dash in dashes)), None)
        if found is not None:
            yield found
            end = found.end()
        at = text.find("(@", max(at + 1, end))


def _turns(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs of a talk or transcript that name their speakers.

    Three turns of two speakers in capitals in one paragraph; or paragraphs that begin with short labels, of which two
    come again. Of 4,000 articles of AllSides 42 have such; a few are lists of myths and facts or of winners.
    """
    labelled: list[tuple[str, int, int]] = []
    paragraphs = list(_with_colon(text))
    may_alternate = len(paragraphs) >= FEWEST_ALTERNATING
    for start, end in paragraphs:
        several = text.count(": ", start, end) >= FEWEST_TURNS
        names = [name for name in _CAPITALS.finditer(text, start, end) if name.group().isupper()] if several else []
        if len(names) >= FEWEST_TURNS and len({name.group() for name in names}) > 1:
            yield names[0].start(), end
        label = _LABEL.match(text, start, end) if may_alternate else None
        if label and _is_label(label[1]):
            labelled.append((label[1].strip(), start, end))
    again = {label for label, count in Counter(label for label, _, _ in labelled).items() if count > 1}
    if len(again) > 1:
        yield from ((start, end) for label, start, end in labelled if label in again)


def _with_colon(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that have a colon, where there are colons enough; most have none."""
    wide = "：" in text
    if text.count(":") + (text.count("：") if wide else 0) < FEWEST_TURNS:
        return
    end = 0
    while True:
        found = [at for at in (text.find(":", end), text.find("：", end) if wide else -1) if at >= 0]
        if not found:
            return
        start = text.rfind("\n", end, min(found)) + 1 or end
        end = text.find("\n", min(found))
        end = len(text) if end < 0 else end
        yield start, end


def _is_label(name: str) -> bool:
    """Whether it may be a speaker's name: a few words that do not begin in lower case."""
    words = name.split()
    return len(words) <= _LABEL_WORDS and not any(word[0].islower() and len(word) > 3 for word in words)


def quoted_share(ranges: Ranges, start: int, end: int) -> float:
    """How much of `[start, end)` lies inside `ranges`, which are in order: 0 to 1."""
    inside = 0
    for at in range(max(0, bisect_right(ranges, (start, start)) - 1), len(ranges)):
        low, high = ranges[at]
        if low >= end:
            break
        if high > start:
            inside += (high if high < end else end) - (low if low > start else start)
    return inside / (end - start) if end > start else 0.0

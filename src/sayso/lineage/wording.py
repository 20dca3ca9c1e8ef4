"""What a change of wording changes: a number, a name, a hedge, whose word it is, or only the words.

Read off the words that the two versions do not share, with the word lists that the reading of certainty and of
attribution goes by. In a language without such lists only numbers, names and wording are told.
"""

import difflib
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from sayso import lexicon

MOST_WORDS, MOST_CHARS = 400, 6_000  # of a text; in a longer one what changed is told by coverage
MOST_TOLD = 4  # changes of one kind in one text
TITLE_CASE = 0.6  # share of the longer words that have a capital, from which capitals tell no names
STEM, ENDING = 4, 3  # letters: two names that share so many and differ in so few at the end are one, inflected
TAIL = 48  # code points after the last colon or dash of a headline in which its source may stand
TAIL_WORDS = 4  # of such a source
KEPT = 0.6  # share of the words of the shorter headline that stand in both, from which it is one sentence changed
PAIRED = 3  # words of a stretch in which one name may have taken the place of another
PASSAGE = 6  # words from which a stretch that only one of two versions has is told for itself
SHOWN = 80  # code points of a stretch that is quoted

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"(?:[.!?…:;|–—]|\s-)\W*$|[\"“„«‘']$")
_TAIL = re.compile(rf"(?:\s[–—-]\s?|[:：]\s*)(?P<who>[^:：–—]{{2,{TAIL}}})$")
_GLUED = re.compile(r"\w-(?P<who>\w+)$")  # as agencies set it: "Norlex seeks to buy Halden Steel-sources"
_LEAD = re.compile(rf"^(?P<who>[^:：]{{2,{TAIL}}})[:：]\s")
_QUOTES = "\"“„«'‘”’»"
_QUOTED = re.compile("^[\"“„«'‘].{2,40}[\"”“»'’]$")
STEMS = "possible"  # whose stems ("suspect*") hedge what they govern; in headlines most are nouns that govern nothing
_HEDGING = ("possible", "probable", "hearsay", "modal", "unlikely", "doubt", "unknown")
_ALL_NOUNS = frozenset({"de", "lb"})  # languages that write every noun with a capital
_INFLECTED = frozenset(
    {"be", "bg", "bs", "cs", "el", "et", "fi", "hr", "hu", "lt", "lv", "mk", "pl", "ru", "sk", "sl", "sr", "uk"}
)
_NEVER = re.compile(r"(?!)")


class Change(NamedTuple):
    """A code for machines, and what stood before and stands after; one of the two is None where it was not there."""

    code: str
    before: str | None
    after: str | None


class _Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int
    opens: bool  # a sentence, so that a capital says nothing


_Side = tuple[str, tuple[_Token, ...]]
"""A text and its tokens."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of one language."""

    hedges: re.Pattern[str]
    denials: frozenset[str]
    no_hedges: re.Pattern[str]
    says: re.Pattern[str]
    sources: frozenset[str]
    numbers: dict[str, str]
    inflected: bool


@functools.cache
def _words(language: str) -> _Words:
    code = language.partition("-")[0]
    groups = _tables("certainty", code).get("groups", {})
    cues, nouns = _tables("cues", code), _tables("source_nouns", code).get("nouns", {})
    markers = cues.get("markers", {})
    telling = [*cues.get("verbs", {}).get("say", ()), *markers.get("before", ())]
    counts = _tables("numbers", code)
    numbers = {form: value for value, forms in counts.get("cardinals", {}).items() if value != "1" for form in forms}
    vague = {form: form for entry in counts.get("vague", ()) for form in entry["forms"] if " " not in form}
    return _Words(
        hedges=_pattern(
            form for group in _HEDGING for form in groups.get(group, ()) if group != STEMS or "*" not in form
        ),
        denials=frozenset(groups.get("negation", ())),
        no_hedges=_pattern(groups.get("plain", ())),
        says=_pattern(said for form in telling for said in lexicon.spellings(form)),
        sources=frozenset(
            said.casefold() for forms in nouns.values() for form in forms for said in lexicon.spellings(form)
        ),
        numbers={**numbers, **vague},  # without "one", which is a pronoun or an article in most languages
        inflected=code in _INFLECTED,
    )


def _tables(what: str, code: str) -> dict[str, Any]:
    return dict(lexicon.load(what, code).tables) if code in lexicon.languages(what) else {}


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words; a trailing * is any ending."""
    ordered = sorted({form.casefold() for form in forms if form}, key=lambda form: (-len(form), form))
    parts = (re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for form in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if ordered else _NEVER


def changes(before: str, after: str, language: str, names: frozenset[str]) -> list[Change]:
    """What changed from `before` to `after`, two versions of one headline or brief text, in that order of kinds.

    Codes: number_, name_, negation_, hedge_, attribution_, question_ with changed, gained or lost; then, where none of
    these was found, reworded, or respelled where only capitals, spaces and punctuation differ. Empty where nothing
    differs or a text is longer than `MOST_WORDS` or `MOST_CHARS`. `names` are words, in lower case, known as names (see
    `names_in`).
    """
    if max(len(before), len(after)) > MOST_CHARS:
        return []
    before, after = " ".join(before.split()), " ".join(after.split())
    old, new = tuple(_tokens(before)), tuple(_tokens(after))
    if before == after or max(len(old), len(new)) > MOST_WORDS:
        return []
    if "".join(token.low for token in old) == "".join(token.low for token in new):
        return [Change("respelled", before, after)]
    words = _words(language)
    found = [
        *_numbers((before, old), (after, new), words),
        *_names((before, old), (after, new), words, names),
        *_negations((before, old), (after, new), words),
        *_hedges(before, after, words),
        *_attribution((before, old), (after, new), words),
    ]
    return found or [_reworded(before, after, old, new)]


def passages(before: str, after: str) -> list[Change]:
    """Longer stretches of a text that were taken out or put in, as they stand there: passage_lost, passage_gained."""
    if max(len(before), len(after)) > MOST_CHARS:
        return []
    old, new = _tokens(before), _tokens(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return []
    made = []
    for lost, gained in _stretches(old, new):
        if len(lost) >= PASSAGE and len(gained) <= PAIRED:
            made.append(Change("passage_lost", _cut(before, lost), None))
        if len(gained) >= PASSAGE and len(lost) <= PAIRED:
            made.append(Change("passage_gained", None, _cut(after, gained)))
    return made[:MOST_TOLD]


def names_in(text: str, language: str) -> frozenset[str]:
    """The words, in lower case, that stand with a capital inside a sentence; none where nearly all words have one.

    Where every noun has a capital only those that stand beside another one: "Agentur Halyard", not "Angaben".
    """
    tokens = _tokens(text)
    long = [token for token in tokens if len(token.text) >= STEM and not token.opens]
    all_nouns = language.partition("-")[0] in _ALL_NOUNS
    if not long or (not all_nouns and sum(token.text[0].isupper() for token in long) > TITLE_CASE * len(long)):
        return frozenset()
    capitals = [token for token in tokens if _is_capital(token) and not token.opens]
    if all_nouns:
        beside = [(a, b) for a, b in pairwise(capitals) if a.end + 1 == b.start and text[a.end].isspace()]
        capitals = [token for pair in beside for token in pair]
    return frozenset(token.low for token in capitals)


def is_figure(word: str, language: str) -> bool:
    """Whether the word gives a number, in figures or in words; "one" does not."""
    return word[:1].isdigit() or word.casefold() in _words(language).numbers


def _is_capital(token: _Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1


def _tokens(text: str) -> list[_Token]:
    made, end = list[_Token](), 0
    for match in TOKEN.finditer(text):
        opens = not made or _ENDS.search(text, end, match.start()) is not None
        made.append(
            _Token(match.group(), match.group().casefold().replace("’", "'"), match.start(), match.end(), opens)
        )
        end = match.end()
    return made


def _stretches(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[tuple[Sequence[_Token], Sequence[_Token]]]:
    """The stretches that differ, in order."""
    matcher = difflib.SequenceMatcher(None, [token.low for token in old], [token.low for token in new], autojunk=False)
    for tag, low, high, other_low, other_high in matcher.get_opcodes():
        if tag != "equal":
            yield old[low:high], new[other_low:other_high]


def _paired(kind: str, stretches: Iterable[tuple[Sequence[str], Sequence[str], bool]]) -> list[Change]:
    """Changes out of what each stretch lost and gained, as printed; `paired` where the one may stand for the other."""
    made: list[Change] = []
    for lost, gained, paired in stretches:
        if paired and len(lost) == len(gained):
            made += (Change(f"{kind}_changed", one, other) for one, other in zip(lost, gained, strict=True))
            continue
        made += (Change(f"{kind}_lost", one, None) for one in lost)
        made += (Change(f"{kind}_gained", None, one) for one in gained)
    return made[:MOST_TOLD]


def _printed(text: str, tokens: Sequence[_Token], chosen: Sequence[_Token]) -> list[str]:
    """What is `chosen` of the `tokens`, each run of neighbours as it stands in the text."""
    wanted = {token.start for token in chosen}
    runs = (list(run) for is_in, run in groupby(tokens, key=lambda token: token.start in wanted) if is_in)
    return [text[run[0].start : run[-1].end] for run in runs]


def _numbers(before: _Side, after: _Side, words: _Words) -> list[Change]:
    sides = {side: _figures(side[1], words) for side in (before, after)}

    def other(side: _Side, stretch: Sequence[_Token], there: _Side) -> list[str]:
        within = {token.start for token in stretch}
        found = [
            (value, tokens) for value, tokens in sides[side] if tokens[0].start in within or tokens[-1].start in within
        ]
        known = {value for value, _ in sides[there]}
        return [side[0][tokens[0].start : tokens[-1].end] for value, tokens in found if value not in known]

    return _paired(
        "number",
        (
            (other(before, lost, after), other(after, gained, before), True)
            for lost, gained in _stretches(before[1], after[1])
        ),
    )


def _figures(tokens: Sequence[_Token], words: _Words) -> list[tuple[str, Sequence[_Token]]]:
    """The numbers of a text with what gives them: "twenty-three" is one, and the same as "23"."""
    found: list[tuple[str, Sequence[_Token]]] = []
    for token in tokens:
        value = _number(token, words)
        if value is None:
            continue
        last = found[-1] if found else None
        if last and last[1][-1].end + 1 == token.start and _is_tens_and_one(last[0], value, last[1][-1], token):
            found[-1] = (str(int(last[0]) + int(value)), (*last[1], token))
        else:
            found.append((value, (token,)))
    return found


def _is_tens_and_one(tens: str, one: str, *tokens: _Token) -> bool:
    written = not any(token.text[0].isdigit() for token in tokens)
    return written and tens.isdecimal() and one.isdecimal() and int(tens) in range(20, 100, 10) and 0 < int(one) < 10


def _number(token: _Token, words: _Words) -> str | None:
    if token.text[0].isdigit():
        return re.sub(r"[.,](?=\d{3}(?:\D|$))", "", token.text)
    return words.numbers.get(token.low)


def _names(before: _Side, after: _Side, words: _Words, known: frozenset[str]) -> list[Change]:
    def other(side: _Side, stretch: Sequence[_Token], there: Sequence[_Token]) -> list[str]:
        mine = [
            token for token in stretch if _is_capital(token) and token.low in known and token.low not in words.numbers
        ]
        new = [token for token in mine if not any(_is_same(token.low, one.low, words) for one in there)]
        return _printed(side[0], stretch, new)

    return _paired(
        "name",
        (
            (other(before, lost, after[1]), other(after, gained, before[1]), max(len(lost), len(gained)) <= PAIRED)
            for lost, gained in _stretches(before[1], after[1])
        ),
    )


def _negations(before: _Side, after: _Side, words: _Words) -> Iterator[Change]:
    """A "not" put in or taken out, with no more than a word or two, and nothing in its place."""
    for lost, gained in _stretches(before[1], after[1]):
        if lost and gained:
            continue
        side, stretch = (before, lost) if lost else (after, gained)
        denials = [token for token in stretch if token.low in words.denials]
        for one in _printed(side[0], stretch, denials) if len(stretch) <= PAIRED else ():
            yield Change("negation_lost", one, None) if lost else Change("negation_gained", None, one)


def _is_same(one: str, other: str, words: _Words) -> bool:
    one, other = one.removesuffix("'s"), other.removesuffix("'s")
    if one == other or not words.inflected:
        return one == other
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def _hedges(before: str, after: str, words: _Words) -> Iterator[Change]:
    yield from _one_sided("hedge", _hedging(before, words), _hedging(after, words))
    asked = [bool(re.search(r"[?？؟]", text)) for text in (before, after)]
    if asked[0] != asked[1]:
        yield Change(
            "question_lost" if asked[0] else "question_gained", "?" if asked[0] else None, "?" if asked[1] else None
        )


def _hedging(text: str, words: _Words) -> list[str]:
    low = text.casefold().replace("’", "'")
    plain = [match.span() for match in words.no_hedges.finditer(low)]
    found = (match for match in words.hedges.finditer(low) if not any(a <= match.start() < b for a, b in plain))
    kept = (match for match in found if not (re.match(r"\s+\d", low[match.end() :]) or _is_denied(match, low, words)))
    return _spelled(text, low, kept)


def _spelled(text: str, low: str, found: Iterable[re.Match[str]]) -> list[str]:
    """What was found in lower case as the text has it, each once."""
    source = text if len(text) == len(low) else low  # "ß" becomes two
    return list(dict.fromkeys(source[match.start() : match.end()] for match in found))


def _is_denied(match: re.Match[str], low: str, words: _Words) -> bool:
    """Whether "not" stands before: "nie może" is that something cannot be, no doubt about it."""
    before = low[: match.start()].split()
    return bool(before) and before[-1].strip("\"“„«'‘,") in words.denials


def _one_sided(kind: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """What only one of the two has; nothing where each has some of its own, for one may stand for the other."""
    there = [{one.casefold() for one in side} for side in (old, new)]
    lost = [one for one in old if one.casefold() not in there[1]]
    gained = [one for one in new if one.casefold() not in there[0]]
    if bool(lost) != bool(gained):
        yield from (Change(f"{kind}_lost", one, None) for one in lost[:MOST_TOLD])
        yield from (Change(f"{kind}_gained", None, one) for one in gained[:MOST_TOLD])


def _attribution(before: _Side, after: _Side, words: _Words) -> Iterator[Change]:
    """Whose word it is said to be, in one of the two only, where the rest of the sentence stayed.

    Verbs of telling are everyday words: in a headline written anew one more or less says nothing.
    """
    old, new = ([token.low for token in tokens] for _, tokens in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    if kept < KEPT * min(len(old), len(new)) or all(map(_LEAD.match, (before[0], after[0]))):
        return
    yield from _one_sided("attribution", _telling(before[0], words), _telling(after[0], words))


def _telling(text: str, words: _Words) -> list[str]:
    """The words that show a text to be somebody's: verbs of telling, "according to", ": officials", "“Herald”: …"."""
    low = text.casefold().replace("’", "'")
    found = _spelled(text, low, words.says.finditer(low))
    for pattern in (_TAIL, _GLUED, _LEAD):
        place = pattern.search(text)
        if place and _is_source(place["who"], words, quoted=pattern is _LEAD):
            found.append(place["who"])
    return list(dict.fromkeys(found))


def _is_source(who: str, words: _Words, *, quoted: bool) -> bool:
    """Whether a few words say who tells: "officials", "Harbour Office sources"; a quoted name where `quoted`."""
    if quoted and _QUOTED.match(who):
        return True
    tokens = _tokens(who)
    is_label = len(tokens) == 1 and tokens[0].low in lexicon.load("datelines").tables["dateline"]["not_places"]
    names_source = any(token.low in words.sources for token in tokens)
    return len(tokens) <= TAIL_WORDS and names_source and not is_label and who[0] not in _QUOTES


def _reworded(before: str, after: str, old: Sequence[_Token], new: Sequence[_Token]) -> Change:
    """The first stretch that differs, as it stands in both."""
    lost, gained = next(iter(_stretches(old, new)))
    return Change("reworded", _cut(before, lost), _cut(after, gained))


def _cut(text: str, stretch: Sequence[_Token]) -> str | None:
    if not stretch:
        return None
    words = " ".join(text[stretch[0].start : stretch[-1].end].split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"

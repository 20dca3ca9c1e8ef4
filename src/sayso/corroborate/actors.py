"""Who did it, as a mention tells: the subject of "shot down", the agent of "was shot down by", in eleven languages.

Without a parser: whoever acts stands where its language puts a subject or an agent. "The Norwegian army" and "Norway"
are one actor, "Norwegian rebels" another; what is only said of a thing ("a Norwegian drone") acts in nothing.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.corroborate.country_names import is_country_name, places
from sayso.corroborate.terms import Found, Terms
from sayso.letters import IN_WORD
from sayso.phrases import folded

BY_STATE, AGAINST = "state", "against"
STATE = "state"  # the kind of a bare "Norway"
GROUP = "group"
STRIKE = "strike"  # what forces did it with
_WORD = re.compile(f"{IN_WORD}+")
_PARTS = re.compile(r"[,;:()—–.!?،؛。，；：！？]")
_NEAR = 6  # words between a verb and whoever acts
_BESIDE = 2  # words between forces and the state they are of
_LONGEST = 1500
_ADJECTIVES = {
    "ar": re.compile(r"(?:ي|ية|يه|يين|يون)$"),
    "en": re.compile(
        r"(?:ian|ean|ish|ese|(?<!vati)can|german|israeli|iraqi|pakistani|yemeni|saudi|qatari|emirati|kuwaiti|bangladeshi"
        r"|dutch|french|greek|swiss|czech|afghan)s?$",
        re.IGNORECASE,
    ),
}
_ACCUSATIVE = re.compile(r"[ęą]$")  # Polish: "Rosję" is no subject
_SUBJECT_FIRST = frozenset({"en", "fr", "es", "it", "tr"})
_SUBJECT_BEHIND = frozenset({"es", "it", "de", "ru", "uk", "pl", "ar"})  # may stand behind its verb
_EXACT = frozenset({"ru", "uk", "pl"})  # a subject is told from an object by its ending
_TURKISH_OF = re.compile(r"^['’]n?[iıuü]n")


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: a state (ISO 3166) where one is named, what kind of force, its side, and the words for it."""

    state: str
    kind: str
    side: str
    words: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a mention, folded too, and whether a mark stands before it."""

    raw: str
    low: str
    start: int
    parted: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """An actor and its words by place."""

    actor: Actor
    first: int
    last: int
    agent: bool  # in a form that stands only behind a passive
    subject: bool = True  # in a form that may be a subject


def relation(one: Actor, other: Actor) -> str:
    """Give "one" where the one may include the other, "other" where both cannot have done it alone, else "open"."""
    if one.side != other.side:
        return "other"
    if one.state and other.state:
        if one.state != other.state:
            return "other"
        state = {STATE, STRIKE} & {one.kind, other.kind} and GROUP not in {one.kind, other.kind}
        return "one" if one.kind == other.kind or bool(state) else "open"  # no group is its state
    return "one" if one.kind == other.kind else "open"


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    found, end = [], 0
    for match in _WORD.finditer(text[:_LONGEST]):
        parted = bool(_PARTS.search(text[end : match.start()]))
        found.append(Token(match.group(), folded(match.group()), match.start(), parted))
        end = match.end()
    return tuple(found)


@functools.cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return dict(lexicon.load("deeds").tables)


@functools.cache
def sides() -> dict[str, str]:
    """For each kind of actor its side."""
    return {kind: forms["side"] for kind, forms in _tables()["actors"].items()}


@functools.cache
def _kinds(language: str, *, agent: bool) -> Terms:
    key = f"{language}_by" if agent else language
    listed = ((kind, form) for kind, forms in _tables()["actors"].items() for form in forms.get(key, "").split("|"))
    return Terms.of(language, ((kind, form) for kind, form in listed if form))


@functools.cache
def words(table: str, language: str) -> frozenset[str]:
    """One list of small words of a language."""
    return frozenset(filter(None, str(_tables()[table].get(language, "")).split("|")))


def actors_in(text: str, tokens: Sequence[Token], language: str) -> list[Placed]:
    """Every force, group or state that a text names as a noun, in order."""
    lows = [token.low for token in tokens]
    states = _states(tokens)
    taken: set[int] = set()
    found: list[Placed] = []
    for agent in (False, True):
        for hit in sorted(_kinds(language, agent=agent).find(lows), key=_longest_first):
            first, last = min(hit.places), max(hit.places)
            if any(first <= at <= last for at in taken):
                continue
            taken |= set(range(first, last + 1))
            low, high, state = _with_state(tokens, states, first, last)
            if hit.concept == STRIKE and not state:
                continue
            taken |= set(range(low, high + 1))
            printed = text[tokens[low].start : tokens[high].start + len(tokens[high].raw)]
            found.append(Placed(Actor(state, hit.concept, sides()[hit.concept], printed), low, high, agent))
    for at, state in enumerate(states):
        longer = at + 1 < len(states) and states[at + 1] == state and not tokens[at + 1].parted
        if state and at not in taken and not longer and _is_noun(text, tokens, at, language):
            agent = language == "tr" and bool(_TURKISH_OF.match(text[tokens[at].start + len(tokens[at].raw) :]))
            subject = language not in _EXACT or (
                is_country_name(tokens[at].raw) and not _ACCUSATIVE.search(tokens[at].raw)
            )
            first = at - 1 if at and states[at - 1] == state and not tokens[at].parted else at
            printed = " ".join(token.raw for token in tokens[first : at + 1])
            found.append(Placed(Actor(state, STATE, BY_STATE, printed), first, at, agent, subject))
    return sorted(found, key=lambda placed: (placed.first, placed.last, placed.actor.kind))


def _longest_first(hit: Found) -> tuple[int, int, str]:
    return min(hit.places), -len(hit.places), hit.concept


@functools.lru_cache(maxsize=50_000)
def _state(word: str) -> str:
    named = places(word)
    return named[0][0] if len(named) == 1 else ""


def _states(tokens: Sequence[Token]) -> list[str]:
    """For each word the state it names, alone or with the next: "United States"."""
    states = [_state(token.raw) for token in tokens]
    for at in range(len(tokens) - 1):
        if not states[at] and not states[at + 1] and tokens[at].raw[:1].isupper() and not tokens[at + 1].parted:
            both = _state(f"{tokens[at].raw} {tokens[at + 1].raw}")
            if both:
                states[at] = states[at + 1] = both
    return states


def _with_state(tokens: Sequence[Token], states: Sequence[str], first: int, last: int) -> tuple[int, int, str]:
    """The words of forces with those of their state, where it stands beside them; an adjective before a name."""
    beside: list[tuple[int, bool, int]] = []
    for gap in range(1, _BESIDE + 1):
        before, behind = first - gap, last + gap
        if before >= 0 and states[before] and not any(t.parted for t in tokens[before + 1 : first + 1]):
            beside.append((gap, tokens[before].raw[:1].isupper(), before))
        if behind < len(tokens) and states[behind] and not any(t.parted for t in tokens[last + 1 : behind + 1]):
            beside.append((gap, tokens[behind].raw[:1].isupper(), behind))
    if not beside:
        return first, last, ""
    _, _, at = min(beside)
    low, high = min(first, at), max(last, at)
    while low and states[low - 1] == states[at] and not tokens[low].parted:
        low -= 1
    return low, high, states[at]


def _is_noun(text: str, tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether a word that names a state is its name, not an adjective or a genitive of it."""
    token = tokens[at]
    behind = text[token.start + len(token.raw) : token.start + len(token.raw) + 2]
    if language == "en" and behind in {"'s", "’s"}:
        return False
    if language in _ADJECTIVES and _ADJECTIVES[language].search(token.raw):
        return False
    return language == "ar" or token.raw[:1].isupper()


def subject_of(tokens: Sequence[Token], placed: Sequence[Placed], first: int, last: int, language: str) -> Actor | None:
    """Who acts by an active verb whose words are `first` to `last`."""
    start = next((at for at in range(first, 0, -1) if tokens[at].parted), 0)
    end = next((at for at in range(last + 1, len(tokens)) if tokens[at].parted), len(tokens))
    said = [p for p in placed if start <= p.first and p.last < end and not _is_led(tokens, p, language)]
    said = [p for p in said if p.subject and (language == "tr" or not p.agent)]
    ahead = [p for p in said if p.last < first and _reaches(tokens, p, first, language)]
    behind = [p for p in said if p.first > first and p.first - first <= _NEAR // 2 + (last > first)]
    if language == "ar" and behind:
        return behind[0].actor
    if ahead and (language in _SUBJECT_FIRST or language == "ar"):
        return ahead[-1].actor
    if ahead:
        return ahead[0].actor if language == "de" else ahead[-1].actor
    behind = [p for p in behind if p.actor.kind != STATE or language in _EXACT | {"de"}]
    return behind[0].actor if behind and language in _SUBJECT_BEHIND else None


def _reaches(tokens: Sequence[Token], placed: Placed, first: int, language: str) -> bool:
    """Whether an actor stands near enough before a verb; a bare state nearer: "the Norway trip"."""
    gap = first - placed.last - 1
    if language in {"tr", "de"}:
        return gap <= 2 * _NEAR
    if placed.actor.kind == STATE and language == "en":
        return all(token.low in words("between", "en") for token in tokens[placed.last + 1 : first])
    return gap <= _NEAR


_LEADS = {
    "en": "of|in|by|at|from|to|with|against|near|over|on|for|into",
    "de": "von|vom|in|im|aus|mit|gegen|bei|auf|an|über|nach|zu|für|durch|der|des",
    "fr": "de|du|des|d|en|au|aux|à|par|dans|contre|avec|sur|pour",
    "es": "de|del|en|por|a|al|contra|con|sobre|para|desde",
    "it": "di|del|della|dei|degli|in|da|dal|dalla|a|al|alla|contro|con|su|per|nel|nella",
    "pl": "w|we|z|ze|do|od|na|przez|przeciw|nad|pod|dla",
    "ru": "в|во|на|из|с|со|от|к|против|над|под|у|по|для|о",
    "uk": "в|у|на|з|із|від|до|проти|над|під|по|для|про",
    "ar": "في|من|على|إلى|ضد|مع|عن",
}


@functools.cache
def _leads(language: str) -> frozenset[str]:
    return frozenset(_LEADS.get(language, "").split("|"))


def _is_led(tokens: Sequence[Token], placed: Placed, language: str) -> bool:
    """Whether a preposition stands before an actor: "in Norway", "of the army"."""
    before = [tokens[at].low for at in range(max(0, placed.first - 2), placed.first) if not tokens[at + 1].parted]
    articles = {"the", "le", "la", "les", "l", "el", "los", "las", "il", "lo", "i", "gli", "den", "dem", "das", "die"}
    if before and before[-1] in articles:
        before.pop()
    opens = placed.first == 1 or (placed.first > 1 and tokens[placed.first - 1].parted)
    if language == "fr" and opens and before[-1:] in (["des"], ["du"]):
        return False  # "Des soldats ont tiré": an article
    return bool(before) and before[-1] in _leads(language)


def agent_of(tokens: Sequence[Token], placed: Sequence[Placed], first: int, last: int, language: str) -> Actor | None:
    """Who did it by a passive verb whose words are `first` to `last`."""
    low, high = max(0, first - 2 * _NEAR), min(len(tokens), last + 2 * _NEAR)
    for marker in _markers(tokens, low, high, language):
        if language == "tr":
            ahead = [p for p in placed if p.last < marker and marker - p.last <= _BESIDE]
            if ahead:
                return ahead[-1].actor
            continue
        behind = [p for p in placed if p.first > marker and p.first - marker <= _BESIDE + 1]
        if behind:
            return behind[0].actor
    if language in {"ru", "uk"}:
        near = [p for p in placed if p.agent and low <= p.first < high]
        return near[0].actor if near else None
    return None


def _markers(tokens: Sequence[Token], low: int, high: int, language: str) -> Iterator[int]:
    """The places of what stands before an agent, in Turkish behind it; of several words that of the last."""
    listed = [marker.split() for marker in words("agents", language)]
    for at in range(low, high):
        for marker in listed:
            if [token.low for token in tokens[at : at + len(marker)]] == marker:
                yield at + len(marker) - 1

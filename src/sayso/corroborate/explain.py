"""What a claim is shown as: the words of the member that says least, and in plain words why its members are one.

The first to appear may say more than the rest: "Seventeen dead in Tolmarian attack" over a claim of which half only
counts the dead puts blame on articles that do not blame. So the member speaks for all that adds least to what most say.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.corroborate import wording
from sayso.corroborate.agreement import NEUTRAL, Agreement, Rarity, agreement
from sayso.corroborate.concepts import adds, event_names, implications, thing_names
from sayso.corroborate.profile import Profile
from sayso.model import Reason

MOST_WORDS = 0.5  # share of weighted stems from which on two share most of their words
SHOWN = 6  # things that one reason lists
MOST = 0.5  # share of the members that state what counts as the claim's own
BESIDE = 0.1  # how much a word of its own counts beside a name or an event of its own
FOREIGN = 0.5  # how much a language that no other member has counts, in units of the rarest concept


def barest(members: Sequence[Profile], rarity: Rarity, eligible: Sequence[Profile] = ()) -> Profile:
    """The member that adds least to what most members state, and leaves out least of it; the earliest of equals.

    One of the `eligible`, where there are any.
    """
    stated = Counter(element for member in members for element in member.neutral)
    worded = Counter((member.language, stem) for member in members for stem in member.stem_set)
    spoken = Counter(member.language for member in members)
    core = {element for element, count in stated.items() if count >= MOST * len(members)}
    weights = rarity.weights(NEUTRAL)

    def away(member: Profile) -> float:
        off = math.fsum(weights.get(element, 0.0) for element in member.neutral ^ core)
        lone = spoken[member.language] == 1
        own = [s for s in member.stem_set if lone or worded[member.language, s] < MOST * spoken[member.language]]
        foreign = FOREIGN * rarity.most * (1 - spoken[member.language] / len(members))
        return off + foreign + BESIDE * math.fsum(rarity.weights(member.language).get(stem, 0.0) for stem in own)

    those = eligible or members
    best = min(those, key=lambda member: (round(away(member), 6), member.order))
    alike = [member for member in members if member.language == best.language]  # as far as the lists of events reach
    told = [member.neutral for member in alike]
    figures = {element for element in best.neutral if element[0] == "="}
    plain = [member for member in alike if not adds(member.neutral, told) and figures <= member.neutral]
    named = {member.id for member in those}
    plain = [member for member in plain if member.id in named] or plain
    return min(plain or [best], key=lambda member: (round(away(member), 6), member.order))


def why_one(centre: Profile, others: Sequence[Profile], rarity: Rarity) -> Iterator[Reason]:
    """What the members share with the one they were gathered around, most shared first, in words of the texts."""
    shared = [(other, agreement(centre, other, rarity)) for other in others]
    yield from _same_figures(centre, shared)
    yield from _same_names(centre, shared)
    worded = [(other, both) for other, both in shared if both.wording >= MOST_WORDS]
    if worded:
        words = Counter(word for _, both in worded for word in both.words)
        printed = _printed([centre, *(other for other, _ in worded)])
        ranked = sorted(words, key=lambda w: (-words[w], -len(w), w))
        shown = [way for w in ranked if (way := printed.get(w) or w[1:].replace("_", " ") * (w[0] == "+"))][:SHOWN]
        ids = (centre.id, *sorted(other.id for other, _ in worded))
        most = "share most of their words, or words of one meaning, among them"
        detail = f"{len(worded) + 1} mentions {most}: {', '.join(shown)}"
        yield Reason(code="same_words", detail=detail, evidence=ids)
    meant = [(other, both) for other, both in shared if both.wording < MOST_WORDS]
    yield from _same_subject(centre, meant)


def _listed(sharing: dict[str, set[str]]) -> list[tuple[str, set[str]]]:
    return sorted(sharing.items(), key=lambda item: (-len(item[1]), item[0]))[:SHOWN]


def _same_figures(centre: Profile, shared: Sequence[tuple[Profile, Agreement]]) -> Iterator[Reason]:
    labels = {figure.label for figure in centre.figures}
    sharing: dict[str, set[str]] = defaultdict(set)
    for other, both in shared:
        for label in both.anchors:
            if label in labels:
                sharing[label].add(other.id)
    for label, ids in _listed(sharing):
        detail = f"{len(ids) + 1} mentions state: {label}"
        yield Reason(code="same_figure", detail=detail, evidence=(centre.id, *sorted(ids)))


def _same_names(centre: Profile, shared: Sequence[tuple[Profile, Agreement]]) -> Iterator[Reason]:
    sharing: dict[str, set[str]] = defaultdict(set)
    texts = " ".join([centre.mention.span.exact, *(other.mention.span.exact for other, _ in shared)])
    for other, _ in shared:
        keys = [key for key in centre.names if key in other.names and _is_name(centre.names[key], texts)]
        keys += [key for key in centre.systems if key in other.systems]
        for key in keys:
            sharing[_readable(key, [centre, *(one for one, _ in shared)])].add(other.id)
    for name, ids in _listed(sharing):
        detail = f"{len(ids) + 1} mentions state: {name}"
        yield Reason(code="same_name", detail=detail, evidence=(centre.id, *sorted(ids)))


def _is_name(printed: str, texts: str) -> bool:
    """Whether it is printed as a name, and nowhere here as a plain word; scripts without capitals do not say."""
    if printed.lower() == printed.upper():
        return True
    return printed[:1].isupper() and printed.lower() not in texts


def _readable(key: str, members: Sequence[Profile]) -> str:
    """A name as a member prints it: in Latin letters where one does, the most frequent way, the shortest of equals."""
    ways = Counter(printed for member in members if (printed := member.names.get(key) or member.systems.get(key)))
    return min(ways, key=lambda way: (not way.isascii(), -ways[way], len(way), way))


def _same_subject(centre: Profile, shared: Sequence[tuple[Profile, Agreement]]) -> Iterator[Reason]:
    """The events and things that joined mentions of other words, mostly across languages."""
    implied = {other: event for event, other in implications()}
    counted: Counter[str] = Counter()
    ids = []
    for other, both in shared:
        told = {c for c in both.concepts if c in event_names() or c in thing_names()}
        told = {c for c in told if implied.get(c) not in told}
        counted.update(told)
        ids += [other.id] if told else []
    if counted:
        shown = sorted(counted, key=lambda concept: (-counted[concept], concept))[:SHOWN]
        detail = (
            f"{len(ids) + 1} mentions, in their own words, speak of: {', '.join(c.replace('_', ' ') for c in shown)}"
        )
        yield Reason(code="same_subject", detail=detail, evidence=(centre.id, *sorted(ids)))


def _printed(members: Iterable[Profile]) -> dict[str, str]:
    """For each stem the word it was cut from that stands most often in these mentions."""
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for member in members:
        for word in wording.words(member.mention.span.exact):
            ways[wording.stem(word, member.language)][word] += 1
    return {stem: min(found, key=lambda word: (-found[word], len(word), word)) for stem, found in ways.items()}

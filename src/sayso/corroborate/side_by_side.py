"""Claims that answer one question: in conflict where a network finds their answers to differ, else side by side.

"The sirens were sounded", "no one heard a siren": what a case is about is often told by no figure and in no words that
lists know. A network says of each statement which question it answers (`sayso.networks.questions`); another reads two
of one question together and says how likely their answers differ (`sayso.networks.answers`). Where it is not sure,
nothing is said of whether one excludes the other.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import numpy as np

from sayso.corroborate.agreement import Rarity
from sayso.corroborate.linkage import Hundredths, average_linkage, cosines, in_steps
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile
from sayso.corroborate.quoted import clip
from sayso.corroborate.rival_answers import READ, Answer, Rivals, articles
from sayso.corroborate.same_statement import Sharing, chances_of
from sayso.model import AccountValue, Claim, Contradiction, Reason
from sayso.networks.statements import directions
from sayso.vocab import Aspect, Difference, Mode

MOST: Final = 2_000  # claims, those of most articles
ALIKE: Final = 65  # hundredths of a cosine: of claims so near 87 of 100 pairs have a question in common, from 60 on 82
MOST_ANSWERS: Final = 6  # claims of one question; a larger group is a topic
ONE: Final = 0.25  # the mean chance from which on two claims are shown as one answer


def side_by_side(
    profiles: Sequence[Profile], rarity: Rarity, claims: Sequence[Claim], told: Sequence[Contradiction]
) -> Iterator[Contradiction]:
    """The answers to each question that has several; not where `told` sets two of them against each other already."""
    answers = _answers(profiles, claims)
    if not answers:
        return
    near = _near(answers)
    rivals = Rivals(answers, near)
    known = [[set(value.mention_ids) for value in record.values] for record in told]
    groups = [(group, True) for group in rivals.groups(MOST_ANSWERS)]
    groups += [(group, False) for group in average_linkage(near, ALIKE) if 1 < len(group) <= MOST_ANSWERS]
    kept = [(group, sure) for group, sure in groups if _is_of_several([answers[at] for at in group])]
    nearness = Nearness(list({one.id: one for group, _ in kept for at in group for one in answers[at][:READ]}.values()))
    for group, sure in kept:
        if _is_told([answers[at] for at in group], known):
            continue
        joined = _joined(group, answers, rivals, rarity, nearness)
        together = [sorted((one for at in side for one in answers[at]), key=lambda one: one.order) for side in joined]
        if len(together) < 2 or not _is_of_several(together) or not (sure or rivals.of_one_question(joined)):
            continue
        record = _conflict(together) if sure else _undecided(together)
        known.append([set(value.mention_ids) for value in record.values])
        yield record


def _answers(profiles: Sequence[Profile], claims: Sequence[Claim]) -> list[Answer]:
    """What the claims state that may answer a question, those of most articles."""
    by_id = {profile.id: profile for profile in profiles}
    found = [[by_id[one] for one in claim.mention_ids if one in by_id] for claim in claims]
    found = [[one for one in answer if one.mode is not Mode.QUESTION] for answer in found]
    kept = [sorted(answer, key=lambda one: one.order) for answer in found if answer]
    return sorted(kept, key=lambda answer: (-articles(answer), answer[0].order))[:MOST]


def _near(answers: Sequence[Answer]) -> Hundredths:
    """How near the questions of each two answers are, in the mean of their mentions (answers, answers)."""
    vectors = directions([one.mention.span.exact for answer in answers for one in answer]).question
    steps = in_steps(vectors)
    ends = np.cumsum([len(answer) for answer in answers])
    means = np.stack([part.sum(0) / len(part) for part in np.split(steps, ends[:-1])])
    return cosines(means)


def _is_of_several(group: Sequence[Answer]) -> bool:
    """Whether two reports tell them, not one source alone, and not all by figures, which have records of their own."""
    if all(one.figures for answer in group for one in answer):
        return False
    told = [one for answer in group for one in answer]
    voices = {one.attribution and (one.attribution.resolved_name or one.attribution.source_name) for one in told}
    return len({one.mention.article_id for one in told}) > 1 and len(voices) > 1


def _is_told(group: Sequence[Answer], known: Sequence[Sequence[set[str]]]) -> bool:
    """Whether two of them stand on two sides of a record already."""
    ids = [{one.id for one in answer} for answer in group]
    return any(sum(any(own & side for own in ids) for side in sides) > 1 for sides in known)


def _joined(
    group: Collection[int], answers: Sequence[Answer], rivals: Rivals, rarity: Rarity, nearness: Nearness
) -> list[list[int]]:
    """The answers of a group, those together that are likely one though no claim holds them."""
    joined: list[list[int]] = []
    for at in group:
        same = (
            side
            for side in joined
            if not any(rivals.are(at, other) for other in side)
            and _chance(answers[side[0]], answers[at], rarity, nearness) >= ONE
        )
        side = next(same, None)
        if side is None:
            joined.append([at])
        else:
            side.append(at)
    return sorted(joined, key=lambda side: (-articles([one for at in side for one in answers[at]]), side))


def _chance(one: Answer, other: Answer, rarity: Rarity, nearness: Nearness) -> float:
    """The mean chance that their mentions state the same, of those that are read."""
    known = {profile.id: profile for profile in (*one[:READ], *other[:READ])}
    pairs = {(min(a.id, b.id), max(a.id, b.id)) for a in one[:READ] for b in other[:READ]}
    printed = {name: (profile.mention.span.exact, profile.language) for name, profile in known.items()}
    found = chances_of(pairs, lambda pair: Sharing.of(known[pair[0]], known[pair[1]], rarity, nearness), printed)
    return sum(found.values()) / len(found)


def _conflict(group: Sequence[Answer]) -> Contradiction:
    detail = "a network that read them together finds that they answer one question differently"
    explanation = "These answer one question, and not in one way."
    return _record(group, Difference.CONFLICT, explanation, "other_answers", detail)


def _undecided(group: Sequence[Answer]) -> Contradiction:
    detail = "a network that reads each by itself finds that they answer one question"
    explanation = "These seem to answer one question; whether one excludes another is not told apart."
    return _record(group, Difference.UNDECIDED, explanation, "one_question", detail)


def _record(group: Sequence[Answer], verdict: Difference, explanation: str, code: str, detail: str) -> Contradiction:
    firsts = [answer[0] for answer in group]
    return Contradiction(
        aspect=Aspect.ANSWER,
        topic=clip(firsts[0].mention.span.exact, 80),
        verdict=verdict,
        values=tuple(
            AccountValue(value=clip(first.mention.span.exact), mention_ids=tuple(one.id for one in answer))
            for first, answer in zip(firsts, group, strict=True)
        ),
        explanation=explanation,
        reasons=(Reason(code=code, detail=detail, evidence=tuple(first.id for first in firsts)),),
    )

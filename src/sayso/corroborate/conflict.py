"""Where accounts differ, after what only looks like a difference has been told apart.

Numbers first: values of one measure in mentions that speak of the same thing. Then mentions of one language that
would be one claim but for a single veto: said and denied, another actor, another place, another time.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from sayso import lexicon
from sayso.corroborate.agreement import Rarity, agreement
from sayso.corroborate.asked import Answer, answers
from sayso.corroborate.asked_groups import MOST, gathered_by_question
from sayso.corroborate.asked_topics import with_answers
from sayso.corroborate.candidates import worded_pairs
from sayso.corroborate.causes import cause_differences
from sayso.corroborate.distances import distance_topics
from sayso.corroborate.event_times import time_topics
from sayso.corroborate.figures import figure_topics, figures_by_measure
from sayso.corroborate.incidents import INCIDENTS
from sayso.corroborate.kin import kin_differences
from sayso.corroborate.measured import measured_topics
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.quoted import against, clip
from sayso.corroborate.said_denied import said_and_denied
from sayso.corroborate.side_by_side import side_by_side
from sayso.corroborate.unknowns import says_unknown
from sayso.corroborate.vetoes import deny_alike, vetoes
from sayso.corroborate.who import actor_differences
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.corroborate.wholes import without_parts
from sayso.lexicon import spellings
from sayso.model import (
    AccountValue,
    Article,
    Attribution,
    Certainty,
    Claim,
    ClaimMention,
    Contradiction,
    Mention,
    Quantity,
    Reason,
    Record,
    Skip,
)
from sayso.phrases import folded
from sayso.settings import MatchSettings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import Aspect, Difference, Mode, SkipReason

MIN_LIKENESS = 0.6  # wording that two mentions must share to be one claim but for the veto
MIN_OTHER_LIKENESS = 0.75  # the same where the names, places or times differ: there most pairs are two matters
MIN_DENIED = 0.6  # of the words that one denies, those that the other affirms
MAX_SHOWN = 12  # differences of one aspect and verdict; what is held back is counted in a reason
MAX_NUMBERS = 30  # the same of numbers, of which a case of fifty reports has as many questions
_ORDERED = frozenset({"en", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "ro", "zh"})
_WORDS = {
    Aspect.POLARITY: "One account affirms what another denies",
    Aspect.ACTOR: "Accounts that otherwise agree name different actors",
    Aspect.PLACE: "Accounts that otherwise agree name different places",
    Aspect.TIME: "Accounts that otherwise agree give different times",
    Aspect.CAUSE: "Accounts that otherwise agree name different types",
}


class ConflictStage(WholeCaseStage):
    """Claim → Contradiction; a Skip where there are more figures than are read."""

    name = "conflict"
    version = "20"
    reads = (Article, Attribution, ClaimMention, Certainty, Quantity, Mention, Claim)
    writes = (Contradiction,)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """The differences of the case, each with its verdict; of one kind no more than a reader can take in."""
        group = without_parts(group)
        profiles = Profiles(group).ordered()
        rarity = Rarity(profiles)
        figures = answers(profiles)
        yield from _left_out(figures, self.name)
        found = [
            *_number_differences(profiles, rarity, of(group, Claim), figures[:MOST]),
            *cause_differences(profiles, rarity),
        ]
        told = [*said_and_denied(profiles, rarity), *actor_differences(profiles)]
        found += told
        found += [c for c in _statement_differences(profiles, rarity, of(group, Claim)) if not _is_told(c, told)]
        found += list(side_by_side(profiles, rarity, of(group, Claim), found))
        by_kind: dict[tuple[Aspect, Difference], list[Contradiction]] = defaultdict(list)
        for contradiction in found:
            by_kind[contradiction.aspect, contradiction.verdict].append(contradiction)
        for _, kept in sorted(by_kind.items()):
            yield from _most_material(kept)


def _left_out(figures: Sequence[Answer], stage: str) -> Iterator[Skip]:
    """A Skip where there are more figures than are asked what question they answer."""
    if len(figures) > MOST:
        detail = f"of {len(figures)} figures the {MOST} earliest were compared by the question that they answer"
        yield Skip(stage=stage, subject=WHOLE_CASE, reason=SkipReason.TOO_LARGE, detail=detail)


def _number_differences(
    profiles: Sequence[Profile], rarity: Rarity, claims: Sequence[Claim], figures: Sequence[Answer]
) -> Iterator[Contradiction]:
    """What lists know of counts, measures and times, grown by what answers the same questions; then other questions."""
    by_measure = figures_by_measure(profiles, claims)
    known = [
        *figure_topics(profiles, rarity, by_measure),
        *measured_topics(profiles, rarity),
        *distance_topics(profiles, rarity),
        *time_topics(profiles, rarity),
    ]
    for topic in with_answers(known, gathered_by_question(figures)):
        yield from topic.differences()
    yield from kin_differences(by_measure, rarity)


def _is_told(contradiction: Contradiction, told: Sequence[Contradiction]) -> bool:
    """Whether both sides of a contradiction stand against each other in a record of who did it or who denies it."""
    sides = [set(value.mention_ids) for value in contradiction.values]
    return any(
        sides[0] & set(one.mention_ids) and sides[1] & set(other.mention_ids)
        for record in told
        for one, other in permutations(record.values, 2)
    )


def _most_material(found: Sequence[Contradiction]) -> Iterator[Contradiction]:
    """The differences that most mentions stand behind; the last one shown says how many were held back."""
    ranked = sorted(found, key=lambda c: (-_weight(c), c.id))
    most = MAX_NUMBERS if found[0].aspect is Aspect.NUMBER else MAX_SHOWN
    shown, held = ranked[:most], ranked[most:]
    for contradiction in shown[:-1]:
        yield contradiction
    for contradiction in shown[-1:]:
        detail = f"{len(held)} more of this kind, in fewer mentions, are not shown"
        reason = (Reason(code="held_back", detail=detail),) if held else ()
        yield replace(contradiction, reasons=(*contradiction.reasons, *reason))


def _weight(contradiction: Contradiction) -> int:
    """The mentions behind the second most repeated value: a lone deviant weighs one, however large the rest."""
    sizes = sorted((len(value.mention_ids) for value in contradiction.values), reverse=True)
    return sizes[1] if len(sizes) > 1 else 0


def _statement_differences(
    profiles: Sequence[Profile], rarity: Rarity, claims: Sequence[Claim]
) -> Iterator[Contradiction]:
    claim_of = {mention_id: claim for claim in claims for mention_id in claim.mention_ids}
    by_id = {p.id: p for p in profiles}
    pairs: dict[tuple[Aspect, str, str], set[tuple[str, str]]] = defaultdict(set)
    compared, _ = worded_pairs(profiles, rarity, MIN_LIKENESS, MatchSettings().max_posting)
    for left, right in ((profiles[a], profiles[b]) for a, b in sorted(compared)):
        one, other = claim_of.get(left.id), claim_of.get(right.id)
        if one is None or other is None or one.id == other.id or _same_voice(left, right):
            continue
        aspect = _sole_veto(left, right, rarity)
        if aspect is None or aspect is Aspect.NUMBER:
            continue
        (first, first_mention), (second, second_mention) = sorted([(one.id, left.id), (other.id, right.id)])
        pairs[aspect, first, second].add((first_mention, second_mention))
    for (aspect, _, _), members in sorted(pairs.items()):
        sides = [sorted({m[side] for m in members}, key=lambda m: by_id[m].order) for side in (0, 1)]
        yield _statement_contradiction(aspect, sorted(sides, key=lambda ids: by_id[ids[0]].order), by_id)


def _same_voice(left: Profile, right: Profile) -> bool:
    """Whether one source says both in one article: a writer who weighs two cases does not contradict himself."""
    return left.mention.article_id == right.mention.article_id and (
        left.mention.attribution_id == right.mention.attribution_id or left.mention.span.overlaps(right.mention.span)
    )


def _sole_veto(left: Profile, right: Profile, rarity: Rarity) -> Aspect | None:
    """The one thing that keeps apart two mentions that are alike in all else; None if they are not."""
    if Mode.QUESTION in (left.mode, right.mode):
        return None
    shared = agreement(left, right, rarity)
    if shared.wording < MIN_LIKENESS or len(shared.words) < 3:
        return None
    aspects = {veto.aspect for veto in vetoes(left, right)}
    if len(aspects) != 1:
        return None
    (aspect,) = aspects
    if aspect is Aspect.TIME and not left.neutral & right.neutral & INCIDENTS:
        return None  # a photograph's caption has its day, and so has the next one's
    if aspect is Aspect.ACTOR and not _names_others(left, right):
        return None
    if aspect is Aspect.POLARITY and not _denies_the_same(left, right):
        return None
    if aspect is Aspect.POLARITY and any(says_unknown(p.mention.span.exact, p.language) for p in (left, right)):
        return None  # "it is not clear when the report will be public" denies nothing
    likeness = MIN_LIKENESS if aspect is Aspect.POLARITY else MIN_OTHER_LIKENESS
    return aspect if shared.wording >= likeness else None


def _names_others(left: Profile, right: Profile) -> bool:
    """Whether two mentions name different actors, or one turns the other round in a language where order tells who.

    Where case endings do, "the dam on the river at Ostwick" and "the dam at Ostwick on the river" are one.
    """
    if left.names.keys() & right.names.keys():
        return left.language in _ORDERED
    texts = [folded(p.mention.span.exact) for p in (left, right)]
    missing = [[n for n in p.names.values() if folded(n) not in texts[1 - i]] for i, p in enumerate((left, right))]
    return all(missing) and not any(_is_no_name(name, left.language) for side in missing for name in side)


def _is_no_name(name: str, language: str) -> bool:
    """Whether a name is a title or shouted furniture: "Senator" for "Sen.", "JUST WATCHED"."""
    words = [word.rstrip(".").casefold() for word in name.split()]
    return set(words) <= _offices(language) or (len(words) > 1 and name.isupper())


@functools.cache
def _offices(language: str) -> frozenset[str]:
    """Titles and nouns for offices."""
    titles = lexicon.load("cues", language).tables["words"].get("titles", ()) if _has("cues", language) else ()
    roles = lexicon.load("source_nouns", language).tables["nouns"]["role"] if _has("source_nouns", language) else ()
    return frozenset(word.casefold() for form in (*titles, *roles) for word in spellings(form))


def _has(name: str, language: str) -> bool:
    return language in lexicon.languages(name)


def _denies_the_same(left: Profile, right: Profile) -> bool:
    """Whether what one denies is what the other says: "and she would not comment" denies nothing of the rest."""
    if any((axis, 1 - side) in right.opposites for axis, side in left.opposites):
        return True
    if deny_alike(left, right):
        return False
    for denying, other in ((left, right), (right, left)):
        own = denying.denied - other.denied
        if own and len(own & other.stem_set) >= MIN_DENIED * len(own):
            return True
    return False


def _statement_contradiction(
    aspect: Aspect, sides: Sequence[Sequence[str]], profiles: Mapping[str, Profile]
) -> Contradiction:
    """The earliest mention of each side speaks for it."""
    left, right = (profiles[ids[0]] for ids in sides)
    texts = [clip(p.mention.span.exact) for p in (left, right)]
    details = tuple(veto.detail for veto in vetoes(left, right))
    return Contradiction(
        aspect=aspect,
        topic=clip(left.mention.span.exact, 80),
        verdict=Difference.CONFLICT,
        values=tuple(AccountValue(value=text, mention_ids=tuple(ids)) for text, ids in zip(texts, sides, strict=True)),
        explanation=f"{_WORDS.get(aspect, 'Accounts differ')}: {against(*texts)}",
        reasons=tuple(Reason(code="veto", detail=detail, evidence=(left.id, right.id)) for detail in details),
    )

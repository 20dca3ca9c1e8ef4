"""What the coverage leaves open, read off its structure and never invented, and what would close it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.corroborate.differences import is_count, names_one_thing
from sayso.corroborate.profile import Figure, Profile, Profiles, shown
from sayso.corroborate.unknowns import said_unknown
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    ClaimMention,
    Contradiction,
    Corroboration,
    Mention,
    Quantity,
    Question,
    Reason,
    Record,
)
from sayso.stage import of
from sayso.vocab import Aspect, Difference, Mode, Polarity, QuestionKind, SourceKind

MAX_SHOWN = 12
MAX_UNKNOWN = 12
WIDELY = 3  # articles that repeat a claim before its one origin is worth asking about
MAX_QUOTE = 160
MAX_SUM_GAP = 0.25  # parts that miss the total by more were not meant to add up to it
_IDENTIFIED = frozenset({SourceKind.NAMED, SourceKind.ROLE, SourceKind.DOCUMENT, SourceKind.OUTLET})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question and how much of the coverage it concerns."""

    weight: float
    question: Question


class QuestionStage(WholeCaseStage):
    """Claims, counts and differences → Question."""

    name = "questions"
    version = "1"
    reads = (
        Article,
        Attribution,
        ClaimMention,
        Certainty,
        Quantity,
        Mention,
        Claim,
        Corroboration,
        Contradiction,
    )
    writes = (Question,)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """At most `MAX_SHOWN` questions from structure and `MAX_UNKNOWN` that the coverage itself puts."""
        profiles = Profiles(group)
        claims = {claim.id: claim for claim in of(group, Claim)}
        counts = {count.claim_id: count for count in of(group, Corroboration)}
        asked = [
            *_about_origins(claims, counts, profiles),
            *_about_differences(of(group, Contradiction), profiles),
            *_about_sums(profiles),
        ]
        yield from _ranked(asked, MAX_SHOWN)
        yield from _ranked(list(_said_unknown(claims, profiles)), MAX_UNKNOWN)


def _ranked(asked: Sequence[_Candidate], most: int) -> Iterator[Question]:
    """The questions that concern most of the coverage; the last one says how many were held back."""
    ordered = sorted(asked, key=lambda c: (-c.weight, c.question.kind, c.question.id))
    kept: dict[str, Question] = {}
    for candidate in ordered:
        kept.setdefault(candidate.question.id, candidate.question)
    for place, question in enumerate(list(kept.values())[:most], start=1):
        reasons = (*question.reasons, Reason(code="rank", detail=f"{place} of {len(kept)}"))
        if place == most < len(kept):
            reasons += (Reason(code="held_back", detail=f"{len(kept) - most} more questions are not shown"),)
        yield replace(question, reasons=reasons)


def _quote(text: str) -> str:
    whole = " ".join(text.split())
    return f"“{whole if len(whole) <= MAX_QUOTE else whole[:MAX_QUOTE].rsplit(' ', 1)[0] + ' […]'}”"


def _about_origins(
    claims: Mapping[str, Claim], counts: Mapping[str, Corroboration], profiles: Profiles
) -> Iterator[_Candidate]:
    for claim_id, count in counts.items():
        claim = claims.get(claim_id)
        members = [profiles.by_id[m] for m in claim.mention_ids if m in profiles.by_id] if claim else []
        if claim is None or not members:
            continue
        sources = {m.attribution.source_kind for m in members if m.attribution}
        identified = bool(sources & _IDENTIFIED)
        needed = WIDELY if count.high == 1 else 2 * WIDELY
        if identified and count.low == 1 and count.publishers >= needed:
            yield _one_origin(claim, count)
        elif sources and not identified:
            yield _no_named_source(claim, count)
        elif not sources and any(_tells(f) for m in members for f in m.figures) and _stated(members):
            yield _no_source(claim, count)


def _tells(figure: Figure) -> bool:
    return bool(figure.measure) and names_one_thing(figure.measure) and max(figure.low or 0, figure.high or 0) > 2


def _stated(members: Sequence[Profile]) -> bool:
    return any(m.mode is Mode.STATEMENT and m.mention.carried_over_id is None for m in members)


def _one_origin(claim: Claim, count: Corroboration) -> _Candidate:
    origin = count.groups[0].origin
    surely = "go back to" if count.high == 1 else "may all go back to"
    return _Candidate(
        count.articles * 2.0,
        Question(
            kind=QuestionKind.ONE_ORIGIN,
            text=f"Who besides {origin} says so? {count.articles} articles carry it and {surely} one origin: "
            f"{_quote(claim.text)}",
            about_ids=(claim.id,),
            closes_with=f"An account that does not rest on {origin}: a document, a witness, an examination by others.",
            reasons=(
                Reason(code="origins", detail=f"{count.low} to {count.high} origins", evidence=claim.mention_ids),
            ),
        ),
    )


def _no_named_source(claim: Claim, count: Corroboration) -> _Candidate:
    return _Candidate(
        count.articles * 1.0,
        Question(
            kind=QuestionKind.NO_NAMED_SOURCE,
            text=f"Who says so? No person, body or document is named for {_quote(claim.text)}",
            about_ids=(claim.id,),
            closes_with="A named source, or the document itself.",
            reasons=(Reason(code="unnamed", detail="only unnamed sources are given", evidence=claim.mention_ids),),
        ),
    )


def _no_source(claim: Claim, count: Corroboration) -> _Candidate:
    return _Candidate(
        count.articles * 0.9,
        Question(
            kind=QuestionKind.NO_SOURCE,
            text=f"Where do the figures come from? No source is given for {_quote(claim.text)}",
            about_ids=(claim.id,),
            closes_with="Who counted, when and how.",
            reasons=(Reason(code="no_source", detail="figures in the writer's own voice", evidence=claim.mention_ids),),
        ),
    )


def _about_differences(found: Sequence[Contradiction], profiles: Profiles) -> Iterator[_Candidate]:
    for difference in found:
        if difference.verdict is not Difference.CONFLICT:
            continue
        sizes = sorted((len(value.mention_ids) for value in difference.values), reverse=True)
        values = [value.value for value in difference.values]
        weight = 2.0 * sizes[1] + 0.1 * sizes[0]
        if difference.aspect is Aspect.NUMBER:
            listed = f"{', '.join(values[:-1])} or {values[-1]}"
            text = f"Accounts give {listed} for {difference.topic}: what does each figure rest on?"
            yield _difference_question(difference, QuestionKind.CONFLICT_OPEN, text, weight)
        elif difference.aspect is Aspect.POLARITY and _is_denial(difference, profiles):
            pair = f"{_quote(values[0])} – {_quote(values[-1])}"
            text = f"One side affirms, the other denies: what does each rest on? {pair}"
            yield _difference_question(difference, QuestionKind.DENIAL, text, weight)
        else:
            text = f"What does each account of the {difference.aspect.value} rest on? {' – '.join(map(_quote, values))}"
            yield _difference_question(difference, QuestionKind.CONFLICT_OPEN, text, weight)


def _is_denial(difference: Contradiction, profiles: Profiles) -> bool:
    members = [profiles.by_id[m] for v in difference.values for m in v.mention_ids if m in profiles.by_id]
    return any(m.polarity is Polarity.NEGATIVE and m.attribution for m in members)


def _difference_question(difference: Contradiction, kind: QuestionKind, text: str, weight: float) -> _Candidate:
    ids = tuple(m for value in difference.values for m in value.mention_ids)
    return _Candidate(
        weight,
        Question(
            kind=kind,
            text=text,
            about_ids=(difference.id,),
            closes_with="A later word from either side, or evidence that a third party can examine.",
            reasons=(Reason(code="difference", detail=difference.explanation, evidence=ids),),
        ),
    )


def _about_sums(profiles: Profiles) -> Iterator[_Candidate]:
    """Totals that stand beside their parts in one mention and miss their sum."""
    for profile in profiles.ordered():
        total, parts = _total_and_parts(profile)
        gap = abs(total - sum(parts))
        if len(parts) < 2 or gap == 0 or gap > MAX_SUM_GAP * total:
            continue
        added = " + ".join(shown(part) for part in parts)
        yield _Candidate(
            1.0,
            Question(
                kind=QuestionKind.SUM_FAILS,
                text=f"Why do the parts not add up? {added} = {shown(sum(parts))}, the total given is {shown(total)}: "
                f"{_quote(profile.mention.span.exact)}",
                about_ids=(profile.id,),
                closes_with="A breakdown that adds up, or what the total counts besides.",
                reasons=(Reason(code="sum", detail=f"{added} against {shown(total)}", evidence=(profile.id,)),),
            ),
        )


def _total_and_parts(profile: Profile) -> tuple[float, list[float]]:
    """The largest exact count of one mention and the others, if all count people or what befell them."""
    counts: dict[str, float] = {}
    for figure in profile.figures:
        if figure.low is None or figure.low != figure.high or not figure.measure:
            return 0.0, []
        if is_count(figure.measure):
            counts[figure.quantity_id] = figure.low
    ordered = sorted(counts.values(), reverse=True)
    return (ordered[0], ordered[1:]) if ordered else (0.0, [])


def _said_unknown(claims: Mapping[str, Claim], profiles: Profiles) -> Iterator[_Candidate]:
    claim_of = {m: claim.id for claim in claims.values() for m in claim.mention_ids}
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles.ordered():
        by_article[profile.mention.article_id].append(profile)
    for article_id, article in sorted(profiles.articles.items()):
        for unknown in said_unknown(article):
            here = [p for p in by_article[article_id] if p.mention.span.overlaps(unknown.sentence)]
            claim_id = next((claim_of[p.id] for p in here if p.id in claim_of), article_id)
            repeated = len(claims[claim_id].mention_ids) if claim_id in claims else 1
            yield _Candidate(
                float(repeated),
                Question(
                    kind=QuestionKind.SAID_UNKNOWN,
                    text=f"The coverage itself leaves this open: {_quote(unknown.sentence.exact)}",
                    about_ids=(claim_id,),
                    closes_with="A later report that answers it, or the outcome of the inquiry.",
                    reasons=(Reason(code="phrase", detail=f"it says: {unknown.phrase}", evidence=(article_id,)),),
                ),
            )

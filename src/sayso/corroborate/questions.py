"""What the coverage leaves open, read off its structure and never invented, and what would close it."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate.agreement import Rarity
from sayso.corroborate.concepts import event_names
from sayso.corroborate.differences import PEOPLE, names_one_thing
from sayso.corroborate.explain import barest
from sayso.corroborate.profile import Figure, Profile, Profiles, shown
from sayso.corroborate.quoted import clip_around
from sayso.corroborate.sums import failing_sum
from sayso.corroborate.unknowns import Unknown, said_unknown, says_unknown
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.corroborate.wholes import without_parts
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
from sayso.phrases import folded
from sayso.spans import Span, without_loose_marks
from sayso.stage import of
from sayso.vocab import Aspect, CreditKind, Difference, Mode, Polarity, QuestionKind, SourceKind

MAX_SHOWN = 12
MAX_UNKNOWN = 12
WIDELY = 3  # articles that repeat a claim before its one origin is worth asking about
_MOST_OF_IT = 0.8  # share of a sentence that one mention must take up to be what the sentence says
_LONGEST_FIGURE = 16  # characters; longer values are statements
_CLAUSE = re.compile(r"[,:;–—]")
_SHORT_CLAUSE = 6  # words of a headline's last clause that may name its source
_POPULATION = 1000  # that many people to whom nothing happens are those of a place
_SAME = frozenset({"dead", "crew", "staff", "police", "aircraft", "military", "personnel"})  # one or many alike
_ASKS = {
    Aspect.TIME: "When was it?",
    Aspect.PLACE: "Where was it?",
    Aspect.ACTOR: "Who was it?",
    Aspect.CAUSE: "What caused it?",
    Aspect.POLARITY: "Some say so, others say not.",
    Aspect.NUMBER: "How many?",
    Aspect.ANSWER: "Accounts answer one question differently.",
}
_IDENTIFIED = frozenset({SourceKind.NAMED, SourceKind.ROLE, SourceKind.DOCUMENT, SourceKind.OUTLET})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question and how much of the coverage it concerns."""

    weight: float
    question: Question


class QuestionStage(WholeCaseStage):
    """Claims, counts and differences → Question."""

    name = "questions"
    version = "16"
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
        profiles, wholes = Profiles(group), Profiles(without_parts(group))
        claims = {claim.id: claim for claim in of(group, Claim)}
        counts = {count.claim_id: count for count in of(group, Corroboration)}
        asked = [
            *_about_origins(claims, counts, profiles),
            *_about_differences(of(group, Contradiction), profiles),
            *_about_sums(wholes),
        ]
        yield from _ranked(asked, MAX_SHOWN)
        yield from _ranked(list(_said_unknown(claims, wholes)), MAX_UNKNOWN)


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


def _quote(text: str, holding: str = "") -> str:
    """`text` in quotation marks, cut to a length that holds the phrase `holding` (as `folded` gives it)."""
    whole = " ".join(without_loose_marks(text).split())
    at = _place(whole, holding)
    return f"“{clip_around(whole, at, at + len(holding))}”"


def _place(whole: str, holding: str) -> int:
    """Where a phrase that was found in the folded text begins in the text itself; 0 if it does not stand there."""
    at = folded(whole).find(" ".join(holding.split())) if holding else 0
    reached = 0
    for place, character in enumerate(whole):
        if reached >= at:
            return place
        reached += len(folded(character))
    return 0


def things(measure: str) -> str:
    """What a measure counts, as several of them: "prisoners", "people", "killed"."""
    if not measure.isascii() or not measure.isalpha() or measure in _SAME or measure.endswith(("ed", "ing", "s")):
        return measure
    if measure.endswith("y") and measure[-2:-1] not in "aeiou":
        return f"{measure[:-1]}ies"
    return "people" if measure in {PEOPLE, "person"} else f"{measure}s"


def _about_origins(
    claims: Mapping[str, Claim], counts: Mapping[str, Corroboration], profiles: Profiles
) -> Iterator[_Candidate]:
    rarity = Rarity(profiles.by_id.values())
    cues: dict[str, list[Span]] = defaultdict(list)
    for attribution in profiles.attributions.values():
        cues[attribution.article_id] += attribution.cue
    for claim_id, count in counts.items():
        claim = claims.get(claim_id)
        members = [profiles.by_id[m] for m in claim.mention_ids if m in profiles.by_id] if claim else []
        if claim is None or not members:
            continue
        words = _readable(claim, members, rarity)
        sources = {m.attribution.source_kind for m in members if m.attribution}
        identified = bool(sources & _IDENTIFIED)
        needed = WIDELY if count.high == 1 else 2 * WIDELY
        if identified and count.low == 1 and count.publishers >= needed:
            yield _one_origin(claim, count, words)
        elif sources and not identified:
            if SourceKind.UNCLEAR not in sources and (count.articles > 1 or any(map(_counts, members))):
                yield _no_named_source(claim, count, words)
        elif (
            not sources
            and any(map(_counts, members))
            and _stated(members)
            and not any(_names_source(m, cues) for m in members)
        ):
            yield _no_source(claim, count, words)


def _counts(mention: Profile) -> bool:
    """Whether a mention gives a figure whose source one would ask for."""
    return any(_tells(figure) and not _is_population(figure, mention) for figure in mention.figures)


def _tells(figure: Figure) -> bool:
    return bool(figure.measure) and names_one_thing(figure.measure) and max(figure.low or 0, figure.high or 0) > 2


def _is_population(figure: Figure, mention: Profile) -> bool:
    """Whether a count only says how many live somewhere: nothing happens to them in the sentence."""
    large = figure.measure in {PEOPLE, "person"} and (figure.low or 0) >= _POPULATION
    return (figure.measure == "resident" or large) and not mention.neutral & event_names()


def _readable(claim: Claim, members: Sequence[Profile], rarity: Rarity) -> str:
    """The words of a claim, in English if anybody put it so: our questions are in English."""
    english = [m for m in members if m.language == "en"]
    if not english or claim.text in {m.mention.span.exact for m in english}:
        return claim.text
    return barest(english, rarity).mention.span.exact  # what one of them adds is not what all of them say


def _names_source(profile: Profile, cues: Mapping[str, Sequence[Span]]) -> bool:
    """Whether the words of a mention without an attribution still show whose they are.

    They go on from an attributed sentence, stand in one sentence with a source, end as headlines do ("…, mayor
    says"), or are the publisher's own release.
    """
    mention, article = profile.mention, profile.article
    if mention.carried_over_id or any(credit.kind is CreditKind.PRESS_RELEASE for credit in article.credits):
        return True
    around = [mention.span, *(article.span(*s) for s in article.sentences if s[0] <= mention.span.start < s[1])]
    if any(cue.overlaps(span) for cue in cues.get(article.id, ()) for span in around):
        return True
    says = _says(profile.language)
    clauses = _CLAUSE.split(mention.span.exact.casefold())
    short = [words for c in (clauses[0], clauses[-1]) if len(words := c.split()) <= _SHORT_CLAUSE and len(clauses) > 1]
    return any(word.strip(".:;!?»“”\"'") in says for words in short for word in words)


@functools.cache
def _says(language: str) -> frozenset[str]:
    """The spellings of the verbs of saying in a language; the lexicon writes them "sa/y,ys,id,ying"."""
    if language not in lexicon.languages("cues"):
        return frozenset()
    forms = lexicon.load("cues", language).tables["verbs"].get("say", ())
    split = [form.partition("/") for form in forms if " " not in form and "(" not in form]
    return frozenset(stem + ending for stem, _, endings in split for ending in endings.split(","))


def _stated(members: Sequence[Profile]) -> bool:
    return any(m.mode is Mode.STATEMENT and m.mention.carried_over_id is None for m in members)


def _one_origin(claim: Claim, count: Corroboration, words: str) -> _Candidate:
    origin = re.sub(r"^(The|A|An) ", lambda word: word.group().lower(), count.groups[0].origin)  # it stands in ours
    surely = "go back to" if count.high == 1 else "may all go back to"
    return _Candidate(
        count.articles * 2.0,
        Question(
            kind=QuestionKind.ONE_ORIGIN,
            text=f"Who besides {origin} says so? {count.articles} articles carry it and {surely} one origin: "
            f"{_quote(words)}",
            about_ids=(claim.id,),
            closes_with=f"An account that does not rest on {origin}: a document, a witness, an examination by others.",
            reasons=(
                Reason(code="origins", detail=f"{count.low} to {count.high} origins", evidence=claim.mention_ids),
            ),
        ),
    )


def _no_named_source(claim: Claim, count: Corroboration, words: str) -> _Candidate:
    return _Candidate(
        count.articles * 1.0,
        Question(
            kind=QuestionKind.NO_NAMED_SOURCE,
            text=f"Who says so? No person, body or document is named for {_quote(words)}",
            about_ids=(claim.id,),
            closes_with="A named source, or the document itself.",
            reasons=(Reason(code="unnamed", detail="only unnamed sources are given", evidence=claim.mention_ids),),
        ),
    )


def _no_source(claim: Claim, count: Corroboration, words: str) -> _Candidate:
    return _Candidate(
        count.articles * 0.9,
        Question(
            kind=QuestionKind.NO_SOURCE,
            text=f"Where do the figures come from? No source is given for {_quote(words)}",
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
        listed = f"{', '.join(values[:-1])} or {values[-1]}"
        if difference.aspect is Aspect.NUMBER:
            text = f"How many {things(difference.topic)}? Accounts give {listed}: what does each figure rest on?"
            yield _difference_question(difference, QuestionKind.CONFLICT_OPEN, text, weight)
        elif difference.aspect is Aspect.POLARITY and _is_denial(difference, profiles):
            pair = f"{_quote(values[0])} – {_quote(values[-1])}"
            text = f"One side affirms, the other denies: what does each rest on? {pair}"
            yield _difference_question(difference, QuestionKind.DENIAL, text, weight)
        elif all(len(value) <= _LONGEST_FIGURE and any(map(str.isdigit, value)) for value in values):
            text = f"Accounts give {listed} for the {difference.topic}: what does each rest on?"
            yield _difference_question(difference, QuestionKind.CONFLICT_OPEN, text, weight)
        else:
            text = f"{_ASKS[difference.aspect]} What does each account rest on? {' – '.join(map(_quote, values))}"
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
        failing = failing_sum(profile)
        if failing is None:
            continue
        added, total, together = failing.added, shown(failing.total), shown(sum(failing.parts))
        yield _Candidate(
            1.0,
            Question(
                kind=QuestionKind.SUM_FAILS,
                text=f"Why do the parts not add up? {added} = {together}, the total given is {total}: "
                f"{_quote(profile.mention.span.exact)}",
                about_ids=(profile.id,),
                closes_with="A breakdown that adds up, or what the total counts besides.",
                reasons=(Reason(code="sum", detail=f"{added} against {total}", evidence=(profile.id,)),),
            ),
        )


def _said_unknown(claims: Mapping[str, Claim], profiles: Profiles) -> Iterator[_Candidate]:
    claim_of = {m: claim.id for claim in claims.values() for m in claim.mention_ids}
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles.ordered():
        by_article[profile.mention.article_id].append(profile)
    told: dict[str, list[tuple[Article, Unknown]]] = defaultdict(list)  # one question, however many tell it
    for article_id, article in sorted(profiles.articles.items()):
        for unknown in said_unknown(article):
            here = [p for p in by_article[article_id] if p.mention.span.overlaps(unknown.sentence)]
            claim_id = next((claim_of[p.id] for p in here if p.id in claim_of), "")
            told[claim_id or unknown.sentence.exact].append((article, unknown))
    for about, found in told.items():
        article, unknown = next((f for f in found if f[0].language.startswith("en")), found[0])
        members = (
            [profiles.by_id[m] for m in claims[about].mention_ids if m in profiles.by_id] if about in claims else []
        )
        english = None if article.language.startswith("en") else _put_in_english(unknown, members)
        words, phrase = (english, "") if english else (unknown.sentence.exact, unknown.phrase)
        yield _Candidate(
            float(len(claims[about].mention_ids) if about in claims else len(found)),
            Question(
                kind=QuestionKind.SAID_UNKNOWN,
                text=f"The coverage itself leaves this open: {_quote(words, phrase)}",
                about_ids=(about if about in claims else article.id,),
                closes_with="A later report that answers it, or the outcome of the inquiry.",
                reasons=(Reason(code="phrase", detail=f"it says: {unknown.phrase}", evidence=(article.id,)),),
            ),
        )


def _put_in_english(unknown: Unknown, members: Sequence[Profile]) -> str | None:
    """The same in English, if all that the sentence says is one claim and an English article says as much of it.

    What somebody denies is not enough: "the ministry denied having aircraft there" leaves nothing open.
    """
    whole = len(unknown.sentence.exact) * _MOST_OF_IT
    covered = any(m.mention.span.overlaps(unknown.sentence) and len(m.mention.span.exact) >= whole for m in members)
    told = ((m, m.mention.span.exact) for m in members if m.language == "en")
    english = (words for m, words in told if says_unknown(words, "en") or (m.negated and not m.attribution))
    return next(english, None) if covered else None

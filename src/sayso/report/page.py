"""Everything a report says about a case, as plain data; the dossier and the terminal only lay it out.

Order is that of an editor with fifteen minutes: what is claimed and on whose say-so, what is contested,
what was lost on the way, what nobody knows; then who copied whom, loaded words, coverage, the texts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.report import coverage, differences, wording
from sayso.report.claims import ClaimView, ReprintView, SingleView, claim_views, reprinted, singles, told_once
from sayso.report.course import CourseView, courses
from sayso.report.coverage import ArticleView, SkipGroup
from sayso.report.differences import DifferenceView, DriftView, ValueView
from sayso.report.fulltext import TextView, text_views
from sayso.report.lineage import FamilySentence, LineageView, largest_family, lineage
from sayso.report.loaded import LoadedWords, loaded_words
from sayso.report.questions import QuestionGroup, QuestionView, held_back, question_groups
from sayso.report.quoting import Quote, one_line
from sayso.report.records import CaseRecords
from sayso.report.sayings import CARRIED, OWN, SAID, teller, voice
from sayso.vocab import Difference

_MOST_FIRST = 4  # claims on the first screen
_MOST_CONFLICTS = 3  # the same of conflicts
_MOST_QUESTIONS = 2  # the same of open questions, of different kinds
_MOST_SOURCES = 5  # whom the case quotes, on the first screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure of the first screen, what it counts, and the section it leads to."""

    number: str
    label: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """A conflict in one line: what it is about, and the values with the number of articles behind each."""

    anchor: str
    aspect: str
    topic: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Whom a case quotes: the source as printed, and how many claims it is given for."""

    name: Quote
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The first screen: what an editor needs in ten lines. Sentences are empty where there is nothing to say.

    Lists are cut; `claims_of`, `conflicts_of` and `questions_of` are how many there are in all.
    """

    period: str
    counts: tuple[Count, ...]
    family: FamilySentence | None
    claims: tuple[ClaimView, ...]
    conflicts: tuple[ConflictLine, ...]
    sources: tuple[SourceLine, ...]
    questions: tuple[QuestionView, ...]
    voices: str
    drift: str
    failed: str
    unread: str
    altered: str
    claims_of: int
    conflicts_of: int
    questions_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage that made the records, with its version and the digest of its settings."""

    name: str
    version: str
    settings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """What made the page, and how it can be made again."""

    sayso_version: str
    ledger_hash: str
    built: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section that the page has, for its table of contents."""

    anchor: str
    title: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report on one case.

    `single` is the article when there is only one: then claims run in the order of its text.
    """

    title: str
    single: ArticleView | None
    glance: Glance
    shared: tuple[ClaimView, ...]
    reprints: tuple[ReprintView, ...]
    singles: tuple[SingleView, ...]
    singles_count: str
    conflicts: tuple[DifferenceView, ...]
    courses: tuple[CourseView, ...]
    side_by_side: tuple[DifferenceView, ...]
    side_by_side_count: str
    seeming: tuple[DifferenceView, ...]
    seeming_counts: str
    drifts: tuple[DriftView, ...]
    questions: tuple[QuestionGroup, ...]
    questions_held_back: tuple[str, ...]
    lineage: LineageView
    loaded: LoadedWords
    articles: tuple[ArticleView, ...]
    skips: tuple[SkipGroup, ...]
    texts: tuple[TextView, ...]
    absent: str
    sections: tuple[Section, ...]
    colophon: Colophon


def page(records: CaseRecords) -> Page:
    """The page of a case; never fails on records that lead nowhere, and repeats exactly for equal records."""
    claims = claim_views(records)
    repeated = [view for view in claims if view.articles > 1]
    shared = [view for view in repeated if not view.reprint]
    conflicts = differences.conflicts(records)
    beside = differences.side_by_side(records)
    drifts = differences.drifts(records)
    descent = lineage(records)
    questions = question_groups(records)
    words = loaded_words(records)
    articles = coverage.article_views(records)
    return Page(
        title=one_line(records.name) or "Untitled case",
        single=articles[0] if len(articles) == 1 else None,
        glance=Glance(
            period=_period(records),
            counts=tuple(_counts(records, claims, conflicts, descent)),
            family=largest_family(records, descent),
            claims=told_once(records, repeated, _MOST_FIRST),
            conflicts=tuple(_conflict_line(view) for view in conflicts[:_MOST_CONFLICTS]),
            sources=_sources(records),
            questions=tuple(_first_question(group) for group in questions[:_MOST_QUESTIONS]),
            voices=_voices(records),
            drift=_drift_sentence(drifts),
            failed=_failed(records),
            unread=coverage.skip_sentence(records),
            altered=coverage.altered_sentence(records),
            claims_of=len(repeated),
            conflicts_of=len(conflicts),
            questions_of=len(records.questions),
        ),
        shared=tuple(shared),
        reprints=tuple(reprinted(records, claims)),
        singles=tuple(singles(claims)),
        singles_count=wording.counted(len(claims) - len(repeated), "claim"),
        conflicts=tuple(conflicts),
        courses=tuple(courses(records)),
        side_by_side=tuple(beside),
        side_by_side_count=wording.counted(len(beside), *wording.DIFFERENCE[Difference.UNDECIDED]),
        seeming=tuple(differences.seeming(records)),
        seeming_counts=differences.seeming_counts(records),
        drifts=tuple(drifts),
        questions=tuple(questions),
        questions_held_back=held_back(records),
        lineage=descent,
        loaded=words,
        articles=tuple(articles),
        skips=tuple(coverage.skip_groups(records)),
        texts=tuple(text_views(records, {view.id: view.number for view in claims})),
        absent=_absent(records, bool(repeated), conflicts, descent, words),
        sections=tuple(_sections(records, len(claims), len(conflicts), descent, words)),
        colophon=_colophon(records),
    )


def _counts(
    records: CaseRecords, claims: Sequence[ClaimView], conflicts: Sequence[DifferenceView], descent: LineageView
) -> Iterator[Count]:
    if len(records.articles) == 1:
        yield from _counts_of_one(records, claims)
        return
    families = sum(family.articles > 1 for family in descent.families)
    yield _count(len(records.articles), "article", "articles", "coverage")
    yield _count(coverage.publisher_count(records), "publisher", "publishers", "coverage")
    yield _count(coverage.language_count(records), "language", "languages", "coverage")
    yield _count(families, "copy family", "copy families", "lineage")
    yield _count(len(claims), "claim", "claims", "claims")
    yield _count(len(conflicts), "conflict", "conflicts", "conflicts")
    yield _count(len(records.questions), "open question", "open questions", "questions")
    yield _count(len(records.skips), "item not read", "items not read", "skipped")


def _counts_of_one(records: CaseRecords, claims: Sequence[ClaimView]) -> Iterator[Count]:
    yield _count(len(claims), "claim", "claims", "claims")
    yield _count(len(records.drifts), "loss of say-so", "losses of say-so", "drift")
    yield _count(len(records.rhetoric), "loaded word", "loaded words", "loaded")
    yield _count(len(records.questions), "open question", "open questions", "questions")
    yield _count(len(records.skips), "item not read", "items not read", "skipped")


def _count(number: int, one: str, many: str, section: str) -> Count:
    figure, _, label = wording.counted(number, one, many).partition(" ")
    return Count(number=figure, label=label, section=section if number else "")


def _period(records: CaseRecords) -> str:
    """As in "Published 11 Mar 2025 – 14 Mar 2025; 2 articles give no date"."""
    dated = sorted((a.published for a in records.articles if a.published), key=lambda clock: clock.value)
    if not dated or len(records.articles) == 1:
        return ""
    undated = len(records.articles) - len(dated)
    none = f"; {wording.counted(undated, 'article gives', 'articles give')} no date" if undated else ""
    return f"Published {wording.period(dated[0], dated[-1])}{none}"


def _first_question(group: QuestionGroup) -> QuestionView:
    """The first question of a group that quotes nothing in another language than the page's, or the first of all."""
    return next((question for question in group.shown if question.in_english), group.shown[0])


def _conflict_line(view: DifferenceView) -> ConflictLine:
    return ConflictLine(anchor=view.anchor, aspect=view.aspect, topic=view.topic, values=view.values)


def _sources(records: CaseRecords) -> tuple[SourceLine, ...]:
    said: Counter[tuple[str, str]] = Counter()
    printed: dict[tuple[str, str], Quote] = {}
    for article in records.articles:
        for mention in records.mentions_by_article.get(article.id, ()):
            attribution = records.attribution_by_id.get(mention.attribution_id or "")
            name = teller(article, attribution) if attribution else None
            if name and name.source:
                key = (name.source.text.casefold(), article.language)
                said[key] += 1
                printed.setdefault(key, name.source)
    ranked = sorted(said, key=lambda key: (-said[key], key))[:_MOST_SOURCES]
    return tuple(SourceLine(name=printed[key], count=said[key]) for key in ranked)


def _voices(records: CaseRecords) -> str:
    voices = Counter(voice(records, mention) for mention in records.claim_mentions)
    if not voices:
        return ""
    own = voices[OWN] + voices[CARRIED]
    total = wording.counted(voices.total(), "appearance of a claim", "appearances of claims")
    return f"{total}: {voices[SAID]} attributed to somebody, {own} {wording.OWN_VOICE}"


def _drift_sentence(drifts: Sequence[DriftView]) -> str:
    lost = Counter(view.lost_what for view in drifts)
    if not lost:
        return ""
    parts = wording.listed([f"{what} {wording.times(times)}" for what, times in lost.most_common()], most=len(lost))
    return f"Lost on the way: {parts}"


def _absent(
    records: CaseRecords, shared: bool, conflicts: Sequence[DifferenceView], descent: LineageView, words: LoadedWords
) -> str:
    failed = coverage.failed_steps(records)
    found = (
        ("claim made by two articles", "match", shared or len(records.articles) < 2),
        ("conflict", "conflict", bool(conflicts)),
        ("loss of say-so", "drift", bool(records.drifts)),
        ("open question", "questions", bool(records.questions)),
        ("copy", "lineage", any(family.articles > 1 for family in descent.families)),
        ("loaded word", "rhetoric", bool(words.count)),
    )
    names = [name for name, step, present in found if not present and step not in failed]
    return f"No {wording.listed(names, most=len(names), last='or')} was found in what was read" if names else ""


def _failed(records: CaseRecords) -> str:
    steps = coverage.failed_steps(records)
    return (
        f"A step failed ({wording.listed(steps, most=len(steps))}): what it would have found is missing here"
        if steps
        else ""
    )


def _colophon(records: CaseRecords) -> Colophon:
    manifest = records.manifest
    return Colophon(
        sayso_version=one_line(manifest.sayso_version),
        ledger_hash=one_line(manifest.ledger_hash),
        built=wording.moment(manifest.built_at) if manifest.built_at else "",
        steps=tuple(Step(name=a.stage, version=a.version, settings=a.config_digest) for a in records.activities),
    )


def _sections(
    records: CaseRecords, claims: int, conflicts: int, descent: LineageView, words: LoadedWords
) -> Iterator[Section]:
    yield Section(anchor="claims", title="What is claimed, and on whose say-so", count=str(claims))
    if records.contradictions:
        yield Section(anchor="conflicts", title="Where accounts differ", count=str(conflicts))
    if records.drifts:
        yield Section(anchor="drift", title="What was lost on the way", count=str(len(records.drifts)))
    if records.questions:
        yield Section(anchor="questions", title="What the coverage leaves open", count=str(len(records.questions)))
    if not descent.is_empty:
        yield Section(anchor="lineage", title="Who copied whom", count=str(len(descent.families)))
    if words.count:
        yield Section(anchor="loaded", title="Loaded words, and whose they are", count=str(words.count))
    yield Section(anchor="coverage", title="What was read, and what was not", count=str(len(records.articles)))
    yield Section(anchor="texts", title="The articles in full", count="")
    yield Section(anchor="colophon", title="How this page was made", count="")

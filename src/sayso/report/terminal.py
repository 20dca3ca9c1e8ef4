"""One article, or the summary of a case, in the terminal.

Colour only repeats what the words say. Text of articles goes to the console as plain `Text`, never as markup,
and with control characters made visible: an escape sequence in a page must not reach the terminal.
`rich` itself respects NO_COLOR, TERM and the width.
"""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sayso.model import Article
from sayso.report import coverage, differences, quoting, wording
from sayso.report.claims import ClaimView, claim_views, told_once
from sayso.report.course import CourseView, courses
from sayso.report.coverage import ArticleView
from sayso.report.differences import DifferenceView, ValueView
from sayso.report.lineage import family_count
from sayso.report.printing import print_hanging, print_heading, print_rest
from sayso.report.questions import question_groups
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.report.sayings import CARRIED, OWN, SAID, Appearance, Teller, appearance
from sayso.report.terminal_lineage import print_families
from sayso.vocab import Whose

_MOST_CLAIMS = 10
_MOST_CONFLICTS = 10
_MOST_SIDE_BY_SIDE = 4
_MOST_QUESTIONS = 10
_MOST_WORDS = 12  # loaded expressions under an article


def print_articles(records: CaseRecords, console: Console) -> None:
    """Every article, each after a line across the terminal that says which it is."""
    several = len(records.articles) > 1
    for number, article in enumerate(records.articles, start=1):
        if several:
            title = f" {number} of {len(records.articles)} "
            console.print(Text(f"{'─' * 3}{title}".ljust(console.width, "─"), style="dim"), soft_wrap=True)
        print_article(records, article, console)
        if several:
            console.print()


def print_article(records: CaseRecords, article: Article, console: Console) -> None:
    """Each claim of `article` in the order of its text: the words, who says them, how sure, by which cue."""
    view = coverage.article_view(records, article)
    mentions = records.mentions_by_article.get(article.id, ())
    views = [found for mention in mentions if (found := appearance(records, mention))]
    _print_head(view, console)
    console.print(Text(_tally(views), style="dim"))
    for number, found in enumerate(views, start=1):
        console.print()
        _print_claim(number, found, console)
    _print_loaded(records, article, console)
    _print_skips(records, article, console)


def print_summary(records: CaseRecords, console: Console, show: str = "sayso show CASE") -> None:
    """The summary of a case: what was read, the most repeated claims, conflicts, copies, open questions.

    `show` is the command that shows more of it.
    """
    claims = claim_views(records)
    conflicts = differences.conflicts(records)
    console.print(Text(quoting.one_line(records.name), style="bold"))
    console.print(Text(summary_sentence(records, claims, conflicts)))
    _print_claims(records, claims, console)
    _print_conflicts(records, conflicts, console)
    _print_side_by_side(differences.side_by_side(records), console)
    print_families(records, console, show)
    _print_questions(records, console)


def summary_sentence(records: CaseRecords, claims: list[ClaimView], conflicts: list[DifferenceView]) -> str:
    """As in "93 articles, 21 languages, 7 copy families; 310 claims; 4 conflicts; 12 open questions"."""
    skipped = coverage.skip_sentence(records)
    read = ", ".join(
        (
            wording.counted(len(records.articles), "article"),
            wording.counted(coverage.language_count(records), "language"),
            wording.counted(family_count(records), "copy family", "copy families"),
        )
    )
    return "; ".join(
        (
            read,
            wording.counted(len(claims), "claim"),
            wording.counted(len(conflicts), "conflict"),
            wording.counted(len(records.questions), "open question"),
            skipped or "nothing skipped",
        )
    )


def _print_head(view: ArticleView, console: Console) -> None:
    console.print(Text(view.headline.text, style="bold"))
    about = [view.ref.name, view.author and f"by {view.author}", view.published, view.language]
    if view.modified:
        about.append(f"updated {view.modified}")
    console.print(Text(" · ".join(filter(None, about))))
    for credit in view.credits:
        console.print(Text(f"{credit.kind}: {credit.name}"))


def _tally(views: list[Appearance]) -> str:
    if not views:
        return "No claims were found in it."
    said = sum(view.voice == SAID for view in views)
    own = sum(view.voice in (OWN, CARRIED) for view in views)
    return f"{wording.counted(len(views), 'claim')}: {said} attributed to somebody, {own} {wording.OWN_VOICE}"


def _print_claim(number: int, view: Appearance, console: Console) -> None:
    print_hanging(console, Text(_quoted(view.quote)), first=f"{number:>3}")
    line = Text()
    for part in _who(view):
        line.append_text(part)
    for detail in filter(None, (view.sure, ", ".join(f"“{h.text}”" for h in view.hedges), view.role)):
        line.append(f" · {detail}", style="dim" if view.flat else "")
    print_hanging(console, line)


def _quoted(quote: Quote) -> str:
    return f"“{quote.text}{' …' if quote.cut else ''}”"


def _who(view: Appearance) -> Iterator[Text]:
    if view.voice == OWN:
        yield Text(wording.OWN_VOICE, style="yellow")
    elif view.voice == CARRIED:
        yield Text(f"{wording.OWN_VOICE}, going on from a sentence said by ", style="yellow")
        for teller in view.tellers[:1]:
            yield Text(teller.source.text if teller.source else teller.kind, style="cyan")
            yield Text(f" (here: {teller.resolved})" if teller.resolved else "")
    elif view.voice == SAID:
        for place, teller in enumerate(view.tellers):
            yield Text("; as told by " if place else "said by ")
            yield _teller(teller)
    else:
        yield Text("attributed, but to whom is unclear")


def _teller(teller: Teller) -> Text:
    line = Text()
    if teller.source:
        line.append(teller.source.text, style="bold cyan")
        line.append(f" (here: {teller.resolved})" if teller.resolved else "")
        line.append(f", {teller.kind}")
    else:
        line.append(teller.kind, style="cyan")
        line.append(f" (here: {teller.resolved})" if teller.resolved else "")
    if teller.cue:
        line.append(", cue ")
        line.append(_quoted(teller.cue), style="italic")
    return line


def _print_loaded(records: CaseRecords, article: Article, console: Console) -> None:
    devices = [d for d in records.rhetoric_by_article.get(article.id, ()) if d.whose is Whose.WRITER]
    words = {
        (quoting.one_line(device.span.exact).casefold(), wording.TECHNIQUE[device.technique]): device
        for device in devices
    }
    if not words:
        return
    print_heading("Loaded words in the writer’s own voice", console)
    for (_, technique), device in list(words.items())[:_MOST_WORDS]:
        print_hanging(console, Text(f"“{quoting.one_line(device.span.exact)}” – {technique}"))
    print_rest(len(words) - _MOST_WORDS, "expression", console)


def _print_skips(records: CaseRecords, article: Article, console: Console) -> None:
    about = {article.id, article.capture_id}
    skips = [skip for skip in records.skips if skip.subject in about or len(records.articles) == 1]
    if not skips:
        return
    print_heading("Not read", console)
    for skip in skips:
        where = "" if skip.subject in about else f"{quoting.one_line(skip.subject)}: "
        detail = f": {quoting.one_line(skip.detail)}" if skip.detail else ""
        print_hanging(console, Text(f"{where}{wording.SKIP[skip.reason]}{detail}"))


def _print_claims(records: CaseRecords, claims: list[ClaimView], console: Console) -> None:
    repeated = [claim for claim in claims if claim.articles > 1]
    if not repeated:
        return
    print_heading("Most repeated", console)
    shown = told_once(records, repeated, _MOST_CLAIMS)
    for claim in shown:
        print_hanging(console, Text(_quoted(claim.short)), first=f"{claim.number:>3}")
        line = Text(claim.spread, style="bold")
        names = "".join(f"{origin.lead}{origin.name}{origin.note}" for origin in claim.behind)
        line.append(f": {names}" if names else "", style="not bold")
        print_hanging(console, line)
    print_rest(
        len(repeated) - len(shown), "claim that several articles make", console, "claims that several articles make"
    )


def _print_conflicts(records: CaseRecords, conflicts: list[DifferenceView], console: Console) -> None:
    taken_off = differences.seeming_counts(records)
    if not conflicts and not taken_off:
        return
    print_heading("Where accounts differ", console)
    for conflict in conflicts[:_MOST_CONFLICTS]:
        print_hanging(console, Text(f"{conflict.aspect}{conflict.topic and f': {conflict.topic}'}", style="bold"))
        for value in conflict.values:
            print_hanging(console, _account(value), left=7)
    print_rest(len(conflicts) - _MOST_CONFLICTS, "conflict", console)
    _print_courses(courses(records), console)
    if taken_off:
        print_hanging(console, Text(f"Taken off the conflicts: {taken_off}", style="dim"))


def _print_side_by_side(found: list[DifferenceView], console: Console) -> None:
    """Claims that seem to answer one question."""
    if not found:
        return
    print_heading("Side by side: what seems to answer one question", console)
    for number, question in enumerate(found[:_MOST_SIDE_BY_SIDE], start=1):
        for at, value in enumerate(question.values):
            print_hanging(console, _account(value), first=f"{number:>3}" if at == 0 else "")
    print_rest(len(found) - _MOST_SIDE_BY_SIDE, "such question", console)


def _print_courses(found: list[CourseView], console: Console) -> None:
    """Each figure that changed: from what, when, to what, and by how many steps."""
    for course in found[:_MOST_CONFLICTS]:
        print_hanging(console, Text(f"As time went on: {course.topic}", style="bold"))
        first, last = course.steps[0], course.steps[-1]
        told = [f"{step.value} ({step.since or 'no time stated'})" for step in (first, last)]
        between = len(course.steps) - 2
        steps = f", {wording.counted(between, 'step')} between" if between > 0 else ""
        others = f"; {wording.counted(len(course.aside), 'other value')}" if course.aside else ""
        print_hanging(console, Text(" to ".join(told[: len(course.steps)]) + steps + others), left=7)


def _account(value: ValueView) -> Text:
    """As in "65 in 36 articles; the ministry, Harbour Post, 24 Jan"."""
    return Text(f"{_value(value)} in {value.articles}; {value.first.speaker}, {_place(value.first)}")


def _value(value: ValueView) -> str:
    return _quoted(value.words) if value.words else value.value


def _place(view: Appearance) -> str:
    return ", ".join(filter(None, (view.article.name, view.article.when)))


def _print_questions(records: CaseRecords, console: Console) -> None:
    groups = question_groups(records)
    if not groups:
        return
    print_heading("Open questions", console)
    left = _MOST_QUESTIONS
    for group in groups:
        shown = group.shown[: max(1, min(left, 3))]
        left -= len(shown)
        print_hanging(console, Text(f"{group.kind.capitalize()} ({group.count})", style="bold"))
        for question in shown:
            print_hanging(console, Text(question.plain), left=7)
            if question.closes_with:
                closing = "".join(
                    part.plain or (part.quote and _quoted(part.quote)) or "" for part in question.closes_with
                )
                print_hanging(console, Text(f"would close it: {closing}", style="dim"), left=9)

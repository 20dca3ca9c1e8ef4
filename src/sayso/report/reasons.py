"""Why a record is as it is, in words for a reader: the stages' reasons, without the labels of their workings."""

import re
from collections.abc import Iterable, Sequence

from sayso.model import Reason
from sayso.report import quoting, wording
from sayso.report.records import CaseRecords

_ARTICLE_ID = re.compile(r"\bart_[0-9a-f]{32}\b")
_ELSEWHERE = ("rank", "held_back", "difference")  # of questions: their order, and what the conflict itself says
_ANCHOR = re.compile(r"(\d+) mentions state: (.+)", re.DOTALL)
_WORDED = re.compile(r"(\d+) mentions share most of their words, among them: (.+)", re.DOTALL)
_FIGURE = re.compile(r"((?:[^\W\d][^\d]{0,15} )?[\d][\d.,–-]*)(?: (.+))?", re.DOTALL)  # "at least 4 released"
_WORD = re.compile(r"\w+")
_LONG_NUMBER = re.compile(r"\d{5,}")


def reason_words(records: CaseRecords, reasons: Sequence[Reason]) -> tuple[str, ...]:
    """The reasons' own words, each once, in their order; ids of articles become their numbers on the page.

    What appearances have in common is gathered: figures in one line, names in one, words in one.
    """
    told = [_numbered(records, reason.detail) for reason in reasons if not (_in_common(reason) or _elsewhere(reason))]
    return tuple(dict.fromkeys(filter(None, (*_common(records, reasons), *told))))


def _elsewhere(reason: Reason) -> bool:
    return reason.code in _ELSEWHERE


def _in_common(reason: Reason) -> bool:
    return bool(_ANCHOR.fullmatch(reason.detail) or _WORDED.fullmatch(reason.detail))


def _numbered(records: CaseRecords, detail: str) -> str:
    def number(found: re.Match[str]) -> str:
        known = records.number_by_article.get(found.group())
        return f"article {known}" if known else found.group()

    return _ARTICLE_ID.sub(number, quoting.one_line(detail))


def _common(records: CaseRecords, reasons: Iterable[Reason]) -> list[str]:
    figures: list[tuple[str, int]] = []
    names: list[tuple[str, int]] = []
    words: list[str] = []
    for reason in reasons:
        if stated := _ANCHOR.fullmatch(reason.detail):
            label = quoting.one_line(stated.group(2))
            figure = _FIGURE.fullmatch(label)
            (figures if figure else names).append((_figure(figure) if figure else label, int(stated.group(1))))
        elif worded := _WORDED.fullmatch(reason.detail):
            printed = _printed(records, reason.evidence, worded.group(2).split(", "))
            found = wording.counted(int(worded.group(1)), "appearance")
            words.append(f"Words in common: {', '.join(printed)} ({found})" if printed else "")
    return [_listed("Figures", figures), _listed("Names", names), *words]


def _listed(what: str, found: Sequence[tuple[str, int]]) -> str:
    """As in "Names in common: Veel (4 appearances), Orla (3)"."""
    counts = [wording.counted(number, "appearance") if at == 0 else str(number) for at, (_, number) in enumerate(found)]
    named = ", ".join(f"{label} ({count})" for (label, _), count in zip(found, counts, strict=True))
    return f"{what} in common: {named}" if found else ""


def _figure(found: re.Match[str]) -> str:
    """A figure's label as it is read: "18000 settlement" counts settlements, and "17 killed" the killed."""
    number = grouped(found.group(1))
    return f"{number} for {found.group(2)}" if found.group(2) else number


def grouped(text: str) -> str:
    """A label of ours with the digits of its long numbers in groups: "at least 15,834"."""
    return _LONG_NUMBER.sub(lambda digits: f"{int(digits.group()):,}", text)


def _printed(records: CaseRecords, evidence: Sequence[str], stems: Sequence[str]) -> list[str]:
    """The words of the first appearance that have these stems: "territory" for "territori"."""
    mention = records.mention_by_id.get(evidence[0]) if evidence else None
    words = _WORD.findall(mention.span.exact) if mention else []
    found = (next((w for w in words if w.casefold().startswith(s[: max(3, len(s) - 1)])), "") for s in stems)
    return [quoting.one_line(word) for word in dict.fromkeys(filter(None, found))]

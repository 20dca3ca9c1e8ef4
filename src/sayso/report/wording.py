"""Our own words: what the closed vocabularies, counts, clocks and languages are called on the page.

Everything a report says that is not a quote comes from here or from the templates, so that it can be kept
free of verdicts (tests/report/test_report_words.py). English only; dates are unambiguous in any English.
"""

import datetime
import functools
from collections.abc import Mapping, Sequence

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime
from babel.numbers import format_decimal

from sayso.model import Certainty, Clock, Corroboration
from sayso.vocab import (
    AgentKind,
    Aspect,
    BlockRole,
    CertaintyLevel,
    CreditKind,
    DerivationKind,
    Difference,
    DirectionBasis,
    DriftWhere,
    Lost,
    Manner,
    Mode,
    Polarity,
    QuestionKind,
    SkipReason,
    SourceKind,
    Technique,
)

_ENGLISH = Locale("en")

SOURCE_KIND: Mapping[SourceKind, str] = {
    SourceKind.NAMED: "named source",
    SourceKind.ROLE: "named by role only",
    SourceKind.UNNAMED: "unnamed source",
    SourceKind.DOCUMENT: "a document",
    SourceKind.OUTLET: "another outlet",
    SourceKind.NONE: "nobody named",
    SourceKind.UNCLEAR: "somebody, unclear who",
}
PRONOUN = "a pronoun not resolved"
LEFT_OUT = "somebody the sentence does not name"
MANNER: Mapping[Manner, str] = {
    Manner.DIRECT: "in quotation marks",
    Manner.INDIRECT: "reported speech",
    Manner.MIXED: "partly in quotation marks",
}
SURENESS: Mapping[CertaintyLevel, str] = {
    CertaintyLevel.CERTAIN: "put as certain",
    CertaintyLevel.PROBABLE: "put as probable",
    CertaintyLevel.POSSIBLE: "put as possible",
    CertaintyLevel.UNDERSPECIFIED: "not said how sure",
}
MODE: Mapping[Mode, str] = {
    Mode.STATEMENT: "",
    Mode.HYPOTHESIS: "a hypothesis",
    Mode.PREDICTION: "a prediction",
    Mode.OPINION: "an opinion",
    Mode.QUESTION: "a question",
}
ROLE: Mapping[BlockRole, str] = {
    BlockRole.HEADLINE: "in the headline",
    BlockRole.DECK: "in the deck",
    BlockRole.CAPTION: "in a caption",
}
DERIVATION: Mapping[DerivationKind, tuple[str, str]] = {  # where the order is known, and where it is not
    DerivationKind.VERBATIM: ("word-for-word copy", "word for word"),
    DerivationKind.TRIMMED: ("trimmed copy", "the longer trimmed, or the shorter added to"),
    DerivationKind.PARTIAL: ("partial copy", "parts in common"),
    DerivationKind.EDITED: ("edited copy", "with edits"),
    DerivationKind.REWRITTEN: ("reworded copy", "reworded"),
    DerivationKind.SAME_SOURCE: ("same wire or press release", "both from one source"),
    DerivationKind.SHARED_QUOTATION: ("shared quotation", "a quotation only"),
    DerivationKind.TRANSLATION: ("translation", "one a translation of the other"),
    DerivationKind.REVISION: ("later version", "versions of one article"),
    DerivationKind.REPUBLICATION: ("declared republication", "declared republication"),
}
BASIS: Mapping[DirectionBasis, str] = {
    DirectionBasis.CREDIT_LINE: "Direction by a credit line",
    DirectionBasis.DECLARED_ORIGINAL: "Direction by a declared original",
    DirectionBasis.EARLIER_CLOCK: "Direction by the earlier clock",
    DirectionBasis.CONTAINMENT: "Direction by containment",
    DirectionBasis.LINK: "Direction by a link",
    DirectionBasis.CORRECTION: "Direction by a correction carried over",
    DirectionBasis.UNKNOWN: "Direction not known",
}
CREDITED = "credits it"  # of a text whose credit line names an origin that has no text here
DECLARED = "names it as its original"
CREDIT: Mapping[CreditKind, str] = {
    CreditKind.REPUBLICATION: "declares its original",
    CreditKind.WIRE: "credits a wire",
    CreditKind.HAT_TIP: "hat tip",
    CreditKind.COPYRIGHT: "copyright line",
    CreditKind.TRANSLATION: "declares a translation",
    CreditKind.PRESS_RELEASE: "press release",
}
ASPECT: Mapping[Aspect, str] = {
    Aspect.NUMBER: "How many",
    Aspect.TIME: "When",
    Aspect.PLACE: "Where",
    Aspect.ACTOR: "Who",
    Aspect.CAUSE: "How, by what",
    Aspect.POLARITY: "Said and denied",
    Aspect.ANSWER: "Answers to one question",
}
DIFFERENCE: Mapping[Difference, tuple[str, str]] = {
    Difference.CONFLICT: ("conflict", "conflicts"),
    Difference.UPDATE: ("update of one account", "updates of one account"),
    Difference.SCOPE: ("difference of scope", "differences of scope"),
    Difference.ROUNDING: ("rounding", "roundings"),
    Difference.BOUND: ("bound that includes the other value", "bounds that include the other value"),
    Difference.UNDECIDED: ("question answered in several ways", "questions answered in several ways"),
}
LOST_WHAT: Mapping[Lost, str] = {
    Lost.ATTRIBUTION: "the attribution",
    Lost.HEDGE: "the hedge",
    Lost.SCOPE: "the scope",
    Lost.BOUND: "the bound",
}
LOST: Mapping[Lost, str] = {
    Lost.ATTRIBUTION: "said by somebody in the first, in the writer’s own voice in the second",
    Lost.HEDGE: "less than certain in the first, flat in the second",
    Lost.SCOPE: "narrower in the first, wider in the second",
    Lost.BOUND: "bounded in the first, a plain figure in the second",
}
WHERE: Mapping[DriftWhere, str] = {
    DriftWhere.WITHIN_ARTICLE: "within one article",
    DriftWhere.HEADLINE_BODY: "between body and headline",
    DriftWhere.BETWEEN_OUTLETS: "from one outlet to the next",
}
ONE_OUTLET = "from one report of the outlet to another"
QUESTION: Mapping[QuestionKind, str] = {
    QuestionKind.ONE_ORIGIN: "one origin only",
    QuestionKind.NO_NAMED_SOURCE: "no named source",
    QuestionKind.NO_SOURCE: "no source at all",
    QuestionKind.CONFLICT_OPEN: "accounts differ",
    QuestionKind.DENIAL: "denied",
    QuestionKind.SUM_FAILS: "a sum that does not add up",
    QuestionKind.SAID_UNKNOWN: "said to be unknown",
}
TECHNIQUE: Mapping[Technique, str] = {
    Technique.LOADED_WORD: "loaded word",
    Technique.NAME_CALLING: "name-calling",
    Technique.EUPHEMISM: "euphemism",
    Technique.DOUBT: "distance or doubt",
    Technique.EXAGGERATION: "exaggeration",
}
SKIP: Mapping[SkipReason, str] = {
    SkipReason.UNKNOWN_TYPE: "of a kind Sayso does not read",
    SkipReason.EMPTY: "empty",
    SkipReason.NO_TEXT: "no article text in it",
    SkipReason.NOT_HTML: "not a web page",
    SkipReason.NOT_A_PAGE: "not an article but a redirect, an error page or an image",
    SkipReason.MALFORMED: "malformed",
    SkipReason.TRUNCATED: "cut off",
    SkipReason.TOO_LARGE: "larger than the limit",
    SkipReason.BOMB: "refused: unpacks to far more than its size",
    SkipReason.BAD_DIGEST: "its digest does not fit its bytes",
    SkipReason.BAD_CHARSET: "its characters cannot be decoded",
    SkipReason.DUPLICATE: "the same bytes again",
    SkipReason.UNREADABLE: "cannot be opened",
    SkipReason.LANGUAGE_UNSUPPORTED: "language not supported",
    SkipReason.NOT_LOCATED: "text that could not be found again in the source",
    SkipReason.HOT_KEY: "too common to compare",
    SkipReason.STAGE_FAILED: "a step failed on it",
}
AGENT: Mapping[AgentKind, str] = {
    AgentKind.PERSON: "person",
    AgentKind.ORGANIZATION: "body",
    AgentKind.OUTLET: "outlet",
    AgentKind.AGENCY: "news agency",
    AgentKind.SOFTWARE: "software",
}
OWN_VOICE = "in the writer’s own voice"
NEGATED = "in the negative"  # "denies that …" and "does not …" alike: whose negation it is, the words show

_DATE_PATTERNS = {"year": "y", "month": "MMM y", "day": "d MMM y"}


def counted(number: int, one: str, many: str = "") -> str:
    """As in "1 article", "1,234 articles"; `many` where adding an s is not enough."""
    return f"{format_decimal(number, locale=_ENGLISH)} {one if number == 1 else many or one + 's'}"


def origin_range(low: int, high: int) -> str:
    """As in "1 independent origin", "2–3 independent origins"."""
    if low == high:
        return counted(low, "independent origin")
    return f"{low}–{high} independent origins"


def spread(corroboration: Corroboration, of: int) -> str:
    """As in "36 of 93 articles, 1–2 independent origins"."""
    share_of_case = f"{corroboration.articles} of {counted(of, 'article')}"
    return f"{share_of_case}, {origin_range(corroboration.low, corroboration.high)}"


def sureness(certainty: Certainty) -> str:
    """How sure the words are and what they do: "put as possible, a hypothesis"; never how sure we are."""
    negated = "" if certainty.polarity is Polarity.POSITIVE else NEGATED
    return ", ".join(filter(None, (SURENESS[certainty.value], negated, MODE[certainty.mode])))


def clock(given: Clock | None) -> str:
    """The time as precisely as it was given and no more, in UTC; the empty string for None."""
    if given is None:
        return ""
    return moment(given.value, given.precision)


def period(first: Clock, last: Clock) -> str:
    """As in "11 Mar 2025, 08:41–19:20 UTC" within a day, "11 Mar 2025 – 14 Mar 2025"; no more precise than either."""
    if moment(first.value, "day") == moment(last.value, "day"):
        if first.value == last.value:
            return clock(first)
        if {first.precision, last.precision} & _DATE_PATTERNS.keys():
            return moment(first.value, "day")
        return f"{clock(first).removesuffix(' UTC')}–{clock(last).rpartition(', ')[2]}"
    precisions = [given.precision if given.precision in _DATE_PATTERNS else "day" for given in (first, last)]
    return f"{moment(first.value, precisions[0])} – {moment(last.value, precisions[1])}"


def moment(value: datetime.datetime, precision: str = "minute") -> str:
    """As in "24 Jan 2024", "24 Jan 2024, 11:02 UTC"."""
    pattern = _DATE_PATTERNS.get(precision, "d MMM y, HH:mm 'UTC'")
    return format_datetime(value, pattern, tzinfo=datetime.UTC, locale=_ENGLISH)


@functools.cache
def language(tag: str) -> str:
    """The English name of a BCP 47 language, the tag itself where there is none."""
    if tag == "und":
        return "language not told"
    found = _locale(tag)
    return (found and found.get_display_name(_ENGLISH)) or tag


@functools.cache
def direction(tag: str) -> str:
    """The value for an HTML `dir`: "rtl", "ltr", or "auto" where the language is not known."""
    found = _locale(tag) if tag != "und" else None
    if found is None:
        return "auto"
    return "rtl" if found.character_order == "right-to-left" else "ltr"


def share(part: float) -> str:
    """As in "62 %"; what is nearly all or nearly none is not rounded to all or none."""
    percent = round(part * 100)
    if percent == 100 and part < 1:
        return "over 99 %"
    if percent == 0 and part > 0:
        return "under 1 %"
    return f"{percent} %"


def times(number: int) -> str:
    """As in "once", "twice", "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def listed(names: Sequence[str], most: int = 3, last: str = "and") -> str:
    """As in "A, B and C", "A, B and 7 more"."""
    shown = list(names[:most])
    rest = len(names) - len(shown)
    if rest:
        shown.append(f"{rest} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def _locale(tag: str) -> Locale | None:
    for part in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(part, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None

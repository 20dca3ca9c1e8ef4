"""What credit lines declare: whose text it is, and whether that outlet is among the documents."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.lineage.documents import Document, canonical_url, host
from sayso.lineage.keeping import by_digest
from sayso.model import Agent, Article, Credit
from sayso.vocab import AgentKind, CreditKind

FOREIGN = frozenset({CreditKind.REPUBLICATION, CreditKind.TRANSLATION, CreditKind.WIRE, CreditKind.PRESS_RELEASE})
NAMING = FOREIGN | {CreditKind.HAT_TIP}
_TAKEN = FOREIGN | {CreditKind.COPYRIGHT}
_NOT_A_NAME = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\.(?:com?|org|net|gov|edu|ac|info|[a-z]{2,12})(?:\.[a-z]{2})?$")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_BARE = 4  # letters of what is left of a name without its generic words
_OUTLETS, _CREDITS = "outlet", "credit"  # whose generic words are left out
_LONGEST_QUOTE = 160  # code points of a credit line that a reason repeats


def key(name: str) -> str:
    """A name without case, accents, blanks and punctuation, and without a leading "the"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_A_NAME.sub("", plain.casefold().strip().removeprefix("the "))


@functools.cache
def _agencies() -> Mapping[str, str]:
    """Every form of an agency's name, as a key, to its full name; a form that two agencies use stands under neither."""
    named: dict[str, set[str]] = {}
    for full, forms in lexicon.load("agencies").tables["agencies"].items():
        for form in (full, *forms):
            named.setdefault(key(form), set()).add(full)
    return {form: next(iter(fulls)) for form, fulls in named.items() if len(fulls) == 1}


def agency(name: str) -> str | None:
    """The full name of the agency that `name` is a form of."""
    return _agencies().get(key(name))


@functools.cache
def _forms() -> tuple[str, ...]:
    """Every form of every agency's name, the longest first."""
    agencies = lexicon.load("agencies").tables["agencies"]
    return tuple(sorted({f for full, others in agencies.items() for f in (full, *others)}, key=lambda f: (-len(f), f)))


@functools.lru_cache(1 << 10)
def _named_in_text(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Names as running text has them: short forms exactly, longer ones with a case ending too."""
    ends = (f"({re.escape(f)})" + (r"\w{0,3}\b" if len(f) > 4 else r"(?!\w)") for f in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ends)})")


@by_digest(1 << 12)
def agencies_in(text: str) -> frozenset[str]:
    """Full names of the agencies that `text` names; kept for some thousand texts, which are asked for pair by pair."""
    forms = tuple(form for form in _forms() if form in text)  # all 300 in one pattern took 9 ms a text, not 0.5
    if not forms:
        return frozenset()
    found = (match[match.lastindex or 0] for match in _named_in_text(forms).finditer(text))
    return frozenset(filter(None, map(agency, found)))


def credited_agencies(document: Document) -> frozenset[str]:
    """Full names of the agencies that a credit line of `document` names."""
    given = (agency(credit.name) for credit in document.credits if credit.kind in _TAKEN)
    return frozenset(filter(None, given))


def _bare(name: str) -> str | None:
    """The key of a name without the words that only say what it is: "corvane" of "Corvane News Agency", "corvane-wire".

    None where it has no such word, or where what is left is no name by itself: "Daily" of "Daily News".
    """
    if agency(name):  # whose forms are listed
        return None
    table = lexicon.load("agencies").tables["words"]
    kinds, ends, common = (frozenset(table[each]) for each in ("kinds", "ends", "common"))
    words = _WORD.findall(_SUFFIX.sub("", name.strip().casefold()))
    kept = [word for word in words if word not in kinds]
    if len(words) == 1 and kept:
        end = next((end for end in sorted(ends, key=len, reverse=True) if words[0].endswith(end)), "")
        kept = [words[0].removesuffix(end)] if end else kept
    left = "".join(map(key, kept))
    told = any(word not in common for word in kept) and left != "".join(map(key, words))
    return left if told and len(left) >= _SHORTEST_BARE else None


def _keys(name: str | None) -> frozenset[str]:
    if not name:
        return frozenset()
    forms = {name, _SUFFIX.sub("", name.strip().casefold()), agency(name) or name}
    return frozenset(filter(None, map(key, forms)))


def _site_keys(url: str | None) -> frozenset[str]:
    site = host(url)
    return frozenset(filter(None, (key(site), key(_SUFFIX.sub("", site)))))


def _with_bare(keys: frozenset[str], names: Iterable[str], bare: str, full: str) -> frozenset[str]:
    """`keys` and, marked, those without generic words.

    Marks let a bare name meet a full one and no other bare one: "Lagos News" and "Lagos Press" are two outlets.
    """
    short = filter(None, map(_bare, names))
    return keys | {f"{bare}:{one}" for one in short} | {f"{full}:{one}" for one in keys}


@functools.lru_cache(1 << 16)
def _outlet_keys(outlet: str | None, url: str | None) -> frozenset[str]:
    return _with_bare(_keys(outlet) | _site_keys(url), filter(None, (outlet, host(url))), _OUTLETS, _CREDITS)


def outlet_keys(document: Document) -> frozenset[str]:
    """What the outlet, or the site, that `document` stood in may be called; one of `credit_keys` names it."""
    return _outlet_keys(document.outlet, document.url)


def credit_keys(credit: Credit) -> frozenset[str]:
    """What the outlet that the credit names may be called."""
    return _credit_keys(credit.name, credit.url)


@functools.lru_cache(1 << 16)
def _credit_keys(name: str, url: str | None) -> frozenset[str]:
    linked = _site_keys(url) if canonical_url(url) or host(url) else frozenset()
    return _with_bare(_keys(name) | linked, (name,), _CREDITS, _OUTLETS)


def is_outlet(credit: Credit, document: Document) -> bool:
    """Whether the credit names the outlet, or the site, that `document` stood in."""
    return not credit_keys(credit).isdisjoint(outlet_keys(document))


def is_outlet_named(name: str, article: Article) -> bool:
    """Whether an article stood in the outlet, or on the site, of that name."""
    return not _credit_keys(name, None).isdisjoint(_outlet_keys(article.publisher, article.url))


def credit_to(document: Document, other: Document) -> Credit | None:
    """The credit line of `document` that names the outlet of `other`, where that is not its own outlet too."""
    return next(
        (c for c in document.credits if c.kind in NAMING and is_outlet(c, other) and not is_outlet(c, document)), None
    )


@dataclass(frozen=True, slots=True)
class Declared:
    """An origin that a credit line names: the agent, the line, and whether the line says that it gave only a part."""

    agent: Agent
    credit: Credit
    part: bool = False


@functools.cache
def _partly() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a line opens with, and what follows an agency's name, where the agency gave part of the text."""
    table = lexicon.load("credits").tables["wire"]
    return tuple(table["part"]), (",", "and ", *table["after"])


def is_part(credit: Credit, document: Document) -> bool:
    """Whether the line says that the agency gave part of the text: "The Gazette and Norlex contributed to this report".

    "Norlex writers Ana Lenz and Tom Moe contributed to this report" is how an agency signs its own.
    """
    if credit.kind is not CreditKind.WIRE:
        return False
    line = document.text[credit.start : credit.end]
    opens, follows = _partly()
    lower = line.casefold().strip(" \t*_>|•·–—-(")
    behind = line.rpartition(credit.name)[2].casefold().lstrip()
    return lower.startswith(opens) or (behind.startswith(follows) and lower.rstrip(" .)").endswith(follows[2:]))


def foreign_origin(document: Document) -> Declared | None:
    """Whose text the document says it is, if it names someone other than its own outlet.

    A line that speaks for all of the text comes before one that speaks for a part. A copyright line counts where it
    names an agency: outlets claim copyright for wire text less often than they pass on the agency's own line.
    """
    parts = {credit: is_part(credit, document) for credit in document.credits}
    for credit in sorted(parts, key=lambda c: (c.kind is not CreditKind.REPUBLICATION, parts[c], c.start)):
        full = agency(credit.name)
        wire = credit.kind is CreditKind.COPYRIGHT and full is not None
        if not credit.name.strip() or is_outlet(credit, document) or not (wire or credit.kind in FOREIGN):
            continue
        return Declared(_agent(credit, full), credit, parts[credit])
    return None


def _agent(credit: Credit, full: str | None) -> Agent:
    if full:
        return Agent(kind=AgentKind.AGENCY, name=full)
    kind = {CreditKind.WIRE: AgentKind.AGENCY, CreditKind.PRESS_RELEASE: AgentKind.ORGANIZATION}
    return Agent(kind=kind.get(credit.kind, AgentKind.OUTLET), name=" ".join(credit.name.split()))


def quoted(credit: Credit, document: Document) -> str:
    """The credit line as it stands in the text, shortened at the end if it is long."""
    return shortened(document.text[credit.start : credit.end].strip() or credit.name)


def shortened(line: str) -> str:
    """A line in quotation marks, shortened at the end if it is long."""
    line = " ".join(line.split())
    return f"“{line}”" if len(line) <= _LONGEST_QUOTE else f"“{line[:_LONGEST_QUOTE].rstrip()} …”"

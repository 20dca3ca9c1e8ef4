"""What a reader names on the command line: an article by its number or outlet, a tie or any of these by its id."""

from sayso.errors import UsageError
from sayso.model import Agent, Article, Derivation
from sayso.report import quoting
from sayso.report.records import CaseRecords
from sayso.report.sayings import article_ref

Named = Article | Agent | Derivation


def named(records: CaseRecords, wanted: str) -> list[Named]:
    """What `wanted` names, in the order of the case; raises UsageError where it names nothing.

    A number is that of an article, as in the dossier. An id, or the beginning of one, may be written as in the
    ledger (`drv_…`) or as in the dossier (`drv-…`); it must fit one record only. A name is that of an outlet, an
    agency or a site, in any case, with or without "The".
    """
    plain = quoting.one_line(wanted)
    if plain.isascii() and plain.isdigit():
        return [_by_number(records, plain)]
    by_id = _by_id(records, plain.replace("-", "_", 1))
    if len(by_id) > 1:
        raise UsageError(f"{len(by_id)} ids begin with {plain}", "Give more of it")
    found = by_id or _by_name(records, plain.casefold())
    if not found:
        raise UsageError(
            f"nothing in this case is called {plain[:80] or '“”'}",
            f"Give the number of an article ({_range(records)}), the name of its outlet, or an id: art-…, drv-…",
        )
    return found


def _by_number(records: CaseRecords, digits: str) -> Article:
    number = int(digits) if len(digits) < 10 else 0
    if not 1 <= number <= len(records.articles):
        raise UsageError(f"there is no article {digits[:20]}", f"This case has articles {_range(records)}")
    return records.articles[number - 1]


def _range(records: CaseRecords) -> str:
    return f"1–{len(records.articles)}" if len(records.articles) > 1 else str(len(records.articles))


def _by_id(records: CaseRecords, begun: str) -> list[Named]:
    if "_" not in begun or begun.endswith("_"):
        return []
    everything: tuple[Named, ...] = (*records.articles, *records.agents, *records.derivations)
    return [record for record in everything if record.id.startswith(begun)]


def _by_name(records: CaseRecords, name: str) -> list[Named]:
    """Outlets, sites and agencies of that name; where there are none, of the same name but for an article."""
    called: list[tuple[Named, tuple[str, ...]]] = [
        *((agent, (agent.name,)) for agent in records.agents),
        *((article, (article_ref(records, article).name, article.publisher or "")) for article in records.articles),
    ]
    forms = [(one, {quoting.one_line(form).casefold() for form in names}) for one, names in called]
    found = [one for one, names in forms if name in names]
    bare = _without_article(name)
    return (found or [one for one, names in forms if bare in map(_without_article, names)]) if name else []


def _without_article(name: str) -> str:
    return name.removeprefix("the ")

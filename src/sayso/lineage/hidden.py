"""Origins that credit lines name and of which no text is here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sayso.lineage.circles import circle, circular
from sayso.lineage.declared import Declared, credit_keys, foreign_origin, is_outlet, key, outlet_keys
from sayso.lineage.documents import Document
from sayso.lineage.findings import Finding, Findings
from sayso.model import Agent
from sayso.vocab import AgentKind, DerivationKind

_COPIES = frozenset(DerivationKind) - {DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION}


class Named(NamedTuple):
    """An origin that a credit line names, and whether it says that only a part of the text is from there."""

    name: str
    part: bool


def hidden_origins(documents: Iterable[Document], findings: Findings) -> Iterator[tuple[Document, Declared]]:
    """Those of `documents` that credit an outlet none of whose texts here they share, with what they declare.

    `findings` are what ties them; one document alone has none, and can credit somebody all the same.
    """
    partners = _partners(findings)
    for document in documents:
        declared = foreign_origin(document)
        if declared and not any(is_outlet(declared.credit, other) for other in partners[document.id]):
            yield document, declared


def one_agent_each(hidden: Iterable[tuple[Document, Declared]]) -> list[tuple[Document, Declared]]:
    """The same with one agent for all that is called by one name: an agency where any line shows it to be one.

    "LUNDHAVN (Norlex) –" shows it, "Source: Norlex" does not.
    """
    given = list(hidden)
    agents: dict[str, Agent] = {}
    ordered = sorted(
        (declared.agent for _, declared in given),
        key=lambda agent: (agent.kind is not AgentKind.AGENCY, agent.kind.value, agent.name),
    )
    for agent in ordered:
        agents.setdefault(key(agent.name), agent)
    return [(document, replace(declared, agent=agents[key(declared.agent.name)])) for document, declared in given]


def common_origin(finding: Finding, findings: Findings, hidden: Mapping[str, Declared]) -> str | None:
    """The name of the hidden origin that both texts of `finding` go back to; `hidden` is by id of the document.

    Where a copy is directed, that is the origin of what it was copied from.
    """
    derived, origin = (hidden.get(findings.documents[one].id) for one in (finding.derived, finding.origin))
    return name_in_common(finding, named(derived), named(origin))


def named(declared: Declared | None) -> Named | None:
    """What is declared, in short."""
    return Named(declared.agent.name, declared.part) if declared else None


def name_in_common(finding: Finding, derived: Named | None, origin: Named | None) -> str | None:
    """The same, given the hidden origins of the two texts of `finding`."""
    if finding.kind not in _COPIES or (finding.directed and origin is None):
        return None
    names = sorted({one.name for one in (derived, origin) if one and not one.part})
    return names[0] if len(set(map(key, names))) == 1 else None


def round_trips(hidden: Sequence[tuple[Document, Declared]]) -> Mapping[str, tuple[Document, ...]]:
    """For each document whose credit leads back to its own outlet, the way: itself, …, a document that credits it.

    They share no text, so nothing but the credits shows it: A credits B, and a text of B that is here credits A. The
    walk goes over outlets, not documents: there are far fewer.
    """
    numbers: dict[frozenset[str], int] = {}
    outlets = [numbers.setdefault(outlet_keys(document), len(numbers)) for document, _ in hidden]
    called: dict[str, list[int]] = defaultdict(list)
    for keys, number in numbers.items():
        for form in keys:
            called[form].append(number)
    edges: dict[int, list[int]] = defaultdict(list)
    first: dict[tuple[int, int], Document] = {}  # who of an outlet credits the other
    for (document, declared), outlet in zip(hidden, outlets, strict=True):
        for other in sorted({number for form in credit_keys(declared.credit) for number in called.get(form, ())}):
            if first.setdefault((outlet, other), document) is document:
                edges[outlet].append(other)
    sets = circular(edges)
    ways = {}
    for (document, declared), outlet in zip(hidden, outlets, strict=True):
        credited = (number for form in sorted(credit_keys(declared.credit)) for number in called.get(form, ()))
        there = next((other for other in credited if outlet in sets and sets.get(other) == sets[outlet]), None)
        way = circle(there, outlet, edges) if there is not None else ()
        if way:
            ways[document.id] = (document, *(first[step] for step in pairwise(way)))
    return ways


def _partners(findings: Findings) -> Mapping[str, list[Document]]:
    """For each document, those it shares text with as a copy."""
    partners: dict[str, list[Document]] = defaultdict(list)
    for finding in findings.found:
        if finding.kind in _COPIES:
            derived, origin = findings.documents[finding.derived], findings.documents[finding.origin]
            partners[derived.id].append(origin)
            partners[origin.id].append(derived)
    return partners

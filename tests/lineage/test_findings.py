import dataclasses
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lineage_prose as prose
from sayso.lineage.documents import Document, read_clock
from sayso.lineage.findings import Finding, Findings, find
from sayso.model import Credit
from sayso.settings import LineageSettings
from sayso.vocab import CreditKind, DerivationKind, DirectionBasis

BASE = prose.paragraphs(1, 14)


def document(name: str, text: str, hour: int | None = None, **fields: Any) -> Document:
    clock = read_clock(f"2031-03-04T{hour:02}:00:00Z") if hour is not None else None
    return Document(id=name, outlet=fields.pop("outlet", name.title()), text=text, published=clock, **fields)


def joined(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def found(*documents: Document, quotations: bool = True) -> Findings:
    return find(documents, LineageSettings(), quotations=quotations)


def only(*documents: Document) -> tuple[Findings, Finding, str, str]:
    findings = found(*documents)
    assert len(findings.found) == 1
    finding = findings.found[0]
    return findings, finding, findings.documents[finding.derived].id, findings.documents[finding.origin].id


COPIES = {
    DerivationKind.VERBATIM: joined(*BASE),
    DerivationKind.TRIMMED: joined(*BASE[:9]),
    DerivationKind.PARTIAL: joined(*prose.paragraphs(2, 5), *BASE[4:9], *prose.paragraphs(3, 5)),
    DerivationKind.EDITED: joined(*BASE[:2], *BASE[5:8], BASE[3], *BASE[9:]),
    DerivationKind.REWRITTEN: prose.reworded(joined(*BASE), 5),
}


@pytest.mark.parametrize("kind", COPIES)
def test_each_kind_of_copy_is_told(kind: DerivationKind) -> None:
    _, finding, derived, origin = only(document("herald", joined(*BASE), 8), document("courier", COPIES[kind], 9))
    assert (finding.kind, derived, origin, finding.directed) == (kind, "courier", "herald", True)
    assert finding.reasons[0].code == "shared_text"


def test_one_figure_changed_makes_an_edited_copy() -> None:
    figure = joined(*BASE[:3], BASE[3] + " The storm hurt 23 people.", *BASE[4:])
    _, finding, *_ = only(document("herald", figure, 8), document("courier", figure.replace("23", "32"), 9))
    assert finding.kind is DerivationKind.EDITED


@pytest.mark.parametrize(
    ("kept", "kind"),
    [
        ([*BASE[:3], *BASE[5:8], *BASE[10:]], DerivationKind.TRIMMED),
        ([*BASE[7:], *BASE[:7]], DerivationKind.EDITED),
        (BASE[2:5], DerivationKind.PARTIAL),
    ],
)
def test_paragraphs_left_out_trim_a_copy_and_moved_about_edit_it(kept: list[str], kind: DerivationKind) -> None:
    _, finding, *_ = only(document("herald", joined(*BASE), 8), document("courier", joined(*kept), 9))
    assert finding.kind is kind


@pytest.mark.parametrize("kind", COPIES)
def test_matches_are_the_same_words_in_both(kind: DerivationKind) -> None:
    findings, finding, *_ = only(document("herald", joined(*BASE), 8), document("courier", COPIES[kind], 9))
    derived, origin = findings.documents[finding.derived].text, findings.documents[finding.origin].text
    for match in findings.matches(finding):
        left = derived[match.left_start : match.left_end].casefold().split()
        right = origin[match.right_start : match.right_end].casefold().split()
        assert left[0] == right[0] or left[-1] == right[-1]
        assert len(set(left) & set(right)) > 0.6 * len(set(left))
        if finding.alignment.density == 1:
            assert left == right


@pytest.mark.parametrize(("between", "rate", "count"), [("\n\n", 0.0, 1), (" ", 0.0, 0), ("\n\n", 0.06, 0)])
def test_a_fifth_of_a_report_is_a_copy_where_it_runs_on_over_paragraphs(between: str, rate: float, count: int) -> None:
    """Two sentences of 32 words, two paragraphs in the other report too; as one they may be a box; reworded, luck."""
    words = prose.text(6, 4).replace(".", "").split()
    shared = [" ".join(words[:32]).capitalize() + ".", " ".join(words[32:64]).capitalize() + "."]
    lifted = between.join(prose.reworded(sentence, 2, rate) for sentence in shared)
    one = joined(*prose.paragraphs(4, 4), lifted, *prose.paragraphs(7, 4))
    two = joined(*prose.paragraphs(5, 4), *shared, *prose.paragraphs(8, 4))
    assert len(found(document("herald", one, 8), document("courier", two, 9), quotations=False).found) == count


def test_one_shared_paragraph_in_long_reports_ties_nothing() -> None:
    trap = BASE[0]
    one, two = joined(*prose.paragraphs(4), trap), joined(trap, *prose.paragraphs(5))
    assert found(document("herald", one), document("courier", two)).found == ()


def test_one_shared_sentence_makes_short_reports_partial_copies() -> None:
    rng = random.Random(3)
    shared = prose.sentence(rng)
    briefs = [joined(prose.sentence(rng), shared, prose.sentence(rng)) for _ in range(2)]
    _, finding, *_ = only(document("herald", briefs[0]), document("courier", briefs[1]))
    assert finding.kind is DerivationKind.PARTIAL
    assert finding.basis is DirectionBasis.UNKNOWN


def test_a_shared_quotation_is_not_a_copy() -> None:
    quoted = f"“{' '.join(s.rstrip('.') for s in BASE[:3])},” the harbour master said."
    one, two = joined(*prose.paragraphs(4, 8), quoted), joined(quoted, *prose.paragraphs(5, 8))
    _, finding, *_ = only(document("herald", one, 8), document("courier", two, 9))
    assert finding.kind is DerivationKind.SHARED_QUOTATION
    assert not finding.directed
    assert found(document("herald", one, 8), document("courier", two, 9), quotations=False).found == ()


def said(*paragraphs: str) -> str:
    """The paragraphs as somebody's words, each with who said so."""
    return joined(*(f"“{' '.join(p.split()).rstrip('.')},” the harbour master said." for p in paragraphs))


def test_an_interview_that_makes_up_most_of_a_text_is_a_copy() -> None:
    answers = said(*BASE[:10])
    one = document("herald", joined(*prose.paragraphs(4, 8), answers), 8)
    two = document("courier", joined(answers, *prose.paragraphs(5, 2)), 9)
    assert only(one, two)[1].kind is DerivationKind.PARTIAL
    half = document("gazette", joined(answers, *prose.paragraphs(5, 7)), 9)
    assert only(one, half)[1].kind is DerivationKind.SHARED_QUOTATION


def test_a_scrap_of_shared_prose_beside_quotations_makes_no_copy() -> None:
    """Ten words of the introduction are the same; the rest of what they share is quoted."""
    scrap = " ".join(prose.paragraphs(6, 1)[0].split()[:10])
    one = joined(*prose.paragraphs(4, 8), f"{scrap} here.", said(*BASE[:4]))
    two = joined(said(*BASE[:4]), *prose.paragraphs(5, 4), f"There {scrap}.")
    _, finding, *_ = only(document("herald", one, 8), document("courier", two, 9))
    assert finding.kind is DerivationKind.SHARED_QUOTATION


def test_posts_shown_on_a_page_are_quotations() -> None:
    posts = joined(*(f"{p} — Ana Vey (@vey_lock) March {n}, 2031" for n, p in enumerate(BASE[:3], 1)))
    one, two = joined(*prose.paragraphs(4, 8), posts), joined(posts, *prose.paragraphs(5, 8))
    _, finding, *_ = only(document("herald", one, 8), document("courier", two, 9))
    assert finding.kind is DerivationKind.SHARED_QUOTATION


def sent(agency: str | None) -> list[Document]:
    """Six reports that each have three of six paragraphs, one here, one there, with a credit line if any."""
    shared = prose.paragraphs(9, 6)
    line = () if agency is None else (Credit(kind=CreditKind.WIRE, name=agency, start=0, end=0),)
    reports = []
    for n in range(6):
        own = prose.paragraphs(20 + n, 6)
        body = joined(own[0], shared[0], *own[1:3], shared[1 + n % 3], *own[3:5], shared[4 + n % 2], own[5])
        reports.append(document(f"paper{n}", body, credits=line))
    return reports


def test_what_many_print_is_one_agencys_where_they_credit_it() -> None:
    assert found(*sent(None)).found == ()
    findings = found(*sent("Reuters"))
    assert {finding.kind for finding in findings.found} == {DerivationKind.SAME_SOURCE}
    names = [document.id for document in findings.documents]
    tied = {frozenset((names[one.derived], names[one.origin])) for one in findings.found}
    sharing = [(a, b) for a in range(6) for b in range(a) if a % 3 == b % 3 or a % 2 == b % 2]
    assert tied >= {frozenset((f"paper{a}", f"paper{b}")) for a, b in sharing}


def test_an_agency_that_one_credits_and_the_other_names_stands_behind_both() -> None:
    first, *others = sent(None)
    credited, *_ = sent("Reuters")
    named = [dataclasses.replace(other, text=f"{other.text}\n\nReuters was not there.") for other in others]
    assert {f.kind for f in found(credited, *named).found} == {DerivationKind.SAME_SOURCE}
    assert found(first, *named).found == ()


def test_boxes_of_pages_that_credit_one_agency_are_not_its_text() -> None:
    box = "\n".join(" ".join(sentence.split()[:4]) for sentence in prose.paragraphs(9, 9, 1))
    line = (Credit(kind=CreditKind.WIRE, name="Reuters", start=0, end=0),)
    reports = [document(f"a{n}", joined(prose.text(20 + n, 12), box), credits=line) for n in range(2)]
    assert found(*reports).found == ()


def test_what_many_unrelated_texts_print_ties_none_of_them() -> None:
    motto = joined(*prose.paragraphs(9, 4))
    texts = [joined(*prose.paragraphs(20 + n, 9), motto) for n in range(8)]
    assert found(*(document(f"paper{n}", text) for n, text in enumerate(texts))).found == ()
    assert len(found(*(document(f"paper{n}", text) for n, text in enumerate(texts[:2]))).found) == 1


def test_an_outlets_own_background_ties_its_long_reports_not() -> None:
    background = joined(*prose.paragraphs(9, 4))
    texts = [joined(*prose.paragraphs(20 + n, 9), background) for n in range(2)]
    assert found(*(document(f"a{n}", text, outlet="Herald") for n, text in enumerate(texts))).found == ()


def family(name: str, seed: int, extra: str, size: int = 3) -> list[Document]:
    """Copies of one text, the last of which has something more at its end."""
    body = prose.text(seed, 9)
    texts = [body] * (size - 1) + [joined(body, extra)]
    return [document(f"{name}{n}", text, n) for n, text in enumerate(texts)]


def across(findings: Findings) -> set[frozenset[str]]:
    """Pairs of documents whose names begin differently."""
    pairs = (frozenset((findings.documents[f.derived].id, findings.documents[f.origin].id)) for f in findings.found)
    return {pair for pair in pairs if len({name[0] for name in pair}) > 1}


def test_what_two_families_each_added_to_one_copy_does_not_join_them() -> None:
    """Six sentences from a third, in one member of either: their kin do not have them."""
    added = joined(*prose.paragraphs(9, 3))
    one, two = family("a", 40, added), family("b", 41, added)
    assert across(found(*one, *two)) == set()
    assert across(found(one[-1], two[-1])) == {frozenset(("a2", "b2"))}  # with nobody to ask, it is a partial copy


def test_what_the_kin_have_too_joins_two_families() -> None:
    lifted = joined(*prose.paragraphs(40, 9)[2:6])
    one, two = family("a", 40, ""), family("b", 41, lifted)
    assert across(found(*one, *two)) == {frozenset((f"a{n}", "b2")) for n in range(3)}


def test_half_of_a_brief_that_many_reports_carry_makes_no_copy_of_it() -> None:
    box = prose.paragraphs(9, 1, 3)[0]
    brief = document("brief", joined(prose.paragraphs(8, 1)[0], box))
    reports = [document(f"paper{n}", joined(prose.text(20 + n, 9), box)) for n in range(6)]
    assert found(brief, *reports).found == ()
    assert len(found(brief, reports[0]).found) == 1


def test_furniture_that_is_left_out_does_not_count() -> None:
    body, furniture = joined(*prose.paragraphs(4, 3)), joined(*prose.paragraphs(5, 6))
    other = joined(*prose.paragraphs(6, 3))
    documents = [
        document(name, f"{text}\n\n{furniture}", left_out=((len(text), len(text) + 2 + len(furniture)),))
        for name, text in (("herald", body), ("courier", other))
    ]
    assert found(*documents).found == ()


def test_a_copy_of_a_third_is_told_from_a_copy_of_a_copy() -> None:
    """Two cuttings of one text: the later has what the earlier left out, so it was not made from it."""
    findings = found(
        document("herald", joined(*BASE), 8),
        document("courier", joined(*BASE[:9]), 9),
        document("gazette", joined(*BASE[3:13]), 10),
    )
    names = {
        (findings.documents[f.derived].id, findings.documents[f.origin].id): (f.kind, f.directed)
        for f in findings.found
    }
    assert names[("courier", "herald")][1]
    assert names[("gazette", "herald")][1]
    assert names[("gazette", "courier")] == (DerivationKind.SAME_SOURCE, False)


def test_credits_in_a_circle_show_no_origin() -> None:
    names = ("Herald", "Courier", "Gazette")
    circle = [
        document(f"d{n}", joined(*BASE), n, outlet=name, credits=(wire(names[(n + 1) % 3]),))
        for n, name in enumerate(names)
    ]
    findings = found(*circle, document("e", joined(*BASE), 9, outlet="Digest", credits=(wire("Herald"),)))
    in_circle = [f for f in findings.found if f.reasons[-1].code == "circular_credit"]
    assert len(in_circle) == 3
    assert not any(f.directed for f in in_circle)
    said = in_circle[0].reasons[-1].detail
    assert all(f"{name} credits {names[(n + 1) % 3]}" in said for n, name in enumerate(names))
    assert "run in a circle" in said
    (outside,) = [f for f in findings.found if f.directed]
    assert findings.documents[outside.derived].id == "e"


def wire(name: str) -> Credit:
    return Credit(kind=CreditKind.WIRE, name=name, start=0, end=1)


def test_three_hundred_copies_stay_one_family_and_say_what_was_not_compared() -> None:
    documents = [document(f"p{n:03}", joined(*BASE[: 8 + n % 6]), n % 20) for n in range(300)]
    findings = found(*documents, *(document(f"q{n}", prose.text(50 + n)) for n in range(20)))
    tied = {findings.documents[side].id for f in findings.found for side in (f.derived, f.origin)}
    assert len(tied) == 300
    assert len(findings.found) < 300 * 10
    assert findings.capped == ((0, 300),)


def test_versions_of_one_page_are_revisions_not_copies() -> None:
    page = "https://herald.example/lock"
    old = document("v1", joined(*BASE), 8, outlet="Herald", url=page, headline="Lock shut")
    new = document(
        "v2", joined(*BASE[:11]), 9, outlet="Herald", url=f"{page}?utm_source=x", headline="Lock shut, say pilots"
    )
    _, finding, derived, origin = only(new, old)
    assert (finding.kind, derived, origin, finding.directed) == (DerivationKind.REVISION, "v2", "v1", True)
    words = " ".join(reason.detail for reason in finding.reasons)
    assert "the headline was “Lock shut”, became “Lock shut, say pilots”" in words
    assert "100% of the later version stands in the earlier" in words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://herald.example/lock-shut-a83833", "https://herald.example/lock-shut-say-pilots-a83833"),
        ("https://herald.example/lock-shut", "https://herald.example/lock-shut-say-pilots"),
    ],
)
def test_a_changed_headline_in_the_address_does_not_hide_a_revision(old: str, new: str) -> None:
    brief = prose.paragraphs(1, 1)[0]
    _, finding, *_ = only(
        document("v1", brief, 8, outlet="Herald", url=old, headline="Lock shut"),
        document("v2", brief, 8, outlet="Herald", url=new, headline="Lock shut, say pilots"),
    )
    assert (finding.kind, finding.directed) == (DerivationKind.REVISION, False)


def test_what_says_itself_a_reprint_is_nobodys_source_beside_what_it_reprints() -> None:
    """The wire at eight, a reprint that credits it at nine, the same words uncredited at ten."""
    line = Credit(kind=CreditKind.WIRE, name="Norlex", start=0, end=0)
    wire = document("norlex", joined(*BASE), 8)
    reprint = document("herald", joined(*BASE[:12]), 9, credits=(line,))
    findings = found(wire, reprint, document("courier", joined(*BASE[:9]), 10))
    names = [one.id for one in findings.documents]
    told = {(names[f.derived], names[f.origin]): (f.kind, f.directed) for f in findings.found}
    assert told["courier", "norlex"] == (DerivationKind.TRIMMED, True)
    assert told["courier", "herald"] == (DerivationKind.SAME_SOURCE, False)


def test_copies_on_two_sites_at_one_minute_are_no_revision() -> None:
    brief = prose.paragraphs(1, 1)[0]
    _, finding, *_ = only(
        document("v1", brief, 8, url="https://herald.example/lock-a83833"),
        document("v2", brief, 8, url="https://courier.example/lock-a83833"),
    )
    assert finding.kind is DerivationKind.VERBATIM


def test_a_page_with_other_news_each_day_has_no_revisions() -> None:
    page = "https://herald.example/today"
    assert found(document("a", prose.text(1), 8, url=page), document("b", prose.text(2), 9, url=page)).found == ()


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(rng: random.Random) -> None:
    documents = [
        document(f"d{n}", text, n % 3) for n, text in enumerate((*COPIES.values(), prose.text(7), prose.text(8)))
    ]
    straight = found(*documents)
    shuffled = list(documents)
    rng.shuffle(shuffled)
    assert found(*shuffled).found == straight.found


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text('abc \n"“”.', max_size=200), max_size=6))
def test_no_text_is_too_odd(texts: list[str]) -> None:
    findings = found(*(document(f"d{n}", text) for n, text in enumerate(texts)))
    for finding in findings.found:
        assert finding.derived != finding.origin
        for match in findings.matches(finding):
            assert 0 <= match.left_start < match.left_end <= len(findings.documents[finding.derived].text)


def test_hostile_texts_take_no_time() -> None:
    long = ["a" * 2**20, "? " * 2**18, '"' * 2**18, "no " * 2**17, "\n" * 2**20, f"x {'.' * 2**20} y" * 2]
    assert found(*(document(f"d{n}", text) for n, text in enumerate([*long, *long]))).capped == ()

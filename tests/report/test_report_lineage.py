"""How families and ties are laid out: what is said of each, what is folded, and what is left out and counted."""

import dataclasses
import itertools
import re
from collections.abc import Iterator

import pytest
from lxml import html

from report.copied import CLOSING, MIDDLE, OPENING, WIRE_TEXT, agency, copy, told
from report.invented_case import at
from sayso.model import Article, Derivation, Reason, Record
from sayso.report.html import dossier
from sayso.report.lineage import FamilyView, LineageView, Twig, circles, lineage
from sayso.report.quoting import Part
from sayso.report.records import CaseRecords
from sayso.report.ties import TieView
from sayso.vocab import DerivationKind, DirectionBasis

WIRE = told("Tidewire", WIRE_TEXT, 6)
POST = told("Evening Post", f"{OPENING}\n{CLOSING}", 7)
STAR = told("Morning Star", f"SARN (Tidewire) - {OPENING}\n{CLOSING}", 8, "SARN (Tidewire) -")


def case(*records: Record) -> CaseRecords:
    return CaseRecords.of("Sarn", records)


def tree(of: CaseRecords) -> html.HtmlElement:
    return html.document_fromstring(dossier(of))


def plain(parts: tuple[Part, ...]) -> str:
    return "".join(part.quote.text if part.quote else part.plain or part.name for part in parts)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def drawn(twigs: tuple[Twig, ...], depth: int = 0) -> Iterator[str]:
    for twig in twigs:
        yield "  " * depth + twig.node.name + (f": {twig.how}" if twig.how else "")
        yield from drawn((*twig.twigs, *twig.folded), depth + 1)


def only_family(view: LineageView) -> FamilyView:
    (family,) = view.families
    return family


def only_tie(of: CaseRecords) -> TieView:
    ties = only_family(lineage(of)).ties
    (tie,) = (*ties.laid_out, *ties.brief)
    return tie


def test_a_tie_says_whence_whither_how_much_and_on_what_basis() -> None:
    reasons = (
        Reason(code="shared_text", detail="90% of it stands there"),
        Reason(code="credit_line", detail="Morning Star credits Tidewire: “SARN (Tidewire) -”"),
    )
    tie = only_tie(
        case(WIRE, STAR, copy(STAR, WIRE, OPENING, CLOSING, basis=DirectionBasis.CREDIT_LINE, reasons=reasons))
    )
    assert (tie.first.name, tie.second.name, tie.directed, tie.kind) == (
        "Tidewire",
        "Morning Star",
        True,
        "edited copy",
    )
    assert plain(tie.extent) == "90 % of Morning Star stands in Tidewire, 60 % of Tidewire in Morning Star"
    assert plain(tie.way) == "Direction by a credit line: Morning Star credits Tidewire: SARN (Tidewire) -"
    assert [part.quote.language for part in tie.way if part.quote] == ["en"]
    assert tie.because == ()


def test_times_of_machines_are_printed_as_times_of_the_page_but_never_inside_a_quote() -> None:
    iso = WIRE.published.text if WIRE.published else ""
    detail = f"Tidewire was out earlier ({iso}) than Evening Post, and prints “({iso})”; both name nobody"
    tie = only_tie(case(WIRE, POST, copy(POST, WIRE, OPENING, reasons=(Reason(code="earlier_clock", detail=detail),))))
    assert plain(tie.way) == (
        "Direction by the earlier clock: Tidewire was out earlier (14 May 2031, 06:00 UTC) than Evening Post, "
        f"and prints “({iso})”; both name nobody"
    )


def test_an_unknown_direction_is_no_arrow_and_says_why_it_is_unknown() -> None:
    why = (Reason(code="no_basis", detail="neither clock, credit nor length tells which was first"),)
    of = case(WIRE, POST, copy(POST, WIRE, OPENING, directed=False, reasons=why))
    tie = only_tie(of)
    assert (tie.directed, tie.standing, tie.kind) == (False, "direction not known", "with edits")
    assert plain(tie.way).startswith("Direction not known: neither clock")
    shown = words(tree(of).xpath("//*[@class='tie']")[0])
    assert "Tidewire, 14 May 2031, 06:00 UTC — Evening Post" in shown
    assert "→" not in shown


def test_two_of_one_name_are_told_apart_by_their_numbers() -> None:
    later = told("Tidewire", f"{OPENING} Nobody was hurt.", 9, url="https://tidewire.example/2", language="en")
    later = dataclasses.replace(later, id="", part="2")
    tie = only_tie(case(WIRE, later, copy(later, WIRE, OPENING)))
    assert (tie.first.name, tie.second.name) == ("Tidewire (article 1)", "Tidewire (article 2)")


def test_a_hidden_origin_is_the_head_of_its_family_with_each_credit_line_in_its_place() -> None:
    wire = agency("Coast Wire")
    line = "FERRIN (Coast Wire) -"
    papers = [told(name, f"{line} {OPENING}", 7, line) for name in ("Evening Post", "Morning Star")]
    credit = [
        copy(paper, wire, kind=DerivationKind.REPUBLICATION, basis=DirectionBasis.CREDIT_LINE) for paper in papers
    ]
    of = case(wire, *papers, *credit)
    family = only_family(lineage(of))
    assert list(drawn(family.picture)) == ["Coast Wire", "  Evening Post: credits it", "  Morning Star: credits it"]
    assert family.picture[0].node.note == "news agency, not among the articles read"
    page = tree(of)
    assert len(page.xpath("//*[contains(@class,'placed')]//*[@class='credit-line']")) == 2
    placed = words(page.xpath("//*[contains(@class,'placed')]")[0])
    assert placed == f"credits a wire {line} {OPENING}"
    assert page.xpath("//*[@class='picture']/li/span[@class='hidden-origin']")


def test_a_credit_line_on_a_line_of_its_own_is_shown_with_what_stands_around_it() -> None:
    line = "By Coast Wire"
    paper = told("Evening Post", f"{OPENING}\n{line}\n{CLOSING}", 7, line)
    credit = copy(paper, agency("Coast Wire"), kind=DerivationKind.REPUBLICATION, basis=DirectionBasis.CREDIT_LINE)
    cell = only_tie(case(agency("Coast Wire"), paper, credit)).line
    assert cell
    assert "".join(piece.text for piece in cell.pieces) == paper.text
    assert paper.text[cell.start : cell.end] == line


def test_each_copy_hangs_from_the_earliest_text_that_has_most_of_it() -> None:
    papers = [told(f"Paper {n}", WIRE_TEXT, 7 + n) for n in range(4)]
    ties = [copy(paper, WIRE, OPENING) for paper in papers]
    ties += [copy(later, sooner, OPENING) for n, sooner in enumerate(papers) for later in papers[n + 1 :]]
    family = only_family(lineage(case(WIRE, *papers, *ties)))
    assert list(drawn(family.picture)) == ["Tidewire", *(f"  Paper {n}: edited copy" for n in range(4))]
    assert (family.name, family.ties.number, family.further.number) == ("Tidewire", 4, 6)


def test_a_copy_of_a_copy_stands_below_it() -> None:
    deeper = dataclasses.replace(copy(STAR, POST, OPENING), coverage=1.0)
    family = only_family(lineage(case(WIRE, POST, STAR, copy(POST, WIRE, OPENING), copy(STAR, WIRE, OPENING), deeper)))
    assert list(drawn(family.picture)) == ["Tidewire", "  Evening Post: edited copy", "    Morning Star: edited copy"]


def test_texts_without_an_order_stand_side_by_side_in_the_picture() -> None:
    beside = copy(STAR, WIRE, OPENING, directed=False)
    family = only_family(lineage(case(WIRE, POST, STAR, copy(POST, WIRE, OPENING), beside)))
    assert list(drawn(family.picture)) == [
        "Tidewire",
        "  Evening Post: edited copy",
        "Morning Star: shares text with Tidewire: with edits",
    ]
    assert family.unordered


def many(number: int) -> CaseRecords:
    papers = [told(f"Paper {n}", WIRE_TEXT, 7 + n % 12) for n in range(number)]
    ties: list[Derivation] = [copy(paper, WIRE, WIRE_TEXT, kind=DerivationKind.VERBATIM) for paper in papers]
    ties += [copy(one, other, WIRE_TEXT, directed=False) for n, one in enumerate(papers) for other in papers[:n]]
    return case(WIRE, *papers, *ties)


def section(of: CaseRecords) -> html.HtmlElement:
    return tree(of).xpath("//section[@id='lineage']")[0]


def test_a_large_family_is_shown_once_folded_and_counted() -> None:
    of = many(50)
    family = only_family(lineage(of))
    assert (family.count, family.ties.number, family.further.number) == ("51 articles", 50, 1225)
    assert len(family.ties.laid_out) == 6
    shown = section(of)
    assert len(shown.xpath(".//details[contains(@class,'side-by-side')]")) == 6
    told_of = words(shown)
    assert "and 42 more" in told_of
    assert "44 more ties, in a line each" in told_of
    assert "1,225 further pairs of them share text too" in told_of
    assert "1,185 more are not listed here: sayso show CASE NUMBER" in told_of


def test_a_page_grows_with_its_articles_and_not_with_their_pairs() -> None:
    small, large = (len(html.tostring(section(many(number)))) for number in (50, 100))
    assert large < 1.3 * small


def test_every_link_of_a_large_family_leads_somewhere() -> None:
    page = tree(many(80))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_many_families_share_what_a_page_lays_out() -> None:
    records: list[Record] = []
    for number in range(45):
        text = f"Barge {number} lay at the quay of Sarn with {number} crates of pears on Monday."
        pair = [told(f"{name} {number}", text, hour) for name, hour in (("Wire", 6), ("Post", 8))]
        records += [*pair, copy(pair[1], pair[0], text)]
    view = lineage(case(*records))
    assert sum(bool(tie.passages) for family in view.families for tie in family.ties.laid_out) == 40
    rest = [tie for family in view.families for tie in family.ties.brief]
    assert [tie.unlaid for tie in rest] == ["1 passage"] * 5


def test_what_is_not_laid_out_names_the_command_that_prints_it() -> None:
    brief = section(many(50)).xpath(".//ul[@class='brief']/li[1]//code/text()")
    assert re.fullmatch(r"sayso show CASE drv-[0-9a-f]{12}", brief[0])


def revised(directed: bool, before: str, after: str) -> tuple[CaseRecords, TieView]:
    older = told("Tidewire", before, 6, headline="Lock fails")
    newer = dataclasses.replace(
        told("Tidewire", after, 6, headline="Lock blown up"), id="", part="2", modified=at(9), published=at(6)
    )
    reasons = (
        Reason(code="one_article", detail="both were published at https://x.example/1"),
        Reason(code="headline_changed", detail="the headline was “Lock fails”, became “Lock blown up”"),
        Reason(code="text_changed", detail="the text was changed"),
    )
    shared = [OPENING] if OPENING in before and OPENING in after else []
    tie = copy(newer, older, *shared, kind=DerivationKind.REVISION, directed=directed, reasons=reasons)
    of = case(older, newer, tie)
    (view,) = lineage(of).revisions.laid_out
    return of, view


def test_versions_say_what_changed_and_show_it() -> None:
    of, view = revised(True, f"{OPENING}\n{MIDDLE}", f"{OPENING}\nNobody had looked at the gates since March.")
    assert view.kind == "later version"
    told_of = [plain(view.way), *map(plain, view.because)]
    assert re.fullmatch(
        r"Direction by the earlier clock: Tidewire \(article [12]\) is of 14 May 2031, 06:00 UTC, "
        r"Tidewire \(article [12]\) of 14 May 2031, 09:00 UTC",
        told_of[0],
    )
    assert "The headline was Lock fails, became Lock blown up" in told_of
    marked = section(of).xpath(".//li//mark/text()")
    assert marked == [MIDDLE.rstrip("."), "Nobody had looked at the gates since March"]


def test_versions_without_a_passage_in_common_are_shown_all_the_same() -> None:
    _, view = revised(False, "Rain fell.", "Snow lay.")
    assert (view.standing, view.passages and view.passages.summary) == ("order not known", "no passage in common")
    assert plain(view.because[-1]) == "The text was changed"


def test_circular_reporting_is_said_first() -> None:
    why = (Reason(code="circular_credit", detail="Evening Post and Morning Star each name the other as their source"),)
    of = case(POST, STAR, copy(STAR, POST, OPENING, directed=False, reasons=why))
    assert circles(of) == [tuple(sorted((POST.id, STAR.id)))]
    first = section(of).xpath(".//*[@class='circle']")[0]
    assert words(first).startswith("Circular reporting: ")
    assert {"Evening Post", "Morning Star"} <= set(first.xpath(".//bdi/text()"))


def test_a_round_of_three_is_found_and_what_leads_into_it_is_not() -> None:
    ring = [told(name, OPENING, hour) for hour, name in enumerate(("Ann", "Bo", "Cy"), start=6)]
    ties = [copy(one, other, OPENING) for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)]
    of = case(WIRE, POST, *ring, *ties, copy(POST, ring[0], OPENING), copy(ring[1], WIRE, OPENING))
    (circle,) = circles(of)
    assert set(circle) == {article.id for article in ring}
    assert dossier(of)


@pytest.mark.parametrize("length", [2, 1_500])
def test_a_long_chain_is_no_round_and_does_not_exhaust_the_stack(length: int) -> None:
    chain = [told(f"Paper {n}", OPENING, 6) for n in range(length)]
    of = case(*chain, *(copy(later, sooner, OPENING) for sooner, later in itertools.pairwise(chain)))
    assert circles(of) == []
    family = only_family(lineage(of))
    assert family.articles == length
    shown = list(drawn(family.picture))
    assert len(shown) == min(length, 9)
    assert ("1,491 more below it are not listed here." in words(section(of))) == (length > 9)


def test_a_quotation_in_common_is_no_copy() -> None:
    tie = copy(POST, WIRE, OPENING, kind=DerivationKind.SHARED_QUOTATION, directed=False)
    of = case(WIRE, POST, tie)
    assert not lineage(of).families
    assert "1 pair of articles with a quotation in common and nothing else: no copies" in words(section(of))


def test_names_stand_apart_so_that_they_cannot_turn_round_the_figures_beside_them() -> None:
    arabic = told("صحيفة المرفأ", f"{OPENING}\n{CLOSING}", 7, language="ar")
    reasons = (Reason(code="earlier_clock", detail="Tidewire was out earlier than صحيفة المرفأ, 60 minutes"),)
    shown = section(case(WIRE, arabic, copy(arabic, WIRE, OPENING, reasons=reasons))).xpath(".//*[@class='say']")
    assert [line.xpath(".//bdi/text()") for line in shown] == [
        ["صحيفة المرفأ", "Tidewire", "Tidewire", "صحيفة المرفأ"],
        ["Tidewire", "صحيفة المرفأ"],
    ]


HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </details></style> {{ 7 * 7 }} 5\u202e6'


def hostile() -> CaseRecords:
    def evil(name: str, hour: int) -> Article:
        return told(f"{name} {HOSTILE}", f"{HOSTILE} {name} {HOSTILE}", hour, HOSTILE, headline=HOSTILE, url=None)

    one, other = evil("one", 6), evil("other", 7)
    reasons = (Reason(code=HOSTILE, detail=f"{HOSTILE} “{HOSTILE}”"),)
    wire = agency(HOSTILE)
    return case(
        one,
        other,
        wire,
        copy(other, one, (other.text, one.text), reasons=reasons),
        copy(one, wire, kind=DerivationKind.REPUBLICATION, basis=DirectionBasis.CREDIT_LINE, reasons=reasons),
    )


def test_hostile_text_stays_text() -> None:
    page = tree(hostile())
    assert not page.xpath("//script | //img | //@onerror")
    assert "49" not in words(section(hostile()))
    assert "\u202e" not in page.text_content()
    assert "⟦U+202E⟧" in section(hostile()).text_content()


def test_the_same_records_in_any_order_give_the_same_page() -> None:
    of = many(12)
    records = [*of.articles, *of.derivations]
    assert dossier(CaseRecords.of("Sarn", records)) == dossier(CaseRecords.of("Sarn", reversed(records)))


def test_a_disclosure_is_reached_by_keyboard_and_needs_no_script() -> None:
    shown = section(case(WIRE, POST, copy(POST, WIRE, OPENING, CLOSING)))
    (fold,) = shown.xpath(".//details[contains(@class,'side-by-side')]")
    assert fold[0].tag == "summary"
    assert words(fold[0]) == "Side by side: 2 passages, 19 words; word for word inside"
    assert not fold.xpath(".//@tabindex | .//button")


def test_each_side_of_a_passage_names_its_text_and_its_offsets() -> None:
    rows = section(case(WIRE, POST, copy(POST, WIRE, OPENING, CLOSING))).xpath(".//ol[@class='rows']/li")
    labels = [words(label) for label in rows[0].xpath(".//*[@class='whose']")]
    assert labels == [f"Tidewire, characters 0–{len(OPENING)}", f"Evening Post, characters 0–{len(OPENING)}"]
    for passage in rows[0].xpath(".//p[contains(@class,'passage')]"):
        assert (passage.get("lang"), passage.get("dir"), passage.text_content()) == ("en", "ltr", OPENING)

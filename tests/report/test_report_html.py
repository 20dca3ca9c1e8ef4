import base64
import dataclasses
import hashlib
import itertools
import re
import time

import pytest
from lxml import html

from factory import article, said
from report.invented_case import invented
from sayso.model import Block, Claim, ClaimMention, Record, Skip
from sayso.report.html import dossier
from sayso.report.records import CaseRecords
from sayso.vocab import BlockRole, SkipReason

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "<!-- ]]> -->",
    "5\u202e6 \x00 \x1b[31m",
)


def tree(case: CaseRecords) -> html.HtmlElement:
    return html.document_fromstring(dossier(case))


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return tree(invented())


def hostile() -> CaseRecords:
    words = " ".join(ATTACKS)
    of = article(
        f"{words} was said, {ATTACKS[0]} says.",
        headline=words,
        publisher=words,
        author=words,
        language='en" onload="x',
        url="javascript:alert(1)",
    )
    told = said(of, words, by=ATTACKS[0], cue="says", nth=1)
    mention = next(record for record in told if isinstance(record, ClaimMention))
    claim = Claim(first_mention_id=mention.id, text=words, mention_ids=(mention.id,))
    skip = Skip(stage=words, subject=words, reason=SkipReason.EMPTY, detail=words)
    return CaseRecords.of(words, [of, *told, claim, skip])


def test_the_page_loads_nothing_and_runs_nothing(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base | //svg")
    assert not page.xpath("//@src | //@srcset | //@action | //@style | //@*[starts-with(name(), 'on')]")
    style = "".join(page.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_the_style_sheet_by_its_hash_and_nothing_else() -> None:
    text = dossier(invented())
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = html.document_fromstring(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_id_is_unique_and_every_inner_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(ids)


def test_every_claim_mention_can_be_reached_in_its_article(page: html.HtmlElement) -> None:
    for mention in invented().claim_mentions:
        (mark,) = page.xpath(f"//*[@id='clm-{mention.id[4:16]}']")
        shown = "".join(mark.xpath(".//text()[not(parent::a)]"))
        assert mention.span.exact.startswith(shown)
        assert mark.xpath("ancestor::article[@class='text']")


def test_every_quote_says_its_language_and_direction(page: html.HtmlElement) -> None:
    quotes = page.xpath("//q")
    assert quotes
    assert all(quote.get("lang") and quote.get("dir") for quote in quotes)
    arabic = [quote for quote in quotes if re.search("[\u0600-\u06ff]", quote.text_content())]
    assert arabic
    assert {(quote.get("lang"), quote.get("dir")) for quote in arabic} == {("ar", "rtl")}


def test_quotes_are_word_for_word(page: html.HtmlElement) -> None:
    texts = " ".join(" ".join(a.text.split()) for a in invented().articles)
    names = {name for a in invented().attributions for name in (a.source_name or "",)}
    for quote in page.xpath("//q"):
        words = " ".join(quote.text_content().removeprefix("… ").removesuffix(" …").split())
        assert words in texts or words in names


def test_hostile_text_stays_text() -> None:
    found = tree(hostile())
    assert not found.xpath("//script | //img | //@onload | //@onerror")
    assert len(found.xpath("//style")) == 1
    assert not [link for link in found.xpath("//a/@href") if not link.startswith("#")]
    shown = found.text_content()
    assert "javascript:alert(1)" in shown
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7 * 7 }}" in shown


def test_characters_that_reorder_or_steer_are_shown() -> None:
    text = dossier(hostile())
    assert "⟦U+202E⟧" in text
    assert not re.search("[\x00\x1b\u202a-\u202e\u2066-\u2069]", text)


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    of = article("It broke \ud800 here.", headline="Broken")
    assert dossier(CaseRecords.of("x", [of])).encode()


def test_web_addresses_are_linked_without_a_referrer(page: html.HtmlElement) -> None:
    links = [a for a in page.xpath("//a") if not a.get("href").startswith("#")]
    assert links
    assert all(a.get("href").startswith("https://") for a in links)
    assert all({"noopener", "noreferrer"} <= set(a.get("rel").split()) for a in links)


def test_landmarks_headings_and_the_skip_link_are_in_order(page: html.HtmlElement) -> None:
    assert page.xpath("//body/*[1]")[0].get("href") == "#main"
    assert len(page.xpath("//main[@id='main']")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//nav[@aria-label] | //header | //footer")
    assert page.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_and_fields_are_labelled(page: html.HtmlElement) -> None:
    assert page.xpath("//table")
    assert all(cell.get("scope") for cell in page.xpath("//th"))
    assert all(link.text_content().strip() or link.get("aria-label") for link in page.xpath("//a"))


def test_folds_open_without_a_script(page: html.HtmlElement) -> None:
    assert page.xpath("//details")
    assert all(fold.xpath("./*[1]")[0].tag == "summary" for fold in page.xpath("//details"))


def test_what_was_not_read_is_on_the_first_screen(page: html.HtmlElement) -> None:
    (glance,) = page.xpath("//section[@class='glance']")
    assert "1 item skipped: no article text in it" in glance.text_content()


def test_the_page_names_the_case_and_says_what_it_does_not_say(page: html.HtmlElement) -> None:
    assert page.xpath("//h1")[0].text_content() == "Ferry Orla"
    assert "Sayso never says whether a claim is true" in page.text_content()
    assert "sayso verify" in page.xpath("//footer")[0].text_content()
    assert "5eed" * 16 in page.xpath("//footer")[0].text_content()


def test_text_of_furniture_is_folded_and_marked() -> None:
    only = article("Menu one. Menu two.", headline="Rain")
    furniture = Block(start=only.blocks[1].start, end=only.blocks[1].end, role=BlockRole.FURNITURE)
    found = tree(CaseRecords.of("x", [dataclasses.replace(only, blocks=(only.blocks[0], furniture))]))
    assert found.xpath("//details[@class='furniture']/p")[0].text_content() == "Menu one. Menu two."


def many(articles: int, sentences: int) -> CaseRecords:
    """A case of `articles` articles with `sentences` attributed claims each, every other one shared by all."""
    made: list[Record] = []
    gathered: dict[str, list[str]] = {}
    for number in range(articles):
        said_here = [
            f"Harbour ward {n if n % 2 else number * 1000 + n} lost power for the night" for n in range(sentences)
        ]
        of = article(
            " ".join(f"{words}, the mayor said on Monday." for words in said_here),
            headline=f"Power fails in Veel, report {number}",
            name=str(number),
            publisher=f"Paper {number}",
        )
        made.append(of)
        for words in said_here:
            told = said(of, words, by="the mayor", cue="said")
            made += told
            gathered.setdefault(words, []).extend(record.id for record in told if isinstance(record, ClaimMention))
    claims = [Claim(first_mention_id=ids[0], text=words, mention_ids=tuple(ids)) for words, ids in gathered.items()]
    return CaseRecords.of("many", [*made, *claims])


def test_a_page_of_93_short_articles_stays_under_two_megabytes() -> None:
    case = many(93, 10)
    assert len(case.claim_mentions) == 930
    started = time.perf_counter()
    size = len(dossier(case).encode())
    assert size < 2_000_000
    assert time.perf_counter() - started < 10  # 0.6 s here


def test_folds_are_open_on_paper_and_nothing_there_is_unbreakable(page: html.HtmlElement) -> None:
    style = "".join(page.xpath("//style/text()"))
    paper = style.partition("@media print")[2]
    assert re.search(r"::details-content \{[^}]*content-visibility: visible", paper)
    assert "::marker" not in re.sub(r"@media screen \{.*?\n\}", "", style, flags=re.DOTALL)

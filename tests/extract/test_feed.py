import json

import pytest

from sayso.extract.formats import articles
from sayso.model import Article, Capture, Skip
from sayso.settings import Limits
from sayso.vocab import BlockRole, SkipReason


def read(source: str, media_type: str = "application/rss+xml") -> list[Article | Skip]:
    capture = Capture(
        source_digest="0" * 64, locator="", payload_digest="1" * 64, media_type=media_type, charset="utf-8",
        charset_basis="valid",
    )  # fmt: skip
    found = list(articles(capture, source, Limits()))
    for article in found:
        if isinstance(article, Article):
            assert article.source_map.recut(0, len(article.text), source) == article.text
    return found


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Vale Herald &amp; Post</title><link>https://vale.example/</link><language>en-gb</language>
<image><title>logo</title></image>
<item><title>Pier &#38; store: &quot;12 dead&quot;</title><link>https://vale.example/pier</link>
<dc:creator>Marta Osei</dc:creator><pubDate>Sun, 04 May 2031 11:30:00 +0200</pubDate>
<description>&lt;p&gt;At least 12 people died &amp;amp; more are missing.&lt;/p&gt;
&lt;p&gt;Police said so.&lt;/p&gt;</description></item>
<item><title><![CDATA[Harbour < closed > today]]></title><guid>tag:2</guid>
<content:encoded><![CDATA[<p>The <b>harbour</b> master&rsquo;s office closed it.</p>]]></content:encoded></item>
<item><title></title></item></channel></rss>"""


def test_rss_items_are_articles_cut_through_both_wrappings() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Article)
    assert first.text == 'Pier & store: "12 dead"\n\nAt least 12 people died & more are missing.\n\nPolice said so.'
    assert (first.publisher, first.author, first.url) == (
        "Vale Herald & Post",
        "Marta Osei",
        "https://vale.example/pier",
    )
    assert first.published is not None
    assert first.published.value.isoformat() == "2031-05-04T09:30:00+00:00"
    assert first.blocks[0].role is BlockRole.HEADLINE
    assert isinstance(second, Article)
    assert second.text == "Harbour < closed > today\n\nThe harbour master’s office closed it."
    assert isinstance(third, Skip)
    assert third.reason is SkipReason.NO_TEXT


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title>
<entry><title type="html">Tote im &lt;i&gt;Hafen&lt;/i&gt;</title><link rel="self" href="https://h.example/x.atom"/>
<link href="https://h.example/x"/><author><name>Jo Aas</name><uri>u</uri></author>
<updated>2031-05-05T08:00:00Z</updated>
<published>2031-05-04T08:00:00Z</published>
<content type="xhtml"><div><p>Mindestens zwölf <em>Tote</em>.</p></div></content>
</entry></feed>"""


def test_atom_entries_with_markup_inside() -> None:
    (entry,) = read(ATOM, "application/atom+xml")
    assert isinstance(entry, Article)
    assert entry.text == "Tote im Hafen\n\nMindestens zwölf Tote."
    assert (entry.author, entry.url, entry.language) == ("Jo Aas", "https://h.example/x", "de")
    assert entry.published is not None
    assert entry.modified is not None


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Vale",
        "items": [
            {
                "id": "1",
                "url": "https://v.example/1",
                "title": "Pier “4”",
                "content_html": "<p>12 &amp; more\u00e9.</p>",
            },
            {"id": "2", "content_text": "Plain words\nover lines."},
            {"id": "3"},
        ],
    }
    one, two, three = read(json.dumps(feed), "application/feed+json")
    assert isinstance(one, Article)
    assert one.text == "Pier “4”\n\n12 & moreé."
    assert isinstance(two, Article)
    assert two.text == "Plain words over lines."
    assert isinstance(three, Skip)


@pytest.mark.parametrize(
    "source",
    [
        "<rss><channel><item><title>Open",
        "<rss><item><title>A</b></title></item>",
        "<rss",
        "<rss><item><item><title>x</rss>",
        "",
    ],
)
def test_ill_formed_feeds_never_raise(source: str) -> None:
    assert read(source)


def test_entities_of_its_own_are_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    (skip,) = read(bomb)
    assert isinstance(skip, Skip)
    assert skip.reason is SkipReason.BOMB


@pytest.mark.parametrize("unit", ["<", "<a ", "<item>", "<![CDATA[", "&", "<a b='", "<item><title>x</title>"])
def test_hostile_feeds_are_read_in_linear_time(unit: str) -> None:
    read("<rss><channel>" + unit * 20_000)

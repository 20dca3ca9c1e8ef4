"""Catalan, Lithuanian, Swahili, Haitian Creole, Kurmanji, Bengali, Thai and Urdu: who says what, all of it invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.annotate.cues import grammar
from sayso.extract.sentences import sentences
from sayso.model import Attribution

ROWS = [  # language, text, source, a part of the content
    ("ca", "«El pont ha caigut», ha explicat Anna Lenz.", "Anna Lenz", "El pont ha caigut"),
    ("ca", "El pont va caure a mitjanit, segons el govern de Lundu.", "el govern de Lundu", "El pont va caure"),
    ("ca", "L'alcaldessa assegura que el pont ha caigut.", "L'alcaldessa", "el pont ha caigut"),
    ("lt", "„Tiltas sugriuvo“, – sakė Ana Lenz.", "Ana Lenz", "Tiltas sugriuvo"),
    ("lt", "Policijos duomenimis, tiltas sugriuvo.", "Policijos", "tiltas sugriuvo"),
    ("lt", "Tiltas sugriuvo vidurnaktį, pranešė ministerija.", "ministerija", "Tiltas sugriuvo"),
    ("sw", '"Daraja limeanguka," alisema Dora Lenz.', "Dora Lenz", "Daraja limeanguka"),
    ("sw", "Kwa mujibu wa polisi, daraja limeanguka.", "polisi", "daraja limeanguka"),
    ("sw", "Daraja limeanguka usiku wa manane, waziri amewaambia waandishi wa habari.", "waziri", "Daraja limeanguka"),
    ("ht", "Minis la di pon an kraze.", "Minis la", "pon an kraze"),
    ("ht", '"Pon an kraze", Ana Lenz deklare.', "Ana Lenz", "Pon an kraze"),
    ("ht", "Dapre lapolis, pon an kraze.", "lapolis", "pon an kraze"),
    ("ku", "Wezîr got ku pir hilweşiya.", "Wezîr", "pir hilweşiya"),
    ("ku", 'Wezîr ji me re got: "Pir hilweşiya."', "Wezîr", "Pir hilweşiya"),
    ("ku", "Pir hilweşiya, li gorî wezaretê.", "wezaretê", "Pir hilweşiya"),
    ("bn", "মন্ত্রী বলেছেন, সেতুটি ভেঙে গেছে।", "মন্ত্রী", "সেতুটি ভেঙে গেছে"),
    ("bn", "পুলিশ জানিয়েছে যে সেতুটি ভেঙে গেছে।", "পুলিশ", "সেতুটি ভেঙে গেছে"),
    ("bn", "পুলিশের মতে, সেতুটি ভেঙে গেছে।", "পুলিশের", "সেতুটি ভেঙে গেছে"),
    ("th", "ตำรวจระบุว่าสะพานพังลงแล้ว", "ตำรวจ", "สะพานพังลงแล้ว"),
    ("ur", "وزیر نے کہا کہ پل گر گیا ہے۔", "وزیر", "پل گر گیا ہے"),
    ("ur", "پولیس کے مطابق پل گر گیا ہے۔", "پولیس", "پل گر گیا ہے"),
    ("ur", "ترجمان کا کہنا ہے کہ پل گر گیا ہے۔", "ترجمان", "پل گر گیا ہے"),
    ("th", "โฆษกกระทรวงกลาโหมเปิดเผยว่า มีผู้เสียชีวิต 4 คน", "โฆษกกระทรวงกลาโหม", "มีผู้เสียชีวิต 4 คน"),
]


@pytest.mark.parametrize(("language", "text", "source", "content"), ROWS)
def test_who_says_what(language: str, text: str, source: str, content: str) -> None:
    of = article(text, language=language)
    found = [record for record in AttributionStage().run(of.id, [of]) if isinstance(record, Attribution)]
    assert [one.source_name for one in found] == [source]
    assert content in " ".join(span.exact for span in found[0].content)
    assert all(mention.attribution_id for mention in claim_mentions(of, found))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ca", "El pont va caure a mitjanit prop de Lundu."),
        ("lt", "Tiltas sugriuvo vidurnaktį netoli Lundų."),
        ("sw", "Daraja liliporomoka usiku karibu na Lundu."),
        ("ht", "Pon an kraze lannwit toupre Lundu."),
        ("ku", "Pir nîvê şevê nêzîkî Lunduyê hilweşiya."),
        ("bn", "সেতুটি মাঝরাতে লুন্দুর কাছে ভেঙে গেছে।"),
        ("ur", "پل آدھی رات کو لنڈو کے قریب گر گیا۔"),
        ("th", "สะพานพังลงเมื่อเที่ยงคืนใกล้เมืองลุนดู"),
    ],
)
def test_what_nobody_is_named_for_is_the_writers_claim(language: str, text: str) -> None:
    of = article(text, language=language)
    found = [record for record in AttributionStage().run(of.id, [of]) if isinstance(record, Attribution)]
    assert found == []
    assert [mention.attribution_id for mention in claim_mentions(of, found)] == [None]


def test_thai_words_between_known_ones_are_one_token() -> None:
    thai = grammar("th")
    assert thai is not None
    assert thai.tokens.findall("โฆษกทหารอ้างว่าเรือจม 4 ลำ") == ["โฆษกทหาร", "อ้างว่า", "เรือจม", "4", "ลำ"]


def test_bengali_vowel_signs_stand_in_their_words() -> None:
    bengali = grammar("bn")
    assert bengali is not None
    assert bengali.tokens.findall("সেতুটি ভেঙে গেছে।") == ["সেতুটি", "ভেঙে", "গেছে", "।"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ur", "پل آدھی رات کو لنڈو کے قریب گر گیا۔"),
        ("th", "สะพานพังลงเมื่อวันที่ 5 มิ.ย. เวลา 13.30 น. มีผู้เสียชีวิต 4 คน"),
        ("lt", "Tiltas sugriuvo 6 val. 12 min. prie Lundų."),
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_no_sentence(language: str, text: str) -> None:
    assert len(sentences(text, language)) == 1
